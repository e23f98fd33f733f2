/** A reason for refusal: a sentence of the Measures (or of the house) that a command would break. */
export interface Rule {
  /** Name of the rule as a statement: `GroupNeedsThreeSupervisors`. */
  readonly name: string;
  /** Id in the list of rules: `R3.4-3`. Order of steps is `b.N`, the life cycle it belongs to. */
  readonly id: string;
  /** Article of the Measures: `第三章四`. */
  readonly article: string;
  /** One Chinese sentence for the person who is refused. */
  readonly sentence: string;
}

/** Names every rule after its key, so that a rule has one spelling. */
export function defineRules<const K extends string>(rules: Record<K, Omit<Rule, 'name'>>): Record<K, Rule> {
  const named = Object.entries<Omit<Rule, 'name'>>(rules).map(([name, rule]) => [name, { name, ...rule }]);
  return Object.fromEntries(named) as Record<K, Rule>;
}

/** A command that a rule forbids. Nothing was written. */
export class Refused extends Error {
  constructor(
    readonly rule: Rule,
    readonly detail?: string,
  ) {
    super(`${rule.id} ${rule.name}: ${rule.sentence}${detail === undefined ? '' : `(${detail})`}`);
    this.name = 'Refused';
  }
}

/** Throws {@link Refused} unless the condition holds. */
export function require(condition: unknown, rule: Rule, detail?: string): asserts condition {
  if (!condition) throw new Refused(rule, detail);
}

/** An actor whose role, area or relation does not allow the command. Answered like a missing stream where that would tell. */
export class NotAllowed extends Error {
  constructor(
    readonly rule: Rule,
    readonly detail?: string,
  ) {
    super(`${rule.id} ${rule.name}: ${rule.sentence}${detail === undefined ? '' : `(${detail})`}`);
    this.name = 'NotAllowed';
  }
}
