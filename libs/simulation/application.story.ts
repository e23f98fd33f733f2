import type { ApplyAsSupervisor, ConfirmConditions, ConditionReviewInput, EnrolInTraining, RecordExamResult, RejectApplication } from '#libs/supervisors/application.commands';
import { applicationRules } from '#libs/supervisors/application.rules';
import type { AppointSupervisor } from '#libs/supervisors/appointment.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import { ELIGIBILITY_CONDITIONS, type EligibilityCondition } from '#libs/regulation/codes';
import { clerkOf, province, supervisorActor } from '#libs/simulation/actors';
import type { Career } from '#libs/simulation/careers';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';
import type { TrainingClass } from '#libs/simulation/training-classes';

const EVIDENCE: Readonly<Record<Exclude<EligibilityCondition, 'E5'>, string>> = {
  E1: '所在单位政治表现鉴定', E2: '技能评价政策培训结业材料', E3: '所在单位廉洁情况说明', E4: '组织职业技能竞赛的工作材料',
};
const conditions = Object.keys(ELIGIBILITY_CONDITIONS) as EligibilityCondition[];

export const reviews = (unmet?: EligibilityCondition): ConditionReviewInput[] =>
  conditions.map((condition) => ({ condition, met: condition !== unmet, ...(condition !== 'E5' && { evidence: EVIDENCE[condition] }) }));

/** Some people apply themselves, for others their centre enters the paper. */
export function* applyStory({ credentialId, personId, area, fate, training }: Career, random: Random): Story {
  const body: ApplyAsSupervisor = { personId, supervisorType: 'EXTERNAL', area };
  const person = supervisorActor(personId);
  yield* waitUntil(officeTime(random, workingDay(training.confirmOn, -random.between(3, 20))));
  yield* send(random.chance(0.7) ? person : clerkOf(area), 'ApplyAsSupervisor', credentialId, body);
  if (fate !== 'APPLIES_TWICE') return;
  yield* waitUntil(officeTime(random, workingDay(training.confirmOn, -1)));
  yield* expectRefusal(person, 'ApplyAsSupervisor', idAt(timeOf(training.confirmOn, '07:00'), credentialId), body, applicationRules.OneLiveCredentialPerType);
}

export function* rejectStory({ credentialId, training }: Career, random: Random): Story {
  const unmet = random.pick(conditions);
  const body: RejectApplication = { reviews: reviews(unmet), reason: `不符合申报条件:${ELIGIBILITY_CONDITIONS[unmet]}` };
  yield* waitUntil(timeOf(training.confirmOn, '10:30'));
  yield* send(province, 'RejectApplication', credentialId, body);
}

export function* confirmStory({ credentialId, training }: Career): Story {
  const body: ConfirmConditions = { reviews: reviews() };
  yield* waitUntil(timeOf(training.confirmOn, '10:00'));
  yield* send(province, 'ConfirmConditions', credentialId, body);
}

export function* enrolStory(credentialId: string, { name, enrolOn, startsOn }: TrainingClass): Story {
  const body: EnrolInTraining = { trainingClass: name, startsOn };
  yield* waitUntil(timeOf(enrolOn, '09:30'));
  yield* send(province, 'EnrolInTraining', credentialId, body);
}

function* scoreStory(credentialId: string, enteredOn: LegalDate, examinedOn: LegalDate, score: number): Story {
  const body: RecordExamResult = { score, examinedOn };
  yield* waitUntil(timeOf(enteredOn, '15:00'));
  yield* send(province, 'RecordExamResult', credentialId, body);
}

const passing = (random: Random): number => random.between(64, 96);
const failing = (random: Random): number => random.between(35, 59);

export const passStory = (credentialId: string, { scoredOn, examinedOn }: TrainingClass, random: Random): Story =>
  scoreStory(credentialId, scoredOn, examinedOn, passing(random));

export const failStory = (credentialId: string, { scoredOn, examinedOn }: TrainingClass, random: Random): Story =>
  scoreStory(credentialId, scoredOn, examinedOn, failing(random));

/** 补考 */
export function* reExamStory(credentialId: string, { reExamAllowedOn, reExaminedOn }: TrainingClass, random: Random, passes: boolean): Story {
  yield* waitUntil(timeOf(reExamAllowedOn, '10:00'));
  yield* send(province, 'AllowReExam', credentialId, { reason: '首次考核不合格,按规定补考一次' });
  yield* scoreStory(credentialId, workingDay(reExaminedOn, 2), reExaminedOn, passes ? passing(random) : failing(random));
}

/** 聘任 by the centre that chose the person. The term starts the same day. */
export function* appointStory({ credentialId, area }: Career, on: LegalDate): Story {
  const body: AppointSupervisor = { termStart: on };
  yield* waitUntil(timeOf(on, '09:00'));
  yield* send(clerkOf(area), 'AppointSupervisor', credentialId, body);
}

export function* cardStory(credentialId: string, on: LegalDate): Story {
  yield* waitUntil(timeOf(on, '16:00'));
  yield* send(province, 'IssueCard', credentialId, {});
}
