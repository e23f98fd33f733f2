import type { AgencyType } from '#libs/agencies/agency.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { addDays } from '#libs/regulation/legal-date';
import type { ScoreSheetUploaded } from '#libs/sessions/score-sheet.events';
import type { SessionEvent, SessionRegistered } from '#libs/sessions/session.events';
import type { SessionStage } from '#libs/sessions/session.evolve';

interface SessionProgress {
  readonly agencyType: AgencyType;
  readonly stage: SessionStage;
  /** Internal supervisors assigned now. */
  readonly assigned: number;
  /** Its start came, and nobody was assigned. */
  readonly notCovered: boolean;
  readonly hasStarted: boolean;
  /** Of the first score sheet; late from the due date on. */
  readonly sheet?: Timeliness;
  /** Last day for a score sheet, from the end of the session to the first upload. */
  readonly sheetDue?: LegalDate | undefined;
  /** Of the sheet as it was last uploaded, in whole percents, rounded down. */
  readonly scoreRate?: string | undefined;
}

const METRICS: readonly Metric<SessionProgress, SessionEvent>[] = [
  {
    name: 'Sessions',
    label: '认定场次',
    unit: '场',
    definition: '每一场次自登记之日起计一场,按该日状态归类,取消的也在内;地区按场次所在地。',
    dimensions: ['sessionStage', 'agencyType'],
    stands: ({ stage }) => [{ sessionStage: stage }],
  },
  {
    name: 'SessionCoverage',
    label: '内督覆盖',
    unit: '场',
    definition: '已开考的场次各计一场,自开考之日起计:开考时已经抽取指派内督的为已覆盖,到计划开考时间或者开考时无人的为未覆盖,其后补抽的仍为未覆盖。',
    dimensions: ['coverage', 'agencyType'],
    stands: ({ hasStarted, notCovered }) => (hasStarted ? [{ coverage: notCovered ? 'NOT_COVERED' : 'COVERED' }] : []),
  },
  {
    name: 'ScoreSheetTimeliness',
    label: '内部督导评分表',
    unit: '份',
    definition: '评分表期限见分晓的场次各计一份:首次上传在期限内的为按期,期限届满尚未上传或者逾期上传的为逾期。',
    dimensions: ['timeliness', 'agencyType'],
    stands: ({ sheet }) => (sheet === undefined ? [] : [{ timeliness: sheet }]),
  },
  {
    name: 'ScoreSheetsOverdue',
    label: '内部督导评分表逾期未上传',
    unit: '份',
    definition: '评分表最后一日已过而尚未上传的场次各计一份,自次日起计,上传之日起不再计,不待系统登记。',
    dimensions: ['agencyType'],
    stands: ({ sheetDue }, on) => ((sheetDue ?? on) < on ? [{}] : []),
  },
  {
    name: 'ScoreSheetsByScore',
    label: '内部督导评分表(按得分率)',
    unit: '份',
    definition: '已上传评分表的场次自首次上传之日起各计一份,按该日有效一份的总分占模板满分的百分比(舍去小数)归类,重新上传的以后一份为准;上传时未记录满分的不计。得分高低不产生任何处理(A-35),只看评分的离散程度。',
    dimensions: ['scoreRate', 'agencyType'],
    stands: ({ scoreRate }) => (scoreRate === undefined ? [] : [{ scoreRate }]),
  },
  {
    name: 'InternalAssignments',
    label: '指派内督',
    unit: '人次',
    definition: '每抽取指派一名内督自指派之日起计一人次,按名录中可抽取的是否仅有一人归类;其后退出的不减。',
    dimensions: ['candidates', 'agencyType'],
    counts: ({ type, data }) => (type === 'InternalSupervisorAssigned' ? [one({ candidates: data.singleCandidatePool ? 'SINGLE' : 'SEVERAL' })] : []),
  },
  {
    name: 'InternalReleases',
    label: '内督退出',
    unit: '人次',
    definition: '已指派的内督不能参加、回避或者改期后不再具备条件而退出,自退出之日起计一人次。',
    dimensions: ['releaseCause', 'agencyType'],
    counts: ({ type, data }) => (type === 'InternalSupervisorReleased' ? [one({ releaseCause: data.cause })] : []),
  },
];

const opened = ({ data }: SessionRegistered): SessionProgress => ({ agencyType: data.agencyType, stage: 'REGISTERED', assigned: 0, notCovered: false, hasStarted: false });

const rateOf = ({ total, fullScore }: ScoreSheetUploaded['data']): string | undefined =>
  fullScore === undefined || fullScore === 0 ? undefined : String(Math.floor((100 * total) / fullScore));

/** What came first counts: in time, or late; the score is that of the last. */
function sheetAfter({ sheet }: SessionProgress, event: Recorded<SessionEvent>): Partial<SessionProgress> {
  if (event.type === 'ScoreSheetUploaded') return { sheet: sheet ?? (event.data.late ? 'LATE' : 'ON_TIME'), sheetDue: undefined, scoreRate: rateOf(event.data) };
  if (event.type === 'ScoreSheetDueRecomputed') return sheet === undefined ? { sheetDue: event.data.due.date } : {};
  return event.type === 'ScoreSheetOverdue' ? { sheet: sheet ?? 'LATE' } : {};
}

function changeBy(before: SessionProgress, event: Recorded<SessionEvent>): Partial<SessionProgress> {
  switch (event.type) {
    case 'SessionRescheduled':
      return { notCovered: false };
    case 'SessionCancelled':
      return { stage: 'CANCELLED' };
    case 'SessionStarted':
      return { stage: 'IN_PROGRESS', hasStarted: true, notCovered: before.notCovered || before.assigned === 0 };
    case 'SessionEnded':
      return { stage: 'ENDED', sheetDue: event.data.scoreSheetDue.date };
    case 'ResultsFinalised':
      return { stage: 'RESULTS_FINAL' };
    case 'InternalSupervisorAssigned':
      return { assigned: before.assigned + 1 };
    case 'InternalSupervisorReleased':
      return { assigned: before.assigned - 1 };
    case 'SessionNotCovered':
      return { notCovered: true };
    default:
      return sheetAfter(before, event);
  }
}

export const sessionSource = streamSource<SessionProgress, SessionEvent>({
  category: 'session',
  opened: (event) => (event.type === 'SessionRegistered' ? opened(event) : undefined),
  evolve: (before, event) => changed(before, changeBy(before, event)),
  turns: ({ sheetDue }) => (sheetDue === undefined ? [] : [addDays(sheetDue, 1)]),
  shared: ({ agencyType }) => ({ agencyType }),
  metrics: METRICS,
});
