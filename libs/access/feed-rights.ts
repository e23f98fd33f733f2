import { accessRules } from '#libs/access/access.rules';
import { mayAudit } from '#libs/access/policy';
import { type Actor, categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import { NotAllowed } from '#libs/event-sourcing/rule';

/** Registers that every centre reads whole, whatever its area. */
const OPEN: readonly string[] = ['agency', 'calendar', 'drawkeys', 'policy', 'provider'];

const PROVINCE = 'FJ';

/** What a right to receive depends on: never on the person. */
export type Receiver = Omit<Actor, 'person'>;

export const receiverOf = ({ person: _person, ...receiver }: Actor): Receiver => receiver;

const isCityCenter = ({ role }: Receiver): boolean => role === 'MUNICIPAL_CENTER';
const isService = ({ role }: Receiver): boolean => role === 'SERVICE';

/** The province, its auditors and the centres: of what falls to them they know all. */
export const oversees = (actor: Receiver): boolean => mayAudit(actor) || isCityCenter(actor);

/** Those who follow the feed at all: neither agencies nor supervisors, whom the record tells in its own time. */
export function requireFollower(actor: Receiver): void {
  if (!(oversees(actor) || isService(actor))) throw new NotAllowed(accessRules.FeedIsForThoseWhoOversee);
}

/**
 * Whether the actor may receive what leaves of the event. The province and its auditors receive all of it, a city centre
 * what falls under its area when it is written (a complaint falls under its holder), a service its own categories, and
 * of them what its area may.
 */
export function mayReceive(actor: Receiver, { stream, meta }: Pick<RecordedEvent, 'stream' | 'meta'>): boolean {
  if (mayAudit(actor)) return true;
  const category = categoryOf(stream);
  const inArea = actor.organisation === meta.area || OPEN.includes(category);
  if (isCityCenter(actor)) return inArea;
  return isService(actor) && actor.categories?.includes(category) === true && (actor.organisation === PROVINCE || inArea);
}
