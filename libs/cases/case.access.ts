import { requireAgency, requireAssigned, requireCenter, requireSystem } from '#libs/access/policy';
import type { CaseEvent } from '#libs/cases/case.events';
import type { Case } from '#libs/cases/case.evolve';
import { caseRules } from '#libs/cases/case.rules';
import { actingMembers } from '#libs/cases/case-group.evolve';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { NotAllowed } from '#libs/event-sourcing/rule';

/** A rule about a case that has been opened. */
export type CaseRule<C, K = unknown> = CommandRule<C, Case, CaseEvent, K>;

/** The centre that opened the case: competent, and no other. */
export function byDispatcher(_command: unknown, state: Case, { actor }: Context): void {
  requireCenter(actor, state);
  if (actor.organisation !== state.dispatcher) throw new NotAllowed(caseRules.OnlyTheDispatcherLeadsTheCase);
}

/** The supervised agency itself. */
export const byAgency = (_command: unknown, state: Case, { actor }: Context): void => requireAgency(actor, state.agencyId);

/** A member of the group. */
export const byGroup = (_command: unknown, state: Case, { actor }: Context): void =>
  requireAssigned(actor, actingMembers(state.group).map(({ personId }) => personId));

/** A timer or a reaction. */
export const bySystem = (_command: unknown, _state: Case, { actor }: Context): void => requireSystem(actor);
