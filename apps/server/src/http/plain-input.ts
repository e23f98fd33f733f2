import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type FaultPlace, invalidInput } from '#apps/server/src/http/problem';

export const MAX_DEPTH = 32;
export const MAX_KEYS = 1_000;

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'prototype', 'constructor'];

interface Node {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

interface Finding {
  readonly pointer: string;
  readonly check: string;
  readonly detail: string;
}

/** Refuses input that no check of a single member would notice: too deep, too many keys, keys of prototypes, text that is no text. */
@Injectable()
export class PlainInput implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type !== 'custom') checkPlain(value, (pointer) => (type === 'body' ? { pointer } : { parameter: data ?? pointer.slice(1) }));
    return value;
  }
}

/** @throws HttpProblem invalid-input at the first fault */
export function checkPlain(root: unknown, placeOf: (pointer: string) => FaultPlace): void {
  const waiting: Node[] = [{ value: root, pointer: '', depth: 0 }];
  let keys = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const members = membersOf(node);
    keys += members.length;
    const finding = faultIn(node, keys);
    if (finding !== undefined) throw invalidInput([{ ...placeOf(finding.pointer), check: finding.check, detail: finding.detail }]);
    waiting.push(...members);
  }
}

function membersOf({ value, pointer, depth }: Node): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, member]) => ({ value: member, pointer: `${pointer}/${escaped(key)}`, depth: depth + 1 }));
}

function faultIn({ value, pointer, depth }: Node, keys: number): Finding | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : { pointer, check: 'isText', detail: '含有不是文字的字符' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= MAX_DEPTH) return { pointer: '', check: 'maxDepth', detail: `嵌套不得超过 ${MAX_DEPTH} 层` };
  if (keys > MAX_KEYS) return { pointer: '', check: 'maxKeys', detail: `成员不得超过 ${MAX_KEYS} 个` };
  const wrong = Object.keys(value).some((key) => FORBIDDEN_KEYS.includes(key) || !isText(key));
  return wrong ? { pointer, check: 'isPlainKey', detail: '含有不允许的成员名' } : undefined;
}

const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** RFC 6901 */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
