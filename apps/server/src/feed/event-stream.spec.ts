import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudEvent } from '#libs/record/cloud-event';
import { framesOf } from '#apps/server/src/feed/event-frames';
import { EventStream } from '#apps/server/src/feed/event-stream';
import { SseReader } from '#test/support/sse-reader';

const MIB = 2 ** 20;
const eventAt = (at: number) => ({ position: String(at).padStart(20, '0'), data: { text: 'x'.repeat(8_000) } }) as unknown as CloudEvent;

describe('a stream to one reader', () => {
  const server = createServer();
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());

  async function opened(heartbeat: number): Promise<{ readonly response: ServerResponse; readonly stream: EventStream; readonly reader: SseReader }> {
    const arrived = once(server, 'request') as Promise<[unknown, ServerResponse]>;
    const reader = SseReader.open(url, {});
    const [, response] = await arrived;
    return { response, stream: new EventStream(response, heartbeat), reader: await reader };
  }

  it('holds back what a reader does not take, and drops it', async () => {
    const { response, stream, reader } = await opened(100);
    reader.response.pause();
    let most = 0;
    let sent = 0;
    for (; !stream.signal.aborted && sent < 100_000; sent += 1) {
      await stream.send(framesOf([eventAt(sent)]));
      most = Math.max(most, response.writableLength);
    }
    expect(sent).toBeLessThan(100_000);
    expect(most).toBeLessThan(MIB);
    expect(response.destroyed).toBe(true);
    reader.close();
  });

  it('gives everything to a reader that is slow', async () => {
    const { stream, reader } = await opened(60_000);
    for (let at = 0; at < 2_000; at += 1) await stream.send(framesOf([eventAt(at)]));
    expect((await reader.saw(2_000)).map(({ position }) => Number(position))).toEqual(Array.from({ length: 2_000 }, (_none, at) => at));
    reader.close();
  });

  it('beats while nothing is sent, until it is dropped', async () => {
    const { stream, reader } = await opened(20);
    let beats = '';
    reader.response.on('data', (chunk: string) => (beats += chunk));
    while (!beats.endsWith(':\n\n:\n\n')) await once(reader.response, 'data');
    stream.drop();
    await reader.over();
    expect(stream.signal.aborted).toBe(true);
  });
});
