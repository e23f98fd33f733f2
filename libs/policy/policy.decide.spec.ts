import { accessRules } from '#libs/access/access.rules';
import { fuzhou, province } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import { policyDecider } from '#libs/policy/policy.decide';
import type { PolicyEvent, PolicyVersion } from '#libs/policy/policy.events';
import type { PolicyState } from '#libs/policy/policy.evolve';
import { valueFrom } from '#libs/policy/parameter-limits';
import { termsOf } from '#libs/policy/policy-terms';
import { policyRules } from '#libs/policy/policy.rules';
import { parameter, parameterDetail, type ParameterName } from '#libs/regulation/parameters';

const department: Actor = { person: 'p-department', role: 'PROVINCIAL_HR', organisation: 'FJ' };
const second: Actor = { ...department, person: 'p-department-reviewer' };
const change = { parameter: 'defence.workingDays', value: '12', basis: 'D-06' } as const;
const proposal = { version: 'FJ-2026-1', validFrom: '2026-04-01', bases: ['闽人社文〔2026〕9号(样例)'], changes: [change], reason: '延长申辩期限' };
const version: PolicyVersion = { version: 'FJ-2026-1', validFrom: '2026-04-01', bases: proposal.bases, changes: [change] };

const proposed = { type: 'PolicyVersionProposed', data: { ...version, reason: proposal.reason }, meta: { actor: department.person } } as unknown as PolicyEvent;
const approved: PolicyEvent = { type: 'PolicyVersionApproved', data: version };
const rejected: PolicyEvent = { type: 'PolicyVersionRejected', data: { version: 'FJ-2026-1', reason: '依据不足' } };
const after = (...events: readonly PolicyEvent[]) => given(policyDecider, events).about('FJ').by(department);
const propose = (body: object = {}, ...events: readonly PolicyEvent[]) => after(...events).when('ProposePolicyVersion', { ...proposal, ...body });
const changing = (...changes: readonly { readonly parameter: string; readonly value: string }[]) => propose({ changes: changes.map((one) => ({ ...one, basis: 'A-41' })) });

describe('proposing a version of the policy', () => {
  it('says what changes, from which day, on what authority', () => {
    propose().expectFacts([{ type: 'PolicyVersionProposed', data: { ...version, reason: proposal.reason } }]);
    for (const by of [fuzhou, province]) after().by(by).when('ProposePolicyVersion', proposal).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
    after().about('3501').when('ProposePolicyVersion', proposal).expectRefusal(policyRules.PolicyIsOfTheProvince);
  });

  it('is never backwards, and each version has a name of its own', () => {
    for (const validFrom of ['2026-03-01', '2026-03-02', '2026-02-30']) propose({ validFrom }).expectRefusal(policyRules.PolicyIsNeverBackwards);
    propose({ validFrom: '2026-03-03' }).expectTypes(['PolicyVersionProposed']);
    for (const validFrom of ['2026-03-31', '2026-04-01']) propose({ version: 'FJ-2026-2', validFrom, changes: [{ ...change, value: '15' }] }, proposed, approved).expectRefusal(policyRules.PolicyIsNeverBackwards);
    for (const events of [[proposed, approved], [proposed, rejected]]) propose({ validFrom: '2026-05-01', changes: [{ ...change, value: '15' }] }, ...events).expectRefusal(policyRules.PolicyVersionIsNew);
    propose({ version: 'FJ-2021' }).expectRefusal(policyRules.PolicyVersionIsNew);
    propose({ version: 'FJ-2026-2' }, proposed).expectRefusal(policyRules.PolicyProposalIsDecidedFirst);
  });

  it('changes what the house has chosen, never what the text says, and each once', () => {
    for (const name of ['term.years', 'record.workingDays', 'group.size']) changing({ parameter: name, value: '7' }).expectRefusal(policyRules.TextIsNotChangedByPolicy);
    changing({ parameter: 'training.internalIntervalMonths', value: '6' }).expectRefusal(policyRules.FoldedParameterIsFixed);
    changing({ parameter: 'exam.passMark', value: '60' }).expectRefusal(policyRules.ParameterIsChangedOnce);
    changing({ parameter: 'exam.passMark', value: '70' }, { parameter: 'exam.passMark', value: '80' }).expectRefusal(policyRules.ParameterIsChangedOnce);
    propose({ version: 'FJ-2026-2', validFrom: '2026-05-01' }, proposed, approved).expectRefusal(policyRules.ParameterIsChangedOnce);
  });

  it.each([
    ['exam.passMark', 'many'], ['exam.passMark', '0'], ['exam.passMark', '1.5'], ['term.renewalRequiresTraining', 'no'], ['draw.poolScopeOfMunicipalCenter', 'OWN'],
    ['term.lastDayReading', 'NEVER'], ['internalCard.numberPattern', '^(['], ['internalCard.numberPattern', 'R'],
  ])('refuses for %s the value %s', (name, value) => {
    changing({ parameter: name, value }).expectRefusal(policyRules.ParameterFitsItsKind);
  });

  it.each([
    ['exam.passMark', '70', 70], ['exam.reExamTimes', '0', 0], ['term.renewalRequiresTraining', 'false', false], ['draw.poolScopeOfMunicipalCenter', 'PROVINCE', 'PROVINCE'],
    ['internalCard.numberPattern', '^N[0-9]{6}$', '^N[0-9]{6}$'],
  ])('takes for %s the value %s', (name, value, stored) => {
    expect(changing({ parameter: name, value }).facts).toMatchObject([{ data: { changes: [{ parameter: name, value }] } }]);
    expect(valueFrom(name as ParameterName, value)).toBe(stored);
  });

  it.each([['defence.workingDays', '4'], ['draw.keyNoticeDays', '6'], ['retention.networkLogMonths', '5'], ['catchAll.minimumCharacters', '19']])('keeps %s above %s', (name, value) => {
    changing({ parameter: name, value }).expectRefusal(policyRules.ParameterKeepsItsLimit);
  });
});

