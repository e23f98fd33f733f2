import type { Batch } from '#libs/event-sourcing/event-batch';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import { AppendOutcomeUnknown, type Appended, CorruptedIdempotency, type Expected, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { type Connection, WrongVersion } from '#libs/eventstoredb/connection';
import { positionText } from '#libs/eventstoredb/position';
import type { EventReader } from '#libs/eventstoredb/read';
import type { StreamNames } from '#libs/eventstoredb/stream-names';

/** The writing half of the store. The server itself recognises events that it has; it does not say that it did. */
export class EventAppender {
  /** Appends under way, by what makes two of them the same. */
  private readonly underWay = new Map<string, Promise<Appended>>();
  /** An event that the server places no further than here was there before it was sent. Unknown while an append may be on its way. */
  private knownEnd: bigint | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    private readonly reader: EventReader,
  ) {}

  /** @throws WrongExpectedRevision, CorruptedIdempotency, AppendOutcomeUnknown */
  async append(batch: Batch): Promise<Appended> {
    const same = JSON.stringify([batch.stream, batch.first, batch.events.map(({ id }) => id)]);
    const earlier = this.underWay.get(same);
    if (earlier !== undefined) return { ...(await earlier), repeated: true };
    const sent = this.send(batch).finally(() => this.underWay.delete(same));
    this.underWay.set(same, sent);
    return sent;
  }

  private async send(batch: Batch): Promise<Appended> {
    try {
      return await this.write(batch);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.knownEnd = undefined;
      throw new AppendOutcomeUnknown(batch.stream, error);
    }
  }

  private async write(batch: Batch): Promise<Appended> {
    const end = this.knownEnd ?? this.learnEnd(await this.reader.endOfServer());
    try {
      const { revision, position } = await this.connection.append(this.names.onServer(batch.stream), batch.expected, batch.events);
      if (position === undefined || position.commit <= end) return await this.repeated(batch, revision);
      this.learnEnd(position.commit);
      return { revision, position: positionText(position), repeated: false };
    } catch (error) {
      if (error instanceof WrongVersion) return this.repeated(batch, error.actual);
      throw error;
    }
  }

  /** The server answers the same whether it has none of the events or a part of them: what is stored tells. */
  private async repeated({ stream, expected, first, events }: Batch, actual: Expected): Promise<Appended> {
    const stored: RecordedEvent[] = [];
    for await (const event of this.reader.readStream(stream, { from: first, max: events.length })) stored.push(event);
    const last = stored.at(-1);
    const same = events.filter(({ id }, index) => stored[index]?.id === id).length;
    if (same === 0 || last === undefined) throw new WrongExpectedRevision(stream, expected, actual);
    if (same < events.length) throw new CorruptedIdempotency(stream);
    return { revision: last.revision, position: last.position, repeated: true };
  }

  private learnEnd(commit: bigint): bigint {
    if (this.knownEnd === undefined || this.knownEnd < commit) this.knownEnd = commit;
    return this.knownEnd;
  }
}
