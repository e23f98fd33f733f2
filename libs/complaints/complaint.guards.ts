import { requireCenter, requireSystem } from '#libs/access/policy';
import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type AgencyState, evolveAgency } from '#libs/agencies/agency.evolve';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { Complaint } from '#libs/complaints/complaint.evolve';
import { complaintRules } from '#libs/complaints/complaint.rules';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { mayActFor } from '#libs/regulation/areas';

/** A rule about a complaint that has been received. */
export type ComplaintRule<C, K = unknown> = CommandRule<C, Complaint, ComplaintEvent, K>;

export interface KnowsAgency {
  readonly agency: AgencyState;
}

export const readAgency = (lookup: Lookup, agencyId: string): Promise<AgencyState> => lookup.fold<AgencyState, AgencyEvent>(`agency-${agencyId}`, undefined, evolveAgency);

/** The centre that answers for the complaint, by somebody who is not complained of. */
export function byHolder(_command: unknown, { holder, accused }: Complaint, { actor }: Context): void {
  requireCenter(actor, { area: holder, isCentralBranch: false });
  if (actor.organisation !== holder) throw new NotAllowed(complaintRules.OnlyTheHolderHandlesTheComplaint);
  if (accused.includes(actor.person)) throw new NotAllowed(complaintRules.AccusedNeverHandlesTheComplaint);
}

export const bySystem = (_command: unknown, _state: Complaint, { actor }: Context): void => requireSystem(actor);

/** Registered, and nothing decided about whether to take it on. */
export const requireUndecided = ({ stage }: Complaint): void => require(stage === 'REGISTERED', complaintRules.AcceptanceFollowsTheRegistration);

export const isCompetent = (center: Complaint['holder'], agency: AgencyState): boolean =>
  agency !== undefined && mayActFor(center, agency.area, agency.isCentralBranch);
