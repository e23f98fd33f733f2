import fc from 'fast-check';
import { AppendOutcomeUnknown } from '#libs/event-sourcing/event-store';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import type { Call, Misfortune } from '#test/doubles/eventstoredb/faults';
import { Follower } from '#test/support/follower';
import { newEvents } from '#test/support/new-event';
import { readLog } from '#test/support/read-log';

const LANES = 4;
const BATCHES = 12;
const SEED = 20_261_124;
/** It ends when everything is acknowledged; on a busy machine healthy calls miss their deadline as well. */
const LONGEST = 600_000;

type Blow = { readonly kind: 'fail'; readonly call: Call; readonly misfortune: Misfortune } | { readonly kind: 'drop' } | { readonly kind: 'restart' } | { readonly kind: 'release' };

const anyBlow: fc.Arbitrary<Blow> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('fail' as const), call: fc.constant<Call>('append'), misfortune: fc.constantFrom<Misfortune[]>('silent', 'silentAfterCommit', 'held', 'notLeader', 'unavailable', 'cancelled') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fail' as const), call: fc.constantFrom<Call[]>('read', 'subscribe'), misfortune: fc.constantFrom<Misfortune[]>('silent', 'notLeader', 'unavailable', 'cancelled') }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'drop' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'release' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);
/** One blow for every batch that is acknowledged. */
const BLOWS = fc.sample(anyBlow, { numRuns: LANES * BATCHES, seed: SEED });

async function strike(server: ServerDouble, blow: Blow | undefined): Promise<void> {
  switch (blow?.kind) {
    case 'fail': return server.fail(blow.call, blow.misfortune);
    case 'drop': return void (await server.dropSubscriptions('unavailable'));
    case 'release': return server.release();
    case 'restart':
      await server.kill();
      return server.startAgain();
    case undefined:
  }
}

/** Asks the same until there is an answer: what a caller does with an unknown outcome. */
async function surely<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppendOutcomeUnknown || error instanceof StoreUnavailable) || attempt === 500) throw error;
    }
  }
}

describe('a server that fails again and again', () => {
  it(`loses, doubles and reorders nothing in ${BLOWS.length} blows, and followers see it all`, async () => {
    const server = await ServerDouble.start();
    const open = () => EventStoreDbStore.open(server.url, { log: 'storm', deadline: 300, lookEvery: 300, timing: MACHINE_TIMING });
    const stores = [await open(), await open()] as const;
    const followers = stores.map((store) => new Follower(store));
    const blows = [...BLOWS];
    let blow = Promise.resolve();
    const acknowledged = new Map<string, string[]>();
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const stream = `lane-${lane}`;
        const ids: string[] = [];
        for (let batch = 0; batch < BATCHES; batch += 1) {
          const events = newEvents(1 + (batch % 3));
          const expected = ids.length === 0 ? 'no_stream' : ids.length - 1;
          const { revision } = await surely(() => stores[lane % 2 === 0 ? 0 : 1].append(stream, expected, events));
          ids.push(...events.map(({ id }) => id));
          expect(revision).toBe(ids.length - 1);
          blow = blow.then(() => strike(server, blows.pop()));
          await blow;
        }
        acknowledged.set(stream, ids);
      }),
    );
    await server.release();
    const log = await surely(() => readLog(stores[0]));
    for (const [stream, ids] of acknowledged) {
      expect(log.filter((event) => event.stream === stream).map(({ revision, id }) => [revision, id])).toEqual(ids.map((id, revision) => [revision, id]));
    }
    for (const follower of followers) {
      expect(await follower.saw(log.length)).toEqual(log);
      await follower.stop();
    }
    expect(blows).toEqual([]);
    for (const store of stores) await store.close();
    await server.stop();
  }, LONGEST);
});
