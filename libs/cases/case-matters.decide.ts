import { byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { isCovert } from '#libs/cases/case.guards';
import { isBefore } from '#libs/cases/case.stage';
import type { DefineMatters, WidenMatters } from '#libs/cases/case-intake.commands';
import type { Matter } from '#libs/cases/case-intake.events';
import { intakeRules } from '#libs/cases/case-intake.rules';
import { gatherComplaint, type KnowsComplaint, requireAcceptedComplaint } from '#libs/cases/matter-complaint.guards';
import type { Context, Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

function checkCatchAll({ item, detail, approvedBy }: Matter, { actor, now }: Context): void {
  if (item !== 'C2.99') return;
  const length = [...(detail ?? '')].length;
  require(length >= parameter('catchAll.minimumCharacters', legalDateOf(now)), intakeRules.CatchAllMatterNeedsText);
  require(approvedBy !== undefined && approvedBy !== actor.person, intakeRules.CatchAllMatterNeedsApprover);
}

/** Content items are named once, and those that need it say more. */
export function checkMatters({ matters, complaintRef }: DefineMatters, held: Case['matters'], context: Context): void {
  const items = [...held, ...matters].map(({ item }) => item);
  require(new Set(items).size === items.length, intakeRules.MatterIsNamedOnce);
  for (const matter of matters) {
    checkCatchAll(matter, context);
    require(matter.item !== 'C3' || complaintRef !== undefined, intakeRules.ComplaintMatterNeedsComplaint);
  }
}

const gather = ({ complaintRef }: DefineMatters, _state: Case, lookup: Lookup): Promise<KnowsComplaint> => gatherComplaint(complaintRef, lookup);

const defineMatters: CaseRule<DefineMatters, KnowsComplaint> = {
  gather,
  authorise: byDispatcher,
  guard: (command, { stage, matters, agencyId }, context) => {
    require(stage === 'DRAFT', intakeRules.MattersAreDefinedOnce);
    checkMatters(command, matters, context);
    requireAcceptedComplaint(command.complaintRef, context.known, agencyId);
  },
  decide: ({ matters, complaintRef }) => [
    { type: 'MattersDefined', data: { matters, ...(complaintRef === undefined ? {} : { complaintRef }) } },
  ],
};

const widenMatters: CaseRule<WidenMatters, KnowsComplaint> = {
  gather,
  authorise: byDispatcher,
  guard: (command, state, context) => {
    const { stage, matters, agencyId } = state;
    require(stage !== 'DRAFT' && isBefore(stage, 'DELIBERATING'), intakeRules.MattersWidenUntilTheEndOnSite);
    require(stage !== 'ON_SITE' || isCovert(state) || command.notice !== undefined, intakeRules.WideningOnSiteNeedsNotice);
    checkMatters(command, matters, context);
    requireAcceptedComplaint(command.complaintRef, context.known, agencyId);
  },
  decide: ({ matters: added, complaintRef, reason, notice }) => [
    {
      type: 'MattersWidened',
      data: { added, reason, ...(complaintRef === undefined ? {} : { complaintRef }), ...(notice === undefined ? {} : { notice }) },
    },
  ],
};

export const mattersCommands = { DefineMatters: defineMatters, WidenMatters: widenMatters };
