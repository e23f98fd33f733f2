import type { AgencyEvent } from '#libs/agencies/agency.events';
import type { TrainingEvent } from '#libs/agencies/training.events';
import { type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';

const on = (day: string, fact: TrainingEvent | AgencyEvent): Dated => ({ ...fact, occurredAt: `2026-03-${day}T02:00:00.000Z` });
const body = { by: 'AGENCY', organisation: 'agency-1' } as const;
const plan = { ...body, title: '内督培训', content: '政策法规', hours: 16, startsOn: '2026-03-16', endsOn: '2026-03-18', examForm: 'WRITTEN', places: 10, draft: 1, area: '3501' } as const;
const fileBy = { before: '2026-03-16', days: 5, date: '2026-03-09', provisional: false, calendarVersions: ['2026v1'] };

const drafted = on('02', { type: 'TrainingPlanDrafted', data: { ...plan, fileBy } });
const ofProvince = on('02', { type: 'TrainingPlanDrafted', data: { ...plan, by: 'PROVINCIAL_CENTER', organisation: 'FJ', area: 'FJ' } });
const filed = (day: string) => on(day, { type: 'TrainingPlanFiled', data: { draft: 1 } });
const returned = on('06', { type: 'FilingReturned', data: { draft: 1, reasons: '缺考核方式' } });
const engaged = on('07', { type: 'ProviderEngaged', data: { providerId: 'p', name: '某培训中心(样例)', qualificationNo: '1', qualifiedFrom: '2026-01-01', qualifiedUntil: '2026-12-31' } });
const started = on('16', { type: 'TrainingStarted', data: { startedOn: '2026-03-16' } });
const held = on('18', { type: 'TrainingHeld', data: { ...body, endedOn: '2026-03-18', hours: 16, attended: ['c-1', 'c-2', 'c-3'] } });
const results = [{ supervisorId: 'c-1', score: 80, passed: true }, { supervisorId: 'c-2', score: 50, passed: false }, { supervisorId: 'c-3', score: 90, passed: true }];
const examined = on('20', { type: 'ExamResultsRecorded', data: { sitting: 1, examinedOn: '2026-03-19', passMark: 60, results } });
const closed = on('25', { type: 'TrainingClosed', data: { summary: '完成' } });

const agency = on('02', { type: 'AgencyRegistered', data: { name: '样例', agencyType: 'SCHOOL', division: '350102', area: '3501', isCentralBranch: false, filedOn: '2026-03-02' } });
const reminded = on('20', { type: 'TrainingDueReminded', data: { since: '2025-03-19', dueOn: '2026-03-19', intervalMonths: 12 } });

const documents = foldedLedger([
  ...streamOf('training-a', '3501', [drafted, filed('05'), returned, engaged, filed('10'), started, held, examined, closed]),
  ...streamOf('training-b', '3501', [drafted, filed('10')], 100),
  ...streamOf('training-c', 'FJ', [ofProvince, started, held], 200),
  ...streamOf('agency-1', '3501', [agency, reminded], 300),
]);
const upTo = (name: string, day: string, ...by: Parameters<typeof table>[2][]) => table(documents, question(name, {}, { occurredUpTo: `2026-03-${day}` }), ...by);

describe('trainings', () => {
  it('count once each, by where they stood on the day', () => {
    expect(upTo('TrainingStates', '02', 'trainingState', 'trainer')).toEqual({ 'DRAFTED AGENCY': 2, 'DRAFTED PROVINCIAL_CENTER': 1 });
    expect(upTo('TrainingStates', '06', 'trainingState')).toEqual({ RETURNED: 1, DRAFTED: 2 });
    expect(upTo('TrainingStates', '31', 'trainingState')).toEqual({ CLOSED: 1, FILED: 1, HELD: 1 });
  });

  it('are filed in time or not, as the first filing was; the province files with nobody', () => {
    expect(upTo('FilingTimeliness', '09', 'timeliness')).toEqual({ ON_TIME: 1 });
    const onTheLastDay = foldedLedger(streamOf('training-d', '3501', [drafted, filed('09')]));
    expect(table(onTheLastDay, question('FilingTimeliness'), 'timeliness')).toEqual({ ON_TIME: 1 });
    expect(upTo('FilingTimeliness', '10', 'timeliness', 'trainer')).toEqual({ 'ON_TIME AGENCY': 1, 'LATE AGENCY': 1 });
  });

  it('have people who took part and passed, and help from outside', () => {
    expect(upTo('TrainingsHeld', '31', 'trainer')).toEqual({ AGENCY: 1, PROVINCIAL_CENTER: 1 });
    expect(upTo('Trainees', '31', 'area')).toEqual({ FJ: 3, 3501: 3 });
    expect(upTo('TrainingExams', '31', 'examOutcome')).toEqual({ PASSED: 2, FAILED: 1 });
    expect(upTo('ProvidersEngaged', '31', 'trainer')).toEqual({ AGENCY: 1 });
  });
});

describe('agencies', () => {
  it('count from their filing, and by reminders that their training is due', () => {
    expect(upTo('Agencies', '31', 'area', 'agencyType')).toEqual({ '3501 SCHOOL': 1 });
    expect([upTo('TrainingDueReminders', '19', 'agencyType'), upTo('TrainingDueReminders', '20', 'agencyType')]).toEqual([{}, { SCHOOL: 1 }]);
  });
});
