import type { Actor } from '#libs/event-sourcing/event';

/** Whom a bearer token stands for. */
export interface ActorSource {
  actorOf(token: string): Promise<Actor | undefined>;
}

/** The first source that knows the token decides. */
export class ActorSources implements ActorSource {
  constructor(private readonly sources: readonly ActorSource[]) {}

  async actorOf(token: string): Promise<Actor | undefined> {
    for (const source of this.sources) {
      const actor = await source.actorOf(token);
      if (actor !== undefined) return actor;
    }
    return undefined;
  }
}
