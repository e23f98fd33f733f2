import { requireProvincialDepartment } from '#libs/access/policy';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { FOLDED, LEAST, valueFrom } from '#libs/policy/parameter-limits';
import type { ApprovePolicyVersion, ParameterChangeInput, ProposePolicyVersion, RejectPolicyVersion } from '#libs/policy/policy.commands';
import { type ParameterChange, POLICY_ID, policyBasis, type PolicyEvent } from '#libs/policy/policy.events';
import { evolvePolicy, FIRST_POLICY, lastDayOf, type PolicyState } from '#libs/policy/policy.evolve';
import { policyRules } from '#libs/policy/policy.rules';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameterDetail } from '#libs/regulation/parameters';

type PolicyRule<C> = CommandRule<C, PolicyState, PolicyEvent>;

const byDepartment = (_command: unknown, _state: PolicyState, { actor }: Context): void => requireProvincialDepartment(actor);

/** After the day of the decision, and after every version before: nothing that was judged is judged again. */
const requireAhead = (validFrom: string, state: PolicyState, { now }: Context): void =>
  require(isLegalDate(validFrom) && validFrom > legalDateOf(now) && validFrom > lastDayOf(state), policyRules.PolicyIsNeverBackwards, validFrom);

/** @throws Refused */
function changeIn({ parameter, value: text, basis }: ParameterChangeInput, { policies }: PolicyState): ParameterChange {
  const current = parameterDetail(parameter, policies.at(-1)?.validFrom ?? '', policies);
  const value = valueFrom(parameter, text);
  require(current.source === 'parameter', policyRules.TextIsNotChangedByPolicy, parameter);
  require(!FOLDED.includes(parameter), policyRules.FoldedParameterIsFixed, parameter);
  require(value !== undefined, policyRules.ParameterFitsItsKind, `${parameter}: ${text}`);
  require(typeof value !== 'number' || value >= (LEAST[parameter] ?? 0), policyRules.ParameterKeepsItsLimit, `${parameter}: ${text}`);
  require(value !== current.value, policyRules.ParameterIsChangedOnce, parameter);
  return { parameter, value: text, basis };
}

const proposePolicyVersion: PolicyRule<ProposePolicyVersion> = {
  creates: 'either',
  authorise: byDepartment,
  guard: ({ version, validFrom, changes }, state, context) => {
    require(context.target === POLICY_ID, policyRules.PolicyIsOfTheProvince, context.target);
    require(state.proposal === undefined, policyRules.PolicyProposalIsDecidedFirst);
    require(!state.named.includes(version), policyRules.PolicyVersionIsNew, version);
    requireAhead(validFrom, state, context);
    require(new Set(changes.map(({ parameter }) => parameter)).size === changes.length, policyRules.ParameterIsChangedOnce);
    for (const change of changes) changeIn(change, state);
  },
  decide: ({ version, validFrom, bases, changes, reason }, state) => [
    { type: 'PolicyVersionProposed', data: { version, validFrom, bases, changes: changes.map((change) => changeIn(change, state)), reason } },
  ],
};

/** @throws NotAllowed, Refused */
function proposalForSecond(version: string, { proposal }: PolicyState, { actor }: Context): NonNullable<PolicyState['proposal']> {
  require(proposal?.version === version && proposal, policyRules.PolicyDecisionFollowsTheProposal, version);
  if (actor.person === proposal.by) throw new NotAllowed(policyRules.SecondPersonDecidesPolicy);
  return proposal;
}

const approvePolicyVersion: PolicyRule<ApprovePolicyVersion> = {
  authorise: byDepartment,
  decide: ({ version }, state, context) => {
    const { by: _proposer, ...approved } = proposalForSecond(version, state, context);
    requireAhead(approved.validFrom, state, context);
    return [{ type: 'PolicyVersionApproved', data: approved }];
  },
};

const rejectPolicyVersion: PolicyRule<RejectPolicyVersion> = {
  authorise: byDepartment,
  decide: ({ version, reason }, state, context) => [{ type: 'PolicyVersionRejected', data: { version: proposalForSecond(version, state, context).version, reason } }],
};

export const policyDecider: Decider<PolicyState, PolicyEvent> = {
  category: 'policy',
  initial: FIRST_POLICY,
  evolve: evolvePolicy,
  basis: policyBasis,
  area: () => 'FJ',
  commands: { ProposePolicyVersion: proposePolicyVersion, ApprovePolicyVersion: approvePolicyVersion, RejectPolicyVersion: rejectPolicyVersion },
};
