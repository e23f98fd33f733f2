import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import type { Assessment } from '#libs/supervisors/assessment.evolve';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  agency, applied, appointed, cancelled, carded, cause, decision, department, expired, fact, failedFile, fuzhou, lin, neglect, NOBODY_ELSE, on, passed, province,
  renewedCarded, resigned, suspended, suspendedAtXiamen, system, xiamen,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const after = (story: readonly SupervisorEvent[], day = '2022-01-05') => given(supervisorDecider, story).about('c-1').knowing(NOBODY_ELSE).at(on(day)).by(fuzhou);
const grounds = { severity: 'ORDINARY', findings: [neglect] } as const;
const failed = { assessmentId: 'file-1', assessmentNo: '榕考2021' } as const;
const knowing = (file: Assessment | undefined) => ({ ...NOBODY_ELSE, file });
const ordinary = { kind: 'GROUNDS', ...grounds } as const;

describe('criticism', () => {
  const criticism = { decisionNo: '榕教1号', reasons: '情节轻微', grounds };
  const given1 = fact('CriticismGiven', { decisionNo: '榕教1号', cause: ordinary, reasons: '情节轻微', decidedBy: '3501' });

  it('is given for a ground, also when the term is over', () => {
    for (const story of [appointed, carded]) after(story).when('GiveCriticism', criticism).expectFacts([given1]);
    after(expired, '2024-10-01').when('GiveCriticism', criticism).expectFacts([given1]);
  });

  it('is given to somebody appointed whose credential has not ended', () => {
    for (const story of [applied, passed, cancelled, resigned]) after(story).when('GiveCriticism', criticism).expectRefusal(sanctionRules.SanctionNeedsAppointment);
  });

  it('needs a ground and reasons, and says when the person was heard', () => {
    after(carded).when('GiveCriticism', { ...criticism, grounds: { ...grounds, findings: [] } }).expectRefusal(sanctionRules.SanctionNeedsGround);
    after(carded).when('GiveCriticism', { ...criticism, reasons: ' ' }).expectRefusal(sanctionRules.DecisionSaysReasons);
    for (const heardOn of ['2022-01-06', '2022-02-30']) after(carded).when('GiveCriticism', { ...criticism, heardOn }).expectRefusal(sanctionRules.HearingDayIsReal);
    const heard = after(carded).when('GiveCriticism', { ...criticism, heardOn: '2022-01-05' });
    expect(heard.facts).toMatchObject([{ data: { heardOn: '2022-01-05' } }]);
  });

  it('with the same number is the same decision, and its number no other’s', () => {
    after([...carded, given1]).when('GiveCriticism', criticism).expectFacts([]);
    after([...carded, given1]).when('SuspendDispatch', { ...criticism, scope: 'OWN' }).expectRefusal(sanctionRules.DecisionNumberIsItsOwn);
  });

  it('is given by the centre of the area, the province, or the centre of a cited supervision', () => {
    const cited = { ...criticism, grounds: { ...grounds, findings: [{ ...neglect, caseId: 'case-7' }] } };
    const sentThere = { cases: { 'case-7': { dispatcher: '3502', seated: ['c-1'], denied: {}, unjustified: [] } } };
    after(carded).by(province).when('GiveCriticism', criticism).expectTypes(['CriticismGiven']);
    after(carded).by(xiamen).knowing(sentThere).when('GiveCriticism', cited).expectTypes(['CriticismGiven']);
    after(carded).by(xiamen).when('GiveCriticism', criticism).expectRefusal(accessRules.CenterActsInItsOwnArea);
    const othersSeated = { cases: { 'case-7': { dispatcher: '3502', seated: ['c-2'], denied: {}, unjustified: [] } } };
    after(carded).by(xiamen).knowing(othersSeated).when('GiveCriticism', cited).expectRefusal(accessRules.CenterActsInItsOwnArea);
    after(carded).by({ ...xiamen, role: 'AUDITOR' }).knowing(sentThere).when('GiveCriticism', cited).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    for (const actor of [agency, lin, department]) after(carded).by(actor).when('GiveCriticism', criticism).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });
});

