import type { Fact, RecordedEvent } from '#libs/event-sourcing/event';
import type { ReadStream } from '#libs/event-sourcing/event-store';
import { recorded } from '#libs/event-sourcing/given';
import { StreamFolds } from '#libs/event-sourcing/stream-folds';

type Counted = Fact<'Counted', { readonly by: number }>;

/** A log of one stream, which tells how much of it was read. */
class CountingLog {
  readonly events: RecordedEvent[] = [];
  read = 0;
  /** A reading of the first stream waits for it. */
  held: Promise<void> = Promise.resolve();

  count(by: number, commandId = `command-${this.events.length}`): void {
    const event = recorded({ type: 'Counted', data: { by } }, { revision: this.events.length }) as unknown as RecordedEvent;
    this.events.push({ ...event, meta: { ...event.meta, commandId } });
  }

  async *readStream(stream: string, { from = 0 }: ReadStream = {}): AsyncGenerator<RecordedEvent, void> {
    if (stream === 'tally-a') await this.held;
    for (const event of this.events.slice(from)) {
      this.read += 1;
      await Promise.resolve();
      yield event;
    }
  }
}

describe('folds of streams that are kept', () => {
  let log: CountingLog;
  let folds: StreamFolds;
  const sum = (state: number, { data }: { readonly data: Counted['data'] }): number => state + data.by;
  const total = async (stream = 'tally-a'): Promise<number> => (await folds.fold<number, Counted>(stream, 0, sum)).state;
  beforeEach(() => {
    log = new CountingLog();
    folds = new StreamFolds(log);
    log.count(1);
    log.count(2);
  });

  it('read each event once, and what another process has written since', async () => {
    expect(await total()).toBe(3);
    log.count(4);
    expect(await total()).toBe(7);
    expect(log.read).toBe(3);
  });

  it('count no event twice where two go on at the same time', async () => {
    expect(await Promise.all([total(), total()])).toEqual([3, 3]);
    log.count(4);
    expect(await Promise.all([total(), total(), total()])).toEqual([7, 7, 7]);
    const { byCommand, last } = await folds.fold<number, Counted>('tally-a', 0, sum);
    expect([...byCommand.values()].map((traces) => traces.length)).toEqual([1, 1, 1]);
    expect(last?.revision).toBe(2);
  });

  it('are told apart by the fold, and by what it begins with', async () => {
    await total();
    expect((await folds.fold<number, Counted>('tally-a', 0, (state, { data }) => state * 10 + data.by)).state).toBe(12);
    expect((await folds.fold<number, Counted>('tally-a', 100, sum)).state).toBe(103);
    expect(await total()).toBe(3);
  });

  it('keep the state of an earlier answer as it was', async () => {
    const list = (state: readonly number[], { data }: { readonly data: Counted['data'] }): readonly number[] => [...state, data.by];
    const none: readonly number[] = [];
    const { state } = await folds.fold<readonly number[], Counted>('tally-a', none, list);
    log.count(4);
    expect((await folds.fold<readonly number[], Counted>('tally-a', none, list)).state).toEqual([1, 2, 4]);
    expect(state).toEqual([1, 2]);
  });

  it('forget what was asked for least lately', async () => {
    await total('tally-first');
    for (let at = 0; at < 1_000; at += 1) await total(`tally-${at}`);
    log.read = 0;
    await total('tally-999');
    expect(log.read).toBe(0);
    await total('tally-first');
    expect(log.read).toBe(2);
  });

  it('lose nothing where room is made while one reads', async () => {
    await total('tally-a');
    log.count(4);
    const { promise, resolve } = Promise.withResolvers<void>();
    log.held = promise;
    const reading = total('tally-a');
    for (let at = 0; at < 1_000; at += 1) await total(`tally-other-${at}`);
    resolve();
    expect(await reading).toBe(7);
    const { byCommand } = await folds.fold<number, Counted>('tally-a', 0, sum);
    expect(byCommand.size).toBe(3);
  });
});
