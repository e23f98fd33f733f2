import { accessRules } from '#libs/access/access.rules';
import { at, fuzhou, otherSchool, province, school, supervisor } from '#libs/cases/case-story';
import { dailyRules } from '#libs/cases/daily.rules';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import { afterDaily, andDaily, confirmation, form, improvement, measure, throughDaily } from '#libs/cases/daily-story';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';

const submitted = throughDaily('SubmitRecord');
const reviewed = throughDaily('ReviewRecord');
const measured = throughDaily('IssueReminderLetter');
const by = (name: string, body: object = measure, events = reviewed, actor = fuzhou, now = at('03-18')) => afterDaily(events, actor, now).when(name, body);
const then = (events: typeof reviewed, name: string, body: object, actor = fuzhou) => andDaily(events, actor, at('03-27'), name, body);
const talk = { ...measure, heldOn: '2026-03-18' };

const MEASURES = [
  ['OpenVerification', 'VerificationOpened', measure],
  ['HoldAdmonitoryTalk', 'AdmonitoryTalkHeld', talk],
  ['IssueReminderLetter', 'ReminderLetterIssued', measure],
  ['IssueQualityBulletin', 'QualityBulletinIssued', measure],
] as const;

describe('the review of the record (R3.3.外(三))', () => {
  const reasons = { reasons: '收费公示存在问题' };

  it('follows the record, once, by the dispatcher, and says which version was read', () => {
    by('ReviewRecord', reasons, throughDaily('EndDailySupervision')).expectRefusal(dailyMeasuresRules.ReviewFollowsTheRecord);
    by('ReviewRecord', reasons, submitted, province).expectRefusal(dailyRules.OnlyTheDispatcherLeadsTheDaily);
    by('ReviewRecord', reasons, submitted).expectFacts([{ type: 'RecordReviewed', data: { version: 1, ...reasons } }]);
    by('ReviewRecord', reasons, throughDaily('CorrectRecord')).expectFacts([{ type: 'RecordReviewed', data: { version: 2, ...reasons } }]);
    by('ReviewRecord', reasons).expectRefusal(dailyMeasuresRules.ReviewFollowsTheRecord);
  });

  it('may end in no measure, which closes', () => {
    by('DecideNoMeasure', reasons, submitted).expectRefusal(dailyMeasuresRules.DecisionFollowsTheReview);
    by('DecideNoMeasure', reasons, measured).expectRefusal(dailyMeasuresRules.NoMeasureStandsAlone);
    by('DecideNoMeasure', reasons).expectFacts([{ type: 'NoMeasureDecided', data: { ...reasons, keepUntil: '2031-03-18' } }]);
    const closed = then(reviewed, 'DecideNoMeasure', reasons);
    by('OpenVerification', measure, closed).expectRefusal(dailyMeasuresRules.DecisionFollowsTheReview);
    by('DecideNoMeasure', reasons, closed).expectRefusal(dailyMeasuresRules.DecisionFollowsTheReview);
  });
});

