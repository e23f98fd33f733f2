import type { Rule } from '#libs/event-sourcing/rule';
import { BASIS } from '#libs/record/event-schemas';
import { REFUSALS } from '#libs/record/refusals';
import { DEADLINES_CATALOGUE } from '#libs/regulation/deadlines-catalogue';
import { FJ_2021 } from '#libs/regulation/parameter-list';
import type { ParameterName } from '#libs/regulation/parameters';
import { RULE_SUPPORT } from '#libs/regulation/rule-support';
import { type CatalogueRule, RULES_CATALOGUE, type RuleLevel } from '#libs/regulation/rules-catalogue';

/** What the program does about a rule of the Measures. */
export interface TracedRule extends CatalogueRule {
  /** Reasons for which it refuses a command. */
  readonly refusals: readonly Pick<Rule, 'name' | 'sentence'>[];
  /** Facts that rest on the rule. */
  readonly events: readonly string[];
  /** Numbers that the program does not decide for itself. */
  readonly parameters: readonly ParameterName[];
  /** How it is kept where none of these keeps it. */
  readonly support?: string;
}

const deadlinesOn = (id: string): readonly string[] => DEADLINES_CATALOGUE.filter(({ basis }) => basis === id).map((deadline) => deadline.id);

function parametersOn(id: string): readonly ParameterName[] {
  const bases = [id, ...deadlinesOn(id)];
  return (Object.keys(FJ_2021) as ParameterName[]).filter((name) => bases.includes(FJ_2021[name].basis));
}

function traced(rule: CatalogueRule): TracedRule {
  const refusals = REFUSALS.filter(({ id }) => id === rule.id).map(({ name, sentence }) => ({ name, sentence }));
  const events = Object.keys(BASIS).filter((type) => BASIS[type]?.includes(rule.id));
  const support = RULE_SUPPORT[rule.id];
  return { ...rule, refusals, events, parameters: parametersOn(rule.id), ...(support === undefined ? {} : { support }) };
}

/** All 108 rules, in the order of the text. */
export const RULE_TRACE: readonly TracedRule[] = RULES_CATALOGUE.map(traced);

/** What a level asks of the program. More than it asks is enough. */
const KEEPS: Readonly<Record<RuleLevel, (rule: TracedRule) => boolean>> = {
  H: ({ refusals, support }) => refusals.length > 0 || support !== undefined,
  T: ({ events }) => events.length > 0,
  F: ({ events, refusals }) => events.length > 0 || refusals.length > 0,
  P: ({ parameters, support }) => parameters.length > 0 || support !== undefined,
  N: ({ events, support, refusals }) => events.length > 0 || support !== undefined || refusals.length > 0,
};

/** Levels of the rule for which nothing in the program stands. */
export const levelsMissing = (rule: TracedRule): readonly RuleLevel[] => rule.levels.filter((level) => !KEEPS[level](rule));
