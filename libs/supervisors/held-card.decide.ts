import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { SUPERVISOR_TYPES } from '#libs/regulation/own-codes';
import type { IssueCard, ReplaceCard, ReturnCard, VoidCard } from '#libs/supervisors/appointment.commands';
import type { AppointmentEvent, CardVoided } from '#libs/supervisors/appointment.events';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { byCardIssuer } from '#libs/supervisors/authority.decide';
import { gatherNumber, type KnownNumber, type NewCard, requireNumber, takenNumber, takeNumber } from '#libs/supervisors/card-number.decide';
import type { Credential, HeldCard, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf, requireNotBarred, requireStanding } from '#libs/supervisors/guards.decide';
import { cardOfLatestTerm, latestTerm, liveCards } from '#libs/supervisors/standing.evolve';

type HeldCardRule<C, K = unknown> = CommandRule<C, SupervisorState, AppointmentEvent, K>;

/** All that still count on the day become void, because the credential ends. */
export const voidedCards = (credential: Credential, today: LegalDate, reason: string): readonly CardVoided[] =>
  liveCards(credential, today).map(({ number }) => ({ type: 'CardVoided', data: { number, reason } }));

function requireCardable(command: NewCard, state: SupervisorState, { known, now }: Context<KnownNumber>): Credential {
  const credential = credentialOf(state);
  requireNotBarred(known);
  requireStanding(credential, legalDateOf(now), ['APPOINTED'], appointmentRules.CardNeedsAppointment);
  requireNumber(command, credential, legalDateOf(now));
  return credential;
}

const issueCard: HeldCardRule<IssueCard, KnownNumber> = {
  gather: gatherNumber,
  authorise: byCardIssuer,
  guard: (command, state, context) => {
    const credential = requireCardable(command, state, context);
    require(cardOfLatestTerm(credential) === undefined, appointmentRules.OneCardPerTerm);
  },
  prepare: takeNumber,
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const term = latestTerm(credential);
    require(term, appointmentRules.CardNeedsAppointment);
    const card = { number: takenNumber(command, context), validFrom: term.termStart, validUntil: term.termEnd };
    return [{ type: 'CardIssued', data: { ...card, title: `福建省《技能人才评价质量督导员》(${SUPERVISOR_TYPES[credential.supervisorType]})` } }];
  },
};

function replaceable(credential: Credential, number: string, today: LegalDate): HeldCard {
  const card = liveCards(credential, today).find((live) => live.number === number);
  require(card, appointmentRules.ReplacementNeedsCard, number);
  return card;
}

const replaceCard: HeldCardRule<ReplaceCard, KnownNumber> = {
  gather: gatherNumber,
  authorise: byCardIssuer,
  guard: (command, state, context) => void replaceable(requireCardable(command, state, context), command.number, legalDateOf(context.now)),
  prepare: takeNumber,
  decide: (command, state, context) => {
    const { number, reason } = command;
    const today = legalDateOf(context.now);
    const { validFrom, validUntil } = replaceable(credentialOf(state), number, today);
    const card = { number: takenNumber(command, context), validFrom: validFrom < today ? today : validFrom, validUntil };
    return [{ type: 'CardReplaced', data: { ...card, oldNumber: number, reason } }];
  },
};

function heldCard(state: SupervisorState, number: string): HeldCard {
  const card = credentialOf(state).cards.find((held) => held.number === number);
  require(card, appointmentRules.CardIsTheHolders, number);
  return card;
}

const voidCard: HeldCardRule<VoidCard> = {
  authorise: byCardIssuer,
  decide: ({ number, reason }, state) => (heldCard(state, number).voided ? [] : [{ type: 'CardVoided', data: { number, reason } }]),
};

const returnCard: HeldCardRule<ReturnCard> = {
  authorise: byCardIssuer,
  decide: ({ number }, state) => (heldCard(state, number).returned ? [] : [{ type: 'CardReturned', data: { number } }]),
};

export const heldCardCommands = { IssueCard: issueCard, ReplaceCard: replaceCard, VoidCard: voidCard, ReturnCard: returnCard } as const;
