import { seatOf } from '#libs/cases/assignment.decide';
import type { Daily } from '#libs/cases/daily.evolve';
import type { Context, Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import type { ExclusionReason } from '#libs/regulation/own-codes';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import { evolveSessionRoles, NO_ROLES, type SessionRoles } from '#libs/sessions/session-roles.evolve';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { evolvePerson, isBarred, type PersonState, unknownPerson } from '#libs/supervisors/person.evolve';
import { exclusionsOn } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

/** What says whether one who was drawn may still be sent. */
export interface KnowsStanding {
  readonly credential: SupervisorState;
  readonly person: PersonState;
  readonly roles: SessionRoles;
}

export async function gatherStanding({ supervisorId }: { readonly supervisorId: string }, state: Daily, lookup: Lookup): Promise<KnowsStanding> {
  const personId = seatOf(state, supervisorId)?.personId ?? '';
  return {
    credential: await lookup.fold<SupervisorState, SupervisorEvent>(`supervisor-${supervisorId}`, undefined, evolveSupervisor),
    person: await lookup.fold<PersonState, PersonEvent>(`person-${personId}`, unknownPerson, evolvePerson),
    roles: await lookup.fold<SessionRoles, SessionRolesEvent>(`sessionroles-${state.sessionId}`, NO_ROLES, evolveSessionRoles),
  };
}

/** The days of the session that are still to come, today included. */
function daysAhead({ onSiteFrom, onSiteTo }: Daily, today: LegalDate): readonly LegalDate[] {
  const days: LegalDate[] = [];
  for (let day = onSiteFrom > today ? onSiteFrom : today; day <= onSiteTo; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Every reason why the supervisor may not be sent on some day of the session that is still to come. */
export function reasonsAgainst(state: Daily, { now, target, known: { credential, person, roles } }: Context<KnowsStanding>): readonly ExclusionReason[] {
  if (credential === undefined) return ['NO_CARD'];
  const held = roles.held[credential.personId];
  const found = daysAhead(state, legalDateOf(now)).flatMap((day) => exclusionsOn(credential, day, state.dispatcher));
  const others: readonly ExclusionReason[] = [
    ...(isBarred(person) ? ['BARRED' as const] : []),
    ...(held === undefined || held.holder === `daily-${target}` ? [] : ['CONCURRENT_ROLE' as const]),
  ];
  return [...new Set([...found, ...others])].sort();
}
