import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter, requireBody, requireCenter, requireProvincialCenter } from '#libs/access/policy';
import type { SelectingBody } from '#libs/access/roles';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type { Credential, Proposal, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf, isDay, requireStanding } from '#libs/supervisors/guards.decide';
import type { KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import type { Decision, SanctionCause, SanctionEvent } from '#libs/supervisors/sanction.events';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

interface DecisionBody {
  readonly decisionNo: string;
  readonly reasons: string;
  readonly heardOn?: LegalDate;
}

/** The body that selected an internal supervisor, where it is the one who acts. */
export const ownBody = (actor: Actor, { selection }: Credential): SelectingBody | undefined =>
  selection !== undefined && selection.by === actor.role && selection.organisation === actor.organisation ? { by: selection.by, organisation: selection.organisation } : undefined;

export function decisionOf<C extends SanctionCause>({ decisionNo, reasons, heardOn }: DecisionBody, cause: C, credential: Credential, { actor, now }: Context): Decision<C> {
  require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
  require(heardOn === undefined || (isDay(heardOn) && heardOn <= legalDateOf(now)), sanctionRules.HearingDayIsReal, heardOn);
  const body = ownBody(actor, credential);
  const decidedBy = body === undefined ? (actor.organisation as Area) : credential.area;
  return { decisionNo, cause, reasons, ...(heardOn !== undefined && { heardOn }), decidedBy, ...(body !== undefined && { body }) };
}

/** Whether this very decision is on record. The number of another kind of decision is refused. */
export function isDecided({ decisions }: Credential, decisionNo: string, type: SanctionEvent['type']): boolean {
  const earlier = decisions[decisionNo];
  require(earlier === undefined || earlier === type, sanctionRules.DecisionNumberIsItsOwn, decisionNo);
  return earlier === type;
}

/** Somebody who has been appointed and whose credential has not ended for good. */
export const requireSanctionable = (credential: Credential, on: LegalDate): void =>
  requireStanding(credential, on, ['APPOINTED', 'SUSPENDED', 'EXPIRED'], sanctionRules.SanctionNeedsAppointment);

/**
 * The centre of the area, the province, or the centre that dispatched the person to one of the cited supervisions (R2.8-1);
 * of an internal supervisor also the body that selected them, which dispatches them.
 */
export function requireDispatcher(actor: Actor, credential: Credential, { known, target }: Context<KnownCauses>): void {
  if (ownBody(actor, credential) !== undefined) return;
  requireAnyCenter(actor, accessRules.OnlyDispatchingBodiesDispatch);
  const hasDispatched = Object.values(known.cases).some(({ dispatcher, seated }) => dispatcher === actor.organisation && seated.includes(target));
  if (hasDispatched) return;
  requireCenter(actor, { area: credential.area, isCentralBranch: false }, accessRules.OnlyDispatchingBodiesDispatch);
}

/** Who gave the card decides on the second level: the provincial centre on 外督, the body on its own 内督; the province also where the body does not act. */
export function byCardGiver(_command: unknown, state: SupervisorState, { actor }: Context): void {
  const { selection } = credentialOf(state);
  if (selection === undefined || actor.role === 'PROVINCIAL_CENTER') requireProvincialCenter(actor);
  else requireBody(actor, selection, accessRules.BodiesSelectTheirOwn);
}

/** The province waits until the time of the body is over. */
export function requireTurn({ selection }: Credential, { proposedOn }: Proposal, { actor, now }: Context): void {
  const isBody = selection === undefined || actor.role === selection.by;
  const today = legalDateOf(now);
  require(isBody || addDays(proposedOn, parameter('sanction.internalDecisionCalendarDays', proposedOn)) < today, sanctionRules.BodyDecidesFirst);
}
