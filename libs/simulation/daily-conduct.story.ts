import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import type { CheckIn } from '#libs/cases/daily-conduct.commands';
import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import type { LegalDate } from '#libs/event-sourcing/event';
import { supervisorActor } from '#libs/simulation/actors';
import { act, clerk, dailyNow, refusedAct, type SimulatedDaily } from '#libs/simulation/dailies';
import { powersStory } from '#libs/simulation/daily-powers.story';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { sessionNow } from '#libs/simulation/session-steps';
import { SHARES } from '#libs/simulation/shares';
import { attempt, lookAt, type Story, waitUntil } from '#libs/simulation/story';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

function* briefed(one: SimulatedDaily, seats: readonly Seat[]): Story {
  for (const { personId } of seats) {
    if (one.random.chance(SHARES.daily.checkInUnbriefed)) yield* refusedAct(one, supervisorActor(personId), 'CheckIn', { mode: 'ONSITE' }, dailyConductRules.BriefingPrecedesCheckIn);
    yield* act(one, supervisorActor(personId), 'AcknowledgeSessionBriefing', {});
  }
}

/** The card that is worn: the own one, none, or an old one. */
function* checkInOf({ random }: SimulatedDaily, { supervisorId }: Seat): Story<CheckIn> {
  const mode = random.chance(SHARES.daily.remote) ? 'REMOTE' : 'ONSITE';
  const credential = yield* lookAt<SupervisorState, SupervisorEvent>(`supervisor-${supervisorId}`, undefined, evolveSupervisor);
  const number = credential?.cards.at(-1)?.number;
  if (number === undefined || random.chance(SHARES.daily.cardMissing)) return { mode };
  return { mode, cardNumber: random.chance(SHARES.daily.cardOfAnother) ? 'R35230001' : number };
}

/** Somebody comes whom nobody has sent: it is refused, and noted. */
const unassigned = (one: SimulatedDaily): Story =>
  refusedAct(one, supervisorActor(`stranger-${one.no + 1}`), 'CheckIn', { mode: 'ONSITE' }, dailyConductRules.NothingWithoutAssignment);

/** False where the session is not held as it was accepted. */
function* checkedIn(one: SimulatedDaily, seats: readonly Seat[]): Story<boolean> {
  for (const seat of seats) {
    const body = yield* checkInOf(one, seat);
    const refused = yield* attempt(supervisorActor(seat.personId), 'CheckIn', one.caseId, body, [dailyConductRules.CheckInWithinTheSession]);
    if (refused !== undefined) return false;
  }
  if (one.random.chance(SHARES.daily.unassigned)) yield* unassigned(one);
  return true;
}

function* ended(one: SimulatedDaily, [first]: readonly Seat[], lastDay: LegalDate): Story {
  yield* waitUntil(timeOf(lastDay, '16:45'));
  if (first !== undefined && !one.random.chance(SHARES.daily.endUnsaid)) yield* act(one, supervisorActor(first.personId), 'EndDailySupervision', {});
}

/** 了解当次评价活动, 到场 and 结束. False where there was nothing to supervise, or nobody came. */
export function* conductStory(one: SimulatedDaily): Story<boolean> {
  const { onSiteFrom } = yield* dailyNow(one);
  yield* waitUntil(timeOf(workingDay(onSiteFrom, -1), '16:30'));
  const { stage } = yield* sessionNow(one.session);
  if (stage === 'CANCELLED') {
    yield* act(one, clerk(one), 'CancelDailySupervision', { reason: '场次取消' });
    return false;
  }
  const { group, onSiteFrom: from, onSiteTo } = yield* dailyNow(one);
  const seats = group.seats.filter((seat) => isActive(seat) && seat.status === 'ACCEPTED');
  yield* waitUntil(timeOf(workingDay(from, -1), '16:45'));
  yield* briefed(one, seats);
  yield* waitUntil(timeOf(from, '10:00'));
  if (one.random.chance(SHARES.daily.nobodyComes) || !(yield* checkedIn(one, seats))) return false;
  yield* powersStory(one, seats);
  yield* ended(one, seats, onSiteTo);
  return true;
}
