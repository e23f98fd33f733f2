import { requireCenter, requireSystem } from '#libs/access/policy';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Daily } from '#libs/cases/daily.evolve';
import { dailyRules } from '#libs/cases/daily.rules';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { NotAllowed } from '#libs/event-sourcing/rule';

/** A rule about a daily supervision that has been planned. */
export type DailyRule<C, K = unknown> = CommandRule<C, Daily, DailyEvent, K>;

/** The centre that planned it: competent, and no other. */
export function byDailyDispatcher(_command: unknown, state: Daily, { actor }: Context): void {
  requireCenter(actor, state);
  if (actor.organisation !== state.dispatcher) throw new NotAllowed(dailyRules.OnlyTheDispatcherLeadsTheDaily);
}

/** A timer or a reaction. */
export const bySystem = (_command: unknown, _state: Daily, { actor }: Context): void => requireSystem(actor);
