import type { EndSession, StartSession } from '#libs/sessions/session.commands';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import { sessionRules } from '#libs/sessions/session.rules';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { internalActor } from '#libs/simulation/actors';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { drawInternalStory } from '#libs/simulation/session-draw.story';
import { scoreSheetStory } from '#libs/simulation/session-sheet.story';
import { actorOf, cancelSessionStory, checked, SANCTIONED, sessionNow } from '#libs/simulation/session-steps';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { SHARES } from '#libs/simulation/shares';
import { attempt, expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';

/** The one who supervises from inside, if anybody does. */
function* supervising(one: SimulatedSession): Story<Actor | undefined> {
  const supervisor = (yield* sessionNow(one)).internalSupervisors[0];
  return supervisor && internalActor(supervisor.personId);
}

/** 开考. False where it may not begin. */
function* started(one: SimulatedSession): Story<boolean> {
  const body: Omit<StartSession, 'occurredAt'> = {};
  yield* waitUntil(timeOf(one.startsOn, '09:00'));
  const refused = yield* attempt(actorOf(one), 'StartSession', one.sessionId, body, [...SANCTIONED, sessionRules.AgencyHasAnInternalSupervisor]);
  if (refused === undefined) return true;
  yield* cancelSessionStory(one, '不具备开考条件');
  return false;
}

/** 结束: said by the agency, or left to the plan. */
function* ended(one: SimulatedSession): Story {
  const body: Omit<EndSession, 'occurredAt'> = {};
  yield* waitUntil(timeOf(one.endsOn, '17:00'));
  if (!one.random.chance(SHARES.session.endUnsaid)) yield* send(actorOf(one), 'EndSession', one.sessionId, body);
}

/** What was not looked at while it happened is entered afterwards, by the one who was found too late. */
function* caughtUp(one: SimulatedSession, by: Actor, after: LegalDate): Story {
  yield* waitUntil(timeOf(after, '10:15'));
  const { checks, startedAt } = yield* sessionNow(one);
  const happenedAt = startedAt ?? timeOf(one.startsOn, '09:00');
  if (checks.PREPARATION === undefined) yield* checked(one, by, 'CheckPreparation', happenedAt);
  if (checks.PROCESS === undefined) yield* checked(one, by, 'CheckProcess', happenedAt);
}

/** 准备情况: somebody is drawn where nobody was yet, and looks, unless it is entered later. */
function* before(one: SimulatedSession): Story {
  const { random } = one;
  const assigned = yield* supervising(one);
  if (assigned !== undefined && random.chance(SHARES.session.resultPhaseFirst)) {
    yield* expectRefusal(assigned, 'CheckResult', one.sessionId, { conforms: true, notes: '未到环节' }, scoreSheetRules.PhasesFollowEachOther);
  }
  if (assigned === undefined) yield* drawInternalStory(one);
  const by = yield* supervising(one);
  if (by !== undefined && !random.chance(SHARES.session.enteredLater)) yield* checked(one, by, 'CheckPreparation');
}

/** 认定过程. */
function* whileHeld(one: SimulatedSession): Story {
  yield* waitUntil(timeOf(one.startsOn, '11:00'));
  const present = yield* supervising(one);
  const prepared = (yield* sessionNow(one)).checks.PREPARATION !== undefined;
  if (present !== undefined && prepared && !one.random.chance(SHARES.session.enteredLater)) yield* checked(one, present, 'CheckProcess');
}

/** From the day before to the results: 准备情况, 认定过程, 认定结果, 评分表. */
export function* sessionHeldStory(one: SimulatedSession): Story {
  yield* before(one);
  if (!(yield* started(one))) return;
  yield* whileHeld(one);
  yield* ended(one);
  const after = workingDay(one.endsOn, 1);
  yield* waitUntil(timeOf(after, '09:45'));
  yield* drawInternalStory(one);
  const by = yield* supervising(one);
  if (by === undefined) return yield* expectRefusal(actorOf(one), 'FinaliseResults', one.sessionId, { candidates: 30, passed: 20 }, scoreSheetRules.ScoreSheetPrecedesTheResults);
  yield* caughtUp(one, by, after);
  yield* scoreSheetStory(one, by, after);
}
