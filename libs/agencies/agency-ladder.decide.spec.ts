import { accessRules } from '#libs/access/access.rules';
import { requireConfirmer } from '#libs/agencies/agency-revocation.decide';
import { criticism, department, hold, notice, sanctioning, sanctionPhases, type SanctionTold, statement, tellSanction, violationCase } from '#libs/agencies/agency-sanction-story';
import { agencySanctionRules, correctionRules, ladderRules } from '#libs/agencies/agency-sanction.rules';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import { fuzhou, otherSchool, province, school, xiamen } from '#libs/cases/case-story';
import type { Rule } from '#libs/event-sourcing/rule';

const { opened, notified, held, submitted, refused, criticised, revocationNotified, proposed, revoked, resumed } = sanctionPhases;
const told = (events: readonly SanctionTold[], ...facts: readonly Omit<SanctionTold, 'occurredAt'>[]): readonly SanctionTold[] =>
  [...events, ...facts.map((fact) => ({ ...fact, occurredAt: '2026-05-08T02:00:00.000Z' }) as SanctionTold)];
const REVOKED = { standing: [{ grounds: [], revoked: true }] };

const notifiedOfCriticism = tellSanction([
  ['04-07', fuzhou, 'OpenViolationCase', { ...violationCase, severity: 'SERIOUS' }],
  ['04-08', fuzhou, 'NotifySanction', notice('PUBLIC_CRITICISM')],
]);
const heardOfCriticism = told(notifiedOfCriticism, { type: 'StatementWaived', data: {} });

