import type { OccupiedTask } from '#libs/draws/draw-tasks.view';
import type { OccupiedSession } from '#libs/draws/draw-sessions.view';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import type { ExclusionReason } from '#libs/regulation/own-codes';
import type { Session } from '#libs/sessions/session.evolve';
import type { SessionRoles } from '#libs/sessions/session-roles.evolve';
import { barredPersons, type RosterEntry } from '#libs/supervisors/roster.evolve';
import { exclusionsOn, isSuspendedOn } from '#libs/supervisors/standing.evolve';

/** What candidates for the internal supervision of a session are judged against. Nothing else may filter or weight them (R2.5-3). */
export interface InternalTask {
  readonly sessionId: string;
  readonly session: Session;
  readonly roles: SessionRoles;
  readonly now: Instant;
  /** Internal supervisors of the agency, and what else their persons hold. */
  readonly roster: readonly RosterEntry[];
  /** Sessions that are not over before this one begins, and this one. */
  readonly sessions: readonly OccupiedSession[];
  /** External supervisions whose days on site are not over. */
  readonly tasks: readonly OccupiedTask[];
}

/** Days of the session that are still to come; today where all have passed. */
export function sessionDays({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, today: LegalDate) {
  const later = (day: LegalDate): LegalDate => (day > today ? day : today);
  return { from: later(legalDateOf(startsAt)), to: later(legalDateOf(endsAt)) };
}

function busyPersons({ sessionId, session, sessions, tasks, now }: InternalTask): ReadonlySet<string> {
  const { from, to } = sessionDays(session, legalDateOf(now));
  const inSessions = sessions.filter((other) => other.sessionId !== sessionId && other.startsAt < session.endsAt && session.startsAt < other.endsAt);
  const outside = tasks.filter((task) => task.from <= to && from <= task.to);
  return new Set([...inSessions, ...outside].flatMap(({ persons }) => persons));
}

/** Everybody who was ever drawn for the session. */
const alreadyDrawn = ({ sessionId, sessions }: InternalTask): ReadonlySet<string> =>
  new Set(sessions.filter((own) => own.sessionId === sessionId).flatMap(({ everDrawn }) => everDrawn));

/** Judges the internal supervisors of the agency: every reason why not, sorted; none for the eligible. */
export function judgingInternal(task: InternalTask): (entry: RosterEntry) => readonly ExclusionReason[] {
  const { session, roles, roster, now } = task;
  const barred = barredPersons(roster);
  const busy = busyPersons(task);
  const drawn = alreadyDrawn(task);
  const today = legalDateOf(now);
  const { from, to } = sessionDays(session, today);
  const days: LegalDate[] = [today];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return ({ credential }) => {
    const { personId } = credential;
    const reasons: readonly (readonly [boolean, ExclusionReason])[] = [
      [barred.has(personId), 'BARRED'],
      [Object.hasOwn(roles.held, personId), 'CONCURRENT_ROLE'],
      [busy.has(personId), 'TIME_OVERLAP'],
      [drawn.has(personId), 'ALREADY_DRAWN'],
      [days.some((day) => isSuspendedOn(credential, day)), 'SUSPENDED'],
    ];
    const found = [...reasons.filter(([holds]) => holds).map(([, reason]) => reason), ...days.flatMap((day) => exclusionsOn(credential, day, session.area))];
    return [...new Set(found)].sort();
  };
}
