import { accessRules } from '#libs/access/access.rules';
import { providerDecider } from '#libs/agencies/provider.decide';
import { trainingDecider } from '#libs/agencies/training.decide';
import type { TrainingEvent } from '#libs/agencies/training.events';
import { providerRules, trainingRules } from '#libs/agencies/training.rules';
import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const actor = (role: string, organisation: string): Actor => ({ person: `clerk-${organisation}`, role, organisation });
const school = actor('AGENCY', 'agency-1');
const otherSchool = actor('AGENCY', 'agency-2');
const industry = actor('INDUSTRY_DEPT', 'industry-1');
const province = actor('PROVINCIAL_CENTER', 'FJ');
const fuzhou = actor('MUNICIPAL_CENTER', '3501');
const system = actor('SYSTEM', '');
const plan = {
  by: 'AGENCY', organisation: 'agency-1', title: '内督培训', content: '政策法规', hours: 16, startsOn: '2026-03-16', endsOn: '2026-03-18', examForm: 'WRITTEN', places: 10,
} as const;
const selection = { by: 'AGENCY', organisation: 'agency-1', agencies: ['agency-1'] };
const trainee = (change: object = {}) => ({ selection, qualification: { step: 'IN_TRAINING', sittings: 0, trainingId: '1' }, ...change });
const provider = { name: '某培训中心(样例)', qualificationNo: '闽训资1号', qualifiedFrom: '2026-01-01', qualifiedUntil: '2026-12-31' };
const KNOWN = { standing: [], calendar: CALENDAR_FJ_2021_2026, area: '3501', provider, trainees: { 'c-1': trainee(), 'c-2': trainee() } };

const after = (story: readonly TrainingEvent[], day = '2026-03-02') => given(trainingDecider, story).by(school).knowing(KNOWN).at(`${day}T02:00:00.000Z`);
/** The facts so far, and those of one more command; each told at ten o'clock of its day. */
const and = (story: readonly TrainingEvent[], day: string, command: string, body: object = {}, by = school): readonly TrainingEvent[] => {
  const { facts, refusal } = after(story, day).by(by).when(command, body);
  if (refusal !== undefined) throw refusal;
  return [...story, ...facts.map((fact) => ({ ...fact, occurredAt: `${day}T02:00:00.000Z` }))];
};
const drafted = and([], '2026-03-02', 'DraftTrainingPlan', plan);
const filed = and(drafted, '2026-03-03', 'FileTrainingPlan');
const started = and(filed, '2026-03-16', 'StartTraining', { startedOn: '2026-03-16' });
const hold = { endedOn: '2026-03-18', hours: 16, attended: ['c-1', 'c-2'] };
const held = and(started, '2026-03-18', 'HoldTraining', hold);
const examined = and(held, '2026-03-19', 'HoldExam', { examinedOn: '2026-03-19', form: 'WRITTEN' });
const scores = { scores: [{ supervisorId: 'c-1', score: 60 }, { supervisorId: 'c-2', score: 59.5 }] };
const recordedResults = and(examined, '2026-03-20', 'RecordTrainingResults', scores);

