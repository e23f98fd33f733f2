import { breakingChanges, type JsonSchema } from '#libs/record/schema-changes';

/** Texts of schemas by `<Type> v<n>`. */
export type Schemas = ReadonlyMap<string, string>;

export interface SchemaSources {
  /** What the types say today, each in its current version. */
  readonly generated: Schemas;
  /** What is kept. */
  readonly kept: Schemas;
  /** What others may rely on already, where it is not what is kept. */
  readonly published: Schemas;
  /** Every type and version that the record knows. */
  readonly known: ReadonlySet<string>;
}

export interface Drift {
  /** Sentences about published versions that no longer say what they said. */
  readonly broken: readonly string[];
  /** Sentences about schemas without an event, and about events without a schema. */
  readonly unmatched: readonly string[];
  /** What is to be written. */
  readonly stale: readonly string[];
}

const parsed = (text: string): JsonSchema => JSON.parse(text) as JsonSchema;

/** How the kept schemas differ from the types. */
export function schemaDrift({ generated, kept, published, known }: SchemaSources): Drift {
  const broken = [...kept, ...published].flatMap(([name, text]) => {
    const now = generated.get(name) ?? kept.get(name);
    const changes = now === undefined ? ['was published, now there is none'] : breakingChanges(parsed(text), parsed(now));
    return changes.map((change) => `${name}: ${change}`);
  });
  const orphans = [...kept.keys()].filter((name) => !known.has(name)).map((name) => `${name}: no event of the record has this type and version`);
  const lost = [...known].filter((name) => !kept.has(name) && !generated.has(name)).map((name) => `${name}: the schema of an older version is gone`);
  const stale = [...generated].filter(([name, text]) => kept.get(name) !== text).map(([name]) => name);
  return { broken: [...new Set(broken)], unmatched: [...orphans, ...lost], stale };
}
