import rules from '#libs/regulation/rules-catalogue.json' with { type: 'json' };

/**
 * H a command that breaks it is refused · T time itself changes the state · F allowed but visible and explained ·
 * P the text gives no number, so a parameter does · N a principle that can only be supported.
 */
export type RuleLevel = 'H' | 'T' | 'F' | 'P' | 'N';

/** One rule that was read out of the Measures. */
export interface CatalogueRule {
  readonly id: string;
  /** `第三章四`, `前言` or `附件`. */
  readonly article: string;
  readonly subItem?: string;
  readonly levels: readonly RuleLevel[];
  /** Word for word from the Measures; empty where the rule follows from several sentences or from silence. */
  readonly quotes: readonly string[];
}

export const RULES_CATALOGUE = rules as readonly CatalogueRule[];

const byId: ReadonlyMap<string, CatalogueRule> = new Map(RULES_CATALOGUE.map((rule) => [rule.id, rule]));

export const catalogueRule = (id: string): CatalogueRule | undefined => byId.get(id);
