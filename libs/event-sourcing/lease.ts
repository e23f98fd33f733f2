import { createHash } from 'node:crypto';
import { type Clock, later } from '#libs/event-sourcing/clock';
import type { DocumentStore, DocumentWrite, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Instant } from '#libs/event-sourcing/event';

/** Who does a piece of work, and until when others keep off it. */
interface Lease {
  readonly owner: string;
  readonly until: Instant;
}

export interface LeaseParts {
  readonly documents: Pick<DocumentStore, 'declare' | 'scan' | 'write'>;
  readonly clock: Clock;
  /** Name of this worker: no other has it, also none that ran before. */
  readonly owner: string;
  /** Pieces of work that the workers divide among themselves. */
  readonly work: readonly string[];
  /** How much of the work a piece is: 1 unless said. */
  readonly weights?: ReadonlyMap<string, number>;
  /** Those who divide this work: who does other work counts not among them. */
  readonly crew?: string;
  /** Milliseconds that a lease lasts; renewed after a third of it. */
  readonly lasts?: number;
}

const COLLECTION = 'leases';
const LASTS = 15_000;
/** Places of a crew: who holds one is there. As many as will ever share a record. */
const PLACES = 32;

/**
 * Divides the work among the workers that are there, each about the same share by weight. A lease is a document that is replaced
 * by compare-and-set; each replacement has the next number. Leases spare work and nothing else: two workers that both
 * believe they hold one, since clocks differ or one was paused, do the same work twice, and the guards of what is
 * written let it take effect once.
 */
export class Leases {
  private held: { readonly work: ReadonlySet<string>; readonly renewAt: Instant } | undefined;
  private renewal: Promise<ReadonlySet<string>> | undefined;
  private readonly places: readonly string[];

  constructor(private readonly parts: LeaseParts) {
    this.places = Array.from({ length: PLACES }, (_none, at) => `${parts.crew ?? 'worker'}:${at}`);
  }

  /** The work that is this worker's now. Asks the store when a third of the lease is over. */
  async mine(): Promise<ReadonlySet<string>> {
    if (this.held !== undefined && this.parts.clock.now() < this.held.renewAt) return this.held.work;
    this.renewal ??= this.renew().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  /** Leaves the work to the others at once. */
  async release(): Promise<void> {
    if (this.held === undefined) return;
    this.held = undefined;
    const leases = await this.leases();
    await this.replace(leases, [...leases.values()].filter((lease) => lease.body?.owner === this.parts.owner).map(({ key }) => [key, 0]));
  }

  private async renew(): Promise<ReadonlySet<string>> {
    const { clock, work, lasts = LASTS } = this.parts;
    await this.parts.documents.declare(COLLECTION, []);
    const now = clock.now();
    const leases = await this.leases();
    const { keep, leave } = this.divide(leases, now);
    const missed = await this.replace(leases, [...keep.map((key) => [key, lasts] as const), ...leave.map((key) => [key, 0] as const)]);
    const mine = new Set(work.filter((key) => keep.includes(key) && !missed.includes(key)));
    this.held = { work: mine, renewAt: later(now, lasts / 3) };
    return mine;
  }

  /** Keeps at most its share, and takes what nobody holds up to it. */
  private divide(leases: Leased, now: Instant): { readonly keep: readonly string[]; readonly leave: readonly string[] } {
    const { owner, work } = this.parts;
    const { places } = this;
    const holder = (key: string): string | undefined => {
      const lease = leases.get(key)?.body;
      return lease !== null && lease !== undefined && lease.until > now ? lease.owner : undefined;
    };
    const place = places.find((key) => holder(key) === owner) ?? places.find((key) => holder(key) === undefined);
    const present = places.filter((key) => key === place || holder(key) !== undefined).length;
    const share = work.reduce((sum, key) => sum + this.weightOf(key), 0) / present;
    const mine = this.dearestFirst(work.filter((key) => holder(key) === owner));
    // Workers that start together reach for different work first.
    const free = this.dearestFirst(inOrderOf(owner, work.filter((key) => holder(key) === undefined)));
    const taken = this.upTo(share, [...mine, ...free]);
    return { keep: [...(place === undefined ? [] : [place]), ...taken], leave: mine.filter((key) => !taken.includes(key)) };
  }

  private weightOf(key: string): number {
    return this.parts.weights?.get(key) ?? 1;
  }

  private dearestFirst(keys: readonly string[]): readonly string[] {
    return keys.toSorted((one, other) => this.weightOf(other) - this.weightOf(one));
  }

  /**
   * Those that fit in the share, the first in any case; then, below the share, the lightest of the rest: as long as a
   * piece is free somebody is below the share, and takes it.
   */
  private upTo(share: number, keys: readonly string[]): readonly string[] {
    let sum = 0;
    const taken = keys.filter((key) => {
      const fits = sum === 0 || sum + this.weightOf(key) <= share;
      if (fits) sum += this.weightOf(key);
      return fits;
    });
    const [lightest] = keys.filter((key) => !taken.includes(key)).toSorted((one, other) => this.weightOf(one) - this.weightOf(other));
    return lightest === undefined || sum >= share ? taken : [...taken, lightest];
  }

  private async leases(): Promise<Leased> {
    const leases = new Map<string, StoredDocument<Lease>>();
    for await (const lease of this.parts.documents.scan<Lease>(COLLECTION)) leases.set(lease.key, lease);
    return leases;
  }

  /** Returns the keys that another worker replaced first. */
  private replace(leases: Leased, wanted: readonly (readonly [key: string, lasts: number])[]): Promise<readonly string[]> {
    const { clock, owner, documents } = this.parts;
    const writes = wanted.map(([key, lasts]): DocumentWrite<Lease> => {
      const loaded = leases.get(key)?.position;
      return { key, loaded, position: next(loaded), body: { owner, until: later(clock.now(), lasts) } };
    });
    return documents.write(COLLECTION, writes);
  }
}

type Leased = ReadonlyMap<string, StoredDocument<Lease>>;

/** Positions of leases count their replacements. */
const next = (position: string | undefined): string => String(Number(position ?? 0) + 1).padStart(20, '0');

const inOrderOf = (owner: string, keys: readonly string[]): readonly string[] => {
  const rank = (key: string): string => createHash('sha256').update(`${owner} ${key}`).digest('hex');
  return keys.map((key) => [rank(key), key] as const).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, key]) => key);
};
