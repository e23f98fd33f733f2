import { randomUUID } from 'node:crypto';
import { type Connection, type ServerEvent, WrongVersion } from '#libs/eventstoredb/connection';
import type { ServerPosition } from '#libs/eventstoredb/position';
import type { StreamNames } from '#libs/eventstoredb/stream-names';

export interface Identity {
  readonly storeId: string;
  /** Where the log begins on its server: behind whatever was there before. */
  readonly origin: ServerPosition;
}

/**
 * Whoever opens a log first writes one event beside it; its id is the identity of the log. A copy of the server's files
 * keeps it, as it keeps the positions; a log that is written anew elsewhere gets another, as its positions differ.
 */
export async function identify(connection: Connection, names: StreamNames): Promise<Identity> {
  const identity = (await read(connection, names)) ?? (await create(connection, names));
  return { storeId: identity.id, origin: identity.position };
}

async function create(connection: Connection, names: StreamNames): Promise<ServerEvent> {
  try {
    await connection.append(names.identity, 'no_stream', [{ id: randomUUID(), type: 'LogCreated', data: '{}', meta: '{}' }]);
  } catch (error) {
    if (!(error instanceof WrongVersion)) throw error;
  }
  const created = await read(connection, names);
  if (created === undefined) throw new Error(`the identity of the log ${names.identity} was written and is not there`);
  return created;
}

const read = async (connection: Connection, names: StreamNames): Promise<ServerEvent | undefined> =>
  (await connection.readStream(names.identity, 0, 'forwards', 1))[0];
