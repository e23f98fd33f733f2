import type { ActorSource } from '#apps/server/src/http/actor-source';
import { personaOf } from '#libs/access/personas';

/** Built-in personas. Anybody knows their tokens, so the server takes them on loopback only. */
export const personaSource: ActorSource = {
  actorOf: async (token) => personaOf(token)?.actor,
  // Who has a token of a file is none of these: where the file no longer names them, nobody does.
  standing: async ({ person, role }) => {
    const actor = personaOf(person.replace(/^p-/, 'demo-'))?.actor;
    return actor?.role === role ? actor : undefined;
  },
};
