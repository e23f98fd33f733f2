import type { AgencyEvent } from '#libs/agencies/agency.events';
import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import { type DailyTasks, evolveDailyTasks } from '#libs/cases/daily-task.evolve';
import { categoryOf, type LegalDate, type Recorded, type RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';

/** A session that may be drawn for daily supervision. */
export interface TargetSession {
  readonly sessionId: string;
  /** Area of the venue. */
  readonly area: Area;
  readonly isCentralBranch: boolean;
  /** First planned day. */
  readonly startsOn: LegalDate;
  readonly cancelled: boolean;
  readonly ended: boolean;
  /** Daily supervisions that it has. */
  readonly tasks: DailyTasks;
}

/** An agency that may be drawn for special supervision. */
export interface TargetAgency {
  readonly agencyId: string;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  readonly revoked: boolean;
}

const idIn = ({ stream }: RecordedEvent): string => stream.slice(stream.indexOf('-') + 1);

function sessionAfter(session: TargetSession, event: Recorded<SessionEvent | DailyTaskEvent>): TargetSession {
  switch (event.type) {
    case 'SessionRescheduled':
      return { ...session, startsOn: legalDateOf(event.data.startsAt) };
    case 'SessionCancelled':
      return { ...session, cancelled: true };
    case 'SessionEnded':
      return { ...session, ended: true };
    case 'DailyTaskReserved':
    case 'DailyTaskReleased':
      return { ...session, tasks: evolveDailyTasks(session.tasks, event) };
    default:
      return session;
  }
}

export const targetSessions: View<TargetSession> = {
  name: 'target-sessions',
  version: 1,
  categories: ['session', 'dailytask'],
  indexes: ['area', 'startsOn'],
  keys: (event) => [idIn(event)],
  apply: (session, stored, sessionId) => {
    const event = stored as unknown as Recorded<SessionEvent | DailyTaskEvent>;
    if (event.type === 'SessionRegistered') {
      const { area, isCentralBranch, startsAt } = event.data;
      return { sessionId, area, isCentralBranch, startsOn: legalDateOf(startsAt), cancelled: false, ended: false, tasks: [] };
    }
    return session === null ? null : sessionAfter(session, event);
  },
};

export const targetAgencies: View<TargetAgency> = {
  name: 'target-agencies',
  version: 1,
  categories: ['agency', 'agencysanction'],
  indexes: ['area'],
  keys: (event) => {
    if (categoryOf(event.stream) === 'agency') return [idIn(event)];
    const { type, data } = event as unknown as AgencySanctionEvent;
    return type === 'QualificationRevoked' ? [data.agencyId] : [];
  },
  apply: (agency, stored, agencyId) => {
    const event = stored as unknown as Recorded<AgencyEvent | AgencySanctionEvent>;
    if (event.type === 'AgencyRegistered') return { agencyId, area: event.data.area, isCentralBranch: event.data.isCentralBranch, revoked: false };
    return agency !== null && event.type === 'QualificationRevoked' ? { ...agency, revoked: true } : agency;
  },
};
