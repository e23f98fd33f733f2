import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter, requireCenter } from '#libs/access/policy';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { isDay, requireStanding } from '#libs/supervisors/guards.decide';
import type { KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import type { Decision, SanctionCause, SanctionEvent } from '#libs/supervisors/sanction.events';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

interface DecisionBody {
  readonly decisionNo: string;
  readonly reasons: string;
  readonly heardOn?: LegalDate;
}

export function decisionOf<C extends SanctionCause>({ decisionNo, reasons, heardOn }: DecisionBody, cause: C, { actor, now }: Context): Decision<C> {
  require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
  require(heardOn === undefined || (isDay(heardOn) && heardOn <= legalDateOf(now)), sanctionRules.HearingDayIsReal, heardOn);
  return { decisionNo, cause, reasons, ...(heardOn !== undefined && { heardOn }), decidedBy: actor.organisation as Area };
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

/** The centre of the area, the province, or the centre that dispatched the person to one of the cited supervisions (R2.8-1). */
export function requireDispatcher(actor: Actor, credential: Credential, { known, target }: Context<KnownCauses>): void {
  requireAnyCenter(actor, accessRules.OnlyDispatchingBodiesDispatch);
  const hasDispatched = Object.values(known.cases).some(({ dispatcher, seated }) => dispatcher === actor.organisation && seated.includes(target));
  if (hasDispatched) return;
  requireCenter(actor, { area: credential.area, isCentralBranch: false }, accessRules.OnlyDispatchingBodiesDispatch);
}
