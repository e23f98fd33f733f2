import type { AgencyType } from '#libs/agencies/agency.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, type Metric, streamSource } from '#libs/oversight/ledger.metric';
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
];

const opened = ({ data }: SessionRegistered): SessionProgress => ({ agencyType: data.agencyType, stage: 'REGISTERED', assigned: 0, notCovered: false, hasStarted: false });

/** What came first counts: in time, or late. */
function sheetAfter({ sheet }: SessionProgress, event: Recorded<SessionEvent>): Partial<SessionProgress> {
  if (event.type === 'ScoreSheetUploaded') return { sheet: sheet ?? (event.data.late ? 'LATE' : 'ON_TIME') };
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
      return { stage: 'ENDED' };
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
  shared: ({ agencyType }) => ({ agencyType }),
  metrics: METRICS,
});
