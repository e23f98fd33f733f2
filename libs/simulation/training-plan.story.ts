import type { DraftTrainingPlan, EngageProvider, ReturnFiling } from '#libs/agencies/training.commands';
import { trainingRules } from '#libs/agencies/training.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { province } from '#libs/simulation/actors';
import type { SimulatedTraining } from '#libs/simulation/internal-trainings';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import { PROVIDERS } from '#libs/simulation/providers.story';
import { SHARES } from '#libs/simulation/shares';
import { attempt, begin, expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';

export const ON_HOLD = [trainingRules.TrainingNeedsNormalOperation, trainingRules.RevokedAgencyTrainsNobody];

export interface Planned {
  readonly endsOn: LegalDate;
  readonly hours: number;
}

function* draft(one: SimulatedTraining, { endsOn, hours }: Planned, content: string): Story<boolean> {
  const { by, organisation, startsOn, trainees, trainingId, actor } = one;
  const body: DraftTrainingPlan = {
    by, organisation, title: `${startsOn.slice(0, 4)}年内督培训`, content, hours, startsOn, endsOn, examForm: 'WRITTEN', places: trainees.length + 2,
  };
  return (yield* attempt(actor, 'DraftTrainingPlan', trainingId, body, ON_HOLD)) === undefined;
}

function* file({ trainingId, actor }: SimulatedTraining): Story<boolean> {
  return (yield* attempt(actor, 'FileTrainingPlan', trainingId, {}, ON_HOLD)) === undefined;
}

function* returned(one: SimulatedTraining, plan: Planned, on: LegalDate): Story<boolean> {
  const body: ReturnFiling = { reasons: '未列明授课师资' };
  yield* waitUntil(officeTime(one.random, workingDay(on, 1)));
  yield* send(province, 'ReturnFiling', one.trainingId, body);
  yield* waitUntil(officeTime(one.random, workingDay(on, 2)));
  return (yield* draft(one, plan, '政策法规、督导方法、内部督导评分表的填写;师资三人')) && (yield* file(one));
}

function* acknowledged({ trainingId }: SimulatedTraining, on: LegalDate): Story {
  yield* waitUntil(timeOf(on, '16:15'));
  yield* send(province, 'AcknowledgeFiling', trainingId, {});
}

function* engaged({ random, actor, trainingId }: SimulatedTraining): Story {
  const body: EngageProvider = { providerId: random.pick(PROVIDERS).providerId };
  if (random.chance(SHARES.training.withProvider)) yield* send(actor, 'EngageProvider', trainingId, body);
}

/** 拟定方案, 购买服务 and 报备; a few file only when they are reminded. False where the agency may not train. */
export function* planStory(one: SimulatedTraining, plan: Planned): Story<boolean> {
  const { random, draftedOn, startsOn, trainingId, actor } = one;
  yield* waitUntil(officeTime(random, draftedOn));
  if (!(yield* draft(one, plan, '政策法规、督导方法、内部督导评分表的填写'))) return false;
  yield* engaged(one);
  const isLate = random.chance(SHARES.training.filedLate);
  if (random.chance(SHARES.training.startedUnfiled)) yield* expectRefusal(actor, 'StartTraining', trainingId, { startedOn: draftedOn }, trainingRules.TrainingFollowsTheFiling);
  const filedOn = isLate ? workingDay(startsOn, -2) : workingDay(draftedOn, 1);
  yield* waitUntil(officeTime(random, filedOn));
  if (!(yield* file(one))) return false;
  if (!isLate && random.chance(SHARES.training.returned)) return yield* returned(one, plan, filedOn);
  if (random.chance(SHARES.training.acknowledged)) yield* begin(`acknowledges ${trainingId}`, acknowledged(one, workingDay(filedOn, 3)));
  return true;
}
