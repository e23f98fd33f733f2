import { about, type Step } from '#test/recorded-events/step';
import { POLICY_ID } from '#libs/policy/policy.events';

const department = { person: 'clerk-hr', role: 'PROVINCIAL_HR', organisation: 'FJ' };
const second = { ...department, person: 'reviewer-hr' };
const step = about(POLICY_ID);
const proposal = { bases: ['闽人社文〔2026〕9号(样例)'], changes: [{ parameter: 'exam.passMark', value: '70', basis: 'A-41' }], reason: '提高考核要求' };

/** A version comes back, another is approved, to be in force after everything else that is told. */
export const policiesStory: readonly Step[] = [
  step('2026-11-02', department, 'ProposePolicyVersion', { ...proposal, version: 'FJ-2026-1', validFrom: '2026-12-01' }),
  step('2026-11-03', second, 'RejectPolicyVersion', { version: 'FJ-2026-1', reason: '施行日期过早' }),
  step('2026-11-04', department, 'ProposePolicyVersion', { ...proposal, version: 'FJ-2026-2', validFrom: '2027-03-01' }),
  step('2026-11-05', second, 'ApprovePolicyVersion', { version: 'FJ-2026-2' }),
];
