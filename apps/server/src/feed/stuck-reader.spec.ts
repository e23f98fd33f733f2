import { once } from 'node:events';
import { SseReader } from '#test/support/sse-reader';
import { newEvent } from '#test/support/new-event';
import { TestServer } from '#test/support/test-server';

const MIB = 2 ** 20;
const HEARTBEAT = 150;
/** More than the sockets of the system take. */
const [STREAMS, EVENTS] = [12, 500];
const NAME = '名'.repeat(1_000);

describe('a reader that reads nothing, over HTTP', () => {
  let server: TestServer;
  /** Aborted when the server has let go of the last who follow. */
  const followed: AbortSignal[] = [];
  /** Bytes of data that were read from the log. */
  let taken = 0;
  beforeAll(async () => {
    server = await TestServer.start({
      parts: ({ events }) => ({
        feed: { readers: 10, heartbeat: HEARTBEAT },
        events: {
          ...events,
          readAll: async (options) => {
            const page = await events.readAll(options);
            for (const { dataText } of page.events) taken += Buffer.byteLength(dataText);
            return page;
          },
          subscribe: (options) => {
            followed.push(options.signal);
            return events.subscribe(options);
          },
        },
      }),
    });
    const data = { name: NAME, agencyType: 'SCHOOL', division: '350102', area: '3501', isCentralBranch: false, filedOn: '2026-01-05' };
    for (let stream = 0; stream < STREAMS; stream += 1) {
      const facts = Array.from({ length: EVENTS }, () => newEvent({ type: 'AgencyRegistered', data, meta: { area: '3501' } }));
      await server.record.events.append(`agency-${stream}`, 'no_stream', facts);
    }
  }, 60_000);
  afterAll(() => server.close());

  const follow = (last = ''): Promise<SseReader> => SseReader.open(`${server.url}/v1/events/stream?types=AgencyRegistered`, { authorization: 'Bearer demo-auditor', 'last-event-id': last });

  it('is dropped before the server holds 1 MiB for it, and misses nothing when it goes on by Last-Event-ID', async () => {
    const stuck = await follow();
    stuck.response.pause();
    const [signal] = followed;
    if (signal?.aborted === false) await once(signal, 'abort');
    const takenByThen = taken;
    stuck.response.resume();
    const received = [...(await stuck.over())];
    expect(received.length).toBeLessThan(STREAMS * EVENTS);
    expect(takenByThen - received.length * Buffer.byteLength(JSON.stringify(NAME))).toBeLessThan(MIB);
    let resumed = 0;
    for (let last = stuck.last; received.length < STREAMS * EVENTS; resumed += 1) {
      const reader = await follow(last);
      received.push(...(await reader.saw(STREAMS * EVENTS - received.length)));
      reader.close();
      last = reader.last ?? last;
    }
    expect(resumed).toBeGreaterThan(0);
    const { body } = await server.as('auditor').get('/v1/events?types=AgencyRegistered&limit=500');
    expect(received.slice(0, 500)).toEqual(body);
    const positions = received.map(({ position }) => position);
    expect([positions.length, new Set(positions).size]).toEqual([STREAMS * EVENTS, STREAMS * EVENTS]);
    expect(positions).toEqual(positions.toSorted());
  }, 60_000);
});
