import { readFileSync } from 'node:fs';

import fc from 'fast-check';

import { drawRecordText } from '#libs/draws/draw-record';
import { DrawRecordUnreadable, parseDrawRecord } from '#libs/draws/draw-record-reader';

const example = readFileSync(new URL('draw-record.example.json', import.meta.url), 'utf8');
const plain = JSON.parse(example) as Record<string, unknown> & { readonly order: readonly object[] };

/** The message for a text that must be refused; anything but a refusal fails the test. */
function messageFor(text: string): string {
  try {
    parseDrawRecord(text);
  } catch (error) {
    expect(error).toBeInstanceOf(DrawRecordUnreadable);
    return (error as Error).message;
  }
  throw new Error('was read');
}

describe('reading a record', () => {
  it('gives back what was written, byte for byte', () => {
    expect(drawRecordText(parseDrawRecord(example))).toBe(example);
  });

  it('does not mind spacing, escapes, line ends or a byte order mark', () => {
    const compact = JSON.stringify(plain);
    const escaped = example.replaceAll('督', '\\u7763').replaceAll('\n', '\r\n');
    for (const text of [compact, escaped, `\uFEFF${example}`]) expect(parseDrawRecord(text)).toEqual(plain);
  });

  it('does without a replacement, and without nothing else', () => {
    const { replacement: _, ...rest } = plain;
    expect(parseDrawRecord(JSON.stringify(rest))).toEqual(rest);
    for (const member of Object.keys(rest)) {
      const left = Object.fromEntries(Object.entries(plain).filter(([key]) => key !== member));
      expect(messageFor(JSON.stringify(left))).toBe(`抽取记录无法读取:${member} 缺失`);
    }
  });

  it.each<[string, unknown, string]>([
    ['format', 'dudao-draw/2', 'format 应为 dudao-draw/1'],
    ['mode', 'RANDOM', 'mode 应为 ECVRF'],
    ['kind', 'X', 'kind 应为 SUPERVISOR 或 TARGET'],
    ['k', '2', 'k 应为正整数'],
    ['k', 1e300, 'k 应为正整数'],
    ['k', -1, 'k 应为正整数'],
    ['proof', String(plain['proof']).toUpperCase(), 'proof 应为 160 位小写十六进制数'],
    ['publicKey', null, 'publicKey 应为 64 位小写十六进制数'],
    ['purpose', 'x'.repeat(501), 'purpose 应为 1 至 500 个字'],
    ['purpose', '\ud800', 'purpose 应为 1 至 500 个字'],
    ['frozenAt', '2026-03-02', 'frozenAt 应为时刻,如 2026-03-02T02:00:00.000Z'],
    ['eligible', { length: 1 }, 'eligible 应为列表'],
    ['eligible', ['ext-0001', ['ext-0002']], 'eligible[1] 应为编号(字母、数字和 . _ : -)'],
    ['order', [...plain.order, { candidateId: 'ext-0001', ticket: 1 }], 'order[7].ticket 应为 64 位小写十六进制数'],
    ['replacement', [], 'replacement 应为对象'],
    ['exclusions', [{ candidateId: 'ext-0001', reason: 'x' }], 'exclusions[0].reason 应为代码(大写字母、数字、下划线)'],
    ['exclusions', [{ candidateId: 'ext-0001', reason: 'BARRED', note: '' }], 'exclusions[0].note 不应出现'],
    ['note', '', 'note 不应出现'],
    ['toString', '', 'toString 不应出现'],
  ])('refuses a bad %s by name', (member, value, message) => {
    expect(messageFor(JSON.stringify({ ...plain, [member]: value }))).toBe(`抽取记录无法读取:${message}`);
  });

  it('refuses what is no record at all', () => {
    for (const text of ['', '{', 'null x', '\u0000', `${example}}`]) expect(messageFor(text)).toBe('抽取记录无法读取:不是 JSON');
    for (const text of ['null', '1', '[]', '"{}"', '['.repeat(2_000) + ']'.repeat(2_000)]) expect(messageFor(text)).toBe('抽取记录无法读取:应为对象');
    expect(messageFor('{"__proto__":{}}')).toBe('抽取记录无法读取:__proto__ 不应出现');
    expect(messageFor(' '.repeat(8 * 1024 * 1024 + 1))).toBe('抽取记录无法读取:文件过大');
    messageFor('['.repeat(1_000_000));
  });

  it('refuses a member that is written twice: a reader would see one, the program the other', () => {
    expect(messageFor(example.replace('"k": 2', '"k": 1, "k": 2'))).toBe('抽取记录无法读取:有重复的成员');
    expect(messageFor(example.replace('"candidateId"', '"candidateId": "ext-0001", "candidate\\u0049d"'))).toBe('抽取记录无法读取:有重复的成员');
    expect(messageFor(example.replace('"k": 2', '"k": {"a": [{}]}, "k": 2'))).toBe('抽取记录无法读取:有重复的成员');
  });

  it('refuses any JSON, and any cut or spoilt record, in the same one way', () => {
    fc.assert(fc.property(fc.json(), (text) => { messageFor(text); }));
    const [members, junk] = [fc.constantFrom(...Object.keys(plain)), fc.jsonValue()];
    fc.assert(fc.property(members, junk, (member, value) => {
      try {
        parseDrawRecord(JSON.stringify({ ...plain, [member]: value }));
      } catch (error) {
        expect(error).toBeInstanceOf(DrawRecordUnreadable);
      }
    }));
    fc.assert(fc.property(fc.nat(example.length - 3), (length) => { messageFor(example.slice(0, length)); }));
  });
});
