import type { CaseEvent } from '#libs/cases/case.events';
import type { CaseProgress } from '#libs/oversight/case-progress';
import { each, type Metric, one } from '#libs/oversight/ledger.metric';

export const CASE_OPINION_METRICS: readonly Metric<CaseProgress, CaseEvent>[] = [
  {
    name: 'Defences',
    label: '申辩',
    unit: '件',
    definition: '每一案件的申辩情况计一次:自首次提交申辩、放弃申辩或者逾期未申辩之日起计。',
    dimensions: ['defence', 'agencyType'],
    stands: ({ defence }) => (defence === undefined ? [] : [{ defence }]),
  },
  {
    name: 'DefencePoints',
    label: '申辩意见采纳',
    unit: '点',
    definition: '委派机构综合分析的每一点申辩意见,自分析之日起计一点,按采纳情况归类。',
    dimensions: ['conclusion', 'agencyType'],
    counts: (event) => (event.type === 'DefenceAnalysed' ? each(event.data.answers.map(({ conclusion }) => ({ conclusion }))) : []),
  },
  {
    name: 'OpinionsIssued',
    label: '质量督导意见书',
    unit: '份',
    definition: '每发出一份质量督导意见书,自发出之日起计一份。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'OpinionIssued' ? [one({})] : []),
  },
  {
    name: 'Findings',
    label: '督导结果',
    unit: '项',
    definition: '质量督导意见书载明的每一项督导结果,自发出之日起计一项;初步督导意见不计。',
    dimensions: ['item', 'result', 'agencyType'],
    counts: (event) => (event.type === 'OpinionIssued' ? each(event.data.findings.map(({ item, result }) => ({ item, result }))) : []),
  },
  {
    name: 'Demands',
    label: '整改要求',
    unit: '项',
    definition: '质量督导意见书提出的每一项整改要求,自发出之日起计一项。',
    dimensions: ['agencyType'],
    counts: (event) => (event.type === 'OpinionIssued' ? each(event.data.demands.map(() => ({}))) : []),
  },
];
