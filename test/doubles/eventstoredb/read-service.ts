import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Faults, isRefusal, refusal } from '#test/doubles/eventstoredb/faults';
import type { ServerLog, Stored } from '#test/doubles/eventstoredb/server-log';

type Answers = ServerWritableStream<ReadReq, ReadResp>;
/** Behind every position. */
const END = 2n ** 62n;

type Options = NonNullable<ReturnType<ReadReq['getOptions']>>;

/** The `Read` call, which is four: a stream or the whole log, what is there or what comes. */
export class ReadService {
  private readonly subscriptions = new Set<Answers>();

  constructor(
    private readonly log: ServerLog,
    private readonly faults: Faults,
    private readonly port: () => number,
  ) {}

  readonly read: handleServerStreamingCall<ReadReq, ReadResp> = (call) => {
    const options = call.request.getOptions();
    if (options === undefined) throw new Error('a reading without options');
    const misfortune = this.faults.next(options.hasSubscription() ? 'subscribe' : 'read');
    if (misfortune === 'silent') return;
    if (isRefusal(misfortune)) call.emit('error', refusal(misfortune, this.port()));
    else if (options.hasSubscription()) this.subscribe(call, options, misfortune === 'ends');
    else this.answer(call, options, misfortune === 'ends');
  };

  drop(misfortune: 'ends' | 'unavailable'): number {
    const dropped = [...this.subscriptions];
    for (const call of dropped) {
      if (misfortune === 'ends') call.end();
      else call.emit('error', refusal(misfortune, this.port()));
    }
    return dropped.length;
  }

  private answer(call: Answers, options: Options, halfWay: boolean): void {
    const stream = streamOf(options);
    if (stream !== undefined && this.log.inStream(stream).length === 0) {
      const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
      call.write(new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier)));
    }
    const found = stream === undefined ? this.inAll(options) : inStream(this.log.inStream(stream), options);
    for (const event of halfWay ? found.slice(0, found.length / 2) : found) call.write(response(event));
    call.end();
  }

  /** Forwards from the position, backwards from before it. */
  private inAll(options: Options): readonly Stored[] {
    const all = options.getAll();
    const count = Number(options.getCount());
    const position = BigInt(all?.getPosition()?.getCommitPosition() ?? (all?.hasEnd() === true ? END : 0));
    return backwards(options) ? this.log.before(position, count) : this.log.from(position, count);
  }

  /** Starts behind the position; what it leaves out it does not speak of. */
  private subscribe(call: Answers, options: Options, atOnce: boolean): void {
    const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
    const after = BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? '-1');
    const tell = (event: Stored): void => {
      if (prefixes.some((prefix) => event.stream.startsWith(prefix))) call.write(response(event));
    };
    call.write(new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID())));
    if (atOnce) {
      call.end();
      return;
    }
    for (const event of this.log.from(after + 1n, Infinity)) tell(event);
    const stop = this.log.listen(tell);
    this.subscriptions.add(call);
    call.once('close', () => this.subscriptions.delete(call) && stop());
    call.once('cancelled', () => this.subscriptions.delete(call) && stop());
  }
}

const backwards = (options: Options): boolean => options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

function streamOf(options: Options): string | undefined {
  const name = options.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
  return name === undefined ? undefined : Buffer.from(name).toString('utf8');
}

function inStream(events: readonly Stored[], options: Options): readonly Stored[] {
  const stream = options.getStream();
  const count = Number(options.getCount());
  const start = stream?.hasEnd() === true ? events.length - 1 : 0;
  const from = stream?.hasRevision() === true ? Number(stream.getRevision()) : start;
  return backwards(options) ? events.slice(Math.max(0, from + 1 - count), from + 1).toReversed() : events.slice(from, from + count);
}

function response(event: Stored): ReadResp {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(event.stream)))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.meta);
  recorded.getMetadataMap().set('type', event.type).set('content-type', event.contentType).set('created', '0');
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}
