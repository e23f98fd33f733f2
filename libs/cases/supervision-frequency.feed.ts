import type { SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import type { Feed } from '#libs/event-sourcing/feed';

/** How often whom; why is read in the register. */
export const supervisionFrequencyFeed: Feed<SupervisionFrequencyEvent> = {
  SupervisionFrequencyRaised: { area: true, raisedBy: true, scope: { kind: true, value: true }, timesPerYear: true },
};
