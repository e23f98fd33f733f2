import { assignments, member } from '#libs/cases/assignment.decide';
import { byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { isBefore } from '#libs/cases/case.stage';
import type { FormGroup } from '#libs/cases/case-group.commands';
import { groupMembers, type Seat } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import { namesEachOnce } from '#libs/cases/case.guards';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

const assigned = assignments<Case>({
  byDispatcher,
  isAsked: ({ opinion }) => opinion.preliminary === undefined,
  requireDeclinable: ({ opinion }) => require(opinion.preliminary === undefined, groupRules.DeclineBeforeDeliberation),
  requireRecusable: ({ opinion }) => require(!opinion.issued, groupRules.RecusalUntilTheOpinion),
  replacementNeeded: ({ opinion }) => opinion.preliminary === undefined,
});

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
  AcceptAssignment: assigned.accept,
  DeclineAssignment: assigned.decline,
  RemindAssignment: assigned.remind,
  RecordNoAnswer: assigned.recordNoAnswer,
  JudgeDecline: assigned.judge,
  RecuseSupervisor: assigned.recuse,
  FormGroup: formGroup,
};
