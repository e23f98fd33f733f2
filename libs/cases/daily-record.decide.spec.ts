import { accessRules } from '#libs/access/access.rules';
import { at, fuzhou, province, school, supervisor, system } from '#libs/cases/case-story';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import { dailyRecordRules } from '#libs/cases/daily-record.rules';
import { afterDaily, andDaily, type DailyTold, form, throughDaily } from '#libs/cases/daily-story';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const ended = throughDaily('EndDailySupervision');
const submitted = throughDaily('SubmitRecord');
const submit = (change: object = {}, now = at('03-13'), events = ended, known: object = {}) =>
  afterDaily(events, supervisor(1), now, known).when('SubmitRecord', { form: { ...form, ...change }, signed: true });

describe('the record form', () => {
  it('follows the end, once, signed by one who took part', () => {
    submit({}, at('03-11'), throughDaily('CheckIn')).expectRefusal(dailyRecordRules.RecordFollowsTheEnd);
    afterDaily(ended, supervisor(1), at('03-13')).when('SubmitRecord', { form, signed: false }).expectRefusal(dailyRecordRules.RecordIsSigned);
    expect(submit().facts).toMatchObject([{ type: 'RecordSubmitted', data: { form, signedBy: 's-1', late: false, daysLate: 0 } }]);
    submit({}, at('03-13'), submitted).expectRefusal(dailyRecordRules.RecordFollowsTheEnd);
    afterDaily(ended, supervisor(9), at('03-13')).when('SubmitRecord', { form, signed: true }).expectFacts([{ type: 'UnassignedActRefused', data: { personId: 'p-9', act: 'RECORD' } }]);
    afterDaily(andDaily(ended, supervisor(9), at('03-13'), 'SubmitRecord', { form, signed: true }), supervisor(9), at('03-13'))
      .when('SubmitRecord', { form, signed: true }).expectRefusal(dailyConductRules.NothingWithoutAssignment);
  });

  it('fills the current template, whatever its fields are (R-ATT-1)', () => {
    submit({ templateVersion: 'ATT4-2020-1' }).expectRefusal(dailyRecordRules.TemplateIsCurrent);
    submit({ fields: form.fields.slice(1) }).expectRefusal(dailyRecordRules.TemplateIsFilled);
    submit({ fields: [...form.fields, { field: 'unknown', value: 'x' }] }).expectRefusal(dailyRecordRules.TemplateIsFilled);
    submit({ fields: [...form.fields, form.fields[0]] }).expectRefusal(dailyRecordRules.TemplateIsFilled);
    submit({ fields: [...form.fields, { field: 'problems', value: '收费公示' }] }).expectTypes(['RecordSubmitted']);
  });

  it('names a method, answers every content item, and advises where it finds a problem', () => {
    const [first, second] = form.items;
    submit({ methods: [] }).expectRefusal(dailyRecordRules.MethodsAreNamed);
    submit({ methods: ['ONSITE', 'ONSITE'] }).expectRefusal(dailyRecordRules.MethodsAreNamed);
    submit({ items: [first] }).expectRefusal(dailyRecordRules.EveryMatterIsRecorded);
    submit({ items: [first, second, { ...first, item: 'C1' }] }).expectRefusal(dailyRecordRules.EveryMatterIsRecorded);
    submit({ items: [first, { ...second, severity: undefined }] }).expectRefusal(dailyRecordRules.RecordedProblemHasSeverity);
    submit({ items: [second, { ...first, severity: 'MINOR' }] }).expectRefusal(dailyRecordRules.RecordedProblemHasSeverity);
    submit({ guidance: [] }).expectRefusal(dailyRecordRules.GuidanceAccompaniesTheRecord);
    submit({ guidance: [], items: [first, { ...first, item: 'C2.03', result: 'NOT_CHECKED' }] }).expectTypes(['RecordSubmitted']);
  });

  it('is late from 24:00 of the fifth working day on, and still taken', () => {
    expect(submit({}, '2026-03-18T15:59:59.999Z').facts[0]?.data).toMatchObject({ late: false });
    expect(submit({}, '2026-03-18T16:00:00.000Z').facts[0]?.data).toMatchObject({ late: true, daysLate: 1 });
  });
});

