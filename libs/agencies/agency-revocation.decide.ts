import { accessRules } from '#libs/access/access.rules';
import { requireCenter, requireProvincialDepartment } from '#libs/access/policy';
import type { ConfirmRevocation, HoldHearing, ProposeRevocation, RejectRevocation, RequestHearing } from '#libs/agencies/agency-ladder.commands';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import {
  byAgency, byCenter, decisionOf, gatherForDecision, gatherOwnStanding, type KnowsStanding, lapseFound, requireActionable, requireCause, requireHeard, requireNotRevoked, requireOpen,
  requireReasoned, type SanctionCaseRule,
} from '#libs/agencies/agency-sanction.guards';
import { ladderRules } from '#libs/agencies/agency-sanction.rules';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import type { KnowsCalendar } from '#libs/regulation/known-calendar';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import { type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const requestHearing: SanctionCaseRule<RequestHearing> = {
  authorise: byAgency,
  guard: (_command, state, { now }) => {
    requireOpen(state);
    const { hearingRequestDue, hearing, statement } = state.notice ?? {};
    const inTime = hearingRequestDue !== undefined && now < hearingRequestDue.dueAt;
    require(inTime && hearing === undefined && statement !== 'WAIVED', ladderRules.HearingIsAskedForInTime);
  },
  decide: ({ reasons }) => [{ type: 'HearingRequested', data: { reasons } }],
};

const holdHearing: SanctionCaseRule<HoldHearing> = {
  authorise: byCenter,
  guard: ({ heldOn }, state, { now }) => {
    requireOpen(state);
    require(state.notice?.hearing === 'REQUESTED', ladderRules.HearingFollowsTheRequest);
    const isReal = isLegalDate(heldOn) && state.notice.statementDue.start <= heldOn && heldOn <= legalDateOf(now);
    require(isReal, ladderRules.HearingFollowsTheRequest, heldOn);
  },
  decide: ({ heldOn, summary }) => [{ type: 'HearingHeld', data: { heldOn, summary } }],
};

const bearer = ({ center }: AgencySanctionCase, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer => ({
  series: { kind: 'QUALIFICATION_REVOCATION', center }, holder: `agencysanction-${target}`, taken,
});

const proposeRevocation: SanctionCaseRule<ProposeRevocation, KnowsStanding & KnowsCalendar & KnowsNumbers> = {
  gather: gatherForDecision('QUALIFICATION_REVOCATION'),
  authorise: byCenter,
  guard: (command, state, context) => {
    requireActionable(state);
    requireNotRevoked(context.known);
    require(state.proposal === undefined, ladderRules.RevocationIsProposedOnce);
    requireCause(state);
    requireHeard(state, 'QUALIFICATION_REVOCATION', context);
    requireReasoned(command, state);
  },
  prepare: (_command, state, context) => takeNumber(bearer(state, context), context),
  decide: (command, state, context) => {
    const { agencyId: _agency, center: _center, grounds: _grounds, ...proposal } = decisionOf(command, state, takenNumber(bearer(state, context), context));
    return [...lapseFound(state, context.now), { type: 'RevocationProposed', data: { ...proposal, because: requireCause(state) } }];
  },
};

/** The department that gave the qualification; where the parameter asks for no confirmation by it, a second person of the centre. Never who proposed. */
export function requireConfirmer(actor: Actor, { area, isCentralBranch, center, proposal }: AgencySanctionCase, byDepartment: boolean): void {
  if (byDepartment) requireProvincialDepartment(actor);
  else {
    requireCenter(actor, { area, isCentralBranch });
    if (actor.organisation !== center) throw new NotAllowed(accessRules.CenterActsInItsOwnArea);
  }
  if (actor.person === proposal?.by) throw new NotAllowed(ladderRules.RevocationTakesTwoPersons);
}

const byConfirmer = (_command: unknown, state: AgencySanctionCase, { actor, now }: Context): void =>
  requireConfirmer(actor, state, parameter('sanction.revocationNeedsConfirmation', legalDateOf(now)));

function openProposal(state: AgencySanctionCase): NonNullable<AgencySanctionCase['proposal']> {
  requireOpen(state);
  require(state.proposal?.open, ladderRules.ConfirmationFollowsTheProposal);
  return state.proposal;
}

const confirmRevocation: SanctionCaseRule<ConfirmRevocation, KnowsStanding> = {
  gather: gatherOwnStanding,
  authorise: byConfirmer,
  guard: (_command, state, { known }) => {
    openProposal(state);
    requireNotRevoked(known);
  },
  decide: (_command, state) => {
    const { agencyId, center, grounds } = state;
    return [{ type: 'QualificationRevoked', data: { agencyId, center, grounds, ...openProposal(state).decision } }];
  },
};

const rejectRevocation: SanctionCaseRule<RejectRevocation> = {
  authorise: byConfirmer,
  guard: (_command, state) => {
    openProposal(state);
  },
  decide: ({ reasons }) => [{ type: 'RevocationNotConfirmed', data: { reasons } }],
};

export const revocationCommands = {
  RequestHearing: requestHearing,
  HoldHearing: holdHearing,
  ProposeRevocation: proposeRevocation,
  ConfirmRevocation: confirmRevocation,
  RejectRevocation: rejectRevocation,
};
