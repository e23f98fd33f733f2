import type { DrawEvent, DrawPrepared, Purpose } from '#libs/draws/draw.events';
import type { DrawStage } from '#libs/draws/draw.evolve';
import type { TargetKind } from '#libs/draws/target-draw.events';
import type { Pool } from '#libs/oversight/ledger.dimensions';
import { changed, type Count, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';

interface DrawProgress {
  readonly purpose: Purpose['kind'];
  readonly pool: Pool;
  readonly stage: DrawStage;
}

const STAGES: { readonly [T in DrawEvent['type']]?: DrawStage } = { PoolFrozen: 'FROZEN', DrawFailed: 'FAILED', DrawCompleted: 'COMPLETED' };

const targetsIn = (targetKind: TargetKind, delta: number): readonly Count[] => (delta === 0 ? [] : [{ of: { targetKind }, delta }]);

function poolOf(data: DrawPrepared['data']): Pool {
  if ('scope' in data) return data.scope;
  return data.purpose.kind === 'TARGETS' ? 'TARGETS' : 'AGENCY';
}

const METRICS: readonly Metric<DrawProgress, DrawEvent>[] = [
  {
    name: 'Draws',
    label: '随机抽取',
    unit: '次',
    definition: '每一次抽取外督、内督、督导对象自建立之日起计一次,按该日进展归类;名录不足未抽取的也在内,扩大名录再抽的另计一次。',
    dimensions: ['drawStage', 'drawPurpose', 'poolScope'],
    stands: ({ stage }) => [{ drawStage: stage }],
  },
  {
    name: 'SupervisorsDrawn',
    label: '抽中督导员',
    unit: '人次',
    definition: '每一次抽取抽中的外督、内督,自抽取完成之日起计人次;递补的另计,其后退出的不减。',
    dimensions: ['drawPurpose', 'poolScope'],
    counts: (event): readonly Count[] => (event.type === 'DrawCompleted' ? each(event.data.drawn.map(() => ({}))) : []),
  },
  {
    name: 'TargetsDrawn',
    label: '抽中督导对象',
    unit: '个',
    definition: '每一次抽取督导对象抽中的场次、评价机构,自抽取完成之日起计个数;其后未立项的不减。',
    dimensions: ['targetKind'],
    counts: ({ type, data }) => (type === 'DrawCompleted' && data.purpose.kind === 'TARGETS' ? targetsIn(data.purpose.of, data.targets?.length ?? 0) : []),
  },
  {
    name: 'Replacements',
    label: '递补',
    unit: '次',
    definition: '抽中的督导员退出而需要递补的,每次自办理之日起计一次,按是否有人递补和退出原因归类。',
    dimensions: ['replacement', 'leavingReason', 'drawPurpose'],
    counts: (event) => {
      if (event.type === 'MemberReplaced') return [one({ replacement: 'REPLACED', leavingReason: event.data.reason })];
      return event.type === 'SubstitutesExhausted' ? [one({ replacement: 'EXHAUSTED', leavingReason: event.data.reason })] : [];
    },
  },
  {
    name: 'PoolExclusions',
    label: '名录排除',
    unit: '项',
    definition: '每一次抽取冻结名录时,每名(个)被排除的督导员、场次、评价机构的每一种原因计一项,自冻结之日起计。',
    dimensions: ['exclusionReason', 'drawPurpose', 'poolScope'],
    counts: (event) => (event.type === 'PoolFrozen' ? each(event.data.pool.exclusions.map(({ reason }) => ({ exclusionReason: reason }))) : []),
  },
];

export const drawSource = streamSource<DrawProgress, DrawEvent>({
  category: 'draw',
  opened: ({ type, data }) => (type === 'DrawPrepared' ? { purpose: data.purpose.kind, pool: poolOf(data), stage: 'PREPARED' } : undefined),
  evolve: (before, { type }) => changed(before, { stage: STAGES[type] ?? before.stage }),
  shared: ({ purpose, pool }) => ({ drawPurpose: purpose, poolScope: pool }),
  metrics: METRICS,
});