describe('a correction', () => {
  const correct = (by = supervisor(1), events = submitted) => afterDaily(events, by, at('03-16')).when('CorrectRecord', { form, signed: true, reason: '更正人数' });

  it('is the supervisor\'s alone, and stands beside what was submitted', () => {
    correct(supervisor(1), ended).expectRefusal(dailyRecordRules.CorrectionFollowsTheRecord);
    for (const by of [fuzhou, province, school, supervisor(9)]) correct(by).expectRefusal(accessRules.OnlyAssignedSupervisors);
    correct().expectFacts([{ type: 'RecordCorrected', data: { version: 2, form, signedBy: 's-1', reason: '更正人数' } }]);
    expect(correct(supervisor(1), throughDaily('CorrectRecord')).facts[0]?.data).toMatchObject({ version: 3 });
  });
});

describe('the time for the record', () => {
  const flag = (now: string, events = ended, known: object = {}) => afterDaily(events, system, now, known).when('FlagRecordOverdue');
  const corrected = { calendar: { ...CALENDAR_FJ_2021_2026, 2026: { ...CALENDAR_FJ_2021_2026['2026'], version: 9, off: [...(CALENDAR_FJ_2021_2026['2026']?.off ?? []), '2026-03-12'] } } };

  it('is over once: the timer says so, unless the record came', () => {
    flag('2026-03-18T15:59:59.999Z').expectFacts([]);
    flag('2026-03-18T16:00:00.000Z').expectTypes(['RecordOverdue']);
    flag('2026-03-18T16:00:00.000Z', submitted).expectFacts([]);
    flag('2026-03-19T16:00:00.000Z', andDaily(ended, system, '2026-03-18T16:00:00.000Z', 'FlagRecordOverdue')).expectFacts([]);
  });

  it('moves with the calendar while it runs, and not once it is over', () => {
    const recompute = (now: string, known: object = corrected) => afterDaily(ended, system, now, known).when('RecomputeRecordDue');
    recompute(at('03-13'), {}).expectFacts([]);
    expect(recompute(at('03-13')).facts).toMatchObject([{ type: 'RecordDueRecomputed', data: { before: { date: '2026-03-18' }, after: { date: '2026-03-19' } } }]);
    recompute('2026-03-18T16:00:00.000Z').expectFacts([]);
    submit({}, at('03-13'), ended, corrected).expectTypes(['RecordDueRecomputed', 'RecordSubmitted']);
    const earlier = { calendar: { ...CALENDAR_FJ_2021_2026, 2026: { ...CALENDAR_FJ_2021_2026['2026'], version: 9, work: [...(CALENDAR_FJ_2021_2026['2026']?.work ?? []), '2026-03-14'] } } };
    expect(recompute(at('03-17'), earlier).facts).toMatchObject([{ data: { after: { date: '2026-03-17' } } }]);
    expect(submit({}, at('03-18'), ended, earlier).facts).toMatchObject([{ type: 'RecordSubmitted', data: { due: { date: '2026-03-18' }, late: false } }]);
  });
});

it('of one who was sanctioned for fraud in it stays, marked once as in doubt, whatever has become of it (R4.1(五))', () => {
  const taint = (events: readonly DailyTold[], supervisorId = 's-1') => afterDaily(events, system, at('06-01')).when('TaintDailySupervision', { supervisorId, decisionNo: '榕教1号' });
  const closed = throughDaily('ConfirmImprovement');
  taint(closed).expectFacts([{ type: 'SupervisionTainted', data: { supervisorId: 's-1', decisionNo: '榕教1号' } }]);
  taint(closed, 's-9').expectFacts([]);
  taint(andDaily(closed, system, at('06-01'), 'TaintDailySupervision', { supervisorId: 's-1', decisionNo: '榕教1号' })).expectFacts([]);
  afterDaily(closed, fuzhou, at('06-01')).when('TaintDailySupervision', { supervisorId: 's-1', decisionNo: '榕教1号' }).expectRefusal(accessRules.OnlyTheSystem);
});
