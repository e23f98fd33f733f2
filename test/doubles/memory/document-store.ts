import { assertEachKeyOnce, assertFind, assertMembers, assertMembersDeclared, UnknownCollection } from '#libs/event-sourcing/document-request';
import { type Checkpoint, CheckpointOfAnotherLog, type Count, type DocumentStore, type DocumentWrite, type Find, type Scalar, type StoredDocument } from '#libs/event-sourcing/document-store';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import { StoreClosed } from '#libs/event-sourcing/store-error';

class Kept {
  private read: Readonly<Record<string, Scalar>> | undefined;

  constructor(readonly key: string, readonly position: GlobalPosition, readonly text: string | null) {}

  /** The text as it was read once: what queries look at; nobody is given it. */
  get members(): Readonly<Record<string, Scalar>> {
    return (this.read ??= JSON.parse(this.text ?? '{}') as Record<string, Scalar>);
  }
}

interface Collection {
  readonly declared: Set<string>;
  readonly documents: Map<string, Kept>;
}

/** What stays of documents when their store is closed. */
export class MemoryDocuments {
  readonly collections: Map<string, Collection>;
  readonly checkpoints: Map<string, Checkpoint>;
  readonly pointers: Map<string, string>;

  /** @param copied documents that the new ones go on from, on their own */
  constructor(copied?: MemoryDocuments) {
    this.collections = new Map([...(copied?.collections ?? [])].map(([name, { declared, documents }]) => [name, { declared: new Set(declared), documents: new Map(documents) }]));
    this.checkpoints = new Map(copied?.checkpoints);
    this.pointers = new Map(copied?.pointers);
  }
}

const stored = <D>({ key, position, text }: Kept): StoredDocument<D> => ({ key, position, body: text === null ? null : (JSON.parse(text) as D) });

/** A missing member comes before all others. */
function order(one: Scalar | undefined, other: Scalar | undefined): number {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
  return one < other ? -1 : 1;
}

const within = ({ members }: Kept, { member, from, to }: NonNullable<Find['range']>): boolean => {
  const value = members[member];
  const between = (low: Scalar | undefined, high: Scalar | undefined): boolean => low !== undefined && high !== undefined && order(low, high) <= 0;
  return (from === undefined || between(from, value)) && (to === undefined || between(value, to));
};

const fits = (kept: Kept, { where = {}, range }: Count): boolean =>
  kept.text !== null && Object.entries(where).every(([member, wanted]) => kept.members[member] === wanted) && (range === undefined || within(kept, range));

/** Documents without a disk, for histories that would otherwise mostly open and close files. */
export class MemoryDocumentStore implements DocumentStore {
  private closed = false;

  constructor(private readonly kept: MemoryDocuments) {}

  private get open(): MemoryDocuments {
    if (this.closed) throw new StoreClosed();
    return this.kept;
  }

  private collection(name: string): Collection {
    const found = this.open.collections.get(name);
    if (found === undefined) throw new UnknownCollection(name);
    return found;
  }

  async declare(name: string, indexes: readonly string[]): Promise<void> {
    assertMembers(indexes);
    const { declared = new Set<string>(), documents = new Map<string, Kept>() } = this.open.collections.get(name) ?? {};
    for (const member of indexes) declared.add(member);
    this.open.collections.set(name, { declared, documents });
  }

  async get<D = object>(name: string, keys: readonly string[]): Promise<readonly StoredDocument<D>[]> {
    const { documents } = this.collection(name);
    return keys.flatMap((key) => {
      const kept = documents.get(key);
      return kept === undefined ? [] : [stored<D>(kept)];
    });
  }

  async find<D = object>(name: string, find: Find): Promise<readonly StoredDocument<D>[]> {
    const { declared, documents } = this.collection(name);
    assertFind(find, declared);
    const { order: by, after, limit } = find;
    const turn = by?.descending === true ? -1 : 1;
    type Place = readonly [value: Scalar | undefined, key: string];
    const place = ({ key, members }: Kept): Place => [by === undefined ? undefined : members[by.member], key];
    const compare = (one: Place, other: Place): number => turn * (order(one[0], other[0]) || order(one[1], other[1]));
    const found = [...documents.values()].filter((kept) => fits(kept, find) && (after === undefined || compare(place(kept), [after.value, after.key]) > 0));
    return found.toSorted((one, other) => compare(place(one), place(other))).slice(0, limit).map((kept) => stored<D>(kept));
  }

  async count(name: string, count: Count): Promise<number> {
    const { declared, documents } = this.collection(name);
    assertMembersDeclared(count, declared);
    return [...documents.values()].filter((kept) => fits(kept, count)).length;
  }

  async *scan<D = object>(name: string): AsyncGenerator<StoredDocument<D>, void> {
    const { documents } = this.collection(name);
    for (const key of [...documents.keys()].toSorted()) yield stored<D>(documents.get(key) as Kept);
  }

  async write(name: string, writes: readonly DocumentWrite[]): Promise<readonly string[]> {
    assertEachKeyOnce(writes);
    const texts = writes.map(({ body, ...rest }) => ({ ...rest, text: body === null ? null : JSON.stringify(body) }));
    await Promise.resolve();
    const { documents } = this.collection(name);
    const [missed, written] = [texts.filter(({ key, loaded }) => documents.get(key)?.position !== loaded), texts.filter(({ key, loaded }) => documents.get(key)?.position === loaded)];
    for (const { key, position, text } of written) documents.set(key, new Kept(key, position, text));
    return missed.map(({ key }) => key);
  }

  async drop(name: string): Promise<void> {
    this.open.collections.delete(name);
  }

  async checkpoint(name: string): Promise<Checkpoint | undefined> {
    return this.open.checkpoints.get(name);
  }

  async saveCheckpoint(name: string, checkpoint: Checkpoint): Promise<void> {
    const kept = this.open.checkpoints.get(name);
    if (kept !== undefined && kept.storeId !== checkpoint.storeId) throw new CheckpointOfAnotherLog(name, kept.storeId, checkpoint.storeId);
    if (kept === undefined || kept.position < checkpoint.position) this.open.checkpoints.set(name, checkpoint);
  }

  async dropCheckpoint(name: string): Promise<void> {
    this.open.checkpoints.delete(name);
  }

  async pointer(name: string): Promise<string | undefined> {
    return this.open.pointers.get(name);
  }

  async movePointer(name: string, expected: string | undefined, next: string): Promise<boolean> {
    if (this.open.pointers.get(name) !== expected) return false;
    this.open.pointers.set(name, next);
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