describe.each(MEASURES)('%s', (name, type, body) => {
  it('follows the review, once, by the dispatcher', () => {
    by(name, body, submitted).expectRefusal(dailyMeasuresRules.DecisionFollowsTheReview);
    by(name, body, reviewed, school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    expect(by(name, body).facts).toMatchObject([{ type, data: { agencyId: 'agency-1', sessionId: 'supervised', bases: LEGAL_BASES, ...body } }]);
    by(name, body, then(reviewed, name, body)).expectRefusal(dailyMeasuresRules.MeasureIsTakenOnce);
  });

  it('has both parts and its bases, and rests on problems of the record (R1.1-1, R0-3)', () => {
    by(name, { ...body, bases: [] }).expectRefusal(dailyMeasuresRules.MeasureNamesItsBases);
    by(name, { ...body, guidance: [] }).expectRefusal(dailyMeasuresRules.GuidanceAccompaniesTheMeasure);
    by(name, { ...body, guidance: [], findings: [] }).expectTypes([type]);
    by(name, { ...body, findings: [{ item: 'C2.05', facts: '考场秩序' }] }).expectRefusal(dailyMeasuresRules.MeasureRestsOnTheRecord);
    by(name, { ...body, findings: [measure.findings[0], measure.findings[0]] }).expectRefusal(dailyMeasuresRules.MeasureRestsOnTheRecord);
    const [conforms, problem] = form.items;
    const corrected = { ...form, items: [conforms, { ...problem, result: 'CONFORMS', severity: undefined }] };
    const events = andDaily(reviewed, supervisor(1), at('03-17'), 'CorrectRecord', { form: corrected, signed: true, reason: '收费公示无误' });
    by(name, body, events).expectRefusal(dailyMeasuresRules.MeasureRestsOnTheRecord);
  });
});

describe('measures', () => {
  it('are any set, the letter and the bulletin each with a number of its own series (A-45, A-46)', () => {
    const all = MEASURES.reduce((events, [name, , body]) => then(events, name, body), reviewed);
    const numbers = all.flatMap(({ data }) => ('documentNumber' in data ? [data.documentNumber] : []));
    expect(numbers).toEqual(['榕技督提〔2026〕7号', '榕技督质通〔2026〕7号']);
  });

  it('include a talk on a day from the review to now', () => {
    for (const heldOn of ['2026-03-16', '2026-03-19', '2026-02-30']) by('HoldAdmonitoryTalk', { ...measure, heldOn }).expectRefusal(dailyMeasuresRules.TalkFollowsTheReview);
    for (const heldOn of ['2026-03-17', '2026-03-18']) by('HoldAdmonitoryTalk', { ...measure, heldOn }).expectTypes(['AdmonitoryTalkHeld']);
  });
});

describe('the improvement (R3.3.外(四))', () => {
  it('is stated by the agency itself, until it is confirmed', () => {
    const state = (events = measured, actor = school, body: object = improvement) => by('ReportImprovement', body, events, actor);
    state(reviewed).expectRefusal(dailyMeasuresRules.ImprovementAnswersAMeasure);
    state(measured, otherSchool).expectRefusal(accessRules.AgencySpeaksForItself);
    state().expectFacts([{ type: 'ImprovementReported', data: { version: 1, ...improvement } }]);
    expect(state(throughDaily('ReportImprovement')).facts[0]?.data).toMatchObject({ version: 2 });
    state(throughDaily('ConfirmImprovement')).expectRefusal(dailyMeasuresRules.ImprovementAnswersAMeasure);
  });

  it('is confirmed item by item, and all of them before the closing', () => {
    const summary = { summary: '完善整改完成' };
    by('ConfirmImprovement', confirmation, measured).expectRefusal(dailyMeasuresRules.ConfirmationFollowsTheStatement);
    by('ConfirmImprovement', confirmation, throughDaily('ReportImprovement'), school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    const letter = throughDaily('ConfirmImprovement');
    by('ConfirmImprovement', confirmation, letter).expectRefusal(dailyMeasuresRules.ConfirmationFollowsTheStatement);
    by('CloseDailySupervision', summary, letter).expectRefusal(dailyMeasuresRules.ClosingFollowsTheImprovement);
    const both = then(then(letter, 'ReportImprovement', { ...improvement, measure: 'ADMONITORY_TALK' }, school), 'ConfirmImprovement', { ...confirmation, measure: 'ADMONITORY_TALK' });
    by('CloseDailySupervision', summary, both).expectFacts([{ type: 'DailySupervisionClosed', data: { ...summary, keepUntil: '2031-03-18' } }]);
    by('CloseDailySupervision', summary, then(both, 'CloseDailySupervision', summary)).expectRefusal(dailyMeasuresRules.ClosingFollowsTheImprovement);
  });

  it('is not asked for by a verification or a bulletin', () => {
    by('CloseDailySupervision', { summary: '属实,已处理' }).expectRefusal(dailyMeasuresRules.ClosingFollowsTheImprovement);
    by('CloseDailySupervision', { summary: '属实,已处理' }, then(reviewed, 'IssueQualityBulletin', measure)).expectTypes(['DailySupervisionClosed']);
  });
});
