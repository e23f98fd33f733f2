import { type Context, KnownTooEarly, type Lookup, type Request } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { isCardNumber } from '#libs/regulation/numbers';
import { parameter } from '#libs/regulation/parameters';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { type BlankCardAssigned, CARD_STOCK, type CardEvent, CARDS_STREAM } from '#libs/supervisors/card.events';
import { type CardStock, emptyStock, evolveStock, numberFor } from '#libs/supervisors/card.evolve';
import type { Credential, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf, gatherHolder, type KnownPerson } from '#libs/supervisors/guards.decide';

export interface KnownNumber extends KnownPerson {
  /** A number that an attempt which did not come to its end has already taken for this very card. */
  readonly reserved?: string;
}

export interface NewCard {
  readonly internalNumber?: string;
}

const nextOrdinal = ({ cards }: Credential): number => cards.length + 1;

export async function gatherNumber(command: object, state: SupervisorState, lookup: Lookup, target: string): Promise<KnownNumber> {
  const stock = await lookup.fold<CardStock, CardEvent>(CARDS_STREAM, emptyStock, evolveStock);
  const reserved = numberFor(stock, target, nextOrdinal(credentialOf(state)));
  return { ...(await gatherHolder(command, state, lookup)), ...(reserved !== undefined && { reserved }) };
}

/** The issuer of an internal card gives its number, by the pattern in force on the day; the text of the province's rule is not published. */
export function requireNumber({ internalNumber }: NewCard, { selection }: Credential, on: LegalDate): void {
  const isGiven = internalNumber !== undefined && new RegExp(parameter('internalCard.numberPattern', on)).test(internalNumber);
  require(selection === undefined ? internalNumber === undefined : isGiven, appointmentRules.InternalNumberIsGiven, internalNumber);
}

/** A blank card of the province, or the claim of the number that the issuer gives. */
export function takeNumber({ internalNumber }: NewCard, state: SupervisorState, { target, known }: Context<KnownNumber>): Request | undefined {
  const body = { credentialId: target, ordinal: nextOrdinal(credentialOf(state)) };
  if (internalNumber !== undefined) return { name: 'ClaimInternalCardNumber', target: internalNumber, body };
  return known.reserved === undefined ? { name: 'AssignBlankCard', target: CARD_STOCK, body } : undefined;
}

export function takenNumber({ internalNumber }: NewCard, { known, prepared }: Context<KnownNumber>): string {
  if (internalNumber !== undefined) return internalNumber;
  const number = known.reserved ?? (prepared[0]?.data as BlankCardAssigned['data'] | undefined)?.number;
  if (number === undefined) throw new KnownTooEarly('the card has a number by now');
  require(isCardNumber(number), appointmentRules.CardNumberFollowsTheCode, number);
  return number;
}
