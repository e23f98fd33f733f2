/** Names under which the composition root provides the ports; a class (CommandHandler) is its own name. */
export const EVENTS = Symbol('EventStore');
export const VIEWS = Symbol('ViewReader');
export const CLOCK = Symbol('Clock');
export const ACTORS = Symbol('ActorSource');
export const WEBHOOKS = Symbol('WebhookMeans');
export const VAULT = Symbol('Vault');
export const JOURNAL = Symbol('WebhookJournal');
export const FEED_LIMITS = Symbol('FeedLimits');
