import { requireCenter, requireSystem } from '#libs/access/policy';
import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { Complaint } from '#libs/complaints/complaint.evolve';
import { complaintRules } from '#libs/complaints/complaint.rules';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { mayActFor } from '#libs/regulation/areas';
import { type Deadline, dueAfterCalendarDays } from '#libs/regulation/deadline';
import type { KnowsCalendar } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

/** A rule about a complaint that has been received. */
export type ComplaintRule<C, K = unknown> = CommandRule<C, Complaint, ComplaintEvent, K>;

export interface KnowsAgency {
  readonly agency: AgencyRegistered['data'] | undefined;
}

export const readAgency = (lookup: Lookup, agencyId: string): Promise<KnowsAgency['agency']> =>
  lookup.fold<KnowsAgency['agency'], AgencyEvent>(`agency-${agencyId}`, undefined, (known, event) => (event.type === 'AgencyRegistered' ? event.data : known));

/** The centre that answers for the complaint, by somebody who is not complained of. */
export function byHolder(_command: unknown, { holder, accused }: Complaint, { actor }: Context): void {
  requireCenter(actor, { area: holder, isCentralBranch: false });
  if (actor.organisation !== holder) throw new NotAllowed(complaintRules.OnlyTheHolderHandlesTheComplaint);
  if (accused.includes(actor.person)) throw new NotAllowed(complaintRules.AccusedNeverHandlesTheComplaint);
}

export const bySystem = (_command: unknown, _state: Complaint, { actor }: Context): void => requireSystem(actor);

/** Registered, and nothing decided about whether to take it on. */
export const requireUndecided = ({ stage }: Complaint): void => require(stage === 'REGISTERED', complaintRules.AcceptanceFollowsTheRegistration);

export const isCompetent = (center: Complaint['holder'], agency: KnowsAgency['agency']): boolean =>
  agency !== undefined && mayActFor(center, agency.area, agency.isCentralBranch);

type Period = 'complaint.receiptCalendarDays' | 'complaint.closingCalendarDays' | 'complaint.extensionCalendarDays';

/** The parameter's calendar days after the day of the instant. */
export function daysFrom(at: Instant, { calendar }: KnowsCalendar, name: Period): Deadline {
  const day = legalDateOf(at);
  return dueAfterCalendarDays(calendar, day, parameter(name, day));
}
