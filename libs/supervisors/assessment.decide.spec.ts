import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { CONDUCT_RULES } from '#libs/regulation/codes';
import { accessRules } from '#libs/access/access.rules';
import { assessmentDecider } from '#libs/supervisors/assessment.decide';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import { assessmentIdOf, openPeriod } from '#libs/supervisors/assessment.evolve';
import { assessmentRules } from '#libs/supervisors/assessment.rules';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { agency, fuzhou, lin, province, someone, system, xiamen } from '#libs/supervisors/supervisor-story';

const file = { dispatcher: { by: 'MUNICIPAL_CENTER', organisation: '3501' }, supervisorId: 'c-1', personId: 'p-lin', caseId: 'case-7' } as const;
const opened: AssessmentEvent = { type: 'AssessmentFileOpened', data: file };
const task = { dispatcher: '3501', seated: ['c-1'], denied: {}, unjustified: [] };
type Told = readonly AssessmentEvent[];
const others = [province, xiamen, agency, lin, system, { ...agency, organisation: '3501' }];

const after = (story: Told, by: Actor = fuzhou, day = '2026-07-01') => given(assessmentDecider, story).by(by).knowing({ task, calendar: CALENDAR_FJ_2021_2026 }).at(`${day}T02:00:00.000Z`);
/** The facts so far, and those of one more command of 1 July 2026. */
const and = (story: Told, command: string, body: object = {}, by = fuzhou): Told => {
  const { facts, refusal } = after(story, by).when(command, body);
  if (refusal !== undefined) throw refusal;
  return [...story, ...facts.map((fact) => ({ ...fact, occurredAt: '2026-07-01T02:00:00.000Z' }))];
};
const period = { assessmentNo: '榕考1', from: '2025-07-01' };
const running = and([opened], 'OpenAssessmentPeriod', period);
const concluded = (result: 'PASS' | 'FAIL'): Told => and(running, 'ConcludeAssessment', { result, reasons: '履职情况' });
const informed = (result: 'PASS' | 'FAIL'): Told => and(concluded(result), 'InformSupervisor');
const objected = and(informed('FAIL'), 'RaiseObjection', { statement: '考场已封闭' }, lin);
const decided = (outcome: 'UPHELD' | 'REJECTED'): Told => and(objected, 'DecideObjection', { outcome, reasons: '查明' });
/** The period ended the day before it was opened: the days run from the opening. */
const due = dueAfterCalendarDays(CALENDAR_FJ_2021_2026, '2026-07-01', 30);
const suspending = { decision: 'SUSPEND', reasons: '情节较轻' };

