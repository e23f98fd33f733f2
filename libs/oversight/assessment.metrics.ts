import type { Recorded } from '#libs/event-sourcing/event';
import type { FileNote, ObjectionState } from '#libs/oversight/assessment.dimensions';
import { changed, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import type { AssessmentEvent, AssessmentFileOpened, AssessmentResult, DispatchingBody } from '#libs/supervisors/assessment.events';

interface FileProgress {
  readonly assessor: DispatchingBody['by'];
  /** By number of the assessment, as they stand. */
  readonly results: Readonly<Record<string, AssessmentResult>>;
  readonly objections: Readonly<Record<string, ObjectionState>>;
}

const NOTES: { readonly [T in AssessmentEvent['type']]?: FileNote } = { CommendationAdded: 'COMMENDATION', IssueEntryAdded: 'ISSUE', LearningEntryAdded: 'LEARNING' };

const METRICS: readonly Metric<FileProgress, AssessmentEvent>[] = [
  {
    name: 'AssessmentFiles',
    label: '考核档案',
    unit: '份',
    definition: '委派机构对其委派的每一名督导员建立的考核档案各计一份,自首次委派建档之日起计。',
    dimensions: ['assessor'],
    counts: ({ type }) => (type === 'AssessmentFileOpened' ? [one({})] : []),
  },
  {
    name: 'AssessmentResults',
    label: '督导员考核结论',
    unit: '人次',
    definition: '每一次考核结论自作出之日起计一人次,按该日的结论归类:异议成立的,自异议处理之日起为合格。',
    dimensions: ['assessmentResult', 'assessor'],
    stands: ({ results }) => Object.values(results).map((assessmentResult) => ({ assessmentResult })),
  },
  {
    name: 'AssessmentObjections',
    label: '对考核结论的异议',
    unit: '人次',
    definition: '督导员对考核结论每提出一次异议,自提出之日起计一人次,按该日处理情况归类。',
    dimensions: ['objection', 'assessor'],
    stands: ({ objections }) => Object.values(objections).map((objection) => ({ objection })),
  },
  {
    name: 'FailDecisions',
    label: '考核不合格的处理决定',
    unit: '人次',
    definition: '考核不合格后每作出一次暂停或者取消资格的决定,自决定之日起计一人次。',
    dimensions: ['failDecision', 'assessor'],
    counts: ({ type, data }) => (type === 'FailDecisionTaken' ? [one({ failDecision: data.decision })] : []),
  },
  {
    name: 'TaskEntries',
    label: '任务记入考核档案',
    unit: '次',
    definition: '督导员的每一次任务按期或者逾期提交、逾期未提交,每记入考核档案一次计一次;逾期后补交的另计一次已提交。',
    dimensions: ['supervisionKind', 'taskOutcome', 'timeliness', 'assessor'],
    counts: ({ type, data }) => (type === 'TaskEntryAdded' ? [one({ supervisionKind: data.kind, taskOutcome: data.outcome, timeliness: data.outcome === 'OVERDUE' || data.lateDays > 0 ? 'LATE' : 'ON_TIME' })] : []),
  },
  {
    name: 'QualityMarks',
    label: '任务履职评价',
    unit: '次',
    definition: '委派机构对督导员一次任务的每一次履职评价,自评价之日起计一次。',
    dimensions: ['mark', 'assessor'],
    counts: ({ type, data }) => (type === 'TaskConductAssessed' ? [one({ mark: data.mark })] : []),
  },
  {
    name: 'ConductBreaches',
    label: '未遵守督导员守则',
    unit: '次',
    definition: '履职评价认定未遵守的每一项守则,自评价之日起计一次。',
    dimensions: ['conduct', 'assessor'],
    counts: ({ type, data }) => (type === 'TaskConductAssessed' ? each(data.conduct.filter(({ kept }) => !kept).map(({ duty }) => ({ conduct: duty }))) : []),
  },
  {
    name: 'FileNotes',
    label: '表扬、问题和学习',
    unit: '条',
    definition: '考核档案每记入一条表扬、问题或者学习,自记入之日起计一条。',
    dimensions: ['fileNote', 'assessor'],
    counts: ({ type }) => {
      const fileNote = NOTES[type];
      return fileNote === undefined ? [] : [one({ fileNote })];
    },
  },
];

const opened = ({ data }: AssessmentFileOpened): FileProgress => ({ assessor: data.dispatcher.by, results: {}, objections: {} });

function changeBy({ results, objections }: FileProgress, { type, data }: Recorded<AssessmentEvent>): Partial<FileProgress> {
  switch (type) {
    case 'AssessmentConcluded':
      return { results: { ...results, [data.assessmentNo]: data.result } };
    case 'ObjectionRaised':
      return { objections: { ...objections, [data.assessmentNo]: 'RAISED' } };
    case 'ObjectionDecided':
      return {
        objections: { ...objections, [data.assessmentNo]: data.outcome },
        ...(data.outcome === 'UPHELD' && { results: { ...results, [data.assessmentNo]: 'PASS' } }),
      };
    default:
      return {};
  }
}

export const assessmentSource = streamSource<FileProgress, AssessmentEvent>({
  category: 'assessment',
  opened: (event) => (event.type === 'AssessmentFileOpened' ? opened(event) : undefined),
  evolve: (before, event) => changed(before, changeBy(before, event)),
  shared: ({ assessor }) => ({ assessor }),
  metrics: METRICS,
});
