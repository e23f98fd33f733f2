import { accessRules } from '#libs/access/access.rules';
import { at, dataOf, evidence, fuzhou, otherSchool, school, supervisor } from '#libs/cases/case-story';
import type { CaseEvent } from '#libs/cases/case.events';
import { dailyMeasuresFile, type DailyMeasuresDocument } from '#libs/cases/daily-measures.view';
import { dailyPowersRules } from '#libs/cases/daily-powers.rules';
import { dailyRecordRules } from '#libs/cases/daily-record.rules';
import { afterDaily, andDaily, CARD, type DailyTold, form, measure, throughDaily } from '#libs/cases/daily-story';
import { powersRules } from '#libs/cases/powers.rules';
import { recorded } from '#libs/event-sourcing/given';

const present = throughDaily('CheckIn');
const question = { item: 'C2.03', text: '收费标准依据哪份文件?' };
const proof = { means: 'RECHECK', item: 'C2.05', note: '复核试卷', evidence: [evidence('ev-3')] };
const tell = { text: '现公开督导身份', cardNumber: CARD };
const covertly = (events: readonly DailyTold[]): readonly DailyTold[] =>
  events.map((fact) => (fact.type === 'DailySupervisionPlanned' ? { ...fact, data: { ...fact.data, inspection: 'COVERT', covertReason: '多次举报' } } : fact));
const withResearch = (events: readonly DailyTold[]): readonly DailyTold[] =>
  events.map((fact) => (fact.type === 'DailySupervisionPlanned' ? { ...fact, data: { ...fact.data, matters: [...fact.data.matters, { item: 'C4' }] } } : fact));

describe('the powers in a daily supervision', () => {
  it('are those of who has checked in, until the record is submitted', () => {
    afterDaily(present, supervisor(1), at('03-10', 11)).when('RaiseDailyInquiry', question).expectTypes(['InquiryRaised']);
    afterDaily(throughDaily('EndDailySupervision'), supervisor(1), at('03-12')).when('RequestDailyMaterial', question).expectTypes(['MaterialRequested']);
    afterDaily(present, supervisor(1), at('03-10', 11)).when('AddDailyEvidence', proof).expectTypes(['EvidenceAdded']);
    afterDaily(throughDaily('AcknowledgeSessionBriefing'), supervisor(1), at('03-10')).when('AddDailyEvidence', proof).expectRefusal(accessRules.OnlyAssignedSupervisors);
    afterDaily(present, fuzhou, at('03-10', 11)).when('RaiseDailyInquiry', question).expectRefusal(accessRules.OnlyAssignedSupervisors);
    afterDaily(throughDaily('SubmitRecord'), supervisor(1), at('03-13')).when('AddDailyEvidence', proof).expectRefusal(powersRules.PowersBelongToTheTask);
  });

  it('are answered by the agency alone, once', () => {
    const asked = andDaily(present, supervisor(1), at('03-10', 11), 'RaiseDailyInquiry', question);
    const answer = { no: 1, answer: '依据校内文件', evidence: [] };
    afterDaily(asked, otherSchool, at('03-11')).when('AnswerDailyInquiry', answer).expectRefusal(accessRules.AgencySpeaksForItself);
    const answered = andDaily(asked, school, at('03-11'), 'AnswerDailyInquiry', answer);
    afterDaily(answered, school, at('03-11')).when('AnswerDailyInquiry', answer).expectRefusal(powersRules.InquiryAwaitsAnAnswer);
  });

  it('let a reward be recommended and a report be made as long as it is open', () => {
    const recommendation = { kind: 'REWARD', subject: 'AGENCY', reasons: '管理规范' };
    const open = throughDaily('ReviewRecord');
    afterDaily(open, supervisor(1), at('03-17')).when('RecommendDailyRewardOrPenalty', recommendation).expectTypes(['RewardOrPenaltyRecommended']);
    afterDaily(open, supervisor(1), at('03-17')).when('ReportDailyImproperRequest', { from: 'AGENCY', facts: '删'.repeat(20), evidence: [] }).expectTypes(['ImproperRequestReported']);
    const closed = andDaily(open, fuzhou, at('03-18'), 'DecideNoMeasure', { reasons: '轻微' });
    afterDaily(closed, supervisor(1), at('03-18')).when('RecommendDailyRewardOrPenalty', recommendation).expectRefusal(dailyPowersRules.DailyIsStillOpen);
  });

  it('an incident is told at once, while the supervision is under way', () => {
    const incident = { facts: '考场停电,评价中断', evidence: [] };
    afterDaily(present, supervisor(1), at('03-10', 11)).when('EscalateIncident', incident).expectFacts([{ type: 'IncidentEscalated', data: incident }]);
    afterDaily(present, supervisor(2), at('03-10', 11)).when('EscalateIncident', incident).expectRefusal(accessRules.OnlyAssignedSupervisors);
    afterDaily(throughDaily('EndDailySupervision'), supervisor(1), at('03-12')).when('EscalateIncident', incident).expectRefusal(dailyPowersRules.IncidentIsReportedAtOnce);
  });

  it('a research reports with recommendations before the record', () => {
    const report = { report: '数据未对接', recommendations: ['建立比对机制'], evidence: [] };
    const ended = withResearch(throughDaily('EndDailySupervision'));
    const submit = { form: { ...form, items: [...form.items, { item: 'C4', result: 'CONFORMS', facts: '已调查研究', evidenceIds: [] }] }, signed: true };
    const by = (events: readonly DailyTold[], name: string, body: object) => afterDaily(events, supervisor(1), at('03-13')).when(name, body);
    by(throughDaily('EndDailySupervision'), 'SubmitDailyResearchReport', report).expectRefusal(powersRules.ResearchIsAMatter);
    by(ended, 'SubmitDailyResearchReport', { ...report, recommendations: [] }).expectRefusal(powersRules.ResearchRecommends);
    by(ended, 'SubmitRecord', submit).expectRefusal(dailyRecordRules.ResearchPrecedesTheRecord);
    by(andDaily(ended, supervisor(1), at('03-13'), 'SubmitDailyResearchReport', report), 'SubmitRecord', submit).expectTypes(['RecordSubmitted']);
  });
});

