/** The part of JSON Schema (draft-07) that types of events become: everything is inlined, every object is closed. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
}

const SAYS_NOTHING = ['$schema', '$id', 'title', 'description', 'examples'];
const UNDERSTOOD = ['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'enum', 'const'];

const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
const same = (one: unknown, other: unknown): boolean => text(one) === text(other);

/**
 * What a change of a schema takes from those who rely on it, one sentence each; none: the change keeps the version.
 * Two promises are held: what was valid stays valid, so that stored events can be read; and a member that was always
 * there stays there, in the same type. New optional members, new values of an enum and new alternatives are allowed.
 */
export function breakingChanges(before: JsonSchema, after: JsonSchema, at = ''): readonly string[] {
  if (same(before, after)) return [];
  if (before.anyOf !== undefined || after.anyOf !== undefined) return [...changedAlternatives(before, after, at), ...changedRest(before, after, at)];
  const type = same(before.type, after.type) ? [] : [`${name(at)} was ${text(before.type)}, now ${text(after.type)}`];
  return [...type, ...lostValues(before, after, at), ...changedMembers(before, after, at), ...changedElements(before, after, at), ...changedRest(before, after, at)];
}

const name = (at: string): string => (at === '' ? 'the data' : `\`${at}\``);

/** Each alternative must go on as one of the new ones; where it does not, the sentences are about the one of the same kind. */
function changedAlternatives(before: JsonSchema, after: JsonSchema, at: string): readonly string[] {
  const now = after.anyOf ?? [after];
  const goesOn = (old: JsonSchema): boolean => now.some((candidate) => breakingChanges(old, candidate).length === 0);
  return (before.anyOf ?? [before]).filter((old) => !goesOn(old)).flatMap((old) => {
    const next = now.find((candidate) => kindOf(candidate) === kindOf(old));
    return next === undefined ? [`${name(at)} could be ${kindOf(old)}, now it cannot`] : breakingChanges(old, next, at);
  });
}

/** What tells an alternative from the others: its constant members, else all of it. */
function kindOf(schema: JsonSchema): string {
  const constants = Object.entries(schema.properties ?? {}).filter(([, member]) => 'const' in member);
  return constants.length === 0 ? text(schema) : constants.map(([member, { const: value }]) => `${member} ${text(value)}`).join(', ');
}

const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined => ('const' in schema ? [schema.const] : schema.enum);

function lostValues(before: JsonSchema, after: JsonSchema, at: string): readonly string[] {
  const now = valuesOf(after);
  if (now === undefined) return valuesOf(before) === undefined ? [] : [`${name(at)} was one of ${text(valuesOf(before))}, now it is open`];
  const old = valuesOf(before);
  if (old === undefined) return [`${name(at)} was open, now it is one of ${text(now)}`];
  return old.filter((value) => !now.some((candidate) => same(value, candidate))).map((value) => `${name(at)} could be ${text(value)}, now it cannot`);
}

function changedMembers(before: JsonSchema, after: JsonSchema, at: string): readonly string[] {
  const was = new Set(before.required);
  const is = new Set(after.required);
  const old = before.properties ?? {};
  const now = after.properties ?? {};
  const path = (member: string): string => (at === '' ? member : `${at}.${member}`);
  const kept = Object.entries(old).flatMap(([member, schema]) => {
    const next = now[member];
    const before = was.has(member) ? 'required' : 'optional';
    if (next === undefined) return [`\`${path(member)}\` was ${before}, now missing`];
    const turned = was.has(member) === is.has(member) ? [] : [`\`${path(member)}\` was ${before}, now ${is.has(member) ? 'required' : 'optional'}`];
    return [...turned, ...breakingChanges(schema, next, path(member))];
  });
  const demanded = Object.keys(now).filter((member) => !(member in old) && is.has(member));
  return [...kept, ...demanded.map((member) => `\`${path(member)}\` is new and required`)];
}

/** Elements of an array, and members whose names are open. */
function changedElements(before: JsonSchema, after: JsonSchema, at: string): readonly string[] {
  const items = breakingChanges(before.items ?? {}, after.items ?? {}, `${at}[]`);
  const [old, now] = [before.additionalProperties, after.additionalProperties];
  if (typeof old === 'object' && typeof now === 'object') return [...items, ...breakingChanges(old, now, `${at}.*`)];
  return same(old, now) ? items : [...items, `further members of ${name(at)} were ${text(old)}, now ${text(now)}`];
}

/** A keyword that is not understood here may not change at all. */
function changedRest(before: JsonSchema, after: JsonSchema, at: string): readonly string[] {
  const [old, now] = [{ ...before }, { ...after }] as [Record<string, unknown>, Record<string, unknown>];
  const keywords = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((keyword) => ![...SAYS_NOTHING, ...UNDERSTOOD].includes(keyword));
  return keywords.filter((keyword) => !same(old[keyword], now[keyword])).map((keyword) => `${keyword} of ${name(at)} was ${text(old[keyword])}, now ${text(now[keyword])}`);
}
