import { accessRules } from '#libs/access/access.rules';
import { requireBody, requireProvincialCenter, requireSystem } from '#libs/access/policy';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { Training, TrainingStage } from '#libs/agencies/training.evolve';
import { trainingRules } from '#libs/agencies/training.rules';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';

/** A rule about a training that has a plan. */
export type TrainingRule<C, K = unknown> = CommandRule<C, Training, TrainingEvent, K>;

export const byBody = (_command: unknown, state: Training, { actor }: Context): void => requireBody(actor, state, accessRules.BodiesTrainTheirOwn);
export const byProvince = (_command: unknown, _state: Training, { actor }: Context): void => requireProvincialCenter(actor);
export const bySystem = (_command: unknown, _state: Training, { actor }: Context): void => requireSystem(actor);

export const requireStage = ({ stage }: Training, stages: readonly TrainingStage[], rule: Rule): void => require(stages.includes(stage), rule, stage);

/** Nothing has begun: the plan may still change. */
export const requirePlanOpen = (state: Training): void => requireStage(state, ['DRAFTED', 'FILED', 'RETURNED'], trainingRules.PlanIsOpen);

/** A day up to today, not before what had to come first. */
export const requireDay = (day: LegalDate, notBefore: LegalDate, { now }: Context): void =>
  require(isLegalDate(day) && notBefore <= day && day <= legalDateOf(now), trainingRules.CourseDayIsReal, day);
