import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import { valueFrom } from '#libs/policy/parameter-limits';
import type { PolicyEvent, PolicyVersion } from '#libs/policy/policy.events';
import { addDays } from '#libs/regulation/legal-date';
import { POLICIES, type Policy } from '#libs/regulation/parameters';

export interface PolicyState {
  /** Every version that is or will be in force, the Measures' own first, in the order of their days. */
  readonly policies: readonly Policy[];
  /** Names that were ever proposed. */
  readonly named: readonly string[];
  /** Waits for a second person; `by`: reference of who proposed it. */
  readonly proposal?: (PolicyVersion & { readonly by: string }) | undefined;
}

export const FIRST_POLICY: PolicyState = { policies: POLICIES, named: POLICIES.map(({ version }) => version) };

/** The version before, with the changes; it ends the day before. */
function succeeded(policies: readonly Policy[], { version, validFrom, changes }: PolicyVersion): readonly Policy[] {
  const last = policies.at(-1);
  if (last === undefined) return policies;
  const changed = changes.map(({ parameter, value, basis }) => [parameter, { ...last.parameters[parameter], value: valueFrom(parameter, value), basis }]);
  const parameters = { ...last.parameters, ...Object.fromEntries(changed) } as Policy['parameters'];
  return [...policies.slice(0, -1), { ...last, validUntil: addDays(validFrom, -1) }, { version, validFrom, parameters }];
}

export function evolvePolicy(state: PolicyState, event: Recorded<PolicyEvent>): PolicyState {
  switch (event.type) {
    case 'PolicyVersionProposed': {
      const { reason: _why, ...version } = event.data;
      return { ...state, named: [...state.named, version.version], proposal: { ...version, by: event.meta.actor } };
    }
    case 'PolicyVersionRejected':
      return { ...state, proposal: undefined };
    case 'PolicyVersionApproved':
      return { ...state, proposal: undefined, policies: succeeded(state.policies, event.data) };
  }
}

/** First day of the version that was approved last. */
export const lastDayOf = ({ policies }: PolicyState): LegalDate => policies.at(-1)?.validFrom ?? '';
