import { requireAgency, requireCenter, requireSystem } from '#libs/access/policy';
import type { LadderCause } from '#libs/agencies/agency-ladder.events';
import type { AgencySanctionEvent, AgencySanctionLevel, StatementLapsed } from '#libs/agencies/agency-sanction.events';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import type { Notice } from '#libs/agencies/sanction-periods.evolve';
import { agencySanctionRules, ladderRules } from '#libs/agencies/agency-sanction.rules';
import { type AgencyStanding, gatherStanding, isRevoked } from '#libs/agencies/agency-standing.evolve';
import type { SanctionDecision } from '#libs/agencies/sanction-decision.events';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { type Deadline, dueAfterCalendarDays, isLate } from '#libs/regulation/deadline';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { daysBetween, isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';
import type { DocumentKind } from '#libs/regulation/numbers';
import { gatherNumbers, type KnowsNumbers } from '#libs/regulation/taken-number';

/** A rule about a sanction case that has been opened. */
export type SanctionCaseRule<C, K = unknown> = CommandRule<C, AgencySanctionCase, AgencySanctionEvent, K>;

/** The centre that opened the case. */
export function byCenter(_command: unknown, { area, isCentralBranch, center }: AgencySanctionCase, { actor }: Context): void {
  requireCenter(actor, { area, isCentralBranch });
  if (actor.organisation !== center) throw new NotAllowed(agencySanctionRules.OnlyTheOpeningCenterDecides);
}

export const byAgency = (_command: unknown, { agencyId }: AgencySanctionCase, { actor }: Context): void => requireAgency(actor, agencyId);
export const bySystem = (_command: unknown, _state: AgencySanctionCase, { actor }: Context): void => requireSystem(actor);

export const requireOpen = ({ ended }: AgencySanctionCase): void => require(ended === undefined, agencySanctionRules.SanctionCaseIsOpen);

/** What a decision knows of all other cases about the agency. */
export interface KnowsStanding {
  readonly standing: AgencyStanding;
}

/** The `gather` of a decision that must not come after a revocation. */
export const gatherOwnStanding = async (_command: unknown, { agencyId }: AgencySanctionCase, lookup: Lookup): Promise<KnowsStanding> => ({
  standing: await gatherStanding(agencyId, lookup),
});

/** The `gather` of a decision under a number of the kind. */
export const gatherForDecision = (kind: DocumentKind) =>
  async (command: unknown, state: AgencySanctionCase, lookup: Lookup): Promise<KnowsStanding & KnowsCalendar & KnowsNumbers> => ({
    ...(await gatherOwnStanding(command, state, lookup)),
    ...(await gatherCalendar(command, state, lookup)),
    taken: await gatherNumbers({ kind, center: state.center }, lookup),
  });

export const requireNotRevoked = ({ standing }: KnowsStanding): void => require(!isRevoked(standing), ladderRules.RevocationIsTheLast);

/** What allows a step above the first; undefined where nothing does. */
export function causeOf({ correction, severity }: AgencySanctionCase): LadderCause | undefined {
  if (correction?.step === 'REFUSED') return 'CORRECTION_REFUSED';
  return severity === 'SERIOUS' ? 'SERIOUS' : undefined;
}

/** Why the next step of the ladder may be taken. @throws the refusal where it may not */
export function requireCause(state: AgencySanctionCase): LadderCause {
  const cause = causeOf(state);
  require(cause, ladderRules.NextStepNeedsRefusalOrSeriousness);
  return cause;
}

/** Open, and every catch-all ground approved by a second person. */
export function requireActionable(state: AgencySanctionCase): void {
  requireOpen(state);
  require(!state.approvalPending, agencySanctionRules.CatchAllIsApprovedFirst);
}

/** Nobody has spoken, and the period is over, whether or not a timer has come round to say so. */
export const hasLapsed = ({ statement, statementDue }: Notice, now: Instant): boolean => statement === 'OPEN' && isLate(statementDue, now);

/** There is no hearing to be offered, it was held, or nobody asked for it in time. */
function isPastHearing({ hearingRequestDue, hearing, statement }: Notice, now: Instant): boolean {
  if (hearingRequestDue === undefined || hearing === 'HELD') return true;
  return hearing === undefined && (statement === 'WAIVED' || isLate(hearingRequestDue, now));
}

/** The agency was told of this very step, and has spoken, waived it or let the period pass. */
export function requireHeard({ notice }: AgencySanctionCase, level: AgencySanctionLevel, { now }: Context): void {
  const heard = notice?.proposes === level && (notice.statement !== 'OPEN' || hasLapsed(notice, now));
  require(heard, agencySanctionRules.AgencyIsHeardFirst);
  require(isPastHearing(notice, now), ladderRules.HearingIsOfferedFirst);
}

/** The lapse that a decision found and no timer had written yet. */
export const lapseFound = ({ notice }: AgencySanctionCase, now: Instant): readonly StatementLapsed[] =>
  notice !== undefined && hasLapsed(notice, now) ? [{ type: 'StatementLapsed', data: { due: notice.statementDue } }] : [];

interface DecisionBody {
  readonly reasons: string;
  readonly bases?: readonly string[];
  readonly replyToStatement?: string;
}

export function requireReasoned({ reasons, bases = LEGAL_BASES, replyToStatement }: DecisionBody, { notice }: AgencySanctionCase): void {
  const given = reasons.trim() !== '' && bases.length > 0 && bases.every((basis) => basis.trim() !== '');
  require(given, agencySanctionRules.DecisionGivesReasonsAndBases);
  const answered = (replyToStatement ?? '').trim() !== '';
  require(notice?.statement !== 'RECEIVED' || answered, agencySanctionRules.DecisionAnswersTheStatement);
}

export function decisionOf({ reasons, bases = LEGAL_BASES, replyToStatement }: DecisionBody, state: AgencySanctionCase, documentNumber: string): SanctionDecision {
  const { agencyId, center, grounds } = state;
  return { agencyId, center, documentNumber, grounds, bases, reasons, ...(replyToStatement === undefined ? {} : { replyToStatement }) };
}

/** By when something is to be corrected: on the day given, else after the parameter's days. Refuses a day that is not later than today. */
export function correctionDue(dueOn: LegalDate | undefined, { now, known }: Context<KnowsCalendar>): Deadline {
  if (dueOn === undefined) return calendarDaysAfter(known, now, 'sanction.correctionCalendarDays');
  const today = legalDateOf(now);
  require(isLegalDate(dueOn) && dueOn > today, agencySanctionRules.OrderNamesDemandsAndDate, dueOn);
  return dueAfterCalendarDays(known.calendar, today, daysBetween(today, dueOn));
}

/** What an order to correct must say. */
export function requireDemands({ demands, correctionDueOn }: { readonly demands: readonly string[]; readonly correctionDueOn?: LegalDate }, context: Context<KnowsCalendar>): void {
  require(demands.some((demand) => demand.trim() !== ''), agencySanctionRules.OrderNamesDemandsAndDate);
  correctionDue(correctionDueOn, context);
}
