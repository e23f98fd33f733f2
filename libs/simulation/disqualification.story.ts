import type { Outcome } from '#libs/event-sourcing/envelope';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays, addYears } from '#libs/regulation/legal-date';
import { clerkOf, department, province, supervisorActor } from '#libs/simulation/actors';
import type { Career } from '#libs/simulation/careers';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { decisionNo, proposalOf, someDay } from '#libs/simulation/sanction.story';
import { expectRefusal, lookAt, send, settled, type Story, waitUntil } from '#libs/simulation/story';
import type { ApplyAsSupervisor } from '#libs/supervisors/application.commands';
import type { ConcludeAssessment, OpenAssessmentPeriod, TakeFailDecision } from '#libs/supervisors/assessment.commands';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import { assessmentIdOf, type AssessmentState, evolveAssessment } from '#libs/supervisors/assessment.evolve';
import { applicationRules } from '#libs/supervisors/application.rules';
import type { ReverseBar } from '#libs/supervisors/person.commands';
import type { CancelQualification, NotifyEmployer, ProposeDisqualification, RefuseRenewal } from '#libs/supervisors/disqualification.commands';

/** The centre that dispatched the supervisor assesses them, fails them and proposes cancellation; nothing where it never dispatched them. */
function* failAssessment(career: Career, on: LegalDate): Story<ProposeDisqualification | undefined> {
  const assessmentId = assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation: career.area }, career.credentialId);
  const file = yield* lookAt<AssessmentState, AssessmentEvent>(`assessment-${assessmentId}`, undefined, evolveAssessment);
  if (file === undefined) return undefined;
  const assessmentNo = decisionNo(career, '考');
  const by = (name: string, body: object = {}): Story<Outcome> => send(clerkOf(career.area), name, assessmentId, body);
  yield* by('OpenAssessmentPeriod', { assessmentNo, from: addYears(on, -1) } satisfies OpenAssessmentPeriod);
  yield* by('ConcludeAssessment', { result: 'FAIL', reasons: '年度考核不合格' } satisfies ConcludeAssessment);
  yield* by('InformSupervisor');
  yield* by('TakeFailDecision', { decision: 'CANCEL', reasons: '多次贻误督导工作' } satisfies TakeFailDecision);
  yield* by('CloseAssessmentPeriod');
  return {
    decisionNo: decisionNo(career, '建'), reasons: '年度考核不合格', heardOn: workingDay(on, -3), proposes: 'QUALIFICATION_CANCELLED', assessment: { assessmentId, assessmentNo },
  };
}

/** Nobody who is barred gets another credential. */
function* tryAgain({ credentialId, personId, area }: Career, random: Random, on: LegalDate): Story {
  const body: ApplyAsSupervisor = { personId, supervisorType: 'EXTERNAL', area };
  yield* waitUntil(officeTime(random, on));
  yield* settled();
  yield* expectRefusal(supervisorActor(personId), 'ApplyAsSupervisor', idAt(timeOf(on, '07:00'), credentialId), body, applicationRules.PersonIsNotBarred);
}

function* notifyStory(career: Career): Story {
  const body: NotifyEmployer = { employer: '所在单位(样例)', noticeNo: decisionNo(career, '告') };
  yield* send(clerkOf(career.area), 'NotifyEmployer', career.credentialId, body);
}

/** 撤销处理 after a review: the only way off the list. */
function* reverseStory(career: Career, random: Random, on: LegalDate): Story {
  const { credentialId, personId } = career;
  const body: ReverseBar = { credentialId, outcomeOf: 'REVIEW', documentNo: decisionNo(career, '复'), reasons: '原处理程序不当,予以撤销' };
  yield* waitUntil(officeTime(random, on));
  yield* send(department, 'ReverseBar', personId, body);
}

/** 取消资格: proposed by the centre, decided by the province, final for the person. */
export function* cancelStory(career: Career, random: Random, year: number): Story {
  const { credentialId, area, fate } = career;
  const on = someDay(random, year);
  yield* waitUntil(officeTime(random, on));
  const assessed = fate === 'CANCELLED_BY_ASSESSMENT' ? yield* failAssessment(career, on) : undefined;
  yield* send(clerkOf(area), 'ProposeDisqualification', credentialId, assessed ?? proposalOf(career, 'QUALIFICATION_CANCELLED', on, random.pick(['S5', 'S7'])));
  const decidedOn = workingDay(on, random.between(8, 15));
  yield* waitUntil(officeTime(random, decidedOn));
  const body: CancelQualification = {
    decisionNo: decisionNo(career, '处'), reasons: '事实清楚,取消资格', heardOn: workingDay(on, 4), proposalNo: decisionNo(career, '建'),
  };
  yield* send(province, 'CancelQualification', credentialId, body);
  if (assessed === undefined) yield* notifyStory(career);
  yield* tryAgain(career, random, workingDay(decidedOn, 15));
  if (fate === 'BAR_REVERSED') yield* reverseStory(career, random, workingDay(decidedOn, 40));
}

/** 不予续聘 as a sanction, in the last weeks of the term. */
export function* refuseRenewalStory(career: Career, random: Random, termEnd: LegalDate): Story {
  const { credentialId, area } = career;
  const on = workingDay(addDays(termEnd, -60), random.between(1, 8));
  yield* waitUntil(officeTime(random, on));
  yield* send(clerkOf(area), 'ProposeDisqualification', credentialId, proposalOf(career, 'RENEWAL_REFUSED', on, 'S4'));
  const decidedOn = workingDay(on, 10);
  yield* waitUntil(officeTime(random, decidedOn));
  const body: RefuseRenewal = {
    decisionNo: decisionNo(career, '处'), reasons: '事实清楚,不予续聘', heardOn: workingDay(on, 4), proposalNo: decisionNo(career, '建'),
  };
  yield* send(province, 'RefuseRenewal', credentialId, body);
  yield* notifyStory(career);
  yield* tryAgain(career, random, workingDay(decidedOn, 20));
}
