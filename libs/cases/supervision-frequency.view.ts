import type { SupervisionFrequencyEvent, SupervisionFrequencyRaised } from '#libs/cases/supervision-frequency.events';
import { isSameScope } from '#libs/cases/supervision-frequency.evolve';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { Area } from '#libs/regulation/areas';

interface Raise extends Omit<SupervisionFrequencyRaised['data'], 'area'> {
  readonly raisedAt: Instant;
  /** Whether no later one of the same scope has taken its place. */
  readonly inForce: boolean;
}

/** 日常督导频次 of one area, with all that raised it, the latest last. */
export interface SupervisionFrequencyEntry {
  readonly area: Area;
  readonly raises: readonly Raise[];
}

export const supervisionFrequencyRegister: View<SupervisionFrequencyEntry> = {
  name: 'supervision-frequency-register',
  version: 1,
  categories: ['frequency'],
  indexes: ['area'],
  keys: ({ stream }) => [stream.slice('frequency-'.length)],
  apply: (entry, recordedEvent) => {
    const { data, meta } = recordedEvent as unknown as Recorded<SupervisionFrequencyEvent>;
    const { area, ...raise } = data;
    const before = (entry?.raises ?? []).map((earlier) => (isSameScope(earlier.scope, raise.scope) ? { ...earlier, inForce: false } : earlier));
    return { area, raises: [...before, { ...raise, raisedAt: meta.occurredAt, inForce: true }] };
  },
};
