import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

import type { DrawRecord } from '#libs/draws/draw-record';
import { poolDigest, poolFaults } from '#libs/draws/frozen-pool';
import { alphaOf, orderOf, ticketOf } from '#libs/draws/tickets';
import { verify } from '#libs/proof/ecvrf';

export interface DrawCheck {
  readonly name: CheckName;
  readonly ok: boolean;
  /** Passed, but not by itself a proof; the sentence says what is left to compare by hand. */
  readonly warning?: true;
  readonly sentence: string;
}

export interface DrawVerdict {
  readonly ok: boolean;
  readonly checks: readonly DrawCheck[];
}

const SENTENCES = {
  POOL: ['名录与排除名单排序唯一、互不重叠', '名录与排除名单不合规范'],
  TIMES: ['先立项、后冻结、再抽取', '立项、冻结、抽取的时刻先后颠倒'],
  POOL_DIGEST: ['名录、排除理由、用途、人数、规则版本与冻结时的摘要一致', '名录、排除理由、用途、人数或规则版本与冻结时的摘要不一致'],
  PUBLIC_KEY: ['公钥与登记的公钥一致', '公钥与登记的公钥不一致'],
  PROOF: ['随机数证明成立:此名录在此公钥下只有这一个结果', '随机数证明不成立'],
  OUTPUT: ['随机数由证明得出', '随机数不是由证明得出'],
  TICKETS: ['每名候选的号码均可重算', '有候选的号码重算不符、缺失或多出'],
  ORDER: ['次序按号码由小到大', '次序不是按号码由小到大'],
  RESULT: ['抽中的正是次序中的前若干名', '抽中的不是次序中的前若干名'],
} as const;
export type CheckName = keyof typeof SENTENCES;

const UNPINNED = '未提供登记的公钥,只按记录自带的公钥核验;请与抽取之前公布的公钥核对';

const check = (name: CheckName, ok: boolean, detail = ''): DrawCheck => ({ name, ok, sentence: `${SENTENCES[name][ok ? 0 : 1]}${detail}` });

/**
 * Runs a draw again from its record. Nothing in the record is believed that can be computed.
 * @param pinned.publicKey the announced key in hexadecimal, from a source other than the record
 */
export function verifyDraw(record: DrawRecord, pinned: { readonly publicKey?: string | undefined } = {}): DrawVerdict {
  const key = pinned.publicKey?.toLowerCase() ?? record.publicKey;
  const output = outputUnder(key, record);
  const faults = poolFaults(record);
  const checks = [
    check('POOL', faults.length === 0, faults.length === 0 ? '' : `:${faults.join(';')}`),
    check('TIMES', record.preparedAt <= record.frozenAt && record.frozenAt <= record.drawnAt),
    check('POOL_DIGEST', poolDigest(record) === record.poolDigest),
    pinned.publicKey === undefined ? { name: 'PUBLIC_KEY' as const, ok: true, warning: true as const, sentence: UNPINNED } : check('PUBLIC_KEY', key === record.publicKey),
    check('PROOF', output !== undefined),
    check('OUTPUT', output === record.beta),
    ...orderChecks(record, output ?? record.beta),
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}

function outputUnder(key: string, record: DrawRecord): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(key)) return undefined;
  const output = verify(hexToBytes(key), alphaOf(record), hexToBytes(record.proof));
  return output && bytesToHex(output);
}

function orderChecks({ eligible, order, result, k }: DrawRecord, beta: string): readonly DrawCheck[] {
  const stated = new Map(order.map(({ candidateId, ticket }) => [candidateId, ticket]));
  const everyTicket = order.length === eligible.length && eligible.every((id) => stated.get(id) === ticketOf(beta, id));
  const expected = orderOf(beta, eligible).map(({ candidateId }) => candidateId);
  const first = expected.slice(0, k);
  return [
    check('TICKETS', everyTicket),
    check('ORDER', sameList(order.map(({ candidateId }) => candidateId), expected)),
    check('RESULT', first.length === k && sameList(result, first)),
  ];
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each, index) => each === b[index]);
