import { setImmediate } from 'node:timers/promises';
import { buildLeases, buildViews } from '#apps/server/src/worker/build-views';
import type { Leases } from '#libs/event-sourcing/lease';
import { staleViews } from '#libs/event-sourcing/rebuild-views';
import type { View } from '#libs/event-sourcing/view';
import type { Lag, ViewReader } from '#libs/event-sourcing/view-reader';
import { type Around, ViewRunner, type ViewRuntime } from '#libs/event-sourcing/view-runner';
import { newEvents } from '#test/support/new-event';
import { tallySums } from '#test/support/tally';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';
import { TestServer } from '#test/support/test-server';

const views = (version: number): readonly View<object>[] => [tallySums({ value: false }, version)] as unknown as readonly View<object>[];
/** More than a page. */
const EVENTS = 1_500;
const never = new AbortController().signal;

describe('a worker that starts', () => {
  let record: TallyRecord;
  beforeEach(async () => {
    record = await openTallyRecord();
    for (const target of ['a', 'b', 'a']) await record.send({ name: 'RaiseTally', target, body: { by: 1 } });
  });
  afterEach(() => record.close());

  it('builds what is not there or of another version, tells of it, and touches nothing else', async () => {
    const told: string[] = [];
    const build = (version: number): Promise<void> => buildViews(record.runtime, views(version), { tell: (line) => told.push(line), signal: never });
    await build(1);
    await build(1);
    await build(2);
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/^built tally-sums: 3 events, 0 documents stopped, \d+\.\d s$/)));
    const runner = new ViewRunner(record.runtime, views(2));
    expect((await runner.get(tallySums({ value: false }, 2), 'tally-a'))?.body).toEqual({ sum: 2, events: 2 });
  });

  it('stops when it is told to, and the old documents serve on', async () => {
    await buildViews(record.runtime, views(1), { tell: () => undefined, signal: never });
    await expect(buildViews(record.runtime, views(2), { tell: () => undefined, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(await record.runtime.documents.pointer('view:tally-sums')).toBe('tally-sums.v1.1');
  });
});

describe('workers that start together', () => {
  const LASTS = 15_000;
  const four = ['one', 'two', 'three', 'four'].map((name) => ({ ...tallySums(), name })) as unknown as readonly View<object>[];
  let record: TallyRecord;
  let folded: Record<string, number>;
  let runtime: ViewRuntime;
  /** Called before a page is folded into a view. */
  let meanwhile: () => Promise<unknown>;
  beforeEach(async () => {
    record = await openTallyRecord();
    await record.log.append('tally-a', 'no_stream', newEvents(EVENTS));
    folded = {};
    meanwhile = async () => undefined;
    const around: Around = async (view, events, fold) => {
      folded[view] = (folded[view] ?? 0) + events.length;
      await meanwhile();
      return fold();
    };
    runtime = { ...record.runtime, around };
  });
  afterEach(() => record.close());

  const pass = (milliseconds: number): void => record.clock.set(new Date(Date.parse(record.clock.now()) + milliseconds).toISOString());
  const leasesOf = (owner: string): Leases => buildLeases({ documents: record.runtime.documents, clock: record.clock, owner, lasts: LASTS }, four);
  const build = (leases: Leases, rest: () => Promise<void>): Promise<string[]> => {
    const told: string[] = [];
    return buildViews(runtime, four, { tell: (line) => told.push(line), signal: never, leases, rest }).then(() => told);
  };
  const onceEach = Object.fromEntries(four.map(({ name }) => [name, EVENTS]));

  it('build each view once between them, and each waits until all are built', async () => {
    await Promise.all(['one', 'two'].map((owner) => build(leasesOf(owner), () => setImmediate())));
    expect(folded).toEqual(onceEach);
    expect(await staleViews(runtime, four)).toEqual([]);
  });

  it('hand over what is not built to one that comes later, which goes on where it stood', async () => {
    const late = leasesOf('late');
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await late.mine();
      pass(LASTS / 3);
    };
    const first = await build(leasesOf('first'), async () => {
      pass(LASTS / 3);
      await build(late, () => setImmediate());
    });
    expect(first).toEqual([expect.stringMatching(/^built \w+, \w+: /)]);
    expect(folded).toEqual(onceEach);
  });

  it('take over from one that was killed when its leases have run out, not before', async () => {
    await leasesOf('killed').mine();
    let rests = 0;
    await build(leasesOf('other'), async () => {
      rests += 1;
      expect(folded).toEqual({});
      pass(LASTS / 3);
    });
    expect(rests).toBe(3);
    expect(folded).toEqual(onceEach);
  });
});

describe('a server whose views are being rebuilt', () => {
  it('is not ready, and says which', async () => {
    const lag: Lag = { view: 'case-file', position: undefined, behind: 0, parked: 0, rebuilding: true };
    const states = [[lag], [{ ...lag, rebuilding: false }], [lag]];
    const reader: ViewReader = { get: async () => undefined, find: async () => [], count: async () => 0, lag: async () => states.shift() ?? [] };
    const server = await TestServer.start({ parts: () => ({ views: reader }) });
    const replies = [await server.send('/readyz'), await server.send('/readyz'), await server.send('/readyz')];
    await server.close();
    expect(replies.map(({ status, body }) => [status, body.ready, body.views[0].rebuilding])).toEqual([[503, false, true], [200, true, false], [503, false, true]]);
  });
});
