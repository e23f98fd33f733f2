import type { LegalDate } from '#libs/event-sourcing/event';
import { MOST_TIMES } from '#libs/oversight/ledger.dimensions';
import type { Cell, Metric } from '#libs/oversight/ledger.metric';
import { type SupervisorFact, type SupervisorProgress, timesOn } from '#libs/oversight/supervisor-progress';
import { standingOn } from '#libs/supervisors/standing.evolve';

/** Whom a centre could send: others are none of the spread. */
const isCounted = ({ credential }: SupervisorProgress, on: LegalDate): boolean => credential.supervisorType === 'EXTERNAL' && standingOn(credential, on) === 'APPOINTED';

const timesCell = (progress: SupervisorProgress, until: readonly LegalDate[], on: LegalDate): readonly Cell[] =>
  isCounted(progress, on) ? [{ times: String(Math.min(timesOn(until, on), MOST_TIMES)) }] : [];

const WHO = '该日在聘且未被暂停的每一名外督';

/** 抽取与委派的均衡: how evenly a year's work falls on those who could be sent. */
export const FAIRNESS_METRICS: readonly Metric<SupervisorProgress, SupervisorFact>[] = [
  {
    name: 'SupervisorsByTimesDrawn',
    label: '外督(按一年内被抽中次数)',
    unit: '人',
    definition: `${WHO}计一人,按其自该日往前三百六十五日内被中心抽中的次数(含递补,其后退出的不减)归类;聘期不满一年的也在内,12次以上的合并;地区按督导员所属地区。`,
    dimensions: ['times'],
    stands: (progress, on) => timesCell(progress, progress.drawn, on),
  },
  {
    name: 'SupervisorsByTimesSent',
    label: '外督(按一年内接受委派次数)',
    unit: '人',
    definition: `${WHO}计一人,按其自该日往前三百六十五日内接受中心委派的次数(其后回避的不减)归类;聘期不满一年的也在内,12次以上的合并;地区按督导员所属地区。`,
    dimensions: ['times'],
    stands: (progress, on) => timesCell(progress, progress.accepted, on),
  },
  {
    name: 'DrawsWithinAYear',
    label: '外督一年内被抽中',
    unit: '人次',
    definition: `${WHO},自该日往前三百六十五日内被中心抽中的次数之和(含递补)。`,
    dimensions: [],
    stands: (progress, on) => (isCounted(progress, on) ? Array.from({ length: timesOn(progress.drawn, on) }, () => ({})) : []),
  },
];
