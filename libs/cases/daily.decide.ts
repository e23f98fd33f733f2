import { type DailyEvent, dailyBasis } from '#libs/cases/daily.events';
import { type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import { dailyCancelling, dailyPlanning } from '#libs/cases/daily-plan.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const dailyDecider: Decider<DailyState, DailyEvent> = {
  category: 'daily',
  initial: undefined,
  evolve: evolveDaily,
  basis: dailyBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...dailyPlanning, ...dailyCancelling },
};
