import { CLOSING_CAUSES, type DrawEvent, LEAVING_REASONS, type Purpose, type Skipped } from '#libs/draws/draw.events';
import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import { TARGET_KINDS } from '#libs/draws/target-draw.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate } from '#libs/regulation/legal-date';
import { POOL_SCOPES } from '#libs/regulation/own-codes';

const passedOver = (skipped: readonly Skipped[]): string => (skipped.length === 0 ? '' : `,次序在前的${skipped.length}名当日不能委派`);

/** Persons and things are not counted alike. */
const counted = ({ kind }: Purpose, count: number): string => `${count}${kind === 'TARGETS' ? '个' : '名'}`;

const SENTENCES: Sentences<DrawEvent> = {
  DrawPrepared: (data) => {
    if ('scope' in data) return `${AREA_NAMES[data.drawnBy]}中心建立本案第${data.ordinal}次抽取${data.serial},从${POOL_SCOPES[data.scope]}中抽取${data.k}名`;
    if ('agencyId' in data) return `评价机构建立本场次第${data.ordinal}次抽取${data.serial},从本机构内督中抽取${data.k}名`;
    return `${AREA_NAMES[data.drawnBy]}中心建立${data.purpose.period}督导对象第${data.ordinal}次抽取${data.serial},抽取${TARGET_KINDS[data.purpose.of]}${data.k}个`;
  },
  PoolFrozen: ({ purpose, pool }) => {
    const excluded = new Set(pool.exclusions.map(({ candidateId }) => candidateId)).size;
    return `名录冻结:可抽取${counted(purpose, pool.eligible.length)},排除${counted(purpose, excluded)}`;
  },
  DrawFailed: ({ purpose, eligible, k }) => `名录不足:可抽取${counted(purpose, eligible)},需要${counted(purpose, k)},未抽取`,
  DrawCompleted: ({ purpose, drawn, targets, order }) => {
    const taken = targets?.length ?? drawn.length;
    return `抽取完成:抽中${counted(purpose, taken)},候补${counted(purpose, order.length - taken)}`;
  },
  MemberReplaced: ({ reason, skipped }) => `因督导员${LEAVING_REASONS[reason]},按抽取次序递补1名${passedOver(skipped)}`,
  SubstitutesExhausted: ({ reason, skipped }) => `因督导员${LEAVING_REASONS[reason]}需要递补,已无人可递补${passedOver(skipped)}`,
  DrawClosed: ({ cause }) => `抽取关闭:${CLOSING_CAUSES[cause]}`,
};

/** 抽取的历程, without the names of persons. */
export const tellDraw = telling(SENTENCES);

const KEY_SENTENCES: Sentences<DrawKeyEvent> = {
  DrawKeyRegistered: ({ publicKey, usableFrom }) => `公布抽取公钥${publicKey},${chineseDate(usableFrom)}起可用`,
  DrawKeyRetired: ({ publicKey, reason }) => `停用抽取公钥${publicKey}:${reason}`,
};

/** 抽取公钥的历程 */
export const tellDrawKeys = telling(KEY_SENTENCES);
