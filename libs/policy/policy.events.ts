import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { ParameterName } from '#libs/regulation/parameters';

/** The one stream of the province's policy: `policy-FJ`. */
export const POLICY_ID = 'FJ';

/** A parameter that takes another value. */
export interface ParameterChange {
  readonly parameter: ParameterName;
  /** As text: a number, a choice, or `true` and `false`. */
  readonly value: string;
  /** Rule, reading or document that the value rests on. */
  readonly basis: string;
}

export interface PolicyVersion {
  /** `FJ-2026-1` */
  readonly version: string;
  /** First day on which facts are judged by it; always a day to come when it is decided. */
  readonly validFrom: LegalDate;
  /** Documents that give the authority for it; never empty. */
  readonly bases: readonly string[];
  readonly changes: readonly ParameterChange[];
}

/** 拟定政策版本 */
export type PolicyVersionProposed = Fact<'PolicyVersionProposed', PolicyVersion & { readonly reason: string }>;

/** 退回政策版本 */
export type PolicyVersionRejected = Fact<'PolicyVersionRejected', { readonly version: string; readonly reason: string }>;

/** 批准政策版本: by a second person of the department. What was judged before stays as it was judged. */
export type PolicyVersionApproved = Fact<'PolicyVersionApproved', PolicyVersion>;

export type PolicyEvent = PolicyVersionProposed | PolicyVersionRejected | PolicyVersionApproved;

const POLICY = ['R1.5-1', 'R5.2-1'] as const;

export const policyBasis: Readonly<Record<PolicyEvent['type'], readonly string[]>> = {
  PolicyVersionProposed: POLICY,
  PolicyVersionRejected: POLICY,
  PolicyVersionApproved: POLICY,
};
