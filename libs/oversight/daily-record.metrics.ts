import type { DailyEvent } from '#libs/cases/daily.events';
import { type DailyProgress, isOverdue } from '#libs/oversight/daily-progress';
import type { Technical } from '#libs/oversight/daily.dimensions';
import type { Metric } from '#libs/oversight/ledger.metric';
import { type ExternalMethod, TECHNICAL_METHODS } from '#libs/regulation/codes';

const isTechnical = (methods: readonly ExternalMethod[]): Technical => (methods.some((method) => TECHNICAL_METHODS.includes(method)) ? 'TECHNICAL' : 'OTHER');

export const DAILY_RECORD_METRICS: readonly Metric<DailyProgress, DailyEvent>[] = [
  {
    name: 'RecordTimeliness',
    label: '督导情况记录表是否按期',
    unit: '份',
    definition: '督导情况记录表期限见分晓的日常督导各计一份:督导结束之日后5个工作日内首次提交的为按期;逾期提交的,或者最后一日的次日起仍未提交的,为逾期,不待系统登记。',
    dimensions: ['timeliness', 'agencyType', 'center'],
    stands: (progress, on) => {
      if (progress.record !== undefined) return [{ timeliness: progress.record }];
      return isOverdue(progress, on) ? [{ timeliness: 'LATE' }] : [];
    },
  },
  {
    name: 'RecordsOverdue',
    label: '督导情况记录表逾期未提交',
    unit: '份',
    definition: '督导情况记录表最后一日已过而尚未提交的日常督导各计一份,自次日起计,提交之日起不再计,不待系统登记。',
    dimensions: ['agencyType', 'center'],
    stands: (progress, on) => (isOverdue(progress, on) ? [{}] : []),
  },
  {
    name: 'DailyFindings',
    label: '日常督导结果',
    unit: '项',
    definition: '督导情况记录表载明的每一督导事项的结果,自提交之日起计一项;更正的,自更正之日起以最近版本为准。',
    dimensions: ['item', 'recordResult', 'agencyType'],
    stands: ({ form }) => (form?.items ?? []).map(({ item, result }) => ({ item, recordResult: result })),
  },
  {
    name: 'DailyMethods',
    label: '日常督导方式',
    unit: '次',
    definition: '督导情况记录表载明的每一种督导方式,自提交之日起计一次,一份数种的计数次;更正的,自更正之日起以最近版本为准。',
    dimensions: ['method', 'agencyType', 'center'],
    stands: ({ form }) => (form?.methods ?? []).map((method) => ({ method })),
  },
  {
    name: 'TechnicalSupervision',
    label: '技术督导',
    unit: '份',
    definition: '每一份督导情况记录表计一份,自提交之日起计:载明数据比对或者远程监控的为采用技术手段;抽查录像在记录表中不与其他抽查区分,不计为技术手段。',
    dimensions: ['technical', 'agencyType', 'center'],
    stands: ({ form }) => (form === undefined ? [] : [{ technical: isTechnical(form.methods) }]),
  },
];
