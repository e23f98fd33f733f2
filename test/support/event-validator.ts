import { createRequire } from 'node:module';
import type { Ajv } from 'ajv';
import { EVENT_TYPES, schemaOf } from '#libs/record/event-schemas';

/** Says what is wrong with the data; undefined: it is as its schema says. */
export type Validator = (data: object) => string | undefined;

const load = createRequire(import.meta.url);
const compiled = new Map<string, Validator>();
let ajv: Ajv | undefined;

// Loaded with the first event: most specs have none.
function newAjv(): Ajv {
  const { Ajv: AjvOf } = load('ajv') as typeof import('ajv');
  const formats = load('ajv-formats') as typeof import('ajv-formats').default;
  const made = new AjvOf({ strict: true, allErrors: true, allowUnionTypes: true });
  formats(made);
  return made;
}

/** Compiled once. Undefined for a type that the record does not know. */
export function eventValidator(type: string, version: number): Validator | undefined {
  if (!EVENT_TYPES.includes(type)) return undefined;
  const key = `${type} v${version}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  ajv ??= newAjv();
  const engine = ajv;
  const isValid = engine.compile(schemaOf(type, version));
  const validator: Validator = (data) => (isValid(data) ? undefined : engine.errorsText(isValid.errors));
  compiled.set(key, validator);
  return validator;
}
