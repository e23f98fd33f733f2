import { requireAgency, requireAssigned } from '#libs/access/policy';
import type { AcceptAssignment, DeclineAssignment, JudgeDecline, RecordNoAnswer, RecuseSupervisor, RemindAssignment } from '#libs/cases/case-group.commands';
import type { Member, SeatEvent } from '#libs/cases/case-group.events';
import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

/** What the kinds of supervision do differently. */
export interface AssignmentTerms<S extends Supervision> {
  byDispatcher(command: unknown, state: S, context: Context): void;
  /** Whether the one in the seat is asked, and may still answer. */
  isAsked(state: S, seat: Seat): boolean;
  /** Throws where it is too late to say that one cannot take part. */
  requireDeclinable(state: S, seat: Seat): void;
  /** Throws where nobody is recused any more. */
  requireRecusable(state: S): void;
  replacementNeeded(state: S): boolean;
}

type SeatRule<C, S> = CommandRule<C, S, SeatEvent>;

export const seatOf = ({ group }: Supervision, supervisorId: string): Seat | undefined => group.seats.find((seat) => seat.supervisorId === supervisorId);
export const ownSeat = ({ group }: Supervision, { actor }: Context): Seat | undefined => group.seats.find(({ personId }) => personId === actor.person);
export const member = ({ supervisorId, personId }: Member): Member => ({ supervisorId, personId });
export const drawnMember = ({ supervisorId, personId, drawId }: Seat) => ({ supervisorId, personId, drawId });

/** Any supervisor who was drawn. */
export const byDrawn = (_command: unknown, { group }: Supervision, { actor }: Context): void => requireAssigned(actor, group.seats.map(({ personId }) => personId));

const RAISED_BY = { EXT_SUPERVISOR: 'SUPERVISOR', AGENCY: 'AGENCY' } as const;
const raisedBy = ({ actor }: Context) => RAISED_BY[actor.role as keyof typeof RAISED_BY] ?? 'DISPATCHER';

function checkSubstance({ reason, detail }: RecuseSupervisor, context: Context): void {
  if (reason !== 'OTHER' && raisedBy(context) !== 'AGENCY') return;
  const enough = [...detail].length >= parameter('catchAll.minimumCharacters', legalDateOf(context.now));
  require(enough, groupRules.RecusalIsSubstantiated);
}

/** What the supervisor answers. */
function answers<S extends Supervision>({ isAsked, requireDeclinable }: AssignmentTerms<S>) {
  const accept: SeatRule<AcceptAssignment, S> = {
    authorise: byDrawn,
    decide: ({ declarationVersion, signed }, state, context) => {
      const seat = ownSeat(state, context);
      require(seat?.status === 'SEATED' && isAsked(state, seat), groupRules.AssignmentAwaitsAnswer);
      require(signed && declarationVersion === NO_CONFLICT_DECLARATION.version, groupRules.NoConflictIsDeclared);
      return [{ type: 'AssignmentAccepted', data: { ...member(seat), declaration: NO_CONFLICT_DECLARATION } }];
    },
  };
  const decline: SeatRule<DeclineAssignment, S> = {
    authorise: byDrawn,
    decide: ({ reason }, state, context) => {
      const seat = ownSeat(state, context);
      require(seat !== undefined && isActive(seat), groupRules.AssignmentAwaitsAnswer);
      requireDeclinable(state, seat);
      return [{ type: 'AssignmentDeclined', data: { ...drawnMember(seat), reason } }];
    },
  };
  return { accept, decline };
}

/** What the dispatcher does where no answer, or no good one, comes. */
function followUps<S extends Supervision>({ byDispatcher, isAsked }: AssignmentTerms<S>) {
  const remind: SeatRule<RemindAssignment, S> = {
    authorise: byDispatcher,
    decide: ({ supervisorId }, state, { now }) => {
      const seat = seatOf(state, supervisorId);
      require(seat?.status === 'SEATED' && isAsked(state, seat), groupRules.AssignmentAwaitsAnswer);
      return seat.remindedOn === legalDateOf(now) ? [] : [{ type: 'AssignmentReminded', data: member(seat) }];
    },
  };
  const recordNoAnswer: SeatRule<RecordNoAnswer, S> = {
    authorise: byDispatcher,
    decide: ({ supervisorId }, state, { now }) => {
      const seat = seatOf(state, supervisorId);
      require(seat?.status === 'SEATED' && isAsked(state, seat), groupRules.AssignmentAwaitsAnswer);
      require(seat.remindedOn !== undefined && seat.remindedOn < legalDateOf(now), groupRules.ReminderPrecedesNoAnswer);
      return [{ type: 'AssignmentUnanswered', data: drawnMember(seat) }];
    },
  };
  const judge: SeatRule<JudgeDecline, S> = {
    authorise: byDispatcher,
    decide: ({ supervisorId, judgement, reasons }, state) => {
      const seat = seatOf(state, supervisorId);
      const judgeable = seat !== undefined && !seat.judged && (seat.status === 'DECLINED' || seat.status === 'UNANSWERED');
      require(judgeable, groupRules.DeclineIsJudgedOnce);
      return [{ type: 'DeclineJudged', data: { ...member(seat), judgement, reasons } }];
    },
  };
  return { remind, recordNoAnswer, judge };
}

const recusal = <S extends Supervision>({ byDispatcher, requireRecusable, replacementNeeded }: AssignmentTerms<S>): SeatRule<RecuseSupervisor, S> => ({
  authorise: (command, state, context) => {
    const { actor } = context;
    const seat = seatOf(state, command.supervisorId);
    if (actor.role === 'EXT_SUPERVISOR') requireAssigned(actor, seat === undefined ? [] : [seat.personId]);
    else if (actor.role === 'AGENCY') requireAgency(actor, state.agencyId);
    else byDispatcher(command, state, context);
  },
  decide: (command, state, context) => {
    const { supervisorId, reason, detail } = command;
    requireRecusable(state);
    const seat = seatOf(state, supervisorId);
    require(seat !== undefined && isActive(seat), groupRules.RecusedIsInTheCase);
    checkSubstance(command, context);
    return [{ type: 'SupervisorRecused', data: { ...drawnMember(seat), reason, detail, raisedBy: raisedBy(context), replacementNeeded: replacementNeeded(state) } }];
  },
});

/** What is done about the assignment of those who were drawn, alike in every kind of supervision. */
export const assignments = <S extends Supervision>(terms: AssignmentTerms<S>) => ({ ...answers(terms), ...followUps(terms), recuse: recusal(terms) });
