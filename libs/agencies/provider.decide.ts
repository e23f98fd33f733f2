import { requireProvincialCenter } from '#libs/access/policy';
import type { QualifyProvider, WithdrawProviderQualification } from '#libs/agencies/provider.commands';
import { providerBasis, type ProviderEvent } from '#libs/agencies/provider.events';
import { evolveProvider, isQualified, type Provider, type ProviderState } from '#libs/agencies/provider.evolve';
import { providerRules } from '#libs/agencies/training.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';

const qualifyProvider: CommandRule<QualifyProvider, ProviderState, ProviderEvent> = {
  creates: 'either',
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: ({ name, qualificationNo, qualifiedFrom, qualifiedUntil }) => {
    require(isLegalDate(qualifiedFrom) && isLegalDate(qualifiedUntil) && qualifiedFrom <= qualifiedUntil, providerRules.QualificationPeriodIsReal);
    return [{ type: 'ProviderQualified', data: { name, qualificationNo, qualifiedFrom, qualifiedUntil } }];
  },
};

const withdrawProviderQualification: CommandRule<WithdrawProviderQualification, Provider, ProviderEvent> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: ({ reason }, state, { now }) => {
    const today = legalDateOf(now);
    require(isQualified(state, today, today), providerRules.QualificationIsInForce);
    return [{ type: 'ProviderQualificationWithdrawn', data: { withdrawnOn: today, reason } }];
  },
};

export const providerDecider: Decider<ProviderState, ProviderEvent> = {
  category: 'provider',
  initial: undefined,
  evolve: evolveProvider,
  basis: providerBasis,
  area: () => 'FJ',
  commands: { QualifyProvider: qualifyProvider, WithdrawProviderQualification: withdrawProviderQualification },
};
