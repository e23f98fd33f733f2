import type { DocumentStore } from '#libs/event-sourcing/document-store';
import { Leases } from '#libs/event-sourcing/lease';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { pointerOf } from '#libs/event-sourcing/view-runner';
import { onEveryDocumentStore } from '#test/support/document-places';
import { readLog } from '#test/support/read-log';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';
import { tallySums } from '#test/support/tally';

const LASTS = 15_000;
const WORK = Array.from({ length: 18 }, (_none, at) => `work ${at}`);
const TALLY_WORK = ['view:tally-sums', 'view:pending-timers', 'reaction:tell-tally'];

onEveryDocumentStore((newPlace) => {
  let record: TallyRecord;
  let documents: DocumentStore;
  beforeEach(async () => {
    record = await openTallyRecord(tallySums(), newPlace);
    ({ documents } = record.runtime);
  });
  afterEach(() => record.close());

  const leasesOf = (owner: string, work: readonly string[] = WORK): Leases => new Leases({ documents, clock: record.clock, owner, work, lasts: LASTS });
  const pass = (milliseconds: number): void => record.clock.set(new Date(Date.parse(record.clock.now()) + milliseconds).toISOString());
  const sizes = async (all: readonly Leases[]): Promise<number[]> => (await Promise.all(all.map((leases) => leases.mine()))).map((mine) => mine.size);
  /** Each renews as often as it takes for all to have seen the others. */
  const settled = async (all: readonly Leases[]): Promise<readonly ReadonlySet<string>[]> => {
    for (let round = 0; round < 4; round += 1) {
      for (const leases of all) await leases.mine();
      pass(LASTS / 3);
    }
    const shares = [];
    for (const leases of all) shares.push(await leases.mine());
    return shares;
  };
  const names = (shares: readonly ReadonlySet<string>[]): string[] => shares.flatMap((share) => [...share]).sort();

  describe('workers that share their work', () => {
    it.each([1, 2, 4])('divide it evenly, and each piece has one owner: %i of them', async (count) => {
      const shares = await settled(Array.from({ length: count }, (_none, at) => leasesOf(`w${at}`)));
      expect(names(shares)).toEqual([...WORK].sort());
      for (const { size } of shares) expect(size).toBeLessThanOrEqual(Math.ceil(WORK.length / count));
    });

    it.each([2, 3])('divide it by weight, the dearest alone where it is a share: %i of them', async (count) => {
      const weights = new Map([['work 0', 17], ['work 1', 4]]);
      const all = Array.from({ length: count }, (_none, at) => new Leases({ documents, clock: record.clock, owner: `w${at}`, work: WORK, lasts: LASTS, weights }));
      const shares = await settled(all);
      expect(names(shares)).toEqual([...WORK].sort());
      const total = 17 + 4 + WORK.length - 2;
      const loads = shares.map((share) => [...share].reduce((sum, key) => sum + (weights.get(key) ?? 1), 0));
      for (const load of loads) expect(load).toBeLessThanOrEqual(Math.max(17, Math.ceil(total / count)));
      expect(shares.find((share) => share.has('work 0'))?.size).toBe(count === 2 ? 3 : 1);
    });

    it('never hold the same piece, though they reach for it at the same moment', async () => {
      const all = Array.from({ length: 4 }, (_none, at) => leasesOf(`w${at}`));
      const shares = await Promise.all(all.map((leases) => leases.mine()));
      expect(new Set(names(shares)).size).toBe(names(shares).length);
    });

    it('take over what a killed one held once its leases have run out, not before', async () => {
      const [one, two] = [leasesOf('one'), leasesOf('two')];
      const [, held] = await settled([one, two]);
      expect(held?.size).toBe(9);
      pass(LASTS / 3);
      expect(await sizes([one])).toEqual([9]);
      pass(LASTS);
      expect(await sizes([one])).toEqual([18]);
    });

    it('hand over at once what one of them leaves', async () => {
      const [one, two] = [leasesOf('one'), leasesOf('two')];
      await settled([one, two]);
      await two.release();
      pass(LASTS / 3);
      expect(await sizes([one])).toEqual([18]);
    });

    it('ask the store only when a third of the lease is over', async () => {
      let scans = 0;
      const counted: Pick<DocumentStore, 'declare' | 'scan' | 'write'> = {
        declare: (...given) => documents.declare(...given),
        write: (...given) => documents.write(...given),
        scan: (name) => {
          scans += 1;
          return documents.scan(name);
        },
      };
      const leases = new Leases({ documents: counted, clock: record.clock, owner: 'one', work: WORK, lasts: LASTS });
      await Promise.all([leases.mine(), leases.mine()]);
      pass(LASTS / 3 - 1);
      await leases.mine();
      expect(scans).toBe(1);
      pass(1);
      await leases.mine();
      expect(scans).toBe(2);
    });
  });

  describe('a worker', () => {
    it('leaves alone what another holds', async () => {
      await leasesOf('other', TALLY_WORK).mine();
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1, tells: 'b', closesAt: '2026-03-01T16:00:00.000Z' } });
      const { worker, views } = record.newWorker({ leases: leasesOf('late', TALLY_WORK) });
      await worker.settle();
      expect(await readLog(record.runtime.store)).toHaveLength(1);
      expect((await views.lag()).map(({ position }) => position)).toEqual([undefined, undefined]);
      pass(LASTS);
      await worker.settle();
      expect((await readLog(record.runtime.store)).map(({ stream, type }) => `${stream} ${type}`)).toEqual(['tally-a TallyRaised', 'tally-b TallyRaised', 'tally-a TallyClosed']);
    });

    it.each([2, 4])('is killed and taken over, one of %i: documents equal the rebuild, and nothing happens twice', async (count) => {
      const workers = Array.from({ length: count }, (_none, at) => record.newWorker({ leases: leasesOf(`w${at}`, TALLY_WORK) }).worker);
      const rounds = 6;
      for (let round = 0; round < rounds; round += 1) {
        for (const target of ['a', 'b']) await record.send({ name: 'RaiseTally', target, body: { by: 1, tells: `${target}-told` } });
        // Whoever is killed never runs again; its leases run out while the others go on.
        if (round === 3) workers.shift();
        pass(LASTS / 2);
        await Promise.all(workers.map((worker) => worker.settle()));
      }
      pass(LASTS);
      for (const worker of workers) await worker.settle();
      const told = (await readLog(record.runtime.store)).filter(({ stream }) => stream.endsWith('-told'));
      expect(told).toHaveLength(2 * rounds);
      const view = record.view as unknown as View<object>;
      expect(await verifyView(record.runtime, view)).toMatchObject({ documents: 5, equal: true });
      const checkpoint = await documents.checkpoint((await documents.pointer(pointerOf(view))) ?? '');
      expect(checkpoint?.position).toBe(await record.runtime.store.head());
    });
  });
});
