import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import type { Fact, NewEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';

// Nothing is loaded before the first event: every spec passes by here, most have none.
const load = createRequire(import.meta.url);
const FOLDER = 'libs/record/event-schemas';
const compiled = new Map<string, ValidateFunction>();
let engine: Ajv | undefined;
let latest: ReadonlyMap<string, number> | undefined;

function newEngine(): Ajv {
  const { Ajv: AjvOf } = load('ajv') as typeof import('ajv');
  const formats = load('ajv-formats') as typeof import('ajv-formats').default;
  const made = new AjvOf({ strict: true, allErrors: true });
  formats(made);
  return made;
}

function latestVersions(): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  for (const file of readdirSync(FOLDER)) {
    const [type = '', version = ''] = file.split(/\.v|\.json/);
    versions.set(type, Math.max(versions.get(type) ?? 0, Number(version)));
  }
  return versions;
}

/** What is wrong with the data of an event; undefined: nothing, or the record does not know the type. Compiles once. */
export function eventFault(type: string, data: object, version?: number): string | undefined {
  latest ??= latestVersions();
  const newest = latest.get(type);
  if (newest === undefined) return undefined;
  engine ??= newEngine();
  const key = `${type}.v${version ?? newest}`;
  const validate = compiled.get(key) ?? engine.compile(load(`#${FOLDER}/${key}.json`) as object);
  compiled.set(key, validate);
  return validate(data) ? undefined : `${key}: ${engine.errorsText(validate.errors)}`;
}

/** @throws where a fact is not what its published schema says. */
export function checkFact({ type, data, meta }: Fact & Partial<Pick<NewEvent, 'meta'>>): void {
  const fault = eventFault(type, data, meta && Number(meta.schemaVersion));
  if (fault !== undefined) throw new Error(`the type lies, ${fault}`);
}

/** The store, refusing events that are not what their published schemas say. */
export function checkingAppends<S extends EventStore>(store: S): S {
  const append = store.append.bind(store);
  store.append = async (stream, expected, events) => {
    for (const event of events) checkFact(event);
    return append(stream, expected, events);
  };
  return store;
}
