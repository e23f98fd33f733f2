import { globSync, readFileSync } from 'node:fs';
import type { EventMeta, RecordedEvent } from '#libs/event-sourcing/event';
import type { StoredEvent } from '#libs/proof/hash-chain';

export const FOLDER = 'test/recorded-events';
export const HEADS = `${FOLDER}/heads.json`;

/** Stream, then the revision and hash of its last event: whoever changes a line, adds one in between or cuts one off, changes these. */
export type Heads = Readonly<Record<string, readonly [revision: number, hash: string]>>;

/** The lines as they were written, one file a category, whole streams from their first event. */
export const readRecorded = (): readonly StoredEvent[] =>
  globSync(`${FOLDER}/*.ndjson`).sort().flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as StoredEvent));

export const asRecorded = (line: StoredEvent): RecordedEvent => ({
  ...line,
  data: JSON.parse(line.dataText) as object,
  meta: JSON.parse(line.metaText) as EventMeta,
  position: '',
});

export const headsOf = (lines: readonly StoredEvent[]): Heads =>
  Object.fromEntries(lines.map((line) => [line.stream, [line.revision, asRecorded(line).meta.hash]] as const));

/** `AgencyRegistered v1` */
export const kindOf = (line: StoredEvent): string => `${line.type} v${asRecorded(line).meta.schemaVersion}`;
