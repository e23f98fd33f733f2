import type { Terms } from '#libs/event-sourcing/decider';
import { legalDateOf } from '#libs/regulation/legal-date';
import { type Policy, underPolicies, versionOn } from '#libs/regulation/parameters';

/** Decisions take their parameters from these versions, and name the one in force. */
export const termsOf = (policies: readonly Policy[]): Terms => ({
  nameAt: (at) => versionOn(legalDateOf(at), policies),
  under: (work) => underPolicies(policies, work),
});
