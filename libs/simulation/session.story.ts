import type { AssignSessionStaff, RegisterSession, RescheduleSession, WithdrawSessionStaff } from '#libs/sessions/session.commands';
import { sessionRules } from '#libs/sessions/session.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { sessionHeldStory } from '#libs/simulation/session-held.story';
import { drawInternalStory, illStory } from '#libs/simulation/session-draw.story';
import { actorOf, cancelSessionStory, SANCTIONED, sessionNow } from '#libs/simulation/session-steps';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { SHARES } from '#libs/simulation/shares';
import { attempt, expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';

const slotOf = (startsOn: LegalDate, endsOn: LegalDate): Pick<RegisterSession, 'startsAt' | 'endsAt'> => ({ startsAt: timeOf(startsOn, '09:00'), endsAt: timeOf(endsOn, '17:00') });

/** 登记场次. An agency on hold begins nothing new; a place outside Fujian is tried now and then. */
function* register(one: SimulatedSession): Story<boolean> {
  const { agency, sessionId, occupation, level, startsOn, endsOn, no, random } = one;
  const body: RegisterSession = {
    agencyId: agency.agencyId, activityType: 'SKILL_LEVEL_RECOGNITION', occupation, level, venueDivision: agency.division, venue: `考场${no + 1}`, ...slotOf(startsOn, endsOn),
  };
  if (random.chance(SHARES.session.outOfProvince)) yield* expectRefusal(actorOf(one), 'RegisterSession', sessionId, { ...body, venueDivision: '440106' }, sessionRules.VenueOfSessionIsInFujian);
  return (yield* attempt(actorOf(one), 'RegisterSession', sessionId, body, SANCTIONED)) === undefined;
}

/** 考评人员、考务人员: a few of the agency's own, over and over. */
const staffOf = ({ agency, random }: SimulatedSession): AssignSessionStaff['staff'] => {
  const [first, second, third] = random.shuffled([1, 2, 3, 4, 5, 6]);
  const person = (nth: number | undefined): string => `staff-${agency.agencyId.slice(0, 13)}-${nth}`;
  return [{ personId: person(first), role: 'EXAMINER' }, { personId: person(second), role: random.chance(SHARES.session.secondExaminer) ? 'EXAMINER' : 'EXAM_STAFF' }, { personId: person(third), role: 'EXAM_STAFF' }];
};

function* staffed(one: SimulatedSession): Story {
  const staff = staffOf(one);
  const body: AssignSessionStaff = { staff };
  yield* send(actorOf(one), 'AssignSessionStaff', one.sessionId, body);
  const [leaving] = staff;
  if (leaving === undefined || !one.random.chance(SHARES.session.staffLeaves)) return;
  const withdrawn: WithdrawSessionStaff = { personId: leaving.personId, reason: '临时出差' };
  const another: AssignSessionStaff = { staff: [{ personId: `${leaving.personId}-substitute`, role: leaving.role }] };
  yield* send(actorOf(one), 'WithdrawSessionStaff', one.sessionId, withdrawn);
  yield* send(actorOf(one), 'AssignSessionStaff', one.sessionId, another);
}

/** One role a session: who supervises does not examine. */
function* supervisorAsExaminer(one: SimulatedSession): Story {
  const supervisor = (yield* sessionNow(one)).internalSupervisors[0];
  if (supervisor === undefined) return;
  const body: AssignSessionStaff = { staff: [{ personId: supervisor.personId, role: 'EXAMINER' }] };
  yield* expectRefusal(actorOf(one), 'AssignSessionStaff', one.sessionId, body, sessionRules.OneRolePerPersonAndSession);
}

function* moved(one: SimulatedSession): Story<SimulatedSession> {
  const [startsOn, endsOn] = [workingDay(one.startsOn, 3), workingDay(one.endsOn, 3)];
  const body: RescheduleSession = { ...slotOf(startsOn, endsOn), reason: '考场设备检修' };
  const refused = yield* attempt(actorOf(one), 'RescheduleSession', one.sessionId, body, SANCTIONED);
  return refused === undefined ? { ...one, startsOn, endsOn } : one;
}

/** One recognition session: registered, staffed, supervised from inside, held, finalised. `registered` goes on beside it. */
export function* sessionStory(planned: SimulatedSession, registered: Story): Story {
  const { random } = planned;
  if (!(yield* register(planned))) return;
  yield* staffed(planned);
  yield* registered;
  const drawnOn = workingDay(planned.startsOn, -random.between(4, 7));
  yield* waitUntil(timeOf(drawnOn, '15:30'));
  const one = random.chance(SHARES.session.rescheduled) ? yield* moved(planned) : planned;
  if (!random.chance(SHARES.session.undrawn)) yield* drawInternalStory(one);
  if (random.chance(SHARES.session.supervisorAsExaminer)) yield* supervisorAsExaminer(one);
  if (random.chance(SHARES.session.cancelled)) return yield* cancelSessionStory(one, '报名人数不足');
  yield* waitUntil(timeOf(workingDay(one.startsOn, -1), '10:45'));
  if (random.chance(SHARES.session.supervisorFallsIll)) yield* illStory(one);
  yield* sessionHeldStory(one);
}