describe('a ground that comes again in one term', () => {
  const criticise = (story: readonly SupervisorEvent[], day?: string) =>
    after(story, day).when('GiveCriticism', { decisionNo: '榕教2号', reasons: '再次', grounds }).facts.map((decided) => (decided.data as { cause: object }).cause);

  it('is shown with the next decision, which stays with the centre', () => {
    expect(criticise(carded)).toEqual([ordinary]);
    for (const story of [suspended, [...carded, fact('CriticismGiven', { decisionNo: '榕教1号', cause: ordinary, reasons: '', decidedBy: '3501' })]]) {
      expect(criticise(story)).toEqual([{ ...ordinary, repeated: ['S3'] }]);
    }
    const other = { ...ordinary, findings: [{ ...neglect, ground: 'S4' as const }] };
    expect(criticise([...carded, fact('CriticismGiven', { decisionNo: '榕教1号', cause: other, reasons: '', decidedBy: '3501' })])).toEqual([ordinary]);
  });

  it('counts anew in the next term', () => {
    const before = fact('CriticismGiven', { decisionNo: '榕教1号', cause: ordinary, reasons: '', decidedBy: '3501' });
    const renewal = renewedCarded.slice(carded.length);
    expect(criticise([...carded, before, ...renewal], '2024-10-01')).toEqual([ordinary]);
    expect(criticise([...carded, ...renewal, before], '2024-10-01')).toEqual([{ ...ordinary, repeated: ['S3'] }]);
  });
});

