import { accessRules } from '#libs/access/access.rules';
import { after, and, at, CASE_ID, dataOf, evidence, fuzhou, otherSchool, school, supervisor, system, through } from '#libs/cases/case-story';
import { caseRules } from '#libs/cases/case.rules';
import { caseFile, type CaseFile } from '#libs/cases/case-file.view';
import { toldToAgency } from '#libs/cases/case-release.view';
import { powersRules } from '#libs/cases/powers.rules';
import { recorded } from '#libs/event-sourcing/given';

const question = { item: 'C2.03', text: '收费标准依据哪份文件?' };
const onSite = through('StartOnSite');
const asked = and(onSite, supervisor(1), at('03-23'), 'RaiseInquiry', question);
const requested = and(onSite, supervisor(1), at('03-23'), 'RequestMaterial', question);
const proof = { means: 'INTERVIEW', item: 'C2.03', note: '考生陈述', evidence: [{ ...evidence('ev-3'), classification: 'PERSONAL' }] };

describe('inquiries', () => {
  it('are numbered and ask for an answer within three working days', () => {
    const { no, answerDue } = dataOf(asked, 'InquiryRaised');
    expect([no, answerDue.date]).toEqual([1, '2026-03-26']);
    const second = after(asked, supervisor(2), at('03-23')).when('RequestMaterial', question);
    expect(dataOf(second.facts, 'MaterialRequested').no).toBe(2);
  });

  it('are for the group, on its matters, between the notice and its opinion', () => {
    after(onSite, fuzhou, at('03-23')).when('RaiseInquiry', question).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(onSite, supervisor(1), at('03-23')).when('RaiseInquiry', { ...question, item: 'C1' }).expectRefusal(powersRules.InquiryStaysWithinTheMatters);
    after(through('FormGroup'), supervisor(1), at('03-02')).when('RaiseInquiry', question).expectRefusal(powersRules.PowersBelongToTheTask);
    after(through('ServeSupervisionNotice'), supervisor(1), at('03-03')).when('RaiseInquiry', question).expectTypes(['InquiryRaised']);
    after(through('FormPreliminaryOpinion'), supervisor(1), at('03-25')).when('RaiseInquiry', question).expectRefusal(powersRules.PowersBelongToTheTask);
  });

  it('are answered once, by the agency itself, and late is said', () => {
    const answer = { no: 1, answer: '依据校内文件', evidence: [] };
    after(asked, otherSchool, at('03-23')).when('AnswerInquiry', answer).expectRefusal(accessRules.AgencySpeaksForItself);
    after(onSite, school, at('03-23')).when('AnswerInquiry', answer).expectRefusal(powersRules.InquiryAwaitsAnAnswer);
    after(requested, school, at('03-23')).when('AnswerInquiry', answer).expectRefusal(powersRules.InquiryAwaitsAnAnswer);
    const answered = and(asked, school, at('03-26', 23), 'AnswerInquiry', answer);
    expect(dataOf(answered, 'InquiryAnswered')).toEqual({ ...answer, late: false });
    after(answered, school, at('03-26', 23)).when('AnswerInquiry', answer).expectRefusal(powersRules.InquiryAwaitsAnAnswer);
    expect(dataOf(after(asked, school, '2026-03-26T16:00:00.000Z').when('AnswerInquiry', answer).facts, 'InquiryAnswered').late).toBe(true);
  });

  it('end with the case', () => {
    const cancelled = and(through('ServeSupervisionNotice'), fuzhou, at('03-04'), 'CancelSupervision', { reason: '停业' });
    after(cancelled, supervisor(1), at('03-04')).when('ReportObstruction', { by: 'AGENCY', personRefs: [], facts: '锁门', evidence: [] }).expectRefusal(caseRules.CaseIsStillOpen);
  });
});