describe('a covert daily supervision', () => {
  const covert = covertly(present);

  it('gathers evidence, asks nothing, and does not exist for the agency', () => {
    afterDaily(covert, supervisor(1), at('03-10', 11)).when('AddDailyEvidence', proof).expectTypes(['EvidenceAdded']);
    afterDaily(covert, supervisor(1), at('03-10', 11)).when('RaiseDailyInquiry', question).expectRefusal(powersRules.NothingIsAskedCovertly);
    afterDaily(covert, school, at('03-10', 11)).when('RecuseDailySupervisor', { supervisorId: 's-1', reason: 'COLLEAGUE', detail: '同事' }).expectNotFound();
  });

  it('is disclosed once, by who is there, with the card', () => {
    afterDaily(present, supervisor(1), at('03-10', 11)).when('DiscloseDailyInspection', tell).expectRefusal(dailyPowersRules.DailyDisclosureEndsTheCovertPhase);
    afterDaily(covert, fuzhou, at('03-10', 11)).when('DiscloseDailyInspection', tell).expectRefusal(accessRules.OnlyAssignedSupervisors);
    const disclosed = andDaily(covert, supervisor(1), at('03-10', 11), 'DiscloseDailyInspection', tell);
    expect(disclosed.at(-1)?.data).toMatchObject({ agencyId: 'agency-1', cardNumber: CARD, supervisors: [{ supervisorId: 's-1', personId: 'p-1' }] });
    expect(disclosed.at(-1)?.data).not.toHaveProperty('cardFlag');
    afterDaily(disclosed, supervisor(1), at('03-10', 12)).when('DiscloseDailyInspection', tell).expectRefusal(dailyPowersRules.DailyDisclosureEndsTheCovertPhase);
    const asked = afterDaily(disclosed, supervisor(1), at('03-10', 12)).when('RaiseDailyInquiry', question);
    expect(dataOf(asked.facts as readonly CaseEvent[], 'InquiryRaised').no).toBe(1);
    afterDaily(covert, supervisor(1), at('03-10', 11)).when('DiscloseDailyInspection', { text: '公开' }).expectTypes(['DailyInspectionDisclosed']);
  });

  it('becomes known by a measure where it never was disclosed', () => {
    const measured = covertly(throughDaily('IssueReminderLetter'));
    afterDaily(covertly(throughDaily('ReviewRecord')), school, at('03-18')).when('ReportImprovement', {}).expectNotFound();
    afterDaily(measured, school, at('03-25')).when('ReportImprovement', { measure: 'REMINDER_LETTER', statement: '已公示', evidence: [] }).expectTypes(['ImprovementReported']);
    expect(measure.findings).toHaveLength(1);
  });
});

describe('what the agency reads of it', () => {
  const read = (events: readonly DailyTold[]) => events.reduce<DailyMeasuresDocument | null>((before, fact, revision) => {
    const event = recorded(fact, { revision, stream: 'daily-1', occurredAt: fact.occurredAt });
    return dailyMeasuresFile.keys(event).length === 0 ? before : dailyMeasuresFile.apply(before, event, '1');
  }, null);

  it('is nothing before it is told, then the disclosure, what it is asked and what it said', () => {
    const covert = covertly(present);
    expect(read(covert)?.isTold).toBe(false);
    const disclosed = andDaily(andDaily(covert, supervisor(1), at('03-10', 11), 'AddDailyEvidence', proof), supervisor(1), at('03-10', 12), 'DiscloseDailyInspection', tell);
    const asked = andDaily(andDaily(disclosed, supervisor(1), at('03-10', 12), 'RaiseDailyInquiry', question), supervisor(1), at('03-10', 12), 'RequestDailyMaterial', question);
    const answered = andDaily(andDaily(asked, school, at('03-11'), 'AnswerDailyInquiry', { no: 1, answer: '校内文件', evidence: [] }), school, at('03-11'), 'RefuseDailyMaterial', { no: 2, reason: '已遗失' });
    expect(read(disclosed)).toMatchObject({ isTold: true, agencyId: 'agency-1', disclosure: { text: '现公开督导身份', supervisors: [{ supervisorId: 's-1' }] }, asks: [] });
    expect(read(answered)?.asks).toMatchObject([
      { no: 1, kind: 'INQUIRY', status: 'ANSWERED', answer: '校内文件', late: false, text: question.text }, { no: 2, kind: 'MATERIAL', status: 'REFUSED', refusal: '已遗失' },
    ]);
    expect(JSON.stringify(read(answered))).not.toMatch(/复核试卷|ev-3|多次举报/);
    expect(read(andDaily(asked, school, at('03-11'), 'ProvideDailyMaterial', { no: 2, evidence: [evidence('ev-4')] }))?.asks[1]).toMatchObject({ status: 'ANSWERED', late: false });
  });
});
