/**
 * A body as BSON keeps it, readable for whoever looks into the database. What JSON may say and BSON may not is escaped:
 * member names that read as an operator or a path (`$set`, `a.b`) or hold a zero byte, and halves of surrogate pairs, of which
 * UTF-8 has none.
 */
type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

const UNSAFE = /[%.\0]|^\$|\p{Surrogate}/gu;
const HALF_PAIR = /%|\p{Surrogate}/gu;
/** The only member of an object that stands for an escaped text. No escaped name is a `%` alone. */
const ESCAPED = '%';

const escape = (text: string, unsafe: RegExp): string => text.replace(unsafe, (found) => `%${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
const unescape = (text: string): string => text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** As it is now, by the rules of JSON: a later change of the body changes nothing. */
export const toBson = (body: object): object => encode(JSON.parse(JSON.stringify(body)) as Json) as object;

export const fromBson = <D>(bson: object): D => decode(bson as Json) as D;

function encode(value: Json): Json {
  if (typeof value === 'string') return value.isWellFormed() ? value : { [ESCAPED]: escape(value, HALF_PAIR) };
  return mapped(value, encode, (name) => escape(name, UNSAFE));
}

function decode(value: Json): Json {
  const text = escapedText(value);
  return text === undefined ? mapped(value, decode, unescape) : unescape(text);
}

const escapedText = (value: Json): string | undefined => {
  const text = typeof value === 'object' && value !== null && ESCAPED in value ? value[ESCAPED] : undefined;
  return typeof text === 'string' ? text : undefined;
};

/** `Object.fromEntries` defines members, so that one called `__proto__` is a member like any other. */
function mapped(value: Json, each: (value: Json) => Json, name: (name: string) => string): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(each);
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [name(member), each(inner)]));
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