describe('a training plan', () => {
  it('is drafted by a body for itself, with the day by which it should be filed', () => {
    const { fileBy, ...data } = { fileBy: undefined, ...drafted[0]?.data };
    expect(data).toEqual({ ...plan, area: '3501', draft: 1 });
    expect(fileBy).toEqual({ before: '2026-03-16', days: 5, date: '2026-03-09', provisional: false, calendarVersions: ['2026v1'] });
    for (const by of [otherSchool, industry, province, fuzhou]) after([]).by(by).when('DraftTrainingPlan', plan).expectRefusal(accessRules.BodiesTrainTheirOwn);
    after(drafted).by(otherSchool).when('DraftTrainingPlan', { ...plan, organisation: 'agency-2' }).expectRefusal(accessRules.BodiesTrainTheirOwn);
    after([]).by(industry).when('DraftTrainingPlan', { ...plan, by: 'INDUSTRY_DEPT', organisation: 'industry-1' }).expectTypes(['TrainingPlanDrafted']);
  });

  it('is of a registered agency, for days to come, with enough hours', () => {
    after([]).knowing({ ...KNOWN, area: undefined }).when('DraftTrainingPlan', plan).expectRefusal(trainingRules.PlanBelongsToARegisteredAgency);
    for (const days of [{ startsOn: '2026-03-01' }, { endsOn: '2026-03-15' }, { endsOn: '2026-03-32' }]) after([]).when('DraftTrainingPlan', { ...plan, ...days }).expectRefusal(trainingRules.PlanDaysAreReal);
    after([]).when('DraftTrainingPlan', { ...plan, hours: 7 }).expectRefusal(trainingRules.PlanHasEnoughHours);
  });

  it('is filed by its body, returned or acknowledged by the province, and filed again after a return or a new draft', () => {
    for (const by of [otherSchool, province]) after(drafted).by(by).when('FileTrainingPlan').expectRefusal(accessRules.BodiesTrainTheirOwn);
    after(filed).when('FileTrainingPlan').expectRefusal(trainingRules.PlanIsFiledOnce);
    const returned = and(filed, '2026-03-04', 'ReturnFiling', { reasons: '未列明师资' }, province);
    after(returned).when('FileTrainingPlan').expectTypes(['TrainingPlanFiled']);
    for (const by of [school, fuzhou]) after(filed).by(by).when('ReturnFiling', { reasons: '' }).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
    for (const story of [drafted, returned, started]) after(story).by(province).when('ReturnFiling', { reasons: '' }).expectRefusal(trainingRules.FilingIsOpen);
    const acknowledged = and(filed, '2026-03-04', 'AcknowledgeFiling', {}, province);
    for (const command of ['ReturnFiling', 'AcknowledgeFiling']) after(acknowledged).by(province).when(command, { reasons: '' }).expectRefusal(trainingRules.FilingIsOpen);
    after(started, '2026-03-17').by(province).when('AcknowledgeFiling').expectTypes(['FilingAcknowledged']);
    const again = and(filed, '2026-03-04', 'DraftTrainingPlan', { ...plan, places: 12 });
    after(again).when('FileTrainingPlan').expectFacts([{ type: 'TrainingPlanFiled', data: { draft: 2 } }]);
    after(started, '2026-03-10').when('DraftTrainingPlan', plan).expectRefusal(trainingRules.PlanIsOpen);
  });

  it('is reminded of once, when the day has come and it is not filed', () => {
    const reminding = (story: readonly TrainingEvent[], day = '2026-03-09') => after(story, day).by(system).when('RemindOfFiling');
    reminding(drafted).expectFacts([{ type: 'TrainingFilingReminded', data: { draft: 1, fileBy: '2026-03-09' } }]);
    reminding(drafted, '2026-03-08').expectFacts([]);
    reminding(filed).expectFacts([]);
    reminding([...drafted, { type: 'TrainingFilingReminded', data: { draft: 1, fileBy: '2026-03-09' } }]).expectFacts([]);
    after(drafted, '2026-03-09').when('RemindOfFiling').expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('support from outside', () => {
  it('comes from a unit that is qualified on every day of the training', () => {
    after(filed).when('EngageProvider', { providerId: 'u-1' }).expectFacts([{ type: 'ProviderEngaged', data: { providerId: 'u-1', ...provider } }]);
    const lacking = [undefined, { ...provider, qualifiedUntil: '2026-03-17' }, { ...provider, qualifiedFrom: '2026-03-17' }, { ...provider, withdrawnOn: '2026-03-18' }];
    for (const unit of lacking) after(filed).knowing({ ...KNOWN, provider: unit }).when('EngageProvider', { providerId: 'u-1' }).expectRefusal(trainingRules.ProviderIsQualified);
    after(started).when('EngageProvider', { providerId: 'u-1' }).expectRefusal(trainingRules.PlanIsOpen);
  });

  it('is still qualified when the training begins', () => {
    const engaged = and(filed, '2026-03-04', 'EngageProvider', { providerId: 'u-1' });
    const gone = { ...KNOWN, provider: { ...provider, withdrawnOn: '2026-03-10' } };
    after(engaged, '2026-03-16').knowing(gone).when('StartTraining', { startedOn: '2026-03-16' }).expectRefusal(trainingRules.ProviderIsQualified);
    after(engaged, '2026-03-16').when('StartTraining', { startedOn: '2026-03-16' }).expectTypes(['TrainingStarted']);
  });

  it('is by units that the provincial centre has qualified', () => {
    const unit = given(providerDecider).by(province);
    unit.when('QualifyProvider', provider).expectFacts([{ type: 'ProviderQualified', data: provider }]);
    unit.by(school).when('QualifyProvider', provider).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
    unit.when('QualifyProvider', { ...provider, qualifiedUntil: provider.qualifiedFrom }).expectTypes(['ProviderQualified']);
    unit.when('QualifyProvider', { ...provider, qualifiedUntil: '2025-12-31' }).expectRefusal(providerRules.QualificationPeriodIsReal);
    const qualified = given(providerDecider, [{ type: 'ProviderQualified', data: provider }]).by(province);
    const { facts } = qualified.when('WithdrawProviderQualification', { reason: '停办' });
    expect(facts).toEqual([{ type: 'ProviderQualificationWithdrawn', data: { withdrawnOn: '2026-03-02', reason: '停办' } }]);
    given(providerDecider, [{ type: 'ProviderQualified', data: provider }, ...facts]).by(province).when('WithdrawProviderQualification', { reason: '' }).expectRefusal(providerRules.QualificationIsInForce);
  });
});

describe('a training', () => {
  it('starts only after the plan was filed, whether acknowledged or not', () => {
    const starting = { startedOn: '2026-03-16' };
    after(drafted, '2026-03-16').when('StartTraining', starting).expectRefusal(trainingRules.TrainingFollowsTheFiling);
    after(and(filed, '2026-03-04', 'ReturnFiling', { reasons: '' }, province), '2026-03-16').when('StartTraining', starting).expectRefusal(trainingRules.TrainingFollowsTheFiling);
    after(and(filed, '2026-03-04', 'DraftTrainingPlan', plan), '2026-03-16').when('StartTraining', starting).expectRefusal(trainingRules.TrainingFollowsTheFiling);
    for (const startedOn of ['2026-03-02', '2026-03-17']) after(filed, '2026-03-16').when('StartTraining', { startedOn }).expectRefusal(trainingRules.CourseDayIsReal);
  });

  it('of the provincial centre is filed with nobody', () => {
    const external = and([], '2026-03-02', 'DraftTrainingPlan', { ...plan, by: 'PROVINCIAL_CENTER', organisation: 'FJ' }, province);
    expect(external[0]?.data).not.toHaveProperty('fileBy');
    after(external).by(province).when('FileTrainingPlan').expectRefusal(trainingRules.PlanIsFiledOnce);
    const begun = and(external, '2026-03-16', 'StartTraining', { startedOn: '2026-03-16' }, province);
    const outside = { qualification: { step: 'IN_TRAINING', sittings: 0 } };
    const holding = (known: object) => after(begun, '2026-03-18').by(province).knowing({ ...KNOWN, trainees: known }).when('HoldTraining', { ...hold, attended: ['c-1'] });
    holding({ 'c-1': outside }).expectTypes(['TrainingHeld']);
    holding({ 'c-1': trainee() }).expectRefusal(trainingRules.TraineesAreOwnPeople);
  });

  it('is held for the own people who enrolled in it', () => {
    const strangers = [
      undefined, trainee({ qualification: undefined }), trainee({ qualification: { step: 'EXAM_PASSED', sittings: 1, trainingId: '1' } }), trainee({ qualification: { step: 'IN_TRAINING', sittings: 0, trainingId: '2' } }),
      trainee({ selection: { ...selection, organisation: 'agency-2' } }), trainee({ selection: { ...selection, by: 'INDUSTRY_DEPT' } }), trainee({ selection: undefined }),
    ];
    for (const stranger of strangers) {
      after(started, '2026-03-18').knowing({ ...KNOWN, trainees: { 'c-1': trainee(), 'c-2': stranger } }).when('HoldTraining', hold).expectRefusal(trainingRules.TraineesAreOwnPeople);
    }
    after(started, '2026-03-18').when('HoldTraining', { ...hold, hours: 7 }).expectRefusal(trainingRules.PlanHasEnoughHours);
    after(started, '2026-03-18').when('HoldTraining', { ...hold, endedOn: '2026-03-15' }).expectRefusal(trainingRules.CourseDayIsReal);
    after(filed, '2026-03-18').when('HoldTraining', hold).expectRefusal(trainingRules.TrainingIsHeldInOrder);
  });

  it('is examined, each trained person once a sitting, by the pass mark of the day', () => {
    expect(recordedResults.at(-1)?.data).toEqual({
      sitting: 1, examinedOn: '2026-03-19', passMark: 60,
      results: [{ supervisorId: 'c-1', score: 60, passed: true }, { supervisorId: 'c-2', score: 59.5, passed: false }],
    });
    for (const others of [[{ supervisorId: 'c-3', score: 90 }], [scores.scores[0], scores.scores[0]]]) {
      after(examined, '2026-03-20').when('RecordTrainingResults', { scores: others }).expectRefusal(trainingRules.ExaminedWereTrained);
    }
    const resit = and(recordedResults, '2026-03-25', 'HoldExam', { examinedOn: '2026-03-25', form: 'ORAL' });
    expect(resit.at(-1)?.data).toMatchObject({ sitting: 2 });
    after(recordedResults, '2026-03-25').when('HoldExam', { examinedOn: '2026-03-18', form: 'ORAL' }).expectRefusal(trainingRules.CourseDayIsReal);
    expect(given(trainingDecider, recordedResults).state()?.results).toEqual({ 'c-1': [{ score: 60, examinedOn: '2026-03-19' }], 'c-2': [{ score: 59.5, examinedOn: '2026-03-19' }] });
  });

  it('goes step by step to its end, by its body alone', () => {
    const exam = { examinedOn: '2026-03-19', form: 'WRITTEN' };
    for (const story of [started, examined]) after(story, '2026-03-20').when('HoldExam', exam).expectRefusal(trainingRules.TrainingIsHeldInOrder);
    for (const story of [held, recordedResults]) after(story, '2026-03-20').when('RecordTrainingResults', scores).expectRefusal(trainingRules.TrainingIsHeldInOrder);
    for (const story of [held, examined]) after(story, '2026-03-20').when('CloseTraining', { summary: '完' }).expectRefusal(trainingRules.TrainingIsHeldInOrder);
    const closed = and(recordedResults, '2026-03-20', 'CloseTraining', { summary: '完' });
    after(closed, '2026-03-20').when('HoldExam', exam).expectRefusal(trainingRules.TrainingIsHeldInOrder);
    const steps = { StartTraining: filed, HoldTraining: started, HoldExam: held, RecordTrainingResults: examined, CloseTraining: recordedResults };
    for (const [command, story] of Object.entries(steps)) {
      for (const by of [otherSchool, industry, province]) after(story).by(by).when(command, {}).expectRefusal(accessRules.BodiesTrainTheirOwn);
    }
  });
});

describe('an agency that may not operate', () => {
  const held = { ...KNOWN, standing: [{ grounds: [], hold: { from: '2026-03-01T00:00:00.000Z' } }] };
  const revoked = { ...KNOWN, standing: [{ grounds: [], revoked: true }] };
  const commands: readonly [readonly TrainingEvent[], string, string, object][] = [
    [[], '2026-03-02', 'DraftTrainingPlan', plan], [drafted, '2026-03-03', 'FileTrainingPlan', {}], [filed, '2026-03-16', 'StartTraining', { startedOn: '2026-03-16' }],
  ];

  it.each(commands)('neither plans nor begins a training after %#', (story, day, command, body) => {
    after(story, day).knowing(held).when(command, body).expectRefusal(trainingRules.TrainingNeedsNormalOperation);
    after(story, day).knowing(revoked).when(command, body).expectRefusal(trainingRules.RevokedAgencyTrainsNobody);
  });

  it('ends what it began', () => after(started, '2026-03-18').knowing(held).when('HoldTraining', hold).expectTypes(['TrainingHeld']));
});
