import { requireBody } from '#libs/access/policy';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, require, type Rule } from '#libs/event-sourcing/rule';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import { type Assessment, type AssessmentPeriod, openPeriod } from '#libs/supervisors/assessment.evolve';
import { assessmentRules } from '#libs/supervisors/assessment.rules';

/** A rule about a file that is there. */
export type AssessmentRule<C, K = unknown> = CommandRule<C, Assessment, AssessmentEvent, K>;

/** The body that dispatched the supervisor, and no other (R2.8-1). */
export const requireAssessor = (actor: Actor, { dispatcher }: Assessment): void => requireBody(actor, dispatcher, assessmentRules.OnlyTheDispatcherAssesses);

export const byDispatcher = (_command: unknown, state: Assessment, { actor }: Context): void => requireAssessor(actor, state);

/** The supervisor themselves. */
export function bySupervisor(_command: unknown, { personId }: Assessment, { actor }: Context): void {
  if (actor.person !== personId) throw new NotAllowed(assessmentRules.ObjectionIsOpen);
}

/** The assessment under way; without one the rule says what is missing. */
export function requirePeriod(state: Assessment, rule: Rule): AssessmentPeriod {
  const period = openPeriod(state);
  require(period, rule);
  return period;
}
