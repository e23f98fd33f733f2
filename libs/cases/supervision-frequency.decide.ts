import { requireCenter } from '#libs/access/policy';
import type { AgencyRegistered } from '#libs/agencies/agency.events';
import { gatherAgency } from '#libs/cases/daily-plan.decide';
import type { RaiseSupervisionFrequency } from '#libs/cases/supervision-frequency.commands';
import { type FrequencyScope, supervisionFrequencyBasis, type SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import { evolveSupervisionFrequencies, frequencyOf, NO_FREQUENCIES, type SupervisionFrequencies } from '#libs/cases/supervision-frequency.evolve';
import { supervisionFrequencyRules } from '#libs/cases/supervision-frequency.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { type Area, isArea } from '#libs/regulation/areas';

/** The agency, where the scope is one. */
interface KnowsScope {
  readonly agency: AgencyRegistered['data'] | undefined;
}

/** The target, as the area that the scope lies in. */
function areaOf({ kind, value }: FrequencyScope, target: string, { agency }: KnowsScope): Area {
  const isIn = { AGENCY: agency?.area === target, OCCUPATION: value.trim() === value && value !== '', AREA: value === target };
  require(isArea(target) && isIn[kind], supervisionFrequencyRules.FrequencyIsOfAScope, value);
  return target;
}

const raiseSupervisionFrequency: CommandRule<RaiseSupervisionFrequency, SupervisionFrequencies, SupervisionFrequencyEvent, KnowsScope> = {
  creates: 'either',
  gather: async ({ scope }, _state, lookup) => ({ agency: scope.kind === 'AGENCY' ? await gatherAgency(scope.value, lookup) : undefined }),
  authorise: ({ scope }, _state, { actor, target, known }) =>
    requireCenter(actor, { area: areaOf(scope, target, known), isCentralBranch: known.agency?.isCentralBranch ?? false }),
  guard: ({ scope, timesPerYear, reasons }, state) => {
    require(reasons.trim() !== '', supervisionFrequencyRules.FrequencyNeedsReasons);
    require(timesPerYear > frequencyOf(state, scope), supervisionFrequencyRules.FrequencyOnlyRises, String(frequencyOf(state, scope)));
  },
  decide: ({ scope, timesPerYear, reasons }, _state, { actor, target, known }) =>
    [{ type: 'SupervisionFrequencyRaised', data: { area: areaOf(scope, target, known), raisedBy: actor.organisation as Area, scope, timesPerYear, reasons } }],
};

export const supervisionFrequencyDecider: Decider<SupervisionFrequencies, SupervisionFrequencyEvent> = {
  category: 'frequency',
  initial: NO_FREQUENCIES,
  evolve: evolveSupervisionFrequencies,
  basis: supervisionFrequencyBasis,
  area: ({ area }) => area ?? 'FJ',
  commands: { RaiseSupervisionFrequency: raiseSupervisionFrequency },
};
