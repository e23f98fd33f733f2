import type { CommandRule } from '#libs/event-sourcing/decider';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { ELIGIBILITY_CONDITIONS, type EligibilityCondition } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type {
  AllowReExam, ApplyAsSupervisor, ConditionReviewInput, ConfirmConditions, EnrolInTraining, RecordExamResult, RejectApplication,
} from '#libs/supervisors/application.commands';
import type { ApplicationEvent, ConditionReview } from '#libs/supervisors/application.events';
import { applicationRules } from '#libs/supervisors/application.rules';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import { byTrainer, requireSpeaker } from '#libs/supervisors/authority.decide';
import { credentialOf, isDay, requireNotBarred, requireStep } from '#libs/supervisors/guards.decide';
import { gatherTraining, type KnownTraining, requireOwnTraining, requireResultOfTraining } from '#libs/supervisors/known-training.decide';
import { gatherApplicant, type KnownApplicant, requireSelection } from '#libs/supervisors/selection.decide';

type ApplicationRule<C, K = unknown> = CommandRule<C, SupervisorState, ApplicationEvent, K>;

const applyAsSupervisor: ApplicationRule<ApplyAsSupervisor, KnownApplicant> = {
  creates: true,
  gather: ({ personId, selection }, _state, lookup) => gatherApplicant(personId, selection, lookup),
  authorise: (applicant, _state, { actor }) => requireSpeaker(actor, applicant),
  guard: (command, _state, { known }) => {
    requireNotBarred(known);
    requireSelection(command, known);
  },
  prepare: ({ personId, supervisorType }, _state, { target }) => ({
    name: 'ClaimCredential', target: personId, body: { supervisorType, credentialId: target },
  }),
  decide: ({ personId, supervisorType, area, selection }) => [
    { type: 'SupervisorApplied', data: { personId, supervisorType, area, ...(selection !== undefined && { selection }) } },
  ],
};

const conditionRules: Readonly<Record<EligibilityCondition, Rule>> = {
  E1: applicationRules.LovesTheWork,
  E2: applicationRules.KnowsPolicyAndMethods,
  E3: applicationRules.IsPrincipledAndHonest,
  E4: applicationRules.OrganisesAndExpresses,
  E5: applicationRules.IsHealthyAndAble,
};
const conditions = Object.keys(ELIGIBILITY_CONDITIONS) as EligibilityCondition[];

function reviewed(reviews: readonly ConditionReviewInput[], reviewer: string): readonly ConditionReview[] {
  require(reviews.every(({ condition, evidence }) => condition !== 'E5' || evidence === undefined), applicationRules.HealthIsYesOrNo);
  return reviews.map(({ condition, met, evidence }) => ({ condition, met, ...(evidence !== undefined && { evidence }), reviewer }));
}

const isConfirmed = ({ condition, met, evidence = '' }: ConditionReviewInput): boolean => met && (condition === 'E5' || evidence.trim() !== '');

const confirmConditions: ApplicationRule<ConfirmConditions> = {
  authorise: byTrainer,
  decide: ({ reviews }, state, { actor }) => {
    requireStep(credentialOf(state), 'APPLIED', applicationRules.ApplicationIsUndecided);
    for (const condition of conditions) {
      const ofCondition = reviews.filter((review) => review.condition === condition);
      require(ofCondition.length === 1 && ofCondition.every(isConfirmed), conditionRules[condition]);
    }
    return [{ type: 'ConditionsConfirmed', data: { reviews: reviewed(reviews, actor.person) } }];
  },
};

const rejectApplication: ApplicationRule<RejectApplication> = {
  authorise: byTrainer,
  decide: ({ reviews, reason }, state, { actor }) => {
    const credential = credentialOf(state);
    requireStep(credential, 'APPLIED', applicationRules.ApplicationIsUndecided);
    require(reviews.some(({ met }) => !met), applicationRules.RejectionNamesTheCondition);
    const { personId, supervisorType } = credential;
    return [{ type: 'ApplicationRejected', data: { personId, supervisorType, reviews: reviewed(reviews, actor.person), reason } }];
  },
};

const enrolInTraining: ApplicationRule<EnrolInTraining, KnownTraining> = {
  gather: ({ trainingId }, _state, lookup) => gatherTraining(trainingId, lookup),
  authorise: byTrainer,
  decide: ({ trainingClass, trainingId, startsOn }, state, { known }) => {
    const credential = credentialOf(state);
    requireStep(credential, 'CONDITIONS_CONFIRMED', applicationRules.ConditionsComeBeforeTraining);
    require((trainingId !== undefined) === (credential.selection !== undefined), applicationRules.InternalTrainingIsFiled);
    require(isDay(startsOn), applicationRules.TrainingDayIsReal, startsOn);
    requireOwnTraining(credential, startsOn, known);
    return [{ type: 'TrainingEnrolled', data: { trainingClass, ...(trainingId !== undefined && { trainingId }), startsOn, forRenewal: credential.terms.length > 0 } }];
  },
};

const recordExamResult: ApplicationRule<RecordExamResult, KnownTraining> = {
  gather: (_command, state, lookup) => gatherTraining(state?.qualification?.trainingId, lookup),
  authorise: byTrainer,
  decide: ({ score, examinedOn }, state, { now, target, known }) => {
    const credential = credentialOf(state);
    const { trainingFrom = '', sittings } = requireStep(credential, 'IN_TRAINING', applicationRules.TrainingComesBeforeExam);
    require(isDay(examinedOn) && trainingFrom <= examinedOn && examinedOn <= legalDateOf(now), applicationRules.ExamDayIsReal, examinedOn);
    requireResultOfTraining(credential, { score, examinedOn }, target, known);
    const passMark = parameter('exam.passMark', examinedOn);
    const exam = { score, passMark, examinedOn, sitting: sittings + 1 };
    if (score >= passMark) return [{ type: 'ExamPassed', data: exam }];
    const { personId, supervisorType, terms } = credential;
    const reExamsLeft = Math.max(0, parameter('exam.reExamTimes', examinedOn) - sittings);
    return [{ type: 'ExamFailed', data: { personId, supervisorType, ...exam, reExamsLeft, forRenewal: terms.length > 0 } }];
  },
};

const allowReExam: ApplicationRule<AllowReExam> = {
  authorise: byTrainer,
  decide: ({ reason }, state) => {
    const { reExamsLeft = 0 } = requireStep(credentialOf(state), 'EXAM_FAILED', applicationRules.ReExamFollowsFailure);
    require(reExamsLeft > 0, applicationRules.ReExamFollowsFailure);
    return [{ type: 'ReExamAllowed', data: { reason } }];
  },
};

export const applicationCommands = {
  ApplyAsSupervisor: applyAsSupervisor,
  ConfirmConditions: confirmConditions,
  RejectApplication: rejectApplication,
  EnrolInTraining: enrolInTraining,
  RecordExamResult: recordExamResult,
  AllowReExam: allowReExam,
} as const;