describe('deciding on a version', () => {
  it('takes a second person of the department, before its day', () => {
    after(proposed).by(second).when('ApprovePolicyVersion', { version: 'FJ-2026-1' }).expectFacts([approved]);
    after(proposed).by(second).when('RejectPolicyVersion', { version: 'FJ-2026-1', reason: '依据不足' }).expectFacts([rejected]);
    after(proposed).by(second).at('2026-03-31T16:00:00.000Z').when('ApprovePolicyVersion', { version: 'FJ-2026-1' }).expectRefusal(policyRules.PolicyIsNeverBackwards);
    for (const [command, body] of [['ApprovePolicyVersion', {}], ['RejectPolicyVersion', { reason: '依据不足' }]] as const) {
      after(proposed).when(command, { version: 'FJ-2026-1', ...body }).expectRefusal(policyRules.SecondPersonDecidesPolicy);
      after(proposed).by(province).when(command, { version: 'FJ-2026-1', ...body }).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
      after(proposed).by(second).when(command, { version: 'FJ-2026-2', ...body }).expectRefusal(policyRules.PolicyDecisionFollowsTheProposal);
      for (const events of [[], [proposed, approved], [proposed, rejected]]) after(...events).by(second).when(command, { version: 'FJ-2026-1', ...body }).expectRefusal(policyRules.PolicyDecisionFollowsTheProposal);
    }
  });
});

describe('what decisions are made under', () => {
  const { policies } = after(proposed, approved).state() as PolicyState;
  const { under, nameAt } = termsOf(policies);

  it('changes with a version from its first day, and not before', () => {
    expect(under(() => [parameter('defence.workingDays', '2026-03-31'), parameter('defence.workingDays', '2026-04-01'), parameter('exam.passMark', '2026-04-01')])).toEqual([10, 12, 60]);
    expect(under(() => parameterDetail('defence.workingDays', '2026-04-01'))).toMatchObject({ value: 12, basis: 'D-06', policy: 'FJ-2026-1', validFrom: '2026-04-01' });
    expect(policies.map((policy) => [policy.version, policy.validFrom, policy.validUntil])).toEqual([['FJ-2021', '2021-08-03', '2026-03-31'], ['FJ-2026-1', '2026-04-01', undefined]]);
  });

  it('is named by the day in Asia/Shanghai; nothing is in force before the Measures', () => {
    expect(['2026-03-31T15:59:59.999Z', '2026-03-31T16:00:00.000Z', '2021-08-02T15:59:59.999Z'].map(nameAt)).toEqual(['FJ-2021', 'FJ-2026-1', undefined]);
  });

  it('ends with the decision, also where it is refused', () => {
    expect(() => under(() => {
      throw new Error('refused');
    })).toThrow('refused');
    expect(parameter('defence.workingDays', '2026-04-01')).toBe(10);
    expect(under(() => termsOf([...policies.slice(0, 1)]).under(() => parameter('defence.workingDays', '2026-03-01')) + parameter('defence.workingDays', '2026-04-01'))).toBe(22);
  });
});
