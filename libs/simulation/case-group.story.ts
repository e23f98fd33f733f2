import type { DeclineAssignment, FormGroup, RecuseSupervisor } from '#libs/cases/case-group.commands';
import { type GroupState, groupMembers, isActive, type Seat } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { reviewerOf, supervisorActor } from '#libs/simulation/actors';
import { fillVacanciesStory } from '#libs/simulation/case-draw.story';
import { remindStory, replyOf, replyStory, type PlannedReply } from '#libs/simulation/case-reply.story';
import { act, agency, caseNow, clerk, onDay, refusedAct } from '#libs/simulation/case-steps';
import { RECUSAL_DETAIL } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import { settled, type Story, waitUntil } from '#libs/simulation/story';

interface Offered {
  readonly seat: Seat;
  readonly planned: PlannedReply;
  readonly offeredOn: LegalDate;
}

interface DueReply extends Offered {
  readonly at: Instant;
}

/** Working days of silence before the reminder. */
const PATIENCE = 3;

const accepted = ({ seats }: GroupState): readonly Seat[] => seats.filter(({ status }) => status === 'ACCEPTED');
const awaiting = ({ seats }: GroupState): readonly Seat[] => seats.filter(({ status }) => status === 'SEATED');

/** Those whose turn it is on the day, in the order of their hours. */
function dueOn(offers: Iterable<Offered>, day: LegalDate): readonly DueReply[] {
  return [...offers]
    .flatMap((offered) => {
      const { planned, offeredOn } = offered;
      const isReminder = planned.reply === 'SILENT' && workingDay(offeredOn, PATIENCE) === day;
      return isReminder || workingDay(offeredOn, planned.after) === day ? [{ ...offered, at: officeTime(planned.random, day) }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function* repliesOf(one: SimulatedCase, offers: Map<string, Offered>, day: LegalDate): Story {
  for (const { seat, planned, offeredOn, at } of dueOn(offers.values(), day)) {
    yield* waitUntil(at);
    if (workingDay(offeredOn, planned.after) !== day) yield* remindStory(one, seat);
    else {
      offers.delete(seat.supervisorId);
      yield* replyStory(one, seat, planned, day);
    }
  }
}

function* closedOn(one: SimulatedCase, day: LegalDate): Story<LegalDate> {
  yield* onDay(one, day);
  return day;
}

/** Day by day until everyone who has a seat has accepted it, and no seat is vacant that could be filled. */
function* allAnswered(one: SimulatedCase, from: LegalDate): Story<LegalDate> {
  const offers = new Map<string, Offered>();
  for (let day = from; ; day = workingDay(day, 1)) {
    yield* waitUntil(timeOf(day, '08:30'));
    const { group } = yield* caseNow(one);
    if (awaiting(group).length === 0 && (group.vacant.length === 0 || !(yield* fillVacanciesStory(one)))) return yield* closedOn(one, day);
    for (const seat of awaiting((yield* caseNow(one)).group)) {
      if (!offers.has(seat.supervisorId)) offers.set(seat.supervisorId, { seat, planned: replyOf(one, seat), offeredOn: day });
    }
    yield* repliesOf(one, offers, day);
  }
}

/** 成立督导小组. False where too few have accepted for any group. */
export function* groupStory(one: SimulatedCase, from: LegalDate): Story<LegalDate | undefined> {
  if (one.random.chance(0.06)) {
    const first = awaiting((yield* caseNow(one)).group)[0];
    if (first !== undefined) yield* refusedAct(one, clerk(one), 'FormGroup', { leader: first.supervisorId }, groupRules.EveryMemberDeclaredNoConflict);
  }
  const day = yield* allAnswered(one, from);
  const members = accepted((yield* caseNow(one)).group);
  const [leader] = members;
  if (leader === undefined || members.length < 2) return undefined;
  const exception = { reason: '全省可抽取的督导员不足,任务不宜推迟', approvedBy: reviewerOf(one.dispatcher).person };
  const body: FormGroup = { leader: leader.supervisorId, ...(members.length < 3 && { exception }) };
  yield* act(one, clerk(one), 'FormGroup', body);
  return day;
}

function* someoneLeaves(one: SimulatedCase, { supervisorId, personId }: Seat): Story {
  const { random } = one;
  if (random.chance(0.5)) {
    const body: RecuseSupervisor = { supervisorId, reason: 'PAID_BY_AGENCY', detail: RECUSAL_DETAIL };
    yield* act(one, agency(one), 'RecuseSupervisor', body);
  } else {
    const body: DeclineAssignment = { reason: '突发疾病,不能按期参加' };
    yield* act(one, supervisorActor(personId), 'DeclineAssignment', body);
  }
  yield* settled();
}

/**
 * In some cases a member falls ill, or the agency names a conflict, after the notice: the group is formed anew. Returns
 * the day from which it stands; undefined where it cannot.
 */
export function* regroupStory(one: SimulatedCase, day: LegalDate): Story<LegalDate | undefined> {
  if (!one.random.chance(0.12)) return day;
  yield* onDay(one, day);
  const leaving = groupMembers((yield* caseNow(one)).group).at(-1);
  if (leaving === undefined) return day;
  yield* someoneLeaves(one, leaving);
  return yield* groupStory(one, workingDay(day, 1));
}

/** After the preliminary opinion nobody takes the seat of one who must recuse. */
export function* lateRecusalStory(one: SimulatedCase): Story {
  const leaving = (yield* caseNow(one)).group.seats.findLast(isActive);
  if (leaving === undefined) return;
  const body: RecuseSupervisor = { supervisorId: leaving.supervisorId, reason: 'PAID_BY_AGENCY', detail: RECUSAL_DETAIL };
  yield* act(one, agency(one), 'RecuseSupervisor', body);
}
