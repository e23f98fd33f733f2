import type { Case } from '#libs/cases/case.evolve';
import { caseRules } from '#libs/cases/case.rules';
import { groupMembers } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import { stands } from '#libs/cases/group-standing';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';

/** What is recorded later must not have happened before the step that precedes it. */
export const requireOrderInTime = ({ latestStepAt }: Case, { occurredAt }: Context): void =>
  require(occurredAt >= latestStepAt, caseRules.StepsFollowInTime, `${occurredAt} < ${latestStepAt}`);

/** On site, or about to be, without the agency's knowledge. */
export const isCovert = ({ covertOrdered, agencyKnows }: Case): boolean => covertOrdered && !agencyKnows;

export function requireStandingGroup({ group }: Case, { now }: Context): void {
  const members = groupMembers(group);
  const leaderIsThere = members.some(({ supervisorId }) => supervisorId === group.formed?.leader);
  const excepted = group.formed?.exception !== undefined;
  require(stands({ members: members.length, leaderIsThere, excepted }, legalDateOf(now)), groupRules.GroupStands);
}

/** Whether every number from the list is named exactly once, and no other. */
export function namesEachOnce<T>(named: readonly T[], wanted: readonly T[]): boolean {
  return named.length === wanted.length && new Set(named).size === named.length && wanted.every((one) => named.includes(one));
}
