import { requireAgency, requireAssigned } from '#libs/access/policy';
import { byDispatcher, byDrawn, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { isBefore } from '#libs/cases/case.stage';
import type {
  AcceptAssignment, DeclineAssignment, FormGroup, JudgeDecline, RecordNoAnswer, RecuseSupervisor, RemindAssignment,
} from '#libs/cases/case-group.commands';
import type { Member } from '#libs/cases/case-group.events';
import { groupMembers, isActive, type Seat } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import { namesEachOnce } from '#libs/cases/case.guards';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

const seatOf = ({ group }: Case, supervisorId: string): Seat | undefined =>
  group.seats.find((seat) => seat.supervisorId === supervisorId);
const ownSeat = ({ group }: Case, { actor }: Context): Seat | undefined => group.seats.find(({ personId }) => personId === actor.person);
const member = ({ supervisorId, personId }: Member): Member => ({ supervisorId, personId });
const drawnMember = ({ supervisorId, personId, drawId }: Seat) => ({ supervisorId, personId, drawId });

function requireAwaiting(state: Case, seat: Seat | undefined): asserts seat is Seat {
  require(seat?.status === 'SEATED' && state.opinion.preliminary === undefined, groupRules.AssignmentAwaitsAnswer);
}

const acceptAssignment: CaseRule<AcceptAssignment> = {
  authorise: byDrawn,
  decide: ({ declarationVersion, signed }, state, context) => {
    const seat = ownSeat(state, context);
    requireAwaiting(state, seat);
    require(signed && declarationVersion === NO_CONFLICT_DECLARATION.version, groupRules.NoConflictIsDeclared);
    return [{ type: 'AssignmentAccepted', data: { ...member(seat), declaration: NO_CONFLICT_DECLARATION } }];
  },
};

const declineAssignment: CaseRule<DeclineAssignment> = {
  authorise: byDrawn,
  decide: ({ reason }, state, context) => {
    const seat = ownSeat(state, context);
    require(seat !== undefined && isActive(seat), groupRules.AssignmentAwaitsAnswer);
    require(state.opinion.preliminary === undefined, groupRules.DeclineBeforeDeliberation);
    return [{ type: 'AssignmentDeclined', data: { ...drawnMember(seat), reason } }];
  },
};

const remindAssignment: CaseRule<RemindAssignment> = {
  authorise: byDispatcher,
  decide: ({ supervisorId }, state, { now }) => {
    const seat = seatOf(state, supervisorId);
    requireAwaiting(state, seat);
    return seat.remindedOn === legalDateOf(now) ? [] : [{ type: 'AssignmentReminded', data: member(seat) }];
  },
};

const recordNoAnswer: CaseRule<RecordNoAnswer> = {
  authorise: byDispatcher,
  decide: ({ supervisorId }, state, { now }) => {
    const seat = seatOf(state, supervisorId);
    requireAwaiting(state, seat);
    require(seat.remindedOn !== undefined && seat.remindedOn < legalDateOf(now), groupRules.ReminderPrecedesNoAnswer);
    return [{ type: 'AssignmentUnanswered', data: drawnMember(seat) }];
  },
};

const judgeDecline: CaseRule<JudgeDecline> = {
  authorise: byDispatcher,
  decide: ({ supervisorId, judgement, reasons }, state) => {
    const seat = seatOf(state, supervisorId);
    const judgeable = seat !== undefined && !seat.judged && (seat.status === 'DECLINED' || seat.status === 'UNANSWERED');
    require(judgeable, groupRules.DeclineIsJudgedOnce);
    return [{ type: 'DeclineJudged', data: { ...member(seat), judgement, reasons } }];
  },
};

const RAISED_BY = { EXT_SUPERVISOR: 'SUPERVISOR', AGENCY: 'AGENCY' } as const;
const raisedBy = ({ actor }: Context) => RAISED_BY[actor.role as keyof typeof RAISED_BY] ?? 'DISPATCHER';

function checkSubstance({ reason, detail }: RecuseSupervisor, context: Context): void {
  if (reason !== 'OTHER' && raisedBy(context) !== 'AGENCY') return;
  const enough = [...detail].length >= parameter('catchAll.minimumCharacters', legalDateOf(context.now));
  require(enough, groupRules.RecusalIsSubstantiated);
}

const recuseSupervisor: CaseRule<RecuseSupervisor> = {
  authorise: (command, state, context) => {
    const { actor } = context;
    const seat = seatOf(state, command.supervisorId);
    if (actor.role === 'EXT_SUPERVISOR') requireAssigned(actor, seat === undefined ? [] : [seat.personId]);
    else if (actor.role === 'AGENCY') requireAgency(actor, state.agencyId);
    else byDispatcher(command, state, context);
  },
  decide: (command, state, context) => {
    const { supervisorId, reason, detail } = command;
    require(!state.opinion.issued, groupRules.RecusalUntilTheOpinion);
    const seat = seatOf(state, supervisorId);
    require(seat !== undefined && isActive(seat), groupRules.RecusedIsInTheCase);
    checkSubstance(command, context);
    const replacementNeeded = state.opinion.preliminary === undefined;
    return [{ type: 'SupervisorRecused', data: { ...drawnMember(seat), reason, detail, raisedBy: raisedBy(context), replacementNeeded } }];
  },
};

const accepted = ({ group }: Case): readonly Seat[] => group.seats.filter(({ status }) => status === 'ACCEPTED');
const ids = (seats: readonly Seat[]): readonly string[] => seats.map(({ supervisorId }) => supervisorId);

/** Same people as when it was formed, and the leader among them. */
function isComplete(state: Case): boolean {
  const { formed } = state.group;
  if (formed === undefined) return false;
  return namesEachOnce(ids(accepted(state)), formed.members) && ids(groupMembers(state.group)).includes(formed.leader);
}

function checkSize(size: number, exception: FormGroup['exception'], { actor, now }: Context): void {
  const today = legalDateOf(now);
  if (size >= parameter('group.size', today)) return;
  require(size >= parameter('group.exceptionMinimum', today), groupRules.GroupIsNeverOne);
  require(exception, groupRules.GroupNeedsThreeSupervisors);
  require(exception.approvedBy !== actor.person, groupRules.ExceptionNeedsApprover);
}

const formGroup: CaseRule<FormGroup> = {
  authorise: byDispatcher,
  guard: ({ leader, exception }, state, context) => {
    require(!isBefore(state.stage, 'MATTERS_DEFINED'), groupRules.MattersPrecedeTheGroup);
    require(state.opinion.preliminary === undefined && !isComplete(state), groupRules.GroupIsNotYetComplete);
    require(state.group.seats.every(({ status }) => status !== 'SEATED'), groupRules.EveryMemberDeclaredNoConflict);
    checkSize(accepted(state).length, exception, context);
    require(ids(accepted(state)).includes(leader), groupRules.LeaderIsDrawn);
  },
  decide: ({ leader, exception }, state, { now }) => {
    const members = accepted(state).map(member);
    const excepted = exception !== undefined && members.length < parameter('group.size', legalDateOf(now));
    return [{ type: 'GroupFormed', data: { members, leader, ...(excepted ? { exception } : {}) } }];
  },
};

export const groupCommands = {
  AcceptAssignment: acceptAssignment,
  DeclineAssignment: declineAssignment,
  RemindAssignment: remindAssignment,
  RecordNoAnswer: recordNoAnswer,
  JudgeDecline: judgeDecline,
  RecuseSupervisor: recuseSupervisor,
  FormGroup: formGroup,
};
