import { buildViews } from '#apps/server/src/worker/build-views';
import type { View } from '#libs/event-sourcing/view';
import type { Lag, ViewReader } from '#libs/event-sourcing/view-reader';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { tallySums } from '#test/support/tally';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';
import { TestServer } from '#test/support/test-server';

const views = (version: number): readonly View<object>[] => [tallySums({ value: false }, version)] as unknown as readonly View<object>[];
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
    const build = (version: number): Promise<void> => buildViews(record.runtime, views(version), (line) => told.push(line), never);
    await build(1);
    await build(1);
    await build(2);
    expect(told).toEqual(Array(2).fill(expect.stringMatching(/^built tally-sums: 3 events, 0 documents stopped, \d+\.\d s$/)));
    const runner = new ViewRunner(record.runtime, views(2));
    expect((await runner.get(tallySums({ value: false }, 2), 'tally-a'))?.body).toEqual({ sum: 2, events: 2 });
  });

  it('stops when it is told to, and the old documents serve on', async () => {
    await buildViews(record.runtime, views(1), () => undefined, never);
    await expect(buildViews(record.runtime, views(2), () => undefined, AbortSignal.abort())).rejects.toThrow('aborted');
    expect(await record.runtime.documents.pointer('view:tally-sums')).toBe('tally-sums.v1.1');
  });
});

describe('a server whose views are being rebuilt', () => {
  it('is not ready, and says which', async () => {
    const lag: Lag = { view: 'case-file', position: undefined, behind: 0, parked: 0, rebuilding: true };
    const states = [[lag], [{ ...lag, rebuilding: false }], [lag]];
    const reader: ViewReader = { get: async () => undefined, find: async () => [], lag: async () => states.shift() ?? [] };
    const server = await TestServer.start({ parts: () => ({ views: reader }) });
    const replies = [await server.send('/readyz'), await server.send('/readyz'), await server.send('/readyz')];
    await server.close();
    expect(replies.map(({ status, body }) => [status, body.ready, body.views[0].rebuilding])).toEqual([[503, false, true], [200, true, false], [503, false, true]]);
  });
});
