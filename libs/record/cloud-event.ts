import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import { outgoing } from '#libs/event-sourcing/feed';
import { mayReceive, oversees, type Receiver } from '#libs/access/feed-rights';
import { isForOverseers, membersLeaving } from '#libs/record/feeds';

/**
 * An event of the record as CloudEvents 1.0 (https://github.com/cloudevents/spec), in the JSON format. `position` and the
 * members after it are extension attributes: lower-case letters only, values that are text. The place in the stream is not
 * among them: it would count the facts that stay inside.
 */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The event's own id: what is delivered twice bears it twice. */
  readonly id: string;
  /** The log: `urn:dudao:log:<storeId>`. With `id` it is unique; positions mean nothing in another. */
  readonly source: string;
  /** `fj.dudao.OpinionIssued.v1`: the stored name and the version of the data. */
  readonly type: string;
  /** The stream. */
  readonly subject: string;
  /** When it was recorded: within a stream it never runs backwards. */
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  /** `$id` of the schema of `data`, as the catalogue has it. */
  readonly dataschema: string;
  readonly data: object;
  /** Place in the whole log: compared as text, increasing, not dense; where a reader goes on. */
  readonly position: string;
  /** When it happened. */
  readonly occurredat: Instant;
  /** Area whose jurisdiction the fact falls under. */
  readonly area: string;
  /** Rule ids the fact rests on, separated by spaces. */
  readonly basis: string;
  readonly causationid: string;
  readonly correlationid: string;
}

const PREFIX = 'fj.dudao';

export const cloudEventType = (type: string, version: number | string): string => `${PREFIX}.${type}.v${version}`;

/** Path of the schema of one version in the catalogue. */
export const schemaPath = (type: string, version: number | string): string => `/v1/catalog/${type}/v${version}`;

/** Path of the schema of what leaves. */
export const releasedSchemaPath = (type: string, version: number | string): string => `${schemaPath(type, version)}/released`;

/** `urn:dudao:event:<type>:v<n>:released`: the same on every server. */
export const releasedSchemaId = (type: string, version: number | string): string => `urn:dudao:event:${type}:v${version}:released`;

/**
 * What leaves of the event, in the version it is in: whoever sends it has brought it up to date. Undefined where it
 * stays inside. Whether the receiver may have it is another question (`releasedTo`).
 */
export function releasedEvent({ id, type, stream, position, data, meta }: RecordedEvent, storeId: string): CloudEvent | undefined {
  const members = membersLeaving(type);
  if (members === undefined) return undefined;
  return {
    specversion: '1.0',
    id,
    source: `urn:dudao:log:${storeId}`,
    type: cloudEventType(type, meta.schemaVersion),
    subject: stream,
    time: meta.recordedAt,
    datacontenttype: 'application/json',
    dataschema: releasedSchemaId(type, meta.schemaVersion),
    data: outgoing(data, members) as object,
    position,
    occurredat: meta.occurredAt,
    area: meta.area,
    basis: meta.basis,
    causationid: meta.causationId,
    correlationid: meta.correlationId,
  };
}

/** The event as the receiver may have it; undefined where they may not. */
export function releasedTo(receiver: Receiver, event: RecordedEvent, storeId: string): CloudEvent | undefined {
  const isTold = mayReceive(receiver, event) && (oversees(receiver) || !isForOverseers(event.type));
  return isTold ? releasedEvent(event, storeId) : undefined;
}
