import { requireAnySupervisor } from '#libs/access/policy';
import { cardShown, gatherCards, type KnowsCards } from '#libs/cases/card-shown.guards';
import { byDrawn, member, ownSeat } from '#libs/cases/assignment.decide';
import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import { bySystem, type DailyRule } from '#libs/cases/daily.access';
import type { Daily } from '#libs/cases/daily.evolve';
import { isBeforeCheckIn } from '#libs/cases/daily.stage';
import type { AcknowledgeSessionBriefing, CheckIn, EndDailySupervision } from '#libs/cases/daily-conduct.commands';
import type { AssignedAct, DailySupervisionEnded, UnassignedActRefused } from '#libs/cases/daily-conduct.events';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import type { Context, Lookup } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';
import { evolveSession, type SessionState } from '#libs/sessions/session.evolve';

interface KnowsSession {
  readonly session: SessionState;
}

const gatherSession = async (_command: unknown, { sessionId }: Daily, lookup: Lookup): Promise<KnowsSession> => ({
  session: await lookup.fold<SessionState, SessionEvent>(`session-${sessionId}`, undefined, evolveSession),
});

const gatherSessionAndCards = async (command: CheckIn, state: Daily, lookup: Lookup): Promise<KnowsSession & KnowsCards> => ({
  ...(await gatherSession(command, state, lookup)),
  ...(await gatherCards(state, lookup)),
});

/** An active seat of the actor. */
export function assignedSeat(state: Daily, context: Context): Seat | undefined {
  const seat = ownSeat(state, context);
  return seat !== undefined && isActive(seat) ? seat : undefined;
}

/** The first time that a person without an assignment tries the act, it is recorded; it is refused every time. */
export function refusedAct({ unassignedActs }: Daily, act: AssignedAct, { actor }: Context): readonly UnassignedActRefused[] {
  const known = unassignedActs.some((tried) => tried.personId === actor.person && tried.act === act);
  if (known) throw new NotAllowed(dailyConductRules.NothingWithoutAssignment);
  return [{ type: 'UnassignedActRefused', data: { personId: actor.person, act } }];
}

const acknowledgeSessionBriefing: DailyRule<AcknowledgeSessionBriefing, KnowsSession> = {
  gather: gatherSession,
  authorise: byDrawn,
  decide: (_command, state, context) => {
    const seat = assignedSeat(state, context);
    const { session } = context.known;
    const isAccepted = seat?.status === 'ACCEPTED' && !state.briefed.includes(seat.supervisorId);
    require(isAccepted && session !== undefined, dailyConductRules.BriefingFollowsAcceptance);
    const { startsAt, endsAt, venue, staff } = session;
    const count = (role: string): number => staff.filter((one) => one.role === role).length;
    const shown = { startsAt, endsAt, venue, examiners: count('EXAMINER'), examStaff: count('EXAM_STAFF') };
    return [{ type: 'SessionBriefingAcknowledged', data: { ...member(seat), ...shown } }];
  },
};

function requireWithin(session: SessionState, now: Instant): void {
  const isHeld = session?.stage === 'REGISTERED' || session?.stage === 'IN_PROGRESS';
  const within = isHeld && legalDateOf(session.startsAt) <= legalDateOf(now) && now < session.endsAt;
  require(within, dailyConductRules.CheckInWithinTheSession);
}

const checkIn: DailyRule<CheckIn, KnowsSession & KnowsCards> = {
  gather: gatherSessionAndCards,
  authorise: (_command, _state, { actor }) => requireAnySupervisor(actor),
  decide: ({ mode, cardNumber }, state, context) => {
    const seat = assignedSeat(state, context);
    if (seat === undefined) return refusedAct(state, 'CHECK_IN', context);
    const { session, credentials } = context.known;
    require(seat.status === 'ACCEPTED' && state.briefed.includes(seat.supervisorId), dailyConductRules.BriefingPrecedesCheckIn);
    if (state.checkedIn.includes(seat.supervisorId)) return [];
    requireWithin(session, context.now);
    const card = cardShown(cardNumber, credentials[seat.supervisorId], legalDateOf(context.now));
    return [{ type: 'SupervisorCheckedIn', data: { ...member(seat), mode, ...card } }];
  },
};

/** Supervisors who had accepted and have not checked in. */
const absent = ({ group, checkedIn }: Daily) =>
  group.seats.filter(({ status, supervisorId }) => status === 'ACCEPTED' && !checkedIn.includes(supervisorId)).map(member);

const ended = (state: Daily, endedAt: Instant, saidBy: DailySupervisionEnded['data']['saidBy'], known: KnowsCalendar): DailySupervisionEnded => ({
  type: 'DailySupervisionEnded', data: { endedAt, saidBy, absent: absent(state), recordDue: workingDaysAfter(known, endedAt, 'record.workingDays') },
});

const endDailySupervision: DailyRule<EndDailySupervision, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDrawn,
  decide: (_command, state, context) => {
    const seat = assignedSeat(state, context);
    const present = seat !== undefined && state.checkedIn.includes(seat.supervisorId);
    require(present && state.stage === 'IN_PROGRESS', dailyConductRules.EndFollowsCheckIn);
    require(legalDateOf(context.now) >= state.onSiteTo, dailyConductRules.EndsWithTheLastDay);
    return [ended(state, context.now, 'SUPERVISOR', context.known)];
  },
};

/** A timer, at the planned end of the session. */
const endDailyAsPlanned: DailyRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, { known }) => {
    if (state.stage === 'IN_PROGRESS') return [ended(state, state.endsAt, 'PLAN', known)];
    return isBeforeCheckIn(state.stage) && !state.missed ? [{ type: 'DailySupervisionMissed', data: { absent: absent(state) } }] : [];
  },
};

export const dailyConduct = {
  AcknowledgeSessionBriefing: acknowledgeSessionBriefing,
  CheckIn: checkIn,
  EndDailySupervision: endDailySupervision,
  EndDailyAsPlanned: endDailyAsPlanned,
};
