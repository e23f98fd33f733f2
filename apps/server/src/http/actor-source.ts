import type { Actor } from '#libs/event-sourcing/event';

/** Whom a bearer token stands for. */
export interface ActorSource {
  actorOf(token: string): Promise<Actor | undefined>;
  /** The same person in the same role, with the rights that they have now; undefined where they have none left. */
  standing(actor: Actor): Promise<Actor | undefined>;
}

/** The first source that knows the token decides. */
export class ActorSources implements ActorSource {
  constructor(private readonly sources: readonly ActorSource[]) {}

  actorOf(token: string): Promise<Actor | undefined> {
    return this.first((source) => source.actorOf(token));
  }

  standing(actor: Actor): Promise<Actor | undefined> {
    return this.first((source) => source.standing(actor));
  }

  private async first(ask: (source: ActorSource) => Promise<Actor | undefined>): Promise<Actor | undefined> {
    for (const source of this.sources) {
      const actor = await ask(source);
      if (actor !== undefined) return actor;
    }
    return undefined;
  }
}
