import type { Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { PolicyEvent, PolicyVersion } from '#libs/policy/policy.events';
import { evolvePolicy, FIRST_POLICY, type PolicyState } from '#libs/policy/policy.evolve';

/** 政策版本: one document, open to everybody who may use the program. */
export interface PolicyRegister extends PolicyState {
  /** What each approved version after the first changed, and on what authority. */
  readonly approved: readonly PolicyVersion[];
}

/** Before anything was decided in the record. */
export const NO_VERSIONS: PolicyRegister = { ...FIRST_POLICY, approved: [] };

export const policyRegister: View<PolicyRegister> = {
  name: 'policy-register',
  version: 1,
  categories: ['policy'],
  indexes: [],
  keys: (event) => [event.stream.slice('policy-'.length)],
  apply: (register, stored) => {
    const event = stored as unknown as Recorded<PolicyEvent>;
    const { approved, ...state } = register ?? NO_VERSIONS;
    return { ...evolvePolicy(state, event), approved: event.type === 'PolicyVersionApproved' ? [...approved, event.data] : approved };
  },
};
