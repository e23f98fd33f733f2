import type { ComplaintEvent, ComplaintReceived } from '#libs/complaints/complaint.events';
import { type Complaint, evolveComplaint } from '#libs/complaints/complaint.evolve';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { ComplaintPeriod } from '#libs/oversight/complaint.dimensions';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';

interface ComplaintProgress {
  readonly complaint: Complaint;
  /** Of the notice of receipt, and of the latest handling: once it is done. */
  readonly done: { readonly [P in ComplaintPeriod]?: Timeliness | undefined };
}

const PERIODS: readonly ComplaintPeriod[] = ['RECEIPT', 'CLOSING'];
const dueOf = ({ complaint }: ComplaintProgress, period: ComplaintPeriod): LegalDate | undefined => (period === 'RECEIPT' ? complaint.receiptDue : complaint.closingDue)?.date;
const isPast = (progress: ComplaintProgress, period: ComplaintPeriod, on: LegalDate): boolean => (dueOf(progress, period) ?? on) < on;

function timelinessOf(progress: ComplaintProgress, period: ComplaintPeriod, on: LegalDate): Timeliness | undefined {
  return progress.done[period] ?? (isPast(progress, period, on) ? 'LATE' : undefined);
}

const METRICS: readonly Metric<ComplaintProgress, ComplaintEvent>[] = [
  {
    name: 'ComplaintStates',
    label: '群众举报(按状态)',
    unit: '件',
    definition: '每一件举报计一件,按该日所处状态归类,自收到之日起计,不予受理、并案、已归档的也在内;转送的,自转送之日起归接办的中心,地区仍按收到的中心。',
    dimensions: ['complaintState', 'center'],
    stands: ({ complaint: { stage, holder } }) => [{ complaintState: stage, center: holder }],
  },
  {
    name: 'ComplaintsReceived',
    label: '收到群众举报',
    unit: '件',
    definition: '每收到一件举报,自收到之日起计一件,按来源和是否实名归类;重新办理的不另计。',
    dimensions: ['channel', 'reporter'],
    counts: ({ type, data }) => (type === 'ComplaintReceived' ? [one({ channel: data.channel, reporter: data.isAnonymous ? 'ANONYMOUS' : 'NAMED' })] : []),
  },
  {
    name: 'ComplaintOutcomes',
    label: '举报调查认定',
    unit: '件',
    definition: '每一件已认定的举报计一件,自认定之日起计,按该日最近一次认定归类;重新办理的,自重新办理之日起至再次认定不计。',
    dimensions: ['complaintConclusion', 'center'],
    stands: ({ complaint: { stage, conclusion, holder } }) => (conclusion === undefined || stage === 'ACCEPTED' ? [] : [{ complaintConclusion: conclusion, center: holder }]),
  },
  {
    name: 'ComplaintTimeliness',
    label: '举报办理是否按期',
    unit: '项',
    definition: '期限见分晓的每一项告知举报人、办结归档计一项:最后一日及以前完成的为按期,其后完成的,或者最后一日的次日起仍未完成的,为逾期,不待系统登记;重新办理的办结期限重新计。',
    dimensions: ['complaintPeriod', 'timeliness', 'center'],
    stands: (progress, on) => PERIODS.flatMap((complaintPeriod) => {
      const timeliness = timelinessOf(progress, complaintPeriod, on);
      return timeliness === undefined ? [] : [{ complaintPeriod, timeliness, center: progress.complaint.holder }];
    }),
  },
  {
    name: 'ComplaintsOverdue',
    label: '举报办理逾期未办',
    unit: '项',
    definition: '最后一日已过而尚未告知举报人、尚未办结归档的各计一项,自次日起计,完成之日起不再计,不待系统登记。',
    dimensions: ['complaintPeriod', 'center'],
    stands: (progress, on) => PERIODS.filter((period) => isPast(progress, period, on)).map((complaintPeriod) => ({ complaintPeriod, center: progress.complaint.holder })),
  },
];

/** Who is complained of is no matter of numbers. */
const opened = (event: Recorded<ComplaintReceived>): ComplaintProgress | undefined => {
  const complaint = evolveComplaint(undefined, event);
  return complaint === undefined ? undefined : { complaint: { ...complaint, accused: [] }, done: {} };
};

const ENDS: { readonly [T in ComplaintEvent['type']]?: ComplaintPeriod } = { ReporterNotified: 'RECEIPT', ComplaintClosed: 'CLOSING' };

/** The periods that the event ends are judged by the day on which it does. */
function doneAfter(before: ComplaintProgress, { type, meta }: Recorded<ComplaintEvent>): ComplaintProgress['done'] {
  if (type === 'ComplaintReopened') return { ...before.done, CLOSING: undefined };
  const period = ENDS[type];
  if (period === undefined || dueOf(before, period) === undefined) return before.done;
  return { ...before.done, [period]: isPast(before, period, legalDateOf(meta.occurredAt)) ? 'LATE' : 'ON_TIME' };
}

export const complaintSource = streamSource<ComplaintProgress, ComplaintEvent>({
  category: 'complaint',
  opened: (event) => (event.type === 'ComplaintReceived' ? opened(event) : undefined),
  evolve: (before, event) => changed(before, { complaint: evolveComplaint(before.complaint, event) ?? before.complaint, done: doneAfter(before, event) }),
  turns: (progress) => PERIODS.flatMap((period) => dueOf(progress, period) ?? []).map((day) => addDays(day, 1)),
  /** Who handles a complaint changes: each number says it. */
  shared: () => ({}),
  metrics: METRICS,
});
