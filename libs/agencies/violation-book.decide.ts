import { requireCenter } from '#libs/access/policy';
import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type Agency, type AgencyState, evolveAgency } from '#libs/agencies/agency.evolve';
import { agencySanctionRules } from '#libs/agencies/agency-sanction.rules';
import type { EnterViolationCase } from '#libs/agencies/violation-book.commands';
import { violationBookBasis, type ViolationBookEvent } from '#libs/agencies/violation-book.events';
import { EMPTY_BOOK, evolveViolationBook, type ViolationBook } from '#libs/agencies/violation-book.evolve';
import type { CommandRule, Decider, Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';

export interface KnowsAgency {
  readonly agency: AgencyState;
}

export const readAgency = (agencyId: string, lookup: Lookup): Promise<AgencyState> =>
  lookup.fold<AgencyState, AgencyEvent>(`agency-${agencyId}`, undefined, evolveAgency);

/** @throws the refusal where no such agency is registered */
export function requireAgency(agencyId: string, { agency }: KnowsAgency): Agency {
  require(agency, agencySanctionRules.CaseIsAboutAnAgency, agencyId);
  return agency;
}

const enterViolationCase: CommandRule<EnterViolationCase, ViolationBook, ViolationBookEvent, KnowsAgency> = {
  creates: 'either',
  gather: async (_command, _book, lookup, agencyId) => ({ agency: await readAgency(agencyId, lookup) }),
  authorise: (_command, _book, { actor, target, known }) => requireCenter(actor, requireAgency(target, known)),
  decide: ({ sanctionId }, book) => (book.includes(sanctionId) ? [] : [{ type: 'ViolationCaseEntered', data: { sanctionId } }]),
};

/** The book of one agency: which sanction cases there are about it. */
export const violationBookDecider: Decider<ViolationBook, ViolationBookEvent> = {
  category: 'violations',
  initial: EMPTY_BOOK,
  evolve: evolveViolationBook,
  basis: violationBookBasis,
  area: () => 'FJ',
  commands: { EnterViolationCase: enterViolationCase },
};
