import { type DailyEvent, dailyBasis } from '#libs/cases/daily.events';
import { type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import { dailyConduct } from '#libs/cases/daily-conduct.decide';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import { dailyDispatching } from '#libs/cases/daily-dispatch.decide';
import { dailyMeasures } from '#libs/cases/daily-measures.decide';
import { dailyCancelling, dailyPlanning } from '#libs/cases/daily-plan.decide';
import { dailyRecord } from '#libs/cases/daily-record.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const dailyDecider: Decider<DailyState, DailyEvent> = {
  category: 'daily',
  initial: undefined,
  evolve: evolveDaily,
  basis: dailyBasis,
  refusals: { UnassignedActRefused: dailyConductRules.NothingWithoutAssignment },
  area: (state) => state?.area ?? 'FJ',
  commands: { ...dailyPlanning, ...dailyCancelling, ...dailyDispatching, ...dailyConduct, ...dailyRecord, ...dailyMeasures },
};