describe('material', () => {
  const provided = { no: 1, evidence: [evidence('ev-2')] };

  it('is asked for within the matters', () => {
    after(onSite, supervisor(1), at('03-23')).when('RequestMaterial', { ...question, item: 'C1' }).expectRefusal(powersRules.MaterialStaysWithinTheMatters);
  });

  it('is provided once, also after a refusal', () => {
    after(asked, school, at('03-23')).when('ProvideMaterial', provided).expectRefusal(powersRules.MaterialAwaitsAnAnswer);
    const refused = and(requested, school, at('03-23'), 'RefuseMaterial', { no: 1, reason: '涉及商业秘密' });
    after(refused, school, at('03-23')).when('RefuseMaterial', { no: 1, reason: '涉及商业秘密' }).expectRefusal(powersRules.MaterialAwaitsAnAnswer);
    const given = and(refused, school, at('03-24'), 'ProvideMaterial', provided);
    expect(dataOf(given, 'MaterialProvided')).toEqual({ ...provided, late: false });
    after(given, school, at('03-24')).when('ProvideMaterial', provided).expectRefusal(powersRules.MaterialAwaitsAnAnswer);
  });

  it('is refused by the agency, or so written down by the group, by nobody else', () => {
    const refusal = { no: 1, reason: '负责人不在' };
    after(requested, supervisor(2), at('03-23')).when('RefuseMaterial', refusal).expectFacts([{ type: 'MaterialRefused', data: refusal }]);
    after(requested, system, at('03-23')).when('RefuseMaterial', refusal).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(requested, otherSchool, at('03-23')).when('RefuseMaterial', refusal).expectRefusal(accessRules.AgencySpeaksForItself);
  });
});

describe('what the group finds and reports', () => {
  it('evidence is about the matters, while the supervision is under way', () => {
    after(onSite, supervisor(1), at('03-23')).when('AddEvidence', proof).expectFacts([{ type: 'EvidenceAdded', data: proof as never }]);
    after(onSite, supervisor(1), at('03-23')).when('AddEvidence', { ...proof, item: 'C1' }).expectRefusal(powersRules.EvidenceStaysWithinTheMatters);
    after(through('FormPreliminaryOpinion'), supervisor(1), at('03-25')).when('AddEvidence', proof).expectRefusal(powersRules.PowersBelongToTheTask);
  });

  it('a recommendation names a person, or means the agency, and moves nothing', () => {
    const reward = { kind: 'REWARD', subject: 'AGENCY', reasons: '管理规范' };
    const recommend = (body: object) => after(onSite, supervisor(1), at('03-23')).when('RecommendRewardOrPenalty', { ...reward, ...body });
    recommend({}).expectFacts([{ type: 'RewardOrPenaltyRecommended', data: reward as never }]);
    recommend({ personRef: 'staff-1' }).expectRefusal(powersRules.RecommendationNamesItsSubject);
    recommend({ subject: 'RESPONSIBLE_PERSON' }).expectRefusal(powersRules.RecommendationNamesItsSubject);
    recommend({ subject: 'RESPONSIBLE_PERSON', personRef: 'staff-1' }).expectTypes(['RewardOrPenaltyRecommended']);
  });

  it('an obstruction by staff names them', () => {
    const report = (by: string, personRefs: readonly string[]) =>
      after(onSite, supervisor(1), at('03-23')).when('ReportObstruction', { by, personRefs, facts: '拒绝开门', evidence: [] });
    report('AGENCY', []).expectTypes(['ObstructionReported']);
    report('STAFF', ['staff-1']).expectTypes(['ObstructionReported']);
    report('STAFF', []).expectRefusal(powersRules.ObstructionNamesItsPersons);
    report('AGENCY', ['staff-1']).expectRefusal(powersRules.ObstructionNamesItsPersons);
  });

  it('an improper request is told in twenty characters', () => {
    const report = (facts: string) => after(onSite, supervisor(1), at('03-23')).when('ReportImproperRequest', { from: 'AGENCY', facts, evidence: [] });
    report('删'.repeat(20)).expectTypes(['ImproperRequestReported']);
    report('删'.repeat(19)).expectRefusal(powersRules.ImproperRequestIsDescribed);
  });
});

describe('who reads it', () => {
  const obstructed = and(and(asked, supervisor(1), at('03-23'), 'AddEvidence', proof), supervisor(1), at('03-23'), 'ReportObstruction', {
    by: 'STAFF', personRefs: ['staff-1'], facts: '拒绝开门', evidence: [],
  });
  const stored = obstructed.map((fact, revision) => recorded(fact, { revision, stream: `case-${CASE_ID}`, occurredAt: fact.occurredAt }));

  it('the agency reads what it is asked, neither evidence above INTERNAL (R2.7(五)) nor reports', () => {
    const told = toldToAgency(stored);
    expect(told.map(({ type }) => type).slice(-2)).toEqual(['OnSiteStarted', 'InquiryRaised']);
    expect(JSON.stringify(told)).not.toContain('ev-3');
  });

  it('the file shows all of it, with the flag', () => {
    const file = stored.reduce<CaseFile | null>((before, event) => caseFile.apply(before, event, CASE_ID), null);
    expect(file?.documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['InquiryRaised', 'EvidenceAdded', 'ObstructionReported']));
    expect(file?.flags).toEqual(['OBSTRUCTION_REPORTED']);
  });
});
