import { accessRules } from '#libs/access/access.rules';
import { dailyTaskRules } from '#libs/cases/daily-task.rules';
import type { MatterInput } from '#libs/cases/case-intake.commands';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import type { CancelDailySupervision, PlanDailySupervision } from '#libs/cases/daily-plan.commands';
import type { PrepareDailyDraw } from '#libs/draws/daily-draw.commands';
import { dailyDrawIdOf } from '#libs/draws/draw-id';
import type { Actor } from '#libs/event-sourcing/event';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';
import { clerkOf, province } from '#libs/simulation/actors';
import { act, clerk, dailyNow, refusedAct, type SimulatedDaily } from '#libs/simulation/dailies';
import { allAcceptedStory } from '#libs/simulation/daily-assignment.story';
import { conductStory } from '#libs/simulation/daily-conduct.story';
import { measuresStory } from '#libs/simulation/daily-measures.story';
import { recordStory } from '#libs/simulation/daily-record.story';
import { minutesLater, timeOf, workingDay } from '#libs/simulation/office-hours';
import { SHARES } from '#libs/simulation/shares';
import { expectRefusal, send, settled, type Story, waitUntil } from '#libs/simulation/story';

const ITEMS = (Object.keys(CONTENT_ITEMS) as ContentItemCode[]).filter((item) => /^C2\.(0|1)/.test(item));
const REASONS = { PLANNED: '列入年度日常督导计划', RISK: '该机构近期通过率明显偏高' } as const;

function selectionOf({ random, targetDrawId }: SimulatedDaily): Pick<PlanDailySupervision, 'targetSelection' | 'targetDrawId' | 'reason'> {
  if (targetDrawId !== undefined) return { targetSelection: 'RANDOM_DRAW', targetDrawId };
  const targetSelection = random.chance(SHARES.daily.byRisk) ? 'RISK' : 'PLANNED';
  return { targetSelection, reason: REASONS[targetSelection] };
}

/** 日常督导立项. Another centre tries it, too, and two supervisions of one session are one too many. */
function* planned(one: SimulatedDaily): Story {
  const { random, session: { sessionId, agency }, caseId } = one;
  const matters: MatterInput[] = [...random.shuffled(ITEMS).slice(0, random.between(2, 4))].sort().map((item) => ({ item }));
  const covert = random.chance(SHARES.daily.covert);
  const body: PlanDailySupervision = {
    sessionId, ...selectionOf(one), matters, inspection: covert ? 'COVERT' : 'OVERT', ...(covert && { covertReason: '核实现场真实情况' }),
  };
  const other = agency.area === '3501' ? '3502' : '3501';
  const lot = random.chance(SHARES.daily.byAnother);
  if (lot) yield* expectRefusal(clerkOf(other), 'PlanDailySupervision', caseId, body, agency.isCentralBranch ? accessRules.CentralBranchesBelongToTheProvince : accessRules.CenterActsInItsOwnArea);
  yield* act(one, clerk(one), 'PlanDailySupervision', body);
  if (random.chance(SHARES.daily.plannedTwice)) yield* expectRefusal(clerk(one), 'PlanDailySupervision', `${caseId.slice(0, 30)}-twice`, body, dailyTaskRules.SessionIsSupervisedOnce);
}

/** 随机抽取 of the next number; true where nobody is missing afterwards. */
export function* drawDaily(one: SimulatedDaily, by: Actor, terms: Omit<PrepareDailyDraw, 'caseId'>, ordinal: number): Story<boolean> {
  const body: PrepareDailyDraw = { caseId: one.caseId, ...terms };
  yield* send(by, 'PrepareDailyDraw', dailyDrawIdOf(one.caseId, ordinal), body);
  yield* settled();
  const { group } = yield* dailyNow(one);
  return group.seats.length > 0 && group.vacant.length === 0;
}

/** By the dispatcher, and where a city has too few, by the province. Returns how many draws there were. */
function* drawn(one: SimulatedDaily): Story<number | undefined> {
  const terms = one.random.chance(SHARES.daily.twoSupervisors) ? { k: 2 } : {};
  if (yield* drawDaily(one, clerk(one), terms, 1)) return 1;
  if (one.dispatcher === 'FJ') return undefined;
  return (yield* drawDaily(one, province, { ...terms, scope: 'PROVINCE' }, 2)) ? 2 : undefined;
}

export function* cancelDaily(one: SimulatedDaily, reason: string): Story {
  const body: CancelDailySupervision = { reason };
  yield* act(one, clerk(one), 'CancelDailySupervision', body);
}

/** One daily supervision, from its plan to the closed file, or as far as it comes. */
export function* dailyStory(one: SimulatedDaily): Story {
  const { random, foundOn } = one;
  const plannedOn = workingDay(foundOn, 1);
  yield* waitUntil(minutesLater(timeOf(plannedOn, '14:30'), 15 * random.between(0, 8)));
  yield* planned(one);
  yield* waitUntil(minutesLater(timeOf(workingDay(plannedOn, 1), '08:30'), 15 * random.between(0, 8)));
  const draws = yield* drawn(one);
  if (draws === undefined) return yield* cancelDaily(one, '可抽取的督导员不足');
  if (random.chance(SHARES.daily.cancelled)) return yield* cancelDaily(one, '与专项督导时间冲突,另行安排');
  if (!(yield* allAcceptedStory(one, workingDay(plannedOn, 2)))) return;
  if (random.chance(SHARES.daily.reviewedTooEarly)) yield* refusedAct(one, clerk(one), 'ReviewRecord', { reasons: '无' }, dailyMeasuresRules.ReviewFollowsTheRecord);
  if (!(yield* conductStory(one))) return;
  const reviewedOn = yield* recordStory(one);
  if (reviewedOn !== undefined) yield* measuresStory(one, reviewedOn);
}
