import type { EventMeta, RecordedEvent } from '#libs/event-sourcing/event';
import { cloudEventType, releasedSchemaPath, schemaPath } from '#libs/record/cloud-event';
import { BASIS, EVENT_TYPES, type EventSchema, schemaOf, versionsOf } from '#libs/record/event-schemas';
import { isForOverseers, OUTGOING } from '#libs/record/feeds';
import { DECIDERS } from '#libs/record/deciders';
import { UPCASTERS } from '#libs/record/record';
import { releasedSchema } from '#libs/record/released-schema';
import { tell } from '#libs/record/tellings';
import { type CatalogueRule, catalogueRule } from '#libs/regulation/rules-catalogue';

export interface CatalogVersion {
  readonly version: number;
  /** `type` of the event as a CloudEvent. */
  readonly cloudEventType: string;
  /** Path of the schema by itself. */
  readonly path: string;
  readonly schema: EventSchema;
  /** Data that was once stored, of made-up people and places. */
  readonly example: object;
  /** What a reader is told of the example. */
  readonly sentence: string;
}

/** One kind of fact that the record can hold. */
export interface CatalogEntry {
  readonly type: string;
  /** In Chinese. */
  readonly name: string;
  readonly description: string;
  /** Category of the streams that hold it. */
  readonly category: string;
  /** The version in which it is written today. */
  readonly version: number;
  /** Rules of the Measures that the fact rests on. */
  readonly basis: readonly Pick<CatalogueRule, 'id' | 'article' | 'quotes'>[];
  readonly versions: readonly CatalogVersion[];
  /** What the feed delivers of it. */
  readonly feed: Delivered | Withheld;
}

export interface Delivered {
  /** Path of the schema of what is delivered. */
  readonly path: string;
  readonly schema: EventSchema;
  /** It is delivered to those who oversee alone, to no service. */
  readonly isForOverseers: boolean;
}

export interface Withheld {
  /** Why it stays inside, in Chinese. */
  readonly withheld: string;
}

export interface Catalog {
  readonly items: readonly CatalogEntry[];
}

const categoryOfType = (type: string): string => DECIDERS.find(({ basis }) => type in basis)?.category ?? '';

function sentenceOf(type: string, version: number, data: object): string {
  const meta = { schemaVersion: String(version) } as EventMeta;
  return tell(UPCASTERS.upcast({ type, data, meta, stream: `${categoryOfType(type)}-1` } as RecordedEvent));
}

function versionOf(type: string, version: number): CatalogVersion {
  const schema = schemaOf(type, version);
  const example = schema.examples[0] ?? {};
  return { version, cloudEventType: cloudEventType(type, version), path: schemaPath(type, version), schema, example, sentence: sentenceOf(type, version, example) };
}

const basisOf = (type: string): CatalogEntry['basis'] =>
  (BASIS[type] ?? []).flatMap((id) => {
    const rule = catalogueRule(id);
    return rule === undefined ? [] : [{ id, article: rule.article, quotes: rule.quotes }];
  });

function feedOf(type: string, version: number): Delivered | Withheld {
  const schema = releasedSchema(type, version);
  return schema === undefined ? { withheld: String(OUTGOING[type]) } : { path: releasedSchemaPath(type, version), schema, isForOverseers: isForOverseers(type) };
}

function entryOf(type: string): CatalogEntry {
  const versions = versionsOf(type).map((version) => versionOf(type, version));
  const { title = '', description = '' } = versions.at(-1)?.schema ?? {};
  const version = versions.length;
  return { type, name: title, description, category: categoryOfType(type), version, basis: basisOf(type), versions, feed: feedOf(type, version) };
}

let catalog: Catalog | undefined;

/** Every event type in alphabetical order. It changes with the program only, so it is made once. */
export const eventCatalog = (): Catalog => (catalog ??= { items: EVENT_TYPES.map(entryOf) });
