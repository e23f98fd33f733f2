import type { Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import type { RegisterSession } from '#libs/sessions/session.commands';
import type { SessionRegistered } from '#libs/sessions/session.events';
import { slotIdOf } from '#libs/sessions/session-slot.events';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';
import { fact, internalCarded, secondTerm } from '#libs/supervisors/supervisor-story';

/** A session of agency-1 in 福州, in March 2026, for specs. */
export const registration: RegisterSession = {
  agencyId: 'agency-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼一层',
  startsAt: '2026-03-03T01:00:00.000Z', endsAt: '2026-03-03T09:00:00.000Z',
};

/** A credential of an internal supervisor whom agency-1 selected, after the facts. */
export function internalOf(supervisorId: string, facts: readonly SupervisorEvent[]): RosterEntry {
  const credential = facts.reduce<SupervisorState>((state, each, revision) => evolveSupervisor(state, recorded(each, { revision }) as unknown as Recorded<SupervisorEvent>), undefined);
  if (credential === undefined) throw new Error('no facts');
  return { supervisorId, credential, barred: false, barFollowed: false, agencyId: 'agency-1', isOfDepartment: false };
}

/** In the second term, from September 2024 to September 2027. */
export const internalRenewed = [...internalCarded, fact('AppointmentRenewed', secondTerm)];
export const INTERNAL = internalOf('i-1', internalRenewed);

/** The session as it was registered, while i-1 could supervise it. */
export const registeredFact: SessionRegistered = {
  type: 'SessionRegistered',
  data: {
    ...registration, activityType: 'SKILL_LEVEL_RECOGNITION', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', isCentralBranch: false, area: '3501',
    claim: { slotId: slotIdOf(registration), claimNo: 1 }, internalSupervisors: ['i-1'],
  },
};
