import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed } from '#libs/event-sourcing/rule';
import { webhookRules } from '#libs/webhooks/webhook.rules';

const isProvince = ({ role }: Actor): boolean => role === 'PROVINCIAL_HR' || role === 'PROVINCIAL_CENTER';
/** A service by itself: several may serve one organisation. */
const isOwner = ({ role, organisation, person }: Actor, owner: Actor): boolean =>
  role === owner.role && (role === 'SERVICE' ? person === owner.person : organisation === owner.organisation);

/** Services, and the province for itself. */
export function requireSubscriber(actor: Actor): void {
  if (actor.role !== 'SERVICE' && !isProvince(actor)) throw new NotAllowed(webhookRules.OnlyServicesAndTheProvinceSubscribe);
}

/** The service or the body that registered it, or the province. */
export function requireOwnerOrProvince(actor: Actor, owner: Actor): void {
  if (!isOwner(actor, owner) && !isProvince(actor)) throw new NotAllowed(webhookRules.WebhookBelongsToItsOwner);
}

/** Whoever registered it: whoever else has the secret could deliver in our name. */
export function requireOwner(actor: Actor, owner: Actor): void {
  if (!isOwner(actor, owner)) throw new NotAllowed(webhookRules.SecretIsForItsOwner);
}
