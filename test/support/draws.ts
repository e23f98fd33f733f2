import { bytesToHex } from '@noble/hashes/utils.js';
import { CASE_ID } from '#test/support/cases';
import { DRAW_KEY, type Reply, type TestServer } from '#test/support/test-server';

export const PUBLIC_KEY = bytesToHex(DRAW_KEY.publicKey);

/** The key of the test servers, announced two weeks before the time of the tests. */
export async function announceDrawKey(server: TestServer): Promise<void> {
  const now = server.clock.now();
  server.clock.set('2026-11-10T01:00:00.000Z');
  const reply = await server.as('province').post('/v1/draw-keys/FJ/register-draw-key', { publicKey: PUBLIC_KEY });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  server.clock.set(now);
}

export const drawIdOf = (ordinal: number): string => `${CASE_ID}-${ordinal}`;

/** Asks for the n-th draw of the case. */
export const prepareDraw = (server: TestServer, ordinal: number, body: object = {}, persona = 'fuzhou'): Promise<Reply> =>
  server.as(persona).post(`/v1/draws/${drawIdOf(ordinal)}/prepare-draw`, { caseId: CASE_ID, ...body });