describe('the second step', () => {
  const criticise = (events: readonly SanctionTold[], change: object = {}, day = '05-11') => sanctioning(events, fuzhou, day).when('CriticiseAgency', { ...criticism, ...change });

  it('is proposed only where correction was refused or the case is serious, and once', () => {
    sanctioning(opened, fuzhou, '04-08').when('NotifySanction', notice('PUBLIC_CRITICISM')).expectRefusal(agencySanctionRules.NoticeFitsTheLadder);
    sanctioning(held, fuzhou, '04-14').when('NotifySanction', notice('QUALIFICATION_REVOCATION')).expectRefusal(agencySanctionRules.NoticeFitsTheLadder);
    sanctioning(refused, fuzhou, '05-07').when('NotifySanction', notice('PUBLIC_CRITICISM')).expectTypes(['SanctionNotified']);
    sanctioning(criticised, fuzhou, '05-12').when('NotifySanction', notice('PUBLIC_CRITICISM')).expectRefusal(agencySanctionRules.NoticeFitsTheLadder);
  });

  it('criticises the agency, recommends about its persons and orders again to correct', () => {
    expect(criticise(heardOfCriticism).facts).toMatchObject([
      { type: 'AgencyCriticised', data: { agencyId: 'agency-1', documentNumber: '榕技督批通〔2026〕7号', because: 'SERIOUS', reasons: '事实清楚' } },
      { type: 'DisciplinaryActionRecommended', data: { persons: criticism.persons, addressee: criticism.addressee, recommendation: '给予处分' } },
      { type: 'CorrectionOrdered', data: { correctionDue: { date: '2026-06-15' } } },
    ]);
    expect(criticised.find(({ type }) => type === 'AgencyCriticised')?.data).toMatchObject({ because: 'CORRECTION_REFUSED' });
    criticise(notifiedOfCriticism, {}, '04-16').expectTypes(['StatementLapsed', 'AgencyCriticised', 'DisciplinaryActionRecommended', 'CorrectionOrdered']);
  });

  it.each<[string, readonly SanctionTold[], object, Rule]>([
    ['neither refusal nor seriousness', held, {}, ladderRules.NextStepNeedsRefusalOrSeriousness],
    ['it was taken', criticised, {}, ladderRules.CriticismIsDecidedOnce],
    ['nobody told the agency', refused, {}, agencySanctionRules.AgencyIsHeardFirst],
    ['the agency was told of another step', revocationNotified, {}, agencySanctionRules.AgencyIsHeardFirst],
    ['the case is over', resumed, {}, agencySanctionRules.SanctionCaseIsOpen],
    ['no reasons are given', heardOfCriticism, { reasons: ' ' }, agencySanctionRules.DecisionGivesReasonsAndBases],
    ['nothing is demanded', heardOfCriticism, { demands: [] }, agencySanctionRules.OrderNamesDemandsAndDate],
    ['nobody is named', heardOfCriticism, { persons: [] }, ladderRules.RecommendationNamesPersons],
    ['somebody is named twice', heardOfCriticism, { persons: [...criticism.persons, ...criticism.persons] }, ladderRules.RecommendationNamesPersons],
    ['nothing is recommended', heardOfCriticism, { recommendation: ' ' }, ladderRules.RecommendationNamesPersons],
    ['the department has no name', heardOfCriticism, { addressee: { kind: 'PARENT_COMPANY' } }, ladderRules.RecommendationHasAnAddressee],
    ['the department is named and missing', heardOfCriticism, { addressee: { kind: 'PARENT_COMPANY', name: '样例集团', reason: '无' } }, ladderRules.RecommendationHasAnAddressee],
    ['the department is named, with the reason for none', heardOfCriticism, { addressee: { kind: 'PARENT_COMPANY', name: '样例集团', reason: '' } }, ladderRules.RecommendationHasAnAddressee],
    ['no department, without the reason', heardOfCriticism, { addressee: { kind: 'NONE', reason: ' ' } }, ladderRules.RecommendationHasAnAddressee],
    ['no department, with a name', heardOfCriticism, { addressee: { kind: 'NONE', name: '样例集团', reason: '个体' } }, ladderRules.RecommendationHasAnAddressee],
  ])('is refused where %s', (_why, events, change, rule) => criticise(events, change).expectRefusal(rule));

  it('may find no department above a private agency', () => {
    expect(criticise(heardOfCriticism, { addressee: { kind: 'NONE', reason: '民办机构,无上级单位' } }).facts[1]).toMatchObject({ data: { addressee: { kind: 'NONE', reason: '民办机构,无上级单位' } } });
  });

  it('waits for the decision on a report that was handed in', () => {
    const waiting = told(tellSanction([
      ['04-07', fuzhou, 'OpenViolationCase', { ...violationCase, severity: 'SERIOUS' }], ['04-08', fuzhou, 'HoldPlatformOperation', { ...hold, withoutNotice: '紧急' }],
      ['04-09', school, 'SubmitCorrection', { report: '已改正', evidence: [] }], ['04-09', fuzhou, 'NotifySanction', notice('PUBLIC_CRITICISM')],
    ]), { type: 'StatementWaived', data: {} });
    criticise(waiting).expectRefusal(ladderRules.WaitingReportIsDecidedFirst);
  });

  it('is the centre’s, and still ends with an accepted correction', () => {
    sanctioning(heardOfCriticism, province, '05-11').when('CriticiseAgency', criticism).expectRefusal(agencySanctionRules.OnlyTheOpeningCenterDecides);
    sanctioning(criticised, school, '05-12').when('SubmitCorrection', { report: '已改正', evidence: [] }).expectTypes(['CorrectionSubmitted']);
  });
});

