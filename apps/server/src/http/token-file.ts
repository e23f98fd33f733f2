import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ActorSource } from '#apps/server/src/http/actor-source';
import { ROLES } from '#libs/access/roles';
import type { Actor } from '#libs/event-sourcing/event';
import { FEED_CATEGORIES } from '#libs/record/feeds';
import { isArea } from '#libs/regulation/areas';

interface Entry extends Actor {
  /** SHA-256 of the token in hex: the file can be read without learning a token. */
  readonly sha256: string;
}

export class BadTokenFile extends Error {}

/** Milliseconds for which the file is taken as it was last looked at. */
const LOOK_EVERY = 1_000;

/**
 * Tokens from a JSON file `[{"sha256": "…", "person": "…", "role": "…", "organisation": "…"}]`. A program has the role
 * SERVICE, an area as its organisation (`FJ`: the whole province), and the categories it may follow.
 * The file is read again when it has changed: a token that is taken out of it is worth nothing a second later. One that
 * became unreadable is told of, and the last one that could be read stands.
 */
export class TokenFile implements ActorSource {
  private actors: ReadonlyMap<string, Actor>;
  private state: string;
  private lookedAt: number;

  /** `now`: milliseconds of any clock that only runs forward. @throws BadTokenFile naming the entry, never a token */
  constructor(
    private readonly path: string,
    private readonly onFault: (fault: BadTokenFile) => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.state = stateOf(path);
    this.actors = actorsIn(path);
    this.lookedAt = now();
  }

  async actorOf(token: string): Promise<Actor | undefined> {
    return this.current().get(createHash('sha256').update(token).digest('hex'));
  }

  async standing({ person, role }: Actor): Promise<Actor | undefined> {
    return [...this.current().values()].find((actor) => actor.person === person && actor.role === role);
  }

  private current(): ReadonlyMap<string, Actor> {
    const now = this.now();
    if (now - this.lookedAt < LOOK_EVERY) return this.actors;
    this.lookedAt = now;
    const state = stateOf(this.path);
    if (state !== this.state) this.readAgain(state);
    return this.actors;
  }

  private readAgain(state: string): void {
    this.state = state;
    try {
      this.actors = actorsIn(this.path);
    } catch (error) {
      if (!(error instanceof BadTokenFile)) throw error;
      this.onFault(error);
    }
  }
}

/** What changes when the file is written or replaced. */
function stateOf(path: string): string {
  const state = statSync(path, { throwIfNoEntry: false });
  return state === undefined ? 'none' : `${state.ino} ${state.size} ${state.mtimeMs} ${state.ctimeMs}`;
}

const actorsIn = (path: string): ReadonlyMap<string, Actor> =>
  new Map(parsed(path).map(({ sha256, person, role, organisation, categories }) => [sha256, { person, role, organisation, ...(categories !== undefined && { categories }) }]));

function parsed(path: string): readonly Entry[] {
  const entries: unknown = json(path);
  if (!Array.isArray(entries)) throw new BadTokenFile(`${path}: should be a list`);
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  if (wrong !== -1) throw new BadTokenFile(`${path}: entry ${wrong} needs sha256 (64 hex digits), person, role (one of ${GIVEN_ROLES.join(', ')}) and organisation; SERVICE alone an area as organisation and categories (of ${FEED_CATEGORIES.join(', ')})`);
  return entries as readonly Entry[];
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadTokenFile(`${path}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`);
  }
}

/** Nobody acts as the system. */
const GIVEN_ROLES = Object.keys(ROLES).filter((role) => role !== 'SYSTEM');

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { sha256, person, role, organisation, categories } = entry as Partial<Record<keyof Entry, unknown>>;
  const named = [person, organisation].every((text) => typeof text === 'string' && text !== '');
  return named && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && GIVEN_ROLES.includes(role as string) && (role === 'SERVICE' ? follows(organisation as string, categories) : categories === undefined);
}

const follows = (organisation: string, categories: unknown): boolean =>
  isArea(organisation) && Array.isArray(categories) && categories.length > 0 && categories.every((category) => FEED_CATEGORIES.includes(category as string));
