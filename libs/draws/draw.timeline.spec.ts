import type { DrawEvent } from '#libs/draws/draw.events';
import { tellDraw, tellDrawKeys } from '#libs/draws/draw.timeline';
import { recorded } from '#libs/event-sourcing/given';
import { completed, drawAfter, entries, known, prepared } from '#test/support/draw-story';

const drawn = completed(prepared());
const { purpose } = drawAfter(drawn);
const skipped = [{ supervisorId: 's-4', reasons: ['NO_CARD' as const] }];

describe('the history of a draw', () => {
  it('is one Chinese sentence a fact, without the names of persons', () => {
    const more: readonly DrawEvent[] = [
      { type: 'MemberReplaced', data: { purpose, leaving: 's-1', reason: 'UNANSWERED', skipped, substitute: { supervisorId: 's-5', personId: 'p-5' } } },
      { type: 'SubstitutesExhausted', data: { purpose, leaving: 's-2', reason: 'RECUSED', skipped: [] } },
      { type: 'DrawClosed', data: { purpose, cause: 'SUPERVISION_CANCELLED' } },
    ];
    expect([...drawn, ...more].map((fact) => tellDraw(recorded(fact)))).toEqual([
      '福州中心建立本案第1次抽取榕技督抽〔2026〕7号,从本中心选聘的外督中抽取3名',
      '名录冻结:可抽取5名,排除0名',
      '抽取完成:抽中3名,候补2名',
      '因督导员经催告未答复,按抽取次序递补1名,次序在前的1名当日不能委派',
      '因督导员回避需要递补,已无人可递补',
      '抽取关闭:督导已取消',
    ]);
    expect(prepared(known({ roster: entries(2) })).map((fact) => tellDraw(recorded(fact))).at(-1)).toBe('名录不足:可抽取2名,需要3名,未抽取');
  });
});

describe('the history of the keys', () => {
  it('names the key and its day', () => {
    expect(tellDrawKeys(recorded({ type: 'DrawKeyRegistered', data: { publicKey: 'ab', usableFrom: '2026-03-09' } }))).toBe('公布抽取公钥ab,2026年3月9日起可用');
    expect(tellDrawKeys(recorded({ type: 'DrawKeyRetired', data: { publicKey: 'ab', reason: '更换设备' } }))).toBe('停用抽取公钥ab:更换设备');
  });
});
