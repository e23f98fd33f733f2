import { gatherProvider, type KnowsProvider, requireQualified } from '#libs/agencies/known-provider.decide';
import type { CloseTraining, HoldExam, HoldTraining, RecordTrainingResults, StartTraining } from '#libs/agencies/training.commands';
import { mustFile, type Training } from '#libs/agencies/training.evolve';
import { byBody, requireDay, requireStage, type TrainingRule } from '#libs/agencies/training.guards';
import { gatherOperation, type KnowsOperation, requireOperation } from '#libs/agencies/training-operation.guards';
import { trainingRules } from '#libs/agencies/training.rules';
import type { Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { parameter } from '#libs/regulation/parameters';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

const startTraining: TrainingRule<StartTraining, KnowsProvider & KnowsOperation> = {
  gather: async (_command, state, lookup) => ({
    ...(state.provider === undefined ? { provider: undefined } : await gatherProvider(state.provider.providerId, lookup)),
    ...(await gatherOperation(state, lookup)),
  }),
  authorise: byBody,
  decide: ({ startedOn }, state, context) => {
    requireStage(state, [mustFile(state) ? 'FILED' : 'DRAFTED'], trainingRules.TrainingFollowsTheFiling);
    requireOperation(context.known, context.now);
    requireDay(startedOn, state.filedOn ?? state.draftedOn, context);
    if (state.provider !== undefined) requireQualified(context.known.provider, startedOn, startedOn > state.endsOn ? startedOn : state.endsOn);
    return [{ type: 'TrainingStarted', data: { startedOn } }];
  },
};

interface KnowsTrainees {
  /** Credentials of the named people, by id. */
  readonly trainees: Readonly<Record<string, SupervisorState>>;
}

async function gatherTrainees({ attended }: HoldTraining, _state: Training, lookup: Lookup): Promise<KnowsTrainees> {
  const found = attended.map(async (id) => [id, await lookup.fold<SupervisorState, SupervisorEvent>(`supervisor-${id}`, undefined, evolveSupervisor)] as const);
  return { trainees: Object.fromEntries(await Promise.all(found)) };
}

/** Enrolled in this very training by the body that gives it; the provincial centre's classes are known by their number alone. */
function isOwnTrainee(trainee: SupervisorState, { by, organisation }: Training, trainingId: string): boolean {
  if (trainee?.qualification?.step !== 'IN_TRAINING') return false;
  const { selection, qualification } = trainee;
  if (selection === undefined) return by === 'PROVINCIAL_CENTER';
  return selection.by === by && selection.organisation === organisation && qualification.trainingId === trainingId;
}

const holdTraining: TrainingRule<HoldTraining, KnowsTrainees> = {
  gather: gatherTrainees,
  authorise: byBody,
  decide: ({ endedOn, hours, attended }, state, context) => {
    const { by, organisation, startedOn = endedOn } = state;
    requireStage(state, ['STARTED'], trainingRules.TrainingIsHeldInOrder);
    requireDay(endedOn, startedOn, context);
    require(hours >= parameter('training.minimumHours', startedOn), trainingRules.PlanHasEnoughHours, String(hours));
    const stranger = attended.find((id) => !isOwnTrainee(context.known.trainees[id], state, context.target));
    require(stranger === undefined, trainingRules.TraineesAreOwnPeople, stranger);
    return [{ type: 'TrainingHeld', data: { by, organisation, endedOn, hours, attended } }];
  },
};

const holdExam: TrainingRule<HoldExam> = {
  authorise: byBody,
  decide: ({ examinedOn, form }, state, context) => {
    requireStage(state, ['HELD'], trainingRules.TrainingIsHeldInOrder);
    require(state.exam?.recorded !== false, trainingRules.TrainingIsHeldInOrder);
    requireDay(examinedOn, state.exam?.examinedOn ?? state.endedOn ?? examinedOn, context);
    return [{ type: 'ExamHeld', data: { examinedOn, form, sitting: (state.exam?.sitting ?? 0) + 1 } }];
  },
};

const recordTrainingResults: TrainingRule<RecordTrainingResults> = {
  authorise: byBody,
  decide: ({ scores }, { stage, exam, attended }) => {
    require(stage === 'HELD' && exam?.recorded === false, trainingRules.TrainingIsHeldInOrder);
    const examined = scores.map(({ supervisorId }) => supervisorId);
    const stranger = examined.find((id, index) => !attended.includes(id) || examined.indexOf(id) !== index);
    require(stranger === undefined, trainingRules.ExaminedWereTrained, stranger);
    const { sitting, examinedOn } = exam;
    const passMark = parameter('exam.passMark', examinedOn);
    const results = scores.map(({ supervisorId, score }) => ({ supervisorId, score, passed: score >= passMark }));
    return [{ type: 'ExamResultsRecorded', data: { sitting, examinedOn, passMark, results } }];
  },
};

const closeTraining: TrainingRule<CloseTraining> = {
  authorise: byBody,
  decide: ({ summary }, { stage, exam }) => {
    require(stage === 'HELD' && exam?.recorded === true, trainingRules.TrainingIsHeldInOrder);
    return [{ type: 'TrainingClosed', data: { summary } }];
  },
};

export const trainingCourse = {
  StartTraining: startTraining,
  HoldTraining: holdTraining,
  HoldExam: holdExam,
  RecordTrainingResults: recordTrainingResults,
  CloseTraining: closeTraining,
};
