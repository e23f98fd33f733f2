import type { CloseTraining, HoldExam, HoldTraining, RecordTrainingResults, StartTraining } from '#libs/agencies/training.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { reviews } from '#libs/simulation/application.story';
import { internalCareerStory } from '#libs/simulation/internal-career.story';
import type { SimulatedTraining, Trainee } from '#libs/simulation/internal-trainings';
import { timeOf, workingDay, workingSpell } from '#libs/simulation/office-hours';
import { SHARES } from '#libs/simulation/shares';
import { attempt, begin, send, type Story, waitUntil } from '#libs/simulation/story';
import { ON_HOLD, planStory } from '#libs/simulation/training-plan.story';
import type { AllowReExam, ApplyAsSupervisor, ConfirmConditions, EnrolInTraining, RecordExamResult } from '#libs/supervisors/application.commands';

const DAYS = 2;
const HOURS = 16;

function* selected({ by, organisation, agencies, actor, area, trainees }: SimulatedTraining, on: LegalDate): Story {
  const confirmed: ConfirmConditions = { reviews: reviews() };
  yield* waitUntil(timeOf(on, '15:15'));
  for (const { credentialId, personId } of trainees) {
    const applied: ApplyAsSupervisor = { personId, supervisorType: 'INTERNAL', area, selection: { by, organisation, agencies: [...agencies] } };
    yield* send(actor, 'ApplyAsSupervisor', credentialId, applied);
    yield* send(actor, 'ConfirmConditions', credentialId, confirmed);
  }
}

interface Sitting {
  readonly examinedOn: LegalDate;
  readonly sat: readonly { readonly trainee: Trainee; readonly score: number }[];
}

/** 考核 and 成绩, for the training and for each credential. */
function* examined({ trainingId, actor }: SimulatedTraining, { examinedOn, sat }: Sitting): Story {
  const exam: HoldExam = { examinedOn, form: 'WRITTEN' };
  yield* waitUntil(timeOf(examinedOn, '16:30'));
  yield* send(actor, 'HoldExam', trainingId, exam);
  const results: RecordTrainingResults = { scores: sat.map(({ trainee: { credentialId }, score }) => ({ supervisorId: credentialId, score })) };
  yield* waitUntil(timeOf(workingDay(examinedOn, 1), '10:00'));
  yield* send(actor, 'RecordTrainingResults', trainingId, results);
  for (const { trainee, score } of sat) {
    const result: RecordExamResult = { score, examinedOn };
    yield* send(actor, 'RecordExamResult', trainee.credentialId, result);
  }
}

/** 补考 of those who failed. Returns who has passed in the end. */
function* satAgain(one: SimulatedTraining, failed: readonly Trainee[], from: LegalDate): Story<readonly Trainee[]> {
  const { random, actor } = one;
  const again = failed.filter(() => random.chance(SHARES.training.passedAtSecond));
  if (again.length === 0) return [];
  const allowed: AllowReExam = { reason: '首次考核不合格,按规定补考一次' };
  yield* waitUntil(timeOf(workingDay(from, 3), '09:45'));
  for (const { credentialId } of again) yield* send(actor, 'AllowReExam', credentialId, allowed);
  yield* examined(one, { examinedOn: workingDay(from, 6), sat: again.map((trainee) => ({ trainee, score: random.between(62, 80) })) });
  return again;
}

function* held(one: SimulatedTraining, endedOn: LegalDate): Story {
  const { trainees, trainingId, actor, random, startsOn } = one;
  for (const { credentialId } of trainees) {
    const enrolled: EnrolInTraining = { trainingClass: `${startsOn}班`, trainingId, startsOn };
    yield* send(actor, 'EnrolInTraining', credentialId, enrolled);
  }
  const ended: HoldTraining = { endedOn, hours: HOURS, attended: trainees.map(({ credentialId }) => credentialId) };
  yield* waitUntil(timeOf(endedOn, '17:15'));
  yield* send(actor, 'HoldTraining', trainingId, ended);
  const failed = trainees.slice(1).filter(() => random.chance(SHARES.training.failed));
  const examinedOn = workingDay(endedOn, 1);
  yield* examined(one, { examinedOn, sat: trainees.map((trainee) => ({ trainee, score: failed.includes(trainee) ? random.between(30, 59) : random.between(64, 98) })) });
  const passed = [...trainees.filter((trainee) => !failed.includes(trainee)), ...(yield* satAgain(one, failed, examinedOn))];
  for (const trainee of passed) yield* begin(`internal ${trainee.no}`, internalCareerStory(one, trainee));
  const closed: CloseTraining = { summary: `${trainees.length}人参加,${passed.length}人考核合格` };
  yield* waitUntil(timeOf(workingDay(examinedOn, 12), '15:45'));
  yield* send(actor, 'CloseTraining', trainingId, closed);
}

/** 内督培训报备: from the plan to the archive, and those who come out of it as internal supervisors. */
export function* internalTrainingStory(one: SimulatedTraining): Story {
  const { trainingId, actor } = one;
  const startedOn = workingSpell(one.startsOn, DAYS);
  const training = { ...one, startsOn: startedOn };
  const endsOn = addDays(startedOn, DAYS - 1);
  if (!(yield* planStory(training, { endsOn, hours: HOURS }))) return;
  yield* selected(training, workingDay(startedOn, -1));
  const started: StartTraining = { startedOn };
  yield* waitUntil(timeOf(startedOn, '08:30'));
  if ((yield* attempt(actor, 'StartTraining', trainingId, started, ON_HOLD)) === undefined) yield* held(training, endsOn);
}
