import { createRequire } from 'node:module';
import { DECIDERS } from '#libs/record/deciders';
import { UPCASTERS } from '#libs/record/record';
import type { JsonSchema } from '#libs/record/schema-changes';

/** A schema as it is kept: it describes the `data` of one event type in one version, and it is closed. */
export interface EventSchema extends JsonSchema {
  readonly $schema: string;
  /** `urn:dudao:event:<type>:v<n>`: the same on every server. */
  readonly $id: string;
  /** The Chinese name. */
  readonly title: string;
  readonly description: string;
  /** Data of this version as it was once stored, from test/recorded-events. */
  readonly examples: readonly object[];
}

export const BASIS: Readonly<Record<string, readonly string[]>> = Object.assign({}, ...DECIDERS.map(({ basis }) => basis));

/** Every stored name of the record, in alphabetical order. */
export const EVENT_TYPES: readonly string[] = Object.keys(BASIS).sort();

/** 1 to the current version. */
export const versionsOf = (type: string): readonly number[] => Array.from({ length: UPCASTERS.currentVersion(type) }, (_, index) => index + 1);

export const schemaFile = (type: string, version: number): string => `${type}.v${version}.json`;

// One file a type and version, so that a changed type is one changed file; their number is open, so they are not imported one by one.
const load = createRequire(import.meta.url);

/** The published schema. Throws where there is none. */
export const schemaOf = (type: string, version: number): EventSchema => load(`#libs/record/event-schemas/${schemaFile(type, version)}`) as EventSchema;
