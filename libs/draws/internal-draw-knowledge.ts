import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { internalDrawIdOf, internalOrdinalIn } from '#libs/draws/draw-id';
import type { DrawKeys } from '#libs/draws/draw-key.evolve';
import { gatherKeys } from '#libs/draws/draw-knowledge';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { drawSessions, type OccupiedSession } from '#libs/draws/draw-sessions.view';
import { drawTasks, type OccupiedTask } from '#libs/draws/draw-tasks.view';
import type { PrepareInternalDraw } from '#libs/draws/internal-draw.commands';
import type { Lookup } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import { addDays, legalDateOf, startOfDay } from '#libs/regulation/legal-date';
import { gatherNumbers, type KnowsNumbers } from '#libs/regulation/taken-number';
import type { SessionEvent } from '#libs/sessions/session.events';
import { evolveSession, LONGEST_SESSION_DAYS, type Session, type SessionState } from '#libs/sessions/session.evolve';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import { evolveSessionRoles, NO_ROLES, type SessionRoles } from '#libs/sessions/session-roles.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { evolvePerson, type PersonState, unknownPerson } from '#libs/supervisors/person.evolve';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';

export interface KnownForInternalDraw extends KnowsNumbers {
  readonly session: SessionState;
  readonly roles: SessionRoles;
  /** The draw of the session before this one. */
  readonly earlier: DrawState;
  readonly keys: DrawKeys;
  /** Internal supervisors who may supervise the agency's sessions. */
  readonly internal: readonly RosterEntry[];
  /** All credentials of their persons: another one may have barred them. */
  readonly roster: readonly RosterEntry[];
  readonly sessions: readonly OccupiedSession[];
  readonly tasks: readonly OccupiedTask[];
}

type Where = Readonly<Record<string, string | boolean>>;

async function gatherInternal(agencyId: string, lookup: Lookup): Promise<Pick<KnownForInternalDraw, 'internal' | 'roster'>> {
  const found = (where: Where): Promise<readonly RosterEntry[]> => findEvery(lookup, drawRoster, { where }, ({ supervisorId }) => supervisorId);
  const internal = [...(await found({ agencyId })), ...(await found({ isOfDepartment: true }))].filter(({ credential }) => credential.selection?.agencies.includes(agencyId));
  const roster = new Map(internal.map((entry) => [entry.supervisorId, entry]));
  for (const { credential } of internal) {
    const person = await lookup.fold<PersonState, PersonEvent>(`person-${credential.personId}`, unknownPerson, evolvePerson);
    for (const other of person.credentials) {
      const entry = await lookup.get(drawRoster, other);
      if (entry !== undefined) roster.set(other, entry);
    }
  }
  return { internal, roster: [...roster.values()] };
}

/** Sessions that may overlap with this one, and this one: those that end after it begins, but no later than the longest could. */
async function gatherSessions(sessionId: string, { startsAt, endsAt }: Session, lookup: Lookup): Promise<readonly OccupiedSession[]> {
  const own = await lookup.get(drawSessions, sessionId);
  const range = { member: 'endsAt', from: startsAt, to: startOfDay(addDays(legalDateOf(endsAt), LONGEST_SESSION_DAYS)) };
  const others = await findEvery(lookup, drawSessions, { range }, (session) => session.sessionId);
  return [...others.filter((other) => other.sessionId !== sessionId), ...(own === undefined ? [] : [own])];
}

export async function gatherInternalDraw({ sessionId }: PrepareInternalDraw, _state: DrawState, lookup: Lookup, target: string): Promise<KnownForInternalDraw> {
  const session = await lookup.fold<SessionState, SessionEvent>(`session-${sessionId}`, undefined, evolveSession);
  const ordinal = internalOrdinalIn(target, sessionId) ?? 1;
  return {
    session,
    roles: await lookup.fold<SessionRoles, SessionRolesEvent>(`sessionroles-${sessionId}`, NO_ROLES, evolveSessionRoles),
    earlier: ordinal === 1 ? undefined : await lookup.fold<DrawState, DrawEvent>(`draw-${internalDrawIdOf(sessionId, ordinal - 1)}`, undefined, evolveDraw),
    keys: await gatherKeys(lookup),
    taken: await gatherNumbers({ kind: 'INTERNAL_DRAW', center: session?.area ?? 'FJ' }, lookup),
    ...(await gatherInternal(session?.agencyId ?? '', lookup)),
    sessions: session === undefined ? [] : await gatherSessions(sessionId, session, lookup),
    tasks: await findEvery(lookup, drawTasks, { where: { open: true } }, ({ caseId }) => caseId),
  };
}
