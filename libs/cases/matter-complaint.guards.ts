import { matterComplaintRules } from '#libs/cases/matter-complaint.rules';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { type ComplaintState, evolveComplaint } from '#libs/complaints/complaint.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';

/** What is known of the complaint that a matter names. */
export interface KnowsComplaint {
  readonly complaint: ComplaintState;
}

export const gatherComplaint = async (complaintRef: string | undefined, lookup: Lookup): Promise<KnowsComplaint> => ({
  complaint: complaintRef === undefined ? undefined : await lookup.fold<ComplaintState, ComplaintEvent>(`complaint-${complaintRef}`, undefined, evolveComplaint),
});

/** A complaint that is named is one about the agency, accepted, and still to be found true or not. */
export function requireAcceptedComplaint(complaintRef: string | undefined, { complaint }: KnowsComplaint, agencyId: string): void {
  const fits = complaint?.stage === 'ACCEPTED' && complaint.agencyId === agencyId;
  require(complaintRef === undefined || fits, matterComplaintRules.ComplaintOfMatterIsAccepted, complaintRef);
}
