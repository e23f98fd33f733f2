import type { CaseEvent } from '#libs/cases/case.events';
import type { DeadlineName } from '#libs/cases/case-rectification.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { CaseProgress } from '#libs/oversight/case-progress';
import type { DayBand } from '#libs/oversight/ledger.dimensions';
import { type Metric, one } from '#libs/oversight/ledger.metric';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';

const LATE_FACTS: { readonly [T in CaseEvent['type']]?: DeadlineName } = {
  SelfReportMissing: 'selfReport',
  PreliminaryOverdue: 'preliminary',
  OpinionOverdue: 'opinion',
  RectificationOverdue: 'rectification',
  VerificationOverdue: 'verification',
};

/** Calendar days from the delivery of the opinion to the verification that the event is. */
const daysToVerify = ({ type, meta }: Recorded<CaseEvent>, { opinionDeliveredOn }: CaseProgress): number | undefined =>
  type !== 'RectificationVerified' || opinionDeliveredOn === undefined ? undefined : daysBetween(opinionDeliveredOn, legalDateOf(meta.occurredAt));

const BANDS = [15, 30, 60] as const;
const bandOf = (days: number): DayBand => (String(BANDS.find((most) => days <= most) ?? 'MORE') as DayBand);

export const CASE_RECTIFICATION_METRICS: readonly Metric<CaseProgress, CaseEvent>[] = [
  {
    name: 'RectificationReports',
    label: '整改工作报告',
    unit: '份',
    definition: '评价机构每提交一份整改工作报告(含退回后重新提交),自提交之日起计一份。',
    dimensions: ['timeliness', 'agencyType'],
    counts: (event) => (event.type === 'RectificationReportSubmitted' ? [one({ timeliness: event.data.late ? 'LATE' : 'ON_TIME' })] : []),
  },
  {
    name: 'RectificationsDue',
    label: '应当整改',
    unit: '件',
    definition: '质量督导意见书提出整改要求的案件,自意见书送达之日起计一件。',
    dimensions: ['agencyType'],
    counts: ({ type, data }) => (type === 'OpinionDelivered' && data.rectificationDue !== undefined ? [one({})] : []),
  },
  {
    name: 'RectificationsVerified',
    label: '整改核查通过',
    unit: '件',
    definition: '每一案件整改核查通过,自通过之日起计一件,按自质量督导意见书送达之日起的日历日数归类。',
    dimensions: ['dayBand', 'agencyType'],
    counts: (event, state) => {
      const days = daysToVerify(event, state);
      return days === undefined ? [] : [one({ dayBand: bandOf(days) })];
    },
  },
  {
    name: 'RectificationsReturned',
    label: '整改工作报告退回',
    unit: '次',
    definition: '整改工作报告每退回一次,自退回之日起计一次。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'RectificationReturned' ? [one({})] : []),
  },
  {
    name: 'RectificationTimeliness',
    label: '整改是否按期',
    unit: '件',
    definition: '整改期限见分晓的案件各计一件:首份整改工作报告按期提交的为按期,期限届满尚未提交或者逾期提交的为逾期;退回后重新提交的不再计。',
    dimensions: ['timeliness', 'agencyType'],
    stands: ({ firstReport }) => (firstReport === undefined ? [] : [{ timeliness: firstReport }]),
  },
  {
    name: 'RectificationDays',
    label: '整改用时',
    unit: '日',
    definition: '整改核查通过的案件,自质量督导意见书送达之日至核查通过之日的日历日数之和(送达当日不计),自通过之日起计。',
    dimensions: ['agencyType'],
    counts: (event, state) => {
      const days = daysToVerify(event, state) ?? 0;
      return days === 0 ? [] : [{ of: {}, delta: days }];
    },
  },
  {
    name: 'RectificationsRefused',
    label: '拒不整改',
    unit: '件',
    definition: '每一案件认定拒不整改,自认定之日起计一件,其后补交报告的不减。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'RectificationRefused' ? [one({})] : []),
  },
  {
    name: 'LateFlags',
    label: '逾期标记',
    unit: '次',
    definition: '案件每出现一次逾期,自期限最后一日的次日起计一次,其后补办的不减;以系统登记的逾期事件为准。',
    dimensions: ['deadline', 'agencyType'],
    counts: ({ type }) => {
      const deadline = LATE_FACTS[type];
      return deadline === undefined ? [] : [one({ deadline })];
    },
  },
];
