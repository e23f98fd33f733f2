import fc from 'fast-check';
import type { DocumentStore, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Opened } from '#test/support/opened-store';
import { position } from '#test/support/position';

interface Counted {
  readonly sum: number;
  readonly folded: readonly number[];
}
interface Step {
  readonly worker: 0 | 1;
  /** Events to take, or how far to fall back as after a crash. */
  readonly take: number;
  readonly fallBack: number;
}

/** A server across a socket is slower than a file. */
const PATIENCE_MS = 60_000;
const KEYS = ['a', 'b', 'c'];
const EVENTS = Array.from({ length: 20 }, (_, index) => ({ at: index + 1, key: KEYS[(index * index) % 3] ?? 'a', amount: index * 3 - 7 }));

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ worker: fc.constantFrom<0 | 1>(0, 1), take: fc.integer({ min: 1, max: 7 }), fallBack: fc.integer({ min: 0, max: 6 }) }),
  { minLength: 1, maxLength: 30 },
);

const foldOne = (document: StoredDocument<Counted> | undefined, key: string, events: typeof EVENTS): StoredDocument<Counted> | undefined => {
  const fresh = events.filter((event) => event.key === key && position(event.at) > (document?.position ?? ''));
  const last = fresh.at(-1);
  if (last === undefined) return undefined;
  const before = document?.body ?? { sum: 0, folded: [] };
  return {
    key,
    position: position(last.at),
    body: { sum: before.sum + fresh.reduce((sum, { amount }) => sum + amount, 0), folded: [...before.folded, ...fresh.map(({ at }) => at)] },
  };
};

/** A worker between loading and writing: what it loaded may be old by the time it writes. */
class Worker {
  private next = 0;
  private batch: typeof EVENTS = [];
  private loaded = new Map<string, StoredDocument<Counted>>();

  constructor(private readonly store: DocumentStore, private readonly collection: string) {}

  get done(): boolean {
    return this.next >= EVENTS.length && this.batch.length === 0;
  }

  async step({ take, fallBack }: Omit<Step, 'worker'>): Promise<void> {
    if (this.batch.length > 0) return this.write();
    this.next = Math.max(0, this.next - fallBack);
    this.batch = EVENTS.slice(this.next, this.next + take);
    await this.load();
  }

  private async load(): Promise<void> {
    this.loaded = new Map((await this.store.get<Counted>(this.collection, KEYS)).map((document) => [document.key, document]));
  }

  private async write(): Promise<void> {
    const writes = KEYS.flatMap((key) => {
      const loaded = this.loaded.get(key);
      const folded = foldOne(loaded, key, this.batch);
      return folded === undefined ? [] : [{ ...folded, loaded: loaded?.position }];
    });
    const missed = await this.store.write(this.collection, writes);
    if (missed.length > 0) return this.load();
    this.next += this.batch.length;
    this.batch = [];
  }
}

export function overlappingWritersContract(opened: () => Opened<DocumentStore>): void {
  describe('two workers that fold the same events', () => {
    it('leave what one would have left, in any order, with any repetition', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (schedule) => {
          const { store } = opened();
          const collection = `fold-${(run += 1)}`;
          await store.declare(collection, []);
          const workers = [new Worker(store, collection), new Worker(store, collection)] as const;
          for (const { worker, ...step } of schedule) await workers[worker].step(step);
          for (const worker of workers) while (!worker.done) await worker.step({ take: 5, fallBack: 0 });
          const expected = KEYS.map((key) => foldOne(undefined, key, EVENTS));
          expect(await store.get(collection, KEYS)).toEqual(expected);
        }),
        { numRuns: 100 },
      );
    }, PATIENCE_MS);
  });
}
