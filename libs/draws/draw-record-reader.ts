import { DRAW_RECORD_FORMAT, type DrawRecord } from '#libs/draws/draw-record';
import { CANDIDATE_ID, DRAW_KINDS, type Exclusion, type Replacement } from '#libs/draws/frozen-pool';
import type { Ticket } from '#libs/draws/tickets';

/** A text that is no record of a draw; the message says in Chinese what is wrong and where. */
export class DrawRecordUnreadable extends Error {
  constructor(
    /** Path of the member: `order[3].ticket`; empty for the whole text. */
    readonly at: string,
    should: string,
  ) {
    super(`抽取记录无法读取:${at === '' ? '' : `${at} `}${should}`);
    this.name = 'DrawRecordUnreadable';
  }
}

type Read<T> = (value: unknown, at: string) => T;
type Members<T> = { readonly [K in keyof T]-?: Read<Exclude<T[K], undefined>> };

const MAX_CHARACTERS = 8 * 1024 * 1024;

const refuse = (at: string, should: string): never => {
  throw new DrawRecordUnreadable(at, should);
};

const matching = (pattern: RegExp, should: string): Read<string> => (value, at) =>
  typeof value === 'string' && value.isWellFormed() && pattern.test(value) ? value : refuse(at, should);

const oneOf = <const T extends string>(...allowed: readonly T[]): Read<T> => (value, at) =>
  allowed.find((each) => each === value) ?? refuse(at, `应为 ${allowed.join(' 或 ')}`);

const hex = (bytes: number): Read<string> => matching(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `应为 ${bytes * 2} 位小写十六进制数`);

const listOf = <T>(item: Read<T>): Read<readonly T[]> => (value, at) =>
  Array.isArray(value) ? value.map((each, index) => item(each, `${at}[${index}]`)) : refuse(at, '应为列表');

const objectOf = <T extends object>(members: Members<T>, optional: readonly (keyof T)[] = []): Read<T> => (value, at) => {
  const path = (key: string): string => (at === '' ? key : `${at}.${key}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at, '应为对象');
  const given = new Map<string, unknown>(Object.entries(value));
  for (const key of given.keys()) if (!Object.hasOwn(members, key)) refuse(path(key), '不应出现');
  const entries = Object.entries<Read<unknown>>(members).flatMap(([key, read]) => {
    if (given.has(key)) return [[key, read(given.get(key), path(key))]];
    return optional.includes(key as keyof T) ? [] : refuse(path(key), '缺失');
  });
  return Object.fromEntries(entries) as T;
};

const text = matching(/^.{1,500}$/su, '应为 1 至 500 个字');
const id = matching(CANDIDATE_ID, '应为编号(字母、数字和 . _ : -)');
const code = matching(/^[A-Z][A-Z0-9_]{0,63}$/, '应为代码(大写字母、数字、下划线)');
const instant = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '应为时刻,如 2026-03-02T02:00:00.000Z');
const count: Read<number> = (value, at) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : refuse(at, '应为正整数'));

const record = objectOf<DrawRecord>(
  {
    format: oneOf(DRAW_RECORD_FORMAT),
    mode: oneOf('ECVRF'),
    serial: text,
    drawId: id,
    kind: oneOf(...DRAW_KINDS),
    purpose: text,
    scope: text,
    k: count,
    ruleVersion: text,
    replacement: objectOf<Replacement>({ serial: text, candidateId: id, reason: code }),
    preparedAt: instant,
    frozenAt: instant,
    drawnAt: instant,
    eligible: listOf(id),
    exclusions: listOf(objectOf<Exclusion>({ candidateId: id, reason: code })),
    publicKey: hex(32),
    poolDigest: hex(32),
    proof: hex(80),
    beta: hex(64),
    order: listOf(objectOf<Ticket>({ candidateId: id, ticket: hex(32) })),
    result: listOf(id),
  },
  ['replacement'],
);

/**
 * Reads a record from text that nobody vouches for. It may be spaced and escaped as it likes; unknown, missing and
 * repeated members are refused. That its content is true is for `verifyDraw` to find out.
 * @throws DrawRecordUnreadable, and nothing else
 */
export function parseDrawRecord(source: string): DrawRecord {
  if (source.length > MAX_CHARACTERS) refuse('', '文件过大');
  const value = parsed(source.replace(/^\uFEFF/, ''));
  const read = record(value, '');
  if (membersWritten(source) !== membersOf(value)) refuse('', '有重复的成员');
  return read;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return refuse('', '不是 JSON');
  }
}

/** How many members the text writes down; `JSON.parse` keeps only the last of one name. */
const membersWritten = (source: string): number => [...source.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gs)].filter(([, colon]) => colon !== undefined).length;

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, each) => sum + membersOf(each), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
