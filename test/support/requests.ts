import type { Reply, TestServer } from '#test/support/test-server';

/** A command that must be taken; the assertion shows the answer where it is not. Paths are below `/v1/`. */
export async function accepted(server: TestServer, persona: string, path: string, body: object = {}): Promise<Reply> {
  const reply = await server.as(persona).post(`/v1/${path}`, body);
  expect([path, reply.status < 300, reply.body]).toEqual([path, true, reply.body]);
  return reply;
}

/** Status of the answer, and the name of the rule that refuses. */
export async function refusalOf(server: TestServer, persona: string, path: string, body: object = {}): Promise<readonly [number, string | undefined]> {
  const { status, body: problem } = await server.as(persona).post(`/v1/${path}`, body);
  return [status, (problem as { rule?: { name: string } }).rule?.name];
}

/** A query after everything that follows from the commands has happened. */
export async function settled(server: TestServer, persona: string, path: string): Promise<Reply> {
  await server.record.worker.settle();
  return server.as(persona).get(`/v1/${path}`);
}
