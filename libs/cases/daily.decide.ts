import { type DailyEvent, dailyBasis } from '#libs/cases/daily.events';
import { type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import { dailyConduct } from '#libs/cases/daily-conduct.decide';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import { dailyDispatching } from '#libs/cases/daily-dispatch.decide';
import { dailyImprovement } from '#libs/cases/daily-improvement.decide';
import { dailyLinks } from '#libs/cases/sanction-link.decide';
import { dailyMeasures } from '#libs/cases/daily-measures.decide';
import { dailyCancelling, dailyPlanning } from '#libs/cases/daily-plan.decide';
import { dailyPowers } from '#libs/cases/daily-powers.decide';
import { dailyRecord } from '#libs/cases/daily-record.decide';
import { dailyTaints } from '#libs/cases/tainting.decide';
import { isCovert } from '#libs/cases/daily.stage';
import type { Decider } from '#libs/event-sourcing/decider';

export const dailyDecider: Decider<DailyState, DailyEvent> = {
  category: 'daily',
  initial: undefined,
  evolve: evolveDaily,
  basis: dailyBasis,
  refusals: { UnassignedActRefused: dailyConductRules.NothingWithoutAssignment },
  hides: (state, { role }) => role === 'AGENCY' && state !== undefined && isCovert(state),
  area: (state) => state?.area ?? 'FJ',
  commands: { ...dailyPlanning, ...dailyCancelling, ...dailyDispatching, ...dailyConduct, ...dailyPowers, ...dailyRecord, ...dailyMeasures, ...dailyImprovement, ...dailyLinks, ...dailyTaints },
};