describe('an assessment file', () => {
  it('is opened once, by the system, one for each body and supervisor', () => {
    given(assessmentDecider).by(system).when('OpenAssessmentFile', file).expectFacts([opened]);
    given(assessmentDecider, [opened]).by(system).when('OpenAssessmentFile', { ...file, caseId: 'case-8' }).expectFacts([]);
    given(assessmentDecider).by(fuzhou).when('OpenAssessmentFile', file).expectRefusal(accessRules.OnlyTheSystem);
    const ids = [assessmentIdOf(file.dispatcher, 'c-1'), assessmentIdOf(file.dispatcher, 'c-2'), assessmentIdOf({ by: 'AGENCY', organisation: '3501' }, 'c-1')];
    expect(new Set(ids).size).toBe(3);
  });

  it('holds each outcome of a task once', () => {
    const body = { caseId: 'case-7', kind: 'DAILY', outcome: 'OVERDUE', day: '2026-04-02', lateDays: 1 };
    const late = and([opened], 'AddTaskEntry', body, system);
    expect(late.at(-1)?.data).toEqual(body);
    after(late, system).when('AddTaskEntry', body).expectFacts([]);
    after(late, system).when('AddTaskEntry', { ...body, outcome: 'DELIVERED' }).expectTypes(['TaskEntryAdded']);
    after([opened]).when('AddTaskEntry', body).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('is filled and concluded by the dispatching body alone', () => {
    const commands = ['AssessConduct', 'AddCommendation', 'OpenAssessmentPeriod', 'ConcludeAssessment', 'InformSupervisor', 'DecideObjection', 'TakeFailDecision', 'CloseAssessmentPeriod'];
    for (const command of commands) for (const actor of others) after([opened], actor).when(command, {}).expectRefusal(assessmentRules.OnlyTheDispatcherAssesses);
    for (const actor of others.filter((other) => other !== system)) after([opened], actor).when('AddIssueEntry', {}).expectRefusal(assessmentRules.OnlyTheDispatcherAssesses);
  });
});

describe('entries', () => {
  const conduct = Object.keys(CONDUCT_RULES).map((duty) => ({ duty, kept: true }));
  const body = { caseId: 'case-7', mark: 'GOOD', conduct };
  const assessing = (change: object, known: object = task) => after([opened]).knowing({ task: known }).when('AssessConduct', { ...body, ...change });

  it('check every rule of conduct on a task of the own dispatch, once', () => {
    assessing({}).expectFacts([{ type: 'TaskConductAssessed', data: body } as AssessmentEvent]);
    assessing({}, { ...task, dispatcher: '3502' }).expectRefusal(assessmentRules.EntryIsOfAnOwnTask);
    assessing({}, { ...task, seated: ['c-2'] }).expectRefusal(assessmentRules.EntryIsOfAnOwnTask);
    after(and([opened], 'AssessConduct', body)).when('AssessConduct', body).expectRefusal(assessmentRules.EntryIsOfAnOwnTask);
    const [first] = conduct;
    for (const lacking of [conduct.slice(1), [...conduct, first], [{ ...first, kept: false }, ...conduct.slice(1)], [{ ...first, kept: false, remark: ' ' }, ...conduct.slice(1)]]) {
      assessing({ conduct: lacking }).expectRefusal(assessmentRules.EveryDutyIsChecked);
    }
    assessing({ conduct: [{ ...first, kept: false, remark: '未佩戴证卡' }, ...conduct.slice(1)] }).expectTypes(['TaskConductAssessed']);
  });

  it('name issues with their evidence; what the record detects is noted once a case', () => {
    const issue = { ground: 'S3', description: '迟到', evidence: ['ev-1'], caseId: 'case-7' };
    after([opened]).when('AddIssueEntry', issue).expectFacts([{ type: 'IssueEntryAdded', data: issue } as AssessmentEvent]);
    for (const lacking of [{ evidence: [] }, { evidence: [' '] }, { description: ' ' }]) after([opened]).when('AddIssueEntry', { ...issue, ...lacking }).expectRefusal(assessmentRules.IssueHasEvidence);
    const noted = given(assessmentDecider, [opened]).by(system).when('AddIssueEntry', issue).facts;
    expect(noted).toHaveLength(1);
    given(assessmentDecider, [opened, ...noted]).by(system).when('AddIssueEntry', issue).expectFacts([]);
    given(assessmentDecider, [opened, ...noted]).by(fuzhou).when('AddIssueEntry', issue).expectTypes(['IssueEntryAdded']);
  });

  it('of learning are made by the supervisor too, when it is done', () => {
    const learning = { title: '认定规程', hours: 8, completedOn: '2026-07-01' };
    for (const actor of [fuzhou, lin, system]) after([opened], actor).when('AddLearningEntry', learning).expectTypes(['LearningEntryAdded']);
    for (const actor of [someone, xiamen]) after([opened], actor).when('AddLearningEntry', learning).expectRefusal(assessmentRules.OnlyTheDispatcherAssesses);
    for (const completedOn of ['2026-07-02', '2026-06-31', '2021-08-02']) after([opened]).when('AddLearningEntry', { ...learning, completedOn }).expectRefusal(assessmentRules.LearningIsDone);
    after([opened]).when('AddCommendation', { text: '细致', evidence: [] }).expectTypes(['CommendationAdded']);
  });
});

describe('an assessment', () => {
  it('covers a cycle, one at a time and none twice', () => {
    expect(running.at(-1)?.data).toEqual({ ...period, to: '2026-06-30', cycleMonths: 12, conclusionDue: due });
    for (const from of ['2026-07-02', '2021-08-02', '2025-02-29']) after([opened]).when('OpenAssessmentPeriod', { ...period, from }).expectRefusal(assessmentRules.PeriodDayIsReal);
    after(running).when('OpenAssessmentPeriod', { assessmentNo: '榕考2', from: '2026-07-01' }).expectRefusal(assessmentRules.OneAssessmentAtATime);
    const closed = and(informed('PASS'), 'CloseAssessmentPeriod');
    after(closed).when('OpenAssessmentPeriod', { assessmentNo: '榕考2', from: '2026-07-01' }).expectTypes(['AssessmentPeriodOpened']);
    after(closed).when('OpenAssessmentPeriod', { assessmentNo: '榕考2', from: '2026-06-30' }).expectRefusal(assessmentRules.OneAssessmentAtATime);
    after(closed).when('OpenAssessmentPeriod', { assessmentNo: '榕考1', from: '2026-07-01' }).expectRefusal(assessmentRules.OneAssessmentAtATime);
  });

  it('is concluded once, with reasons, when the period is over, and then told', () => {
    after(running, fuzhou, '2026-06-30').when('ConcludeAssessment', { result: 'PASS', reasons: '好' }).expectRefusal(assessmentRules.ConclusionFollowsThePeriod);
    for (const story of [[opened], concluded('PASS')]) after(story).when('ConcludeAssessment', { result: 'FAIL', reasons: '差' }).expectRefusal(assessmentRules.ConclusionFollowsThePeriod);
    after(running).when('ConcludeAssessment', { result: 'PASS', reasons: ' ' }).expectRefusal(sanctionRules.DecisionSaysReasons);
    for (const story of [running, informed('PASS')]) after(story).when('InformSupervisor').expectRefusal(assessmentRules.ConclusionIsTold);
  });

  it('is due thirty days after its period, or after its opening where the period was over by then', () => {
    const dueOf = (from: string) => after([opened]).when('OpenAssessmentPeriod', { ...period, from }).facts.map(({ data }) => (data as { conclusionDue: { start: string; date: string } }).conclusionDue);
    expect(dueOf('2025-08-15')).toMatchObject([{ start: '2026-08-14', date: '2026-09-14' }]);
    expect(dueOf('2024-01-01')).toMatchObject([{ start: '2026-07-01', date: '2026-07-31' }]);
  });

  it('is noted once by itself as overdue when the last day is over without a conclusion, and concluded nevertheless', () => {
    const flag = (story: Told, day = '2026-08-01', by: Actor = system) => after(story, by, day).when('FlagAssessmentOverdue');
    const fact: AssessmentEvent = { type: 'AssessmentOverdue', data: { assessmentNo: '榕考1', due } };
    flag(running).expectFacts([fact]);
    for (const story of [[...running, fact], concluded('PASS'), [opened]]) flag(story).expectFacts([]);
    flag(running, '2026-07-31').expectFacts([]);
    for (const actor of [fuzhou, lin, province]) flag(running, '2026-08-01', actor).expectRefusal(accessRules.OnlyTheSystem);
    const conclusion = after([...running, fact], fuzhou, '2026-08-01').when('ConcludeAssessment', { result: 'PASS', reasons: '履职良好' });
    conclusion.expectTypes(['AssessmentConcluded']);
    const story = [...running, fact, ...conclusion.facts];
    expect(given(assessmentDecider, story).state()?.periods).toMatchObject([{ conclusionDue: due, overdue: true, result: 'PASS' }]);
  });

  it('that was opened before there was a due day is never overdue', () => {
    const before: AssessmentEvent = { type: 'AssessmentPeriodOpened', data: { ...period, to: '2026-06-30', cycleMonths: 12 } };
    after([opened, before], system, '2027-08-01').when('FlagAssessmentOverdue').expectFacts([]);
  });

  it('may be objected to once by the supervisor who failed, before the decision', () => {
    for (const actor of [fuzhou, someone]) after(informed('FAIL'), actor).when('RaiseObjection', { statement: '不服' }).expectRefusal(assessmentRules.ObjectionIsOpen);
    for (const story of [running, concluded('FAIL'), informed('PASS'), objected, and(informed('FAIL'), 'TakeFailDecision', suspending)]) {
      after(story, lin).when('RaiseObjection', { statement: '不服' }).expectRefusal(assessmentRules.ObjectionIsOpen);
    }
    for (const story of [informed('FAIL'), decided('REJECTED')]) after(story).when('DecideObjection', { outcome: 'UPHELD', reasons: '属实' }).expectRefusal(assessmentRules.ObjectionIsDecidedFirst);
    after(objected).when('DecideObjection', { outcome: 'UPHELD', reasons: '' }).expectRefusal(sanctionRules.DecisionSaysReasons);
  });

  it('that is failed has exactly one decision, with reasons, and a passed one none', () => {
    for (const story of [informed('FAIL'), decided('REJECTED')]) after(story).when('TakeFailDecision', suspending).expectFacts([{ type: 'FailDecisionTaken', data: { assessmentNo: '榕考1', ...suspending } } as AssessmentEvent]);
    for (const story of [running, informed('PASS'), decided('UPHELD'), and(informed('FAIL'), 'TakeFailDecision', suspending)]) {
      after(story).when('TakeFailDecision', { ...suspending, decision: 'CANCEL' }).expectRefusal(assessmentRules.FailureHasOneDecision);
    }
    after(concluded('FAIL')).when('TakeFailDecision', suspending).expectRefusal(assessmentRules.ConclusionIsTold);
    after(objected).when('TakeFailDecision', suspending).expectRefusal(assessmentRules.ObjectionIsDecidedFirst);
    after(informed('FAIL')).when('TakeFailDecision', { ...suspending, reasons: '' }).expectRefusal(sanctionRules.DecisionSaysReasons);
  });

  it('ends when all that must follow is done', () => {
    after([opened]).when('CloseAssessmentPeriod').expectRefusal(assessmentRules.ConclusionFollowsThePeriod);
    for (const story of [running, concluded('PASS')]) after(story).when('CloseAssessmentPeriod').expectRefusal(assessmentRules.ConclusionIsTold);
    after(objected).when('CloseAssessmentPeriod').expectRefusal(assessmentRules.ObjectionIsDecidedFirst);
    for (const story of [informed('FAIL'), decided('REJECTED')]) after(story).when('CloseAssessmentPeriod').expectRefusal(assessmentRules.FailureHasOneDecision);
    for (const story of [informed('PASS'), decided('UPHELD'), and(informed('FAIL'), 'TakeFailDecision', suspending)]) {
      const state = given(assessmentDecider, and(story, 'CloseAssessmentPeriod')).state();
      expect(state === undefined ? 'none' : openPeriod(state)).toBeUndefined();
    }
  });
});
