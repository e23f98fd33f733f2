import type { ProviderEvent } from '#libs/agencies/provider.events';
import { evolveProvider, isQualified, type Provider, type ProviderState } from '#libs/agencies/provider.evolve';
import { trainingRules } from '#libs/agencies/training.rules';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';

export interface KnowsProvider {
  readonly provider: ProviderState;
}

export const gatherProvider = async (providerId: string, lookup: Lookup): Promise<KnowsProvider> => ({
  provider: await lookup.fold<ProviderState, ProviderEvent>(`provider-${providerId}`, undefined, evolveProvider),
});

/** On every day of the training (R2.4-3). */
export function requireQualified(provider: ProviderState, from: LegalDate, to: LegalDate): asserts provider is Provider {
  require(provider !== undefined && isQualified(provider, from, to), trainingRules.ProviderIsQualified);
}
