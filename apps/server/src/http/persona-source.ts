import type { ActorSource } from '#apps/server/src/http/actor-source';
import { personaOf } from '#libs/access/personas';

/** Built-in personas. Anybody knows their tokens, so the server takes them on loopback only. */
export const personaSource: ActorSource = {
  actorOf: async (token) => personaOf(token)?.actor,
  standing: async (actor) => actor,
};
