import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import type { EligibilityCondition } from '#libs/regulation/codes';
import { applicationRules } from '#libs/supervisors/application.rules';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  agency, applied, BARRED, cancelled, confirmed, department, failedFinally, failedOnce, fuzhou, inTraining, lin, NOBODY_ELSE, on, passed, province,
  rejected, renewalApplied, reviews, someone,
} from '#libs/supervisors/supervisor-story';

const application = { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' };
const without = (condition: EligibilityCondition) => reviews.filter((review) => review.condition !== condition);
const replacing = (condition: EligibilityCondition, change: object) =>
  reviews.map((review) => (review.condition === condition ? { ...review, ...change } : review));

describe('applying', () => {
  const applying = given(supervisorDecider).about('c-1').knowing(NOBODY_ELSE);

  it('is done by the person, or by a centre for the person', () => {
    for (const actor of [lin, fuzhou, province]) {
      applying.by(actor).when('ApplyAsSupervisor', application).expectFacts([{ type: 'SupervisorApplied', data: { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' } }]);
    }
    for (const actor of [someone, agency, department]) applying.by(actor).when('ApplyAsSupervisor', application).expectRefusal(accessRules.PersonSpeaksForThemselves);
  });

  it('is refused to a barred person', () => {
    applying.by(lin).knowing(BARRED).when('ApplyAsSupervisor', application).expectRefusal(applicationRules.PersonIsNotBarred);
  });

  it('first claims the place of a live credential on the stream of the person', () => {
    const rule = supervisorDecider.commands.ApplyAsSupervisor;
    const context = { target: 'c-1', now: on('2021-08-03'), occurredAt: on('2021-08-03'), actor: lin, known: NOBODY_ELSE, prepared: [] };
    expect(rule?.prepare?.(application, undefined, context)).toEqual({
      name: 'ClaimCredential', target: 'p-lin', body: { supervisorType: 'EXTERNAL', credentialId: 'c-1' },
    });
  });
});

describe('an application', () => {
  const review = given(supervisorDecider, applied).by(province);

  it('is confirmed when all five conditions are met, each with the acting reviewer', () => {
    review.when('ConfirmConditions', { reviews }).expectFacts([
      { type: 'ConditionsConfirmed', data: { reviews: reviews.map((each) => ({ ...each, reviewer: 'clerk-fj' })) } },
    ]);
  });

  it.each([
    ['E1', applicationRules.LovesTheWork],
    ['E2', applicationRules.KnowsPolicyAndMethods],
    ['E3', applicationRules.IsPrincipledAndHonest],
    ['E4', applicationRules.OrganisesAndExpresses],
    ['E5', applicationRules.IsHealthyAndAble],
  ] as const)('is not confirmed while condition %s is not met, not reviewed, or reviewed twice', (condition, rule) => {
    review.when('ConfirmConditions', { reviews: replacing(condition, { met: false }) }).expectRefusal(rule);
    review.when('ConfirmConditions', { reviews: without(condition) }).expectRefusal(rule);
    review.when('ConfirmConditions', { reviews: [...reviews, { condition, met: false }] }).expectRefusal(rule);
  });

  it.each([['E1', applicationRules.LovesTheWork], ['E4', applicationRules.OrganisesAndExpresses]] as const)('needs evidence for condition %s', (condition, rule) => {
    review.when('ConfirmConditions', { reviews: [...without(condition), { condition, met: true }] }).expectRefusal(rule);
    review.when('ConfirmConditions', { reviews: replacing(condition, { evidence: '  ' }) }).expectRefusal(rule);
  });

  it('keeps of health only yes or no', () => {
    const told = replacing('E5', { evidence: '体检报告' });
    review.when('ConfirmConditions', { reviews: told }).expectRefusal(applicationRules.HealthIsYesOrNo);
    const twice = [{ condition: 'E5', met: false }, { condition: 'E5', met: false, evidence: '体检报告' }];
    review.when('RejectApplication', { reviews: twice, reason: '不符合' }).expectRefusal(applicationRules.HealthIsYesOrNo);
  });

  it('is rejected only with a condition that is not met', () => {
    review.when('RejectApplication', { reviews, reason: '不符合' }).expectRefusal(applicationRules.RejectionNamesTheCondition);
    review.when('RejectApplication', { reviews: [{ condition: 'E4', met: false, evidence: '面谈记录' }], reason: '表达能力不足' }).expectFacts([
      {
        type: 'ApplicationRejected',
        data: {
          personId: 'p-lin', supervisorType: 'EXTERNAL', reason: '表达能力不足',
          reviews: [{ condition: 'E4', met: false, evidence: '面谈记录', reviewer: 'clerk-fj' }],
        },
      },
    ]);
  });

  it('is reviewed once', () => {
    for (const story of [confirmed, rejected, passed]) {
      const later = given(supervisorDecider, story).by(province);
      later.when('ConfirmConditions', { reviews }).expectRefusal(applicationRules.ApplicationIsUndecided);
      later.when('RejectApplication', { reviews: replacing('E1', { met: false }), reason: '不符合' }).expectRefusal(applicationRules.ApplicationIsUndecided);
    }
  });

  it('is in the hands of the provincial centre until the examination is passed', () => {
    const bodies = { ConfirmConditions: { reviews }, RejectApplication: { reviews: [], reason: '' }, EnrolInTraining: {}, RecordExamResult: {}, AllowReExam: {} };
    for (const actor of [fuzhou, lin, agency, department]) {
      for (const [command, body] of Object.entries(bodies)) given(supervisorDecider, applied).by(actor).when(command, body).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
    }
  });
});

describe('training', () => {
  const enrolment = { trainingClass: '2021年第1期', startsOn: '2021-08-10' };

  it('follows the conditions', () => {
    given(supervisorDecider, confirmed).by(province).when('EnrolInTraining', enrolment).expectFacts([{ type: 'TrainingEnrolled', data: { ...enrolment, forRenewal: false } }]);
    for (const story of [applied, inTraining, passed, rejected, cancelled]) {
      given(supervisorDecider, story).by(province).when('EnrolInTraining', enrolment).expectRefusal(applicationRules.ConditionsComeBeforeTraining);
    }
  });

  it('is on a day that exists and on which the Measures were in force', () => {
    for (const startsOn of ['2021-02-29', '2021-08-02', 'soon']) {
      given(supervisorDecider, confirmed).by(province).when('EnrolInTraining', { ...enrolment, startsOn }).expectRefusal(applicationRules.TrainingDayIsReal);
    }
  });

  it('comes again with a renewal', () => {
    given(supervisorDecider, renewalApplied).by(province).when('EnrolInTraining', enrolment).expectFacts([{ type: 'TrainingEnrolled', data: { ...enrolment, forRenewal: true } }]);
  });
});

describe('the examination', () => {
  const examined = given(supervisorDecider, inTraining).by(province).at(on('2021-08-25'));

  it('is passed at the pass mark, and failed below it', () => {
    const exam = { passMark: 60, examinedOn: '2021-08-20', sitting: 1 };
    examined.when('RecordExamResult', { score: 60, examinedOn: '2021-08-20' }).expectFacts([{ type: 'ExamPassed', data: { ...exam, score: 60 } }]);
    examined.when('RecordExamResult', { score: 59.5, examinedOn: '2021-08-20' }).expectFacts([
      { type: 'ExamFailed', data: { personId: 'p-lin', supervisorType: 'EXTERNAL', ...exam, score: 59.5, reExamsLeft: 1, forRenewal: false } },
    ]);
  });

  it('is held from the first day of the class to today', () => {
    for (const examinedOn of ['2021-08-09', '2021-08-26', '2021-08-32']) {
      examined.when('RecordExamResult', { score: 90, examinedOn }).expectRefusal(applicationRules.ExamDayIsReal);
    }
    for (const examinedOn of ['2021-08-10', '2021-08-25']) examined.when('RecordExamResult', { score: 90, examinedOn }).expectTypes(['ExamPassed']);
  });

  it('follows training, once', () => {
    for (const story of [applied, confirmed, passed, failedOnce, rejected]) {
      given(supervisorDecider, story).by(province).when('RecordExamResult', { score: 90, examinedOn: '2021-08-20' }).expectRefusal(applicationRules.TrainingComesBeforeExam);
    }
  });

  it('may be taken again as often as the parameter says', () => {
    given(supervisorDecider, failedOnce).by(province).when('AllowReExam', { reason: '首次不合格' }).expectFacts([{ type: 'ReExamAllowed', data: { reason: '首次不合格' } }]);
    for (const story of [failedFinally, inTraining, passed]) {
      given(supervisorDecider, story).by(province).when('AllowReExam', { reason: '再给一次' }).expectRefusal(applicationRules.ReExamFollowsFailure);
    }
  });

  it('counts the sittings', () => {
    const again = [...failedOnce, { type: 'ReExamAllowed', data: { reason: '首次不合格' } } as const];
    given(supervisorDecider, again).by(province).when('RecordExamResult', { score: 10, examinedOn: '2021-08-28' }).expectFacts([
      {
        type: 'ExamFailed',
        data: { personId: 'p-lin', supervisorType: 'EXTERNAL', score: 10, passMark: 60, examinedOn: '2021-08-28', sitting: 2, reExamsLeft: 0, forRenewal: false },
      },
    ]);
  });
});
