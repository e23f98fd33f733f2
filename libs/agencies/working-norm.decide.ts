import { type KnowsAgency, readAgency } from '#libs/agencies/violation-book.decide';
import type { PublishInternalRequirements, PublishWorkingNorm } from '#libs/agencies/working-norm.commands';
import { type NormKeeper, workingNormBasis, type WorkingNormEvent } from '#libs/agencies/working-norm.events';
import { evolveWorkingNorms, type LatestVersion, NO_NORMS, type WorkingNorms } from '#libs/agencies/working-norm.evolve';
import { workingNormRules } from '#libs/agencies/working-norm.rules';
import type { CommandRule, Decider, Lookup } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, require, type Rule } from '#libs/event-sourcing/rule';
import { isLegalDate } from '#libs/regulation/legal-date';
import { POLICIES } from '#libs/regulation/parameters';
import { catalogueRule } from '#libs/regulation/rules-catalogue';

type Publishing = PublishWorkingNorm | PublishInternalRequirements;

/** `center-3501`, `agency-<agencyId>`: whose norms they are. */
const KEEPERS = { MUNICIPAL_CENTER: ['CENTER', 'center'], AGENCY: ['AGENCY', 'agency'] } as const;

/** The keeper, who is the actor. */
function keeperOf({ role, organisation }: Actor, target: string, rule: Rule): NormKeeper {
  const [by, prefix] = KEEPERS[role as keyof typeof KEEPERS] ?? [];
  if (by === undefined || target !== `${prefix}-${organisation}`) throw new NotAllowed(rule, target);
  return { by, organisation };
}

function requireText({ provisions, effectiveFrom }: Publishing, before: LatestVersion | undefined): void {
  const adds = provisions.length > 0 && provisions.every(({ addsTo, text }) => catalogueRule(addsTo) !== undefined && text.trim() !== '');
  require(adds, workingNormRules.NormAddsToTheMeasures);
  const first = before?.effectiveFrom ?? POLICIES[0]?.validFrom ?? '';
  require(isLegalDate(effectiveFrom) && first <= effectiveFrom, workingNormRules.NormDayIsReal, effectiveFrom);
}

const publishedBy = (keeper: NormKeeper, { title, sha256, effectiveFrom, provisions }: Publishing, before: LatestVersion | undefined) =>
  ({ ...keeper, version: (before?.version ?? 0) + 1, title, sha256, effectiveFrom, provisions });

const gatherAgency = async (_command: unknown, _norms: WorkingNorms, lookup: Lookup, target: string): Promise<KnowsAgency> => ({
  agency: await readAgency(target.replace(/^agency-/, ''), lookup),
});

const publishWorkingNorm: CommandRule<PublishWorkingNorm, WorkingNorms, WorkingNormEvent, KnowsAgency> = {
  creates: 'either',
  gather: gatherAgency,
  authorise: (_command, _norms, { actor, target }) => void keeperOf(actor, target, workingNormRules.NormIsOfItsKeeper),
  guard: (command, { norm }, { actor, known }) => {
    require(actor.role !== 'AGENCY' || known.agency, workingNormRules.NormIsOfItsKeeper);
    requireText(command, norm);
  },
  decide: (command, { norm }, { actor, target }) =>
    [{ type: 'WorkingNormPublished', data: publishedBy(keeperOf(actor, target, workingNormRules.NormIsOfItsKeeper), command, norm) }],
};

const publishInternalRequirements: CommandRule<PublishInternalRequirements, WorkingNorms, WorkingNormEvent, KnowsAgency> = {
  creates: 'either',
  gather: gatherAgency,
  authorise: (_command, _norms, { actor, target }) => {
    if (actor.role !== 'AGENCY') throw new NotAllowed(workingNormRules.RequirementsAreOfTheAgency);
    keeperOf(actor, target, workingNormRules.RequirementsAreOfTheAgency);
  },
  guard: (command, { requirements }, { known }) => {
    require(known.agency, workingNormRules.RequirementsAreOfTheAgency);
    requireText(command, requirements);
  },
  decide: (command, { requirements }, { actor, target }) =>
    [{ type: 'InternalRequirementsPublished', data: publishedBy(keeperOf(actor, target, workingNormRules.RequirementsAreOfTheAgency), command, requirements) }],
};

export const workingNormDecider: Decider<WorkingNorms, WorkingNormEvent> = {
  category: 'norms',
  initial: NO_NORMS,
  evolve: evolveWorkingNorms,
  basis: workingNormBasis,
  area: () => 'FJ',
  commands: { PublishWorkingNorm: publishWorkingNorm, PublishInternalRequirements: publishInternalRequirements },
};
