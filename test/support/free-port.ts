import { once } from 'node:events';
import { createServer } from 'node:net';

/** A loopback port that nobody has now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { readonly port: number };
  const closed = once(probe, 'close');
  probe.close();
  await closed;
  return port;
}
