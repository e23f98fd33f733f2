import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { temporaryFolder } from '#test/support/temporary-folder';

/** Built by `scripts/ensure-mongodb-server.mjs`. */
const BINARY = 'node_modules/.cache/mongodb-server/server';
const GIVEN = process.env['MONGODB_URL'];

export interface MongoServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export const hasMongoServer = GIVEN !== undefined || existsSync(BINARY);

/** The server that MONGODB_URL names, else one of this process alone, on loopback, with its data in a temporary folder. */
export async function startMongoServer(): Promise<MongoServer> {
  if (GIVEN !== undefined) return { url: GIVEN, stop: () => Promise.resolve() };
  const folder = temporaryFolder();
  const server = spawn(BINARY, [folder.file('')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [printed] = (await once(server.stdout, 'data')) as [Buffer];
  return {
    url: printed.toString().trim(),
    stop: async () => {
      const ended = once(server, 'close');
      server.stdin.end();
      await ended;
      folder.remove();
    },
  };
}
