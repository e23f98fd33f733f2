import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import type { AcceptDailyAssignment, DeclineDailyAssignment, DispatchSupervisor, JudgeDailyDecline, RecuseDailySupervisor } from '#libs/cases/daily-dispatch.commands';
import { dailyDispatchRules } from '#libs/cases/daily-dispatch.rules';
import { isBeforeCheckIn } from '#libs/cases/daily.stage';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { LegalDate } from '#libs/event-sourcing/event';
import { supervisorActor } from '#libs/simulation/actors';
import { DECLINE_REASONS, RECUSAL_DETAIL } from '#libs/simulation/case-texts';
import { act, clerk, dailyNow, type SimulatedDaily } from '#libs/simulation/dailies';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { attempt, begin, settled, type Story, waitUntil } from '#libs/simulation/story';

/** 委派 of those drawn who are not yet; whoever may no longer come gives the seat to another. */
function* dispatched(one: SimulatedDaily): Story {
  const { group, dispatched: sent } = yield* dailyNow(one);
  for (const { supervisorId } of group.seats.filter((seat) => isActive(seat) && !(seat.supervisorId in sent))) {
    const body: DispatchSupervisor = { supervisorId };
    const refused = yield* attempt(clerk(one), 'DispatchSupervisor', one.caseId, body, [dailyDispatchRules.DispatchedIsEligible]);
    if (refused !== undefined) yield* act(one, clerk(one), 'ReplaceIneligible', body);
  }
  yield* settled();
}

function* judged(one: SimulatedDaily, { supervisorId }: Seat, isJustified: boolean, on: LegalDate): Story {
  const body: JudgeDailyDecline = { supervisorId, judgement: isJustified ? 'JUSTIFIED' : 'UNJUSTIFIED', reasons: isJustified ? '已提交证明材料' : '未提供任何证明材料' };
  yield* waitUntil(officeTime(one.random, on));
  yield* act(one, clerk(one), 'JudgeDailyDecline', body);
}

function* declined(one: SimulatedDaily, seat: Seat, day: LegalDate): Story {
  const isJustified = one.random.chance(SHARES.daily.declineJustified);
  const body: DeclineDailyAssignment = { reason: one.random.pick(DECLINE_REASONS[isJustified ? 'JUSTIFIED' : 'UNJUSTIFIED']) };
  yield* act(one, supervisorActor(seat.personId), 'DeclineDailyAssignment', body);
  yield* begin(`${one.caseId} judges ${seat.supervisorId}`, judged(one, seat, isJustified, workingDay(day, 2)));
}

function* recused(one: SimulatedDaily, { supervisorId, personId }: Seat): Story {
  const body: RecuseDailySupervisor = { supervisorId, reason: 'PAID_BY_AGENCY', detail: RECUSAL_DETAIL };
  yield* act(one, supervisorActor(personId), 'RecuseDailySupervisor', body);
}

/** What one who still has to answer does today, or what is done about the silence. */
function* answered(one: SimulatedDaily, seat: Seat, day: LegalDate): Story {
  const { declined: declines, recused: recuses, silent } = SHARES.daily;
  const lot = randomFor(one.caseId, seat.supervisorId).next();
  if (lot < declines) return yield* declined(one, seat, day);
  if (lot < declines + recuses) return yield* recused(one, seat);
  const accept: AcceptDailyAssignment = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };
  if (lot >= declines + recuses + silent) yield* act(one, supervisorActor(seat.personId), 'AcceptDailyAssignment', accept);
  else if (seat.remindedOn === undefined) yield* act(one, clerk(one), 'RemindDailyAssignment', { supervisorId: seat.supervisorId });
  else {
    yield* act(one, clerk(one), 'RecordNoDailyAnswer', { supervisorId: seat.supervisorId });
    yield* begin(`${one.caseId} judges ${seat.supervisorId}`, judged(one, seat, false, workingDay(day, 2)));
  }
}

/** What is done on a day about those who have not accepted. */
function* assigned(one: SimulatedDaily, day: LegalDate): Story {
  yield* dispatched(one);
  yield* waitUntil(officeTime(one.random, day));
  const { group, dispatched: sent } = yield* dailyNow(one);
  for (const seat of group.seats) if (seat.status === 'SEATED' && seat.supervisorId in sent) yield* answered(one, seat, day);
  yield* settled();
}

/** Day by day until everybody who was drawn has accepted. False where that does not come before the session. */
export function* allAcceptedStory(one: SimulatedDaily, from: LegalDate): Story<boolean> {
  for (let day = from; ; day = workingDay(day, 1)) {
    yield* waitUntil(timeOf(day, '09:15'));
    const { stage, missed, onSiteFrom } = yield* dailyNow(one);
    if (!isBeforeCheckIn(stage) || missed || day >= onSiteFrom) return stage === 'ACCEPTED' && !missed;
    yield* assigned(one, day);
    const { stage: after } = yield* dailyNow(one);
    if (after === 'ACCEPTED') return true;
  }
}
