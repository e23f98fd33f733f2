import { assignments, drawnMember, member, seatOf } from '#libs/cases/assignment.decide';
import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import type { SeatEvent } from '#libs/cases/case-group.events';
import { byDailyDispatcher, type DailyRule } from '#libs/cases/daily.access';
import type { Daily } from '#libs/cases/daily.evolve';
import { isOpen } from '#libs/cases/daily.stage';
import type { DispatchSupervisor, ReplaceIneligible } from '#libs/cases/daily-dispatch.commands';
import type { DispatchWithdrawn } from '#libs/cases/daily-dispatch.events';
import { dailyDispatchRules } from '#libs/cases/daily-dispatch.rules';
import { gatherStanding, type KnowsStanding, reasonsAgainst } from '#libs/cases/daily-standing.guards';
import { seating } from '#libs/cases/seating.decide';
import { type CommandRule, KnownTooEarly } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { SessionRoleClaimed } from '#libs/sessions/session-roles.events';

const takesSupervisors = ({ stage, missed }: Daily): boolean => isOpen(stage) && !missed;
const hasCheckedIn = ({ checkedIn }: Daily, { supervisorId }: Seat): boolean => checkedIn.includes(supervisorId);

/** The dispatch of one who leaves ends with it: the role in the session is free again. */
export function withdrawn({ dispatched, sessionId }: Daily, seat: Seat | undefined): readonly DispatchWithdrawn[] {
  const claimNo = seat && dispatched[seat.supervisorId];
  return seat === undefined || claimNo === undefined ? [] : [{ type: 'DispatchWithdrawn', data: { ...member(seat), sessionId, claimNo } }];
}

const LEAVING: readonly SeatEvent['type'][] = ['AssignmentDeclined', 'AssignmentUnanswered', 'SupervisorRecused'];

/** Whoever leaves by the rule is no longer dispatched. */
const withdrawing = <C>(rule: CommandRule<C, Daily, SeatEvent>): DailyRule<C> => ({
  ...rule,
  decide: (command, state, context) =>
    rule.decide(command, state, context).flatMap((fact) => {
      const leaves = LEAVING.includes(fact.type) && 'supervisorId' in fact.data;
      return [fact, ...(leaves ? withdrawn(state, seatOf(state, fact.data.supervisorId)) : [])];
    }),
});

function requireActive(state: Daily, supervisorId: string): Seat {
  require(takesSupervisors(state), dailyDispatchRules.DailyTakesSupervisors);
  const seat = seatOf(state, supervisorId);
  require(seat !== undefined && isActive(seat) && !hasCheckedIn(state, seat), dailyDispatchRules.SupervisorAwaitsDispatch, supervisorId);
  return seat;
}

const dispatchSupervisor: DailyRule<DispatchSupervisor, KnowsStanding> = {
  gather: gatherStanding,
  authorise: byDailyDispatcher,
  guard: ({ supervisorId }, state, context) => {
    const { supervisorId: id } = requireActive(state, supervisorId);
    require(!(id in state.dispatched), dailyDispatchRules.SupervisorAwaitsDispatch, id);
    const reasons = reasonsAgainst(state, context);
    require(reasons.length === 0, dailyDispatchRules.DispatchedIsEligible, reasons.join('、'));
  },
  prepare: ({ supervisorId }, state, { target }) => ({
    name: 'ClaimSessionRoles',
    target: state.sessionId,
    body: { holder: `daily-${target}`, roles: [{ personId: requireActive(state, supervisorId).personId, role: 'EXTERNAL_SUPERVISOR' }] },
  }),
  decide: ({ supervisorId }, state, { prepared }) => {
    const claim = prepared.find(({ type }) => type === 'SessionRoleClaimed')?.data as SessionRoleClaimed['data'] | undefined;
    if (claim === undefined) throw new KnownTooEarly('no role was claimed');
    return [{ type: 'SupervisorDispatched', data: { ...member(requireActive(state, supervisorId)), sessionId: state.sessionId, claimNo: claim.claimNo } }];
  },
};

const replaceIneligible: DailyRule<ReplaceIneligible, KnowsStanding> = {
  gather: gatherStanding,
  authorise: byDailyDispatcher,
  decide: ({ supervisorId }, state, context) => {
    const seat = requireActive(state, supervisorId);
    const reasons = reasonsAgainst(state, context);
    require(reasons.length > 0, dailyDispatchRules.IneligibleIsShown, supervisorId);
    return [{ type: 'SupervisorFoundIneligible', data: { ...drawnMember(seat), reasons } }, ...withdrawn(state, seat)];
  },
};

/** Also while it is missed: the session may still be moved, and then the seat is needed. */
const seats = seating<Daily>(({ stage }) => !isOpen(stage));
const assigned = assignments<Daily>({
  byDispatcher: byDailyDispatcher,
  isAsked: (state, { supervisorId }) => takesSupervisors(state) && supervisorId in state.dispatched,
  requireDeclinable: (state, seat) => require(takesSupervisors(state) && !hasCheckedIn(state, seat), dailyDispatchRules.DeclineBeforeCheckIn),
  requireRecusable: ({ stage }) => require(isOpen(stage), dailyDispatchRules.RecusalUntilTheEnd),
  replacementNeeded: () => true,
});

export const dailyDispatching = {
  SeatDailySupervisors: seats.seatDrawn,
  SeatDailySubstitute: seats.seatSubstitute,
  LeaveDailySeatVacant: seats.leaveVacant,
  DispatchSupervisor: dispatchSupervisor,
  ReplaceIneligible: replaceIneligible,
  AcceptDailyAssignment: assigned.accept,
  DeclineDailyAssignment: withdrawing(assigned.decline),
  RemindDailyAssignment: assigned.remind,
  RecordNoDailyAnswer: withdrawing(assigned.recordNoAnswer),
  JudgeDailyDecline: assigned.judge,
  RecuseDailySupervisor: withdrawing(assigned.recuse),
};
