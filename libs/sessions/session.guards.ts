import { requireAgency, requireAssignedInternal } from '#libs/access/policy';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { Actor, Instant, LegalDate } from '#libs/event-sourcing/event';
import { addDays, daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent, Slot } from '#libs/sessions/session.events';
import { LONGEST_SESSION_DAYS, type Session } from '#libs/sessions/session.evolve';
import { sessionSupervisors } from '#libs/sessions/session-supervisors.view';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import { isInService } from '#libs/supervisors/standing.evolve';

/** A rule about a session that has been registered. */
export type SessionRule<C, K = unknown> = CommandRule<C, Session, SessionEvent, K>;

/** An internal supervisor who is assigned to the session. */
export const byInternalSupervisor = (_command: unknown, { internalSupervisors }: Session, { actor }: Context): void =>
  requireAssignedInternal(actor, internalSupervisors.map(({ personId }) => personId));

/** The credential by which the actor supervises the session. */
export function supervisorActing({ internalSupervisors }: Session, { person }: Actor): string {
  const acting = internalSupervisors.find(({ personId }) => personId === person);
  if (acting === undefined) throw new Error(`${person} does not supervise the session`);
  return acting.supervisorId;
}

/** The agency whose session it is. */
export const byAgency = (_command: unknown, { agencyId }: Session, { actor }: Context): void => requireAgency(actor, agencyId);

const isInstant = (text: Instant): boolean => Number.isFinite(Date.parse(text)) && new Date(text).toISOString() === text;

export const isRealSlot = ({ startsAt, endsAt }: Slot, now: Instant): boolean =>
  isInstant(startsAt) && isInstant(endsAt) && now < startsAt && startsAt < endsAt && daysBetween(legalDateOf(startsAt), legalDateOf(endsAt)) < LONGEST_SESSION_DAYS;

/** Days in Asia/Shanghai on which the session is held. */
export function daysOf({ startsAt, endsAt }: Slot): readonly LegalDate[] {
  const last = legalDateOf(endsAt);
  const days: LegalDate[] = [];
  for (let day = legalDateOf(startsAt); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export interface KnowsSupervisors {
  /** Internal supervisors of the agency: its own, and those whom an industry department lists it for (A-45b). */
  readonly internal: readonly RosterEntry[];
}

export async function gatherSupervisors(agencyId: string, lookup: Lookup): Promise<KnowsSupervisors> {
  const found = async (where: Readonly<Record<string, string | boolean>>) => findEvery(lookup, sessionSupervisors, { where }, ({ supervisorId }) => supervisorId);
  const entries = [...(await found({ agencyId })), ...(await found({ isOfDepartment: true }))];
  return { internal: entries.filter(({ credential }) => credential.selection?.agencies.includes(agencyId)) };
}

/** Who is in term, not suspended and not barred on every day of the slot. */
export function servingIn({ internal }: KnowsSupervisors, slot: Slot): readonly string[] {
  const days = daysOf(slot);
  const serving = internal.filter(({ barred, credential }) => !barred && days.every((day) => isInService(credential, day)));
  return serving.map(({ supervisorId }) => supervisorId).sort();
}