describe('suspension', () => {
  const suspension = { decisionNo: '榕停1号', reasons: '情节较重', scope: 'ALL', grounds };
  const stopped = (data: object) => ({ type: 'DispatchSuspended', data: { decisionNo: '榕停1号', cause: ordinary, reasons: '情节较重', decidedBy: '3501', scope: 'ALL', ...data } }) as unknown as SupervisorEvent;

  it('lasts to the ordered day, else to the end of the term', () => {
    after(carded).when('SuspendDispatch', { ...suspension, until: '2022-06-30' }).expectFacts([stopped({ until: '2022-06-30', endsOn: '2022-06-30' })]);
    after(carded).when('SuspendDispatch', suspension).expectFacts([stopped({ endsOn: '2024-09-01' })]);
    after(carded).when('SuspendDispatch', { ...suspension, until: '2025-12-31' }).expectFacts([stopped({ until: '2025-12-31', endsOn: '2024-09-01' })]);
  });

  it('ends on a real day that is not over', () => {
    for (const until of ['2022-01-04', '2022-06-31']) after(carded).when('SuspendDispatch', { ...suspension, until }).expectRefusal(sanctionRules.SuspensionEndIsReal);
    after(carded).when('SuspendDispatch', { ...suspension, until: '2022-01-05' }).expectTypes(['DispatchSuspended']);
  });

  it('is of a running term, and one at a time for each centre', () => {
    for (const story of [passed, expired, cancelled, resigned]) after(story).at(on('2024-10-01')).when('SuspendDispatch', suspension).expectRefusal(sanctionRules.SuspensionIsOfTheRunning);
    after(suspended).when('SuspendDispatch', { ...suspension, decisionNo: '榕停2号' }).expectRefusal(sanctionRules.SuspensionIsOfTheRunning);
    after(suspendedAtXiamen).when('SuspendDispatch', suspension).expectTypes(['DispatchSuspended']);
    after(suspended, '2022-07-01').when('SuspendDispatch', { ...suspension, decisionNo: '榕停2号' }).expectTypes(['DispatchSuspended']);
  });

  it('for the whole province belongs to the centre of the area and the province, for one’s own tasks to every centre', () => {
    after(carded).by(province).when('SuspendDispatch', suspension).expectTypes(['DispatchSuspended']);
    after(carded).by(xiamen).when('SuspendDispatch', suspension).expectRefusal(accessRules.CenterActsInItsOwnArea);
    after(carded).by(xiamen).when('SuspendDispatch', { ...suspension, scope: 'OWN' }).expectTypes(['DispatchSuspended']);
    for (const actor of [agency, lin, system]) after(carded).by(actor).when('SuspendDispatch', { ...suspension, scope: 'OWN' }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('rests on grounds or on a failed assessment, not on neither and not on both', () => {
    const { grounds: _grounds, ...plain } = suspension;
    const byAssessment = after(carded).knowing(knowing(failedFile('SUSPEND'))).when('SuspendDispatch', { ...plain, assessment: failed });
    expect(byAssessment.facts).toMatchObject([{ data: { cause: { kind: 'ASSESSMENT_FAIL', assessmentNo: '榕考2021', concludedOn: '2022-01-04' } } }]);
    after(carded).when('SuspendDispatch', plain).expectRefusal(sanctionRules.SanctionNeedsGround);
    after(carded).when('SuspendDispatch', { ...suspension, assessment: failed }).expectRefusal(sanctionRules.SanctionNeedsGround);
  });

  it('follows only from a failure and a decision in the own file of this supervisor, once', () => {
    const { grounds: _grounds, ...plain } = suspension;
    const suspending = (file: Assessment | undefined, assessment: object = failed) => after(carded).knowing(knowing(file)).when('SuspendDispatch', { ...plain, assessment });
    const file = failedFile('SUSPEND');
    const [period] = file.periods;
    const others = [
      undefined, failedFile('SUSPEND', '3502'), { ...file, supervisorId: 'c-2' }, { ...file, periods: [] }, { ...file, periods: [{ ...period, result: 'PASS' }] },
      { ...file, dispatcher: { by: 'AGENCY', organisation: '3501' } },
    ] as readonly (Assessment | undefined)[];
    for (const other of others) suspending(other).expectRefusal(sanctionRules.AssessmentIsFailed);
    suspending(file, { ...failed, assessmentNo: '榕考2020' }).expectRefusal(sanctionRules.AssessmentIsFailed);
    suspending(failedFile('CANCEL')).expectRefusal(sanctionRules.AssessmentDecisionIsTaken);
    suspending({ ...file, periods: [{ ...period, failDecision: undefined }] } as unknown as Assessment).expectRefusal(sanctionRules.AssessmentDecisionIsTaken);
    const once = [...carded, stopped({ cause: { kind: 'ASSESSMENT_FAIL', assessmentNo: '榕考2021', concludedOn: '2022-01-04' }, endsOn: '2022-01-31' })];
    after(once, '2022-02-01').knowing(knowing(file)).when('SuspendDispatch', { ...plain, decisionNo: '榕停2号', assessment: failed }).expectRefusal(sanctionRules.AssessmentHasOneDecision);
    const cancelling = { ...plain, decisionNo: '榕建1号', proposes: 'QUALIFICATION_CANCELLED', assessment: failed };
    after(once, '2022-02-01').knowing(knowing(failedFile('CANCEL'))).when('ProposeDisqualification', cancelling).expectRefusal(sanctionRules.AssessmentHasOneDecision);
  });

  it('asked for twice under one number adds nothing', () => {
    after(suspended).when('SuspendDispatch', suspension).expectFacts([]);
  });
});

describe('resuming', () => {
  const resumption = { reasons: '已改正' };

  it('is done by the centre that suspended', () => {
    after(suspended).when('ResumeDispatch', resumption).expectFacts([{ type: 'DispatchResumed', data: { suspendedBy: '3501', reasons: '已改正' } }]);
    after(suspendedAtXiamen).by(xiamen).when('ResumeDispatch', resumption).expectTypes(['DispatchResumed']);
    after(suspended, '2022-06-30').when('ResumeDispatch', resumption).expectTypes(['DispatchResumed']);
    for (const actor of [province, xiamen]) after(suspended).by(actor).when('ResumeDispatch', resumption).expectRefusal(sanctionRules.OnlyTheSuspenderResumes);
    after(suspended).by(lin).when('ResumeDispatch', resumption).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('needs a suspension in force, reasons, and a running term', () => {
    after(carded).when('ResumeDispatch', resumption).expectRefusal(sanctionRules.OnlyTheSuspenderResumes);
    after(suspended, '2022-07-01').when('ResumeDispatch', resumption).expectRefusal(sanctionRules.OnlyTheSuspenderResumes);
    after(suspended).when('ResumeDispatch', { reasons: '' }).expectRefusal(sanctionRules.DecisionSaysReasons);
    after(suspendedAtXiamen, '2024-09-02').by(xiamen).when('ResumeDispatch', resumption).expectRefusal(appointmentRules.TermIsRunning);
  });
});

describe('the end of a suspension', () => {
  const over = (story: readonly SupervisorEvent[]) => after(story).at('2022-06-30T16:00:00.000Z').by(system);

  it('is recorded when its last day is over, once', () => {
    const lapsed = fact('SuspensionLapsed', { suspendedBy: '3501', endsOn: '2022-06-30' });
    over(suspended).when('LapseSuspension', { suspendedBy: '3501' }).expectFacts([lapsed]);
    over([...suspended, lapsed]).when('LapseSuspension', { suspendedBy: '3501' }).expectFacts([]);
    over(suspended).at('2022-06-30T15:59:59.999Z').when('LapseSuspension', { suspendedBy: '3501' }).expectFacts([]);
  });

  it('is moot after a new suspension, a resumption or the end of the credential', () => {
    const again = fact('DispatchSuspended', { ...decision('榕停2号', '3501'), cause, scope: 'ALL', endsOn: '2023-06-30' });
    const resumed = fact('DispatchResumed', { suspendedBy: '3501', reasons: '已改正' });
    const left = fact('SupervisorResigned', { personId: 'p-lin', supervisorType: 'EXTERNAL', reason: '工作调动' });
    for (const last of [again, resumed, left]) over([...suspended, last]).when('LapseSuspension', { suspendedBy: '3501' }).expectFacts([]);
  });

  it('takes no hand but that of time', () => {
    over(suspended).by(province).when('LapseSuspension', { suspendedBy: '3501' }).expectRefusal(accessRules.OnlyTheSystem);
  });
});
