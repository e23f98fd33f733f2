import { requireProvincialCenter } from '#libs/access/policy';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { isCardNumber } from '#libs/regulation/numbers';
import type { ReplaceCard, ReturnCard, VoidCard } from '#libs/supervisors/appointment.commands';
import type { AppointmentEvent, CardVoided } from '#libs/supervisors/appointment.events';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { type BlankCardAssigned, CARD_STOCK, type CardEvent, CARDS_STREAM } from '#libs/supervisors/card.events';
import { type CardStock, emptyStock, evolveStock, numberFor } from '#libs/supervisors/card.evolve';
import type { Credential, HeldCard, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf, gatherHolder, type KnownPerson, requireNotBarred, requireStanding } from '#libs/supervisors/guards.decide';
import { cardOfLatestTerm, latestTerm, liveCards } from '#libs/supervisors/standing.evolve';

type HeldCardRule<C, K = unknown> = CommandRule<C, SupervisorState, AppointmentEvent, K>;

const CARD_TITLE = '福建省《技能人才评价质量督导员》(外督)';

/** All that still count on the day become void, because the credential ends. */
export const voidedCards = (credential: Credential, today: LegalDate, reason: string): readonly CardVoided[] =>
  liveCards(credential, today).map(({ number }) => ({ type: 'CardVoided', data: { number, reason } }));

interface KnownNumber extends KnownPerson {
  /** A number that an attempt which did not come to its end has already taken for this very card. */
  readonly reserved?: string;
}

const nextOrdinal = ({ cards }: Credential): number => cards.length + 1;

async function gatherNumber(command: object, state: SupervisorState, lookup: Lookup, target: string): Promise<KnownNumber> {
  const stock = await lookup.fold<CardStock, CardEvent>(CARDS_STREAM, emptyStock, evolveStock);
  const reserved = numberFor(stock, target, nextOrdinal(credentialOf(state)));
  return { ...(await gatherHolder(command, state, lookup)), ...(reserved !== undefined && { reserved }) };
}

const takeBlankCard = (_command: object, state: SupervisorState, { target, known }: Context<KnownNumber>) =>
  known.reserved === undefined
    ? { name: 'AssignBlankCard', target: CARD_STOCK, body: { credentialId: target, ordinal: nextOrdinal(credentialOf(state)) } }
    : undefined;

function takenNumber({ known, prepared }: Context<KnownNumber>): string {
  const number = known.reserved ?? (prepared[0]?.data as BlankCardAssigned['data'] | undefined)?.number ?? '';
  require(isCardNumber(number), appointmentRules.CardNumberFollowsTheCode, number);
  return number;
}

function requireCardable(state: SupervisorState, { known, now }: Context<KnownNumber>): Credential {
  const credential = credentialOf(state);
  requireNotBarred(known);
  requireStanding(credential, legalDateOf(now), ['APPOINTED'], appointmentRules.CardNeedsAppointment);
  return credential;
}

const issueCard: HeldCardRule<object, KnownNumber> = {
  gather: gatherNumber,
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  guard: (_command, state, context) => {
    const credential = requireCardable(state, context);
    require(cardOfLatestTerm(credential) === undefined, appointmentRules.OneCardPerTerm);
  },
  prepare: takeBlankCard,
  decide: (_command, state, context) => {
    const term = latestTerm(credentialOf(state));
    require(term, appointmentRules.CardNeedsAppointment);
    const card = { number: takenNumber(context), validFrom: term.termStart, validUntil: term.termEnd };
    return [{ type: 'CardIssued', data: { ...card, title: CARD_TITLE } }];
  },
};

function replaceable(credential: Credential, number: string, today: LegalDate): HeldCard {
  const card = liveCards(credential, today).find((live) => live.number === number);
  require(card, appointmentRules.ReplacementNeedsCard, number);
  return card;
}

const replaceCard: HeldCardRule<ReplaceCard, KnownNumber> = {
  gather: gatherNumber,
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  guard: ({ number }, state, context) => void replaceable(requireCardable(state, context), number, legalDateOf(context.now)),
  prepare: takeBlankCard,
  decide: ({ number, reason }, state, context) => {
    const today = legalDateOf(context.now);
    const { validFrom, validUntil } = replaceable(credentialOf(state), number, today);
    const card = { number: takenNumber(context), validFrom: validFrom < today ? today : validFrom, validUntil };
    return [{ type: 'CardReplaced', data: { ...card, oldNumber: number, reason } }];
  },
};

function heldCard(state: SupervisorState, number: string): HeldCard {
  const card = credentialOf(state).cards.find((held) => held.number === number);
  require(card, appointmentRules.CardIsTheHolders, number);
  return card;
}

const voidCard: HeldCardRule<VoidCard> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: ({ number, reason }, state) => (heldCard(state, number).voided ? [] : [{ type: 'CardVoided', data: { number, reason } }]),
};

const returnCard: HeldCardRule<ReturnCard> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: ({ number }, state) => (heldCard(state, number).returned ? [] : [{ type: 'CardReturned', data: { number } }]),
};

export const heldCardCommands = { IssueCard: issueCard, ReplaceCard: replaceCard, VoidCard: voidCard, ReturnCard: returnCard } as const;