describe('the hearing', () => {
  const request = (events: readonly SanctionTold[], day: string, by = school) => sanctioning(events, by, day).when('RequestHearing', { reasons: '要求当面陈述' });
  const asked = told(revocationNotified, { type: 'HearingRequested', data: { reasons: '要求当面陈述' } });
  const hear = (events: readonly SanctionTold[], heldOn: string, by = fuzhou) => sanctioning(events, by, '04-14').when('HoldHearing', { heldOn, summary: '双方陈述' });
  const heard = told(asked, { type: 'HearingHeld', data: { heldOn: '2026-04-14', summary: '双方陈述' } });
  const propose = (events: readonly SanctionTold[], day: string) => sanctioning(events, fuzhou, day).when('ProposeRevocation', { reasons: '情节严重', replyToStatement: '不予采纳' });

  it('is offered with the notice of a revocation only', () => {
    expect(revocationNotified.at(-1)?.data).toMatchObject({ hearingRequestDue: { kind: 'WD', days: 5, date: '2026-04-15' } });
    expect(notified.at(-1)?.data).not.toHaveProperty('hearingRequestDue');
    request(notified, '04-09').expectRefusal(ladderRules.HearingIsAskedForInTime);
  });

  it('is asked for once, in time, by an agency that has not waived its right', () => {
    request(revocationNotified, '04-15').expectTypes(['HearingRequested']);
    request(revocationNotified, '04-16').expectRefusal(ladderRules.HearingIsAskedForInTime);
    request(asked, '04-10').expectRefusal(ladderRules.HearingIsAskedForInTime);
    request(told(revocationNotified, { type: 'StatementWaived', data: {} }), '04-10').expectRefusal(ladderRules.HearingIsAskedForInTime);
    request(revocationNotified, '04-10', otherSchool).expectRefusal(accessRules.AgencySpeaksForItself);
    request(resumed, '05-08').expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
  });

  it('is held on a day after the notice that has come', () => {
    hear(asked, '2026-04-14').expectFacts([{ type: 'HearingHeld', data: { heldOn: '2026-04-14', summary: '双方陈述' } }]);
    for (const day of ['2026-04-07', '2026-04-15', '2026-04-31']) hear(asked, day).expectRefusal(ladderRules.HearingFollowsTheRequest);
    hear(revocationNotified, '2026-04-14').expectRefusal(ladderRules.HearingFollowsTheRequest);
    hear(heard, '2026-04-14').expectRefusal(ladderRules.HearingFollowsTheRequest);
    hear(asked, '2026-04-14', school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    hear(resumed, '2026-04-14').expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
  });

  it('precedes the proposal where it was asked for, else the time to ask for it', () => {
    const spoken = told(revocationNotified, { type: 'StatementReceived', data: statement });
    propose(spoken, '04-15').expectRefusal(ladderRules.HearingIsOfferedFirst);
    propose(spoken, '04-16').expectTypes(['RevocationProposed']);
    propose(told(spoken, { type: 'HearingRequested', data: { reasons: '要求' } }), '05-20').expectRefusal(ladderRules.HearingIsOfferedFirst);
    propose(told(heard, { type: 'StatementReceived', data: statement }), '04-14').expectTypes(['RevocationProposed']);
    propose(told(revocationNotified, { type: 'StatementWaived', data: {} }), '04-10').expectTypes(['RevocationProposed']);
  });
});

describe('revoking the qualification', () => {
  const confirm = (events: readonly SanctionTold[], by = department, known: object = {}) => sanctioning(events, by, '04-13', known).when('ConfirmRevocation');
  const propose = (events: readonly SanctionTold[], change: object = {}) => sanctioning(events, fuzhou, '04-16').when('ProposeRevocation', { reasons: '情节严重', ...change });

  it('is proposed once by the centre, under a number, with reasons', () => {
    expect(propose(revocationNotified).facts).toMatchObject([{ type: 'StatementLapsed' }, { type: 'RevocationProposed', data: { documentNumber: '榕技督取〔2026〕7号', because: 'SERIOUS' } }]);
    propose(proposed).expectRefusal(ladderRules.RevocationIsProposedOnce);
    propose(held).expectRefusal(ladderRules.NextStepNeedsRefusalOrSeriousness);
    propose(refused).expectRefusal(agencySanctionRules.AgencyIsHeardFirst);
    propose(revocationNotified, { reasons: ' ' }).expectRefusal(agencySanctionRules.DecisionGivesReasonsAndBases);
    propose(resumed).expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
    sanctioning(revocationNotified, xiamen, '04-16').when('ProposeRevocation', { reasons: '情节严重' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
  });

  it('is confirmed by the department that gave it, in the words of the proposal', () => {
    expect(confirm(proposed).facts).toMatchObject([{ type: 'QualificationRevoked', data: { agencyId: 'agency-1', center: '3501', documentNumber: '榕技督取〔2026〕7号', reasons: '情节严重', because: 'SERIOUS', grounds: ['G2'] } }]);
    confirm(proposed, fuzhou).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
    confirm(revocationNotified).expectRefusal(ladderRules.ConfirmationFollowsTheProposal);
    confirm(revoked).expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
  });

  it('takes two persons, also where the parameter leaves it to the centre', () => {
    const state = { area: '3501', isCentralBranch: false, center: '3501', proposal: { by: 'clerk-3501', open: true } } as unknown as AgencySanctionCase;
    const refusal = (actor: typeof fuzhou, byDepartment: boolean): string | undefined => {
      try {
        requireConfirmer(actor, state, byDepartment);
        return undefined;
      } catch (error) {
        return (error as { rule: Rule }).rule.name;
      }
    };
    expect([refusal(department, true), refusal(department, false)]).toEqual([undefined, 'OnlyDispatchingBodiesDispatch']);
    expect([refusal(fuzhou, false), refusal({ ...fuzhou, person: 'reviewer' }, false), refusal(province, false)]).toEqual(['RevocationTakesTwoPersons', undefined, 'CenterActsInItsOwnArea']);
    expect(refusal({ ...department, person: 'clerk-3501' }, true)).toBe(ladderRules.RevocationTakesTwoPersons.name);
  });

  it('may not be confirmed, and is then not proposed again in the case', () => {
    const reject = (events: readonly SanctionTold[], by = department) => sanctioning(events, by, '04-13').when('RejectRevocation', { reasons: '不至于此' });
    reject(proposed).expectFacts([{ type: 'RevocationNotConfirmed', data: { reasons: '不至于此' } }]);
    reject(proposed, fuzhou).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
    const rejected = told(proposed, { type: 'RevocationNotConfirmed', data: { reasons: '不至于此' } });
    for (const again of [confirm(rejected), reject(rejected)]) again.expectRefusal(ladderRules.ConfirmationFollowsTheProposal);
    sanctioning(rejected, fuzhou, '04-14').when('NotifySanction', notice('QUALIFICATION_REVOCATION')).expectRefusal(agencySanctionRules.NoticeFitsTheLadder);
    sanctioning(rejected, fuzhou, '04-14').when('NotifySanction', notice('PUBLIC_CRITICISM')).expectTypes(['SanctionNotified']);
  });

  it('ends everything: nothing follows in this case or another about the agency', () => {
    sanctioning(revoked, fuzhou, '04-14').when('WithdrawSanction', { reasons: '错案' }).expectRefusal(agencySanctionRules.RevokedOrWithdrawnStands);
    const elsewhere: readonly [readonly SanctionTold[], string, object][] = [
      [[], 'OpenViolationCase', violationCase],
      [opened, 'NotifySanction', notice('PLATFORM_OPERATION_HOLD')],
      [opened, 'HoldPlatformOperation', { ...hold, withoutNotice: '紧急' }],
      [heardOfCriticism, 'CriticiseAgency', criticism],
      [revocationNotified, 'ProposeRevocation', { reasons: '情节严重' }],
      [submitted, 'AcceptCorrection', { conclusion: '到位' }],
    ];
    for (const [events, name, body] of elsewhere) sanctioning(events, fuzhou, '05-11', REVOKED).when(name, body).expectRefusal(ladderRules.RevocationIsTheLast);
    confirm(proposed, department, REVOKED).expectRefusal(ladderRules.RevocationIsTheLast);
    sanctioning(refused, fuzhou, '05-07').when('AcceptCorrection', { conclusion: '到位' }).expectRefusal(correctionRules.DecisionFollowsTheReport);
  });
});
