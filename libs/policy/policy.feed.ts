import type { Feed } from '#libs/event-sourcing/feed';
import type { PolicyEvent } from '#libs/policy/policy.events';

const UNDECIDED = '尚未批准的政策版本不外送';

export const policyFeed: Feed<PolicyEvent> = {
  PolicyVersionProposed: UNDECIDED,
  PolicyVersionRejected: UNDECIDED,
  PolicyVersionApproved: { version: true, validFrom: true, changes: { parameter: true } },
};
