import type { RecordedEvent } from '#libs/event-sourcing/event';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { StreamFolds } from '#libs/event-sourcing/stream-folds';
import { NewerSchema, Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting, type UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { SYSTEM } from '#libs/event-sourcing/worker';
import { link, verifyStore } from '#libs/proof/hash-chain';
import { pagesAfter, readLog } from '#test/support/read-log';
import { tallyDecider, tallySums } from '#test/support/tally';
import { NO_LOOKUP, openTallyRecord, type TallyRecord } from '#test/support/tally-record';

/** Version 1 counted in dozens, version 2 had no name for it, version 3 counts single pieces. */
const chain = new Upcasters({
  TallyRaised: [({ by, ...data }) => ({ ...data, dozens: by }), ({ dozens, ...data }) => ({ ...data, by: Number(dozens) * 12 })],
});
const views = [tallySums()] as unknown as readonly View<object>[];

describe('a log with events of older versions', () => {
  let record: TallyRecord;
  let store: UpcastingStore;
  beforeEach(async () => {
    record = await openTallyRecord();
    await record.send({ name: 'RaiseTally', target: 'a', body: { by: 2 } });
    store = upcasting(record.log, chain);
  });
  afterEach(() => record.close());

  const ofStream = async (): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of store.readStream('tally-a')) events.push(event);
    return events;
  };
  const ofSubscription = async (): Promise<readonly RecordedEvent[]> => {
    const aborted = new AbortController();
    for await (const { events } of store.subscribe({ signal: aborted.signal })) return events;
    return [];
  };

  it('is read in the newest shape and version by every way of reading, over the stored texts', async () => {
    for (const events of [await ofStream(), (await store.readAll({ max: 9 })).events, await ofSubscription()]) {
      const [event] = events;
      expect([event?.data, event?.meta.schemaVersion]).toEqual([{ by: 24 }, '3']);
      expect([event?.dataText, JSON.parse(event?.metaText ?? '').schemaVersion]).toEqual(['{"by":2}', '1']);
      expect(event === undefined ? undefined : chain.upcast(event)).toBe(event);
    }
  });

  it('keeps its chain, and goes on in the newest version', async () => {
    const commands = new CommandHandler({ store, folds: new StreamFolds(store), clock: record.clock, lookup: NO_LOOKUP, link }, [tallyDecider]);
    await commands.handle({ name: 'RaiseTally', target: 'a', body: { by: 1 }, actor: SYSTEM, commandId: 'next' });
    expect((await readLog(record.log)).map(({ data, meta }) => [data, meta.schemaVersion])).toEqual([[{ by: 2 }, '1'], [{ by: 1 }, '3']]);
    const pages = async function* () {
      yield* await pagesAfter(store, undefined, 10);
    };
    expect(await verifyStore(pages())).toEqual({ ok: true, events: 2, streams: 1 });
  });

  it('is folded by views, live and rebuilt, in the newest shape', async () => {
    const runtime = { store, documents: record.runtime.documents };
    const runner = new ViewRunner(runtime, views);
    await runner.catchUp();
    expect((await runner.get(tallySums(), 'tally-a'))?.body).toEqual({ sum: 24, events: 1 });
    await rebuildViews(runtime, views);
    expect((await runner.get(tallySums(), 'tally-a'))?.body).toEqual({ sum: 24, events: 1 });
  });

  it('is neither dropped nor guessed at where it is newer than the program', async () => {
    const commands = new CommandHandler({ store, folds: new StreamFolds(store), clock: record.clock, lookup: NO_LOOKUP, link }, [tallyDecider]);
    await commands.handle({ name: 'RaiseTally', target: 'a', body: { by: 1 }, actor: SYSTEM, commandId: 'next' });
    const older = upcasting(record.log, new Upcasters());
    await expect(older.readAll({ max: 9 })).rejects.toThrow(NewerSchema);
    await expect(record.send({ name: 'RaiseTally', target: 'a', body: { by: 1 } })).rejects.toThrow(NewerSchema);
  });
});

it('steps that leave a version out are refused at the start', () => {
  const same = (data: Record<string, unknown>) => data;
  expect(() => new Upcasters({ TallyRaised: [same, undefined, same] })).toThrow('TallyRaised: no upcaster from version 2 to 3');
});
