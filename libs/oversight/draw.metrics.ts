import type { DrawEvent } from '#libs/draws/draw.events';
import type { DrawStage } from '#libs/draws/draw.evolve';
import { changed, type Count, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import type { PoolScope } from '#libs/regulation/own-codes';

interface DrawProgress {
  readonly scope: PoolScope;
  readonly stage: DrawStage;
}

const STAGES: { readonly [T in DrawEvent['type']]?: DrawStage } = { PoolFrozen: 'FROZEN', DrawFailed: 'FAILED', DrawCompleted: 'COMPLETED' };

const METRICS: readonly Metric<DrawProgress, DrawEvent>[] = [
  {
    name: 'Draws',
    label: '随机抽取',
    unit: '次',
    definition: '每一次抽取外督自建立之日起计一次,按该日进展归类;名录不足未抽取的也在内,扩大名录再抽的另计一次。',
    dimensions: ['drawStage', 'poolScope'],
    stands: ({ stage }) => [{ drawStage: stage }],
  },
  {
    name: 'SupervisorsDrawn',
    label: '抽中督导员',
    unit: '人次',
    definition: '每一次抽取外督抽中的督导员,自抽取完成之日起计人次;递补的另计,其后退出的不减。',
    dimensions: ['poolScope'],
    counts: (event): readonly Count[] => (event.type === 'DrawCompleted' ? each(event.data.drawn.map(() => ({}))) : []),
  },
  {
    name: 'Replacements',
    label: '递补',
    unit: '次',
    definition: '抽中的督导员退出而需要递补的,每次自办理之日起计一次,按是否有人递补和退出原因归类。',
    dimensions: ['replacement', 'leavingReason', 'poolScope'],
    counts: (event) => {
      if (event.type === 'MemberReplaced') return [one({ replacement: 'REPLACED', leavingReason: event.data.reason })];
      return event.type === 'SubstitutesExhausted' ? [one({ replacement: 'EXHAUSTED', leavingReason: event.data.reason })] : [];
    },
  },
  {
    name: 'PoolExclusions',
    label: '名录排除',
    unit: '项',
    definition: '每一次抽取外督冻结名录时,每名被排除的督导员的每一种原因计一项,自冻结之日起计。',
    dimensions: ['exclusionReason', 'poolScope'],
    counts: (event) => (event.type === 'PoolFrozen' ? each(event.data.pool.exclusions.map(({ reason }) => ({ exclusionReason: reason }))) : []),
  },
];

export const drawSource = streamSource<DrawProgress, DrawEvent>({
  category: 'draw',
  opened: (event) => (event.type === 'DrawPrepared' && 'scope' in event.data ? { scope: event.data.scope, stage: 'PREPARED' } : undefined),
  evolve: (before, { type }) => changed(before, { stage: STAGES[type] ?? before.stage }),
  shared: ({ scope }) => ({ poolScope: scope }),
  metrics: METRICS,
});
