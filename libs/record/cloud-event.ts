import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';

/**
 * An event of the record as CloudEvents 1.0 (https://github.com/cloudevents/spec), in the JSON format. `revision` and the
 * members after it are extension attributes: lower-case letters only, values that are text or 32-bit integers.
 */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The event's own id: what is delivered twice bears it twice. */
  readonly id: string;
  /** The server whose record it is; with `id` it is unique. */
  readonly source: string;
  /** `fj.dudao.OpinionIssued.v1`: the stored name and the version of the data. */
  readonly type: string;
  /** The stream. */
  readonly subject: string;
  /** When it was recorded: within a stream it never runs backwards. */
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  /** Where the catalogue keeps the schema of `data`. */
  readonly dataschema: string;
  readonly data: object;
  /** Place in the stream: 0, 1, 2 … without gaps. */
  readonly revision: number;
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

/** The event in the version it is in; whoever sends it has brought it up to date. `origin` is the server's, as `https://host`. */
export function cloudEvent({ id, type, stream, revision, position, data, meta }: RecordedEvent, origin: string): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: `${origin}/v1/events`,
    type: cloudEventType(type, meta.schemaVersion),
    subject: stream,
    time: meta.recordedAt,
    datacontenttype: 'application/json',
    dataschema: `${origin}${schemaPath(type, meta.schemaVersion)}`,
    data,
    revision,
    position,
    occurredat: meta.occurredAt,
    area: meta.area,
    basis: meta.basis,
    causationid: meta.causationId,
    correlationid: meta.correlationId,
  };
}
