import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** How often facts rested on a rule, by the type of the fact. */
export interface RuleUses {
  readonly ruleId: string;
  readonly events: Readonly<Record<string, number>>;
}

/** A fact names the rules that it rests on; one that rests on none names nothing. */
const rulesOf = ({ meta }: RecordedEvent): readonly string[] => meta.basis.split(' ').filter((id) => id !== '');

/** 条款适用次数: one document a rule, over streams of these categories. */
export const ruleUses = (categories: readonly string[]): View<RuleUses> => ({
  name: 'rule-uses',
  version: 1,
  categories,
  indexes: [],
  keys: rulesOf,
  apply: (uses, { type }, ruleId) => ({ ruleId, events: { ...uses?.events, [type]: (uses?.events[type] ?? 0) + 1 } }),
});
