import type { ProviderEvent } from '#libs/agencies/provider.events';
import { evolveProvider, type Provider } from '#libs/agencies/provider.evolve';
import type { Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** 具备外督培训考核资质的单位: one document a unit. */
export interface ProviderEntry extends Provider {
  readonly providerId: string;
}

export const providerRegister: View<ProviderEntry> = {
  name: 'provider-register',
  version: 1,
  categories: ['provider'],
  indexes: ['name', 'qualifiedUntil'],
  keys: (event) => [event.stream.slice('provider-'.length)],
  apply: (entry, event, providerId) => {
    const provider = evolveProvider(entry ?? undefined, event as unknown as Recorded<ProviderEvent>);
    return provider === undefined ? null : { ...provider, providerId };
  },
};
