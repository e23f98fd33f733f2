import type { Request } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';

/** A command and who sends it. */
export interface Ask extends Request {
  readonly actor: Actor;
}

export const ask = (actor: Actor, name: string, target: string, body: object = {}): Ask => ({ actor, name, target, body });
