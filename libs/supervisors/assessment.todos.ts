import { externals, internals } from '#libs/access/bearers';
import { type Bearer, type Matter, type Opening, todoSource, when } from '#libs/event-sourcing/todo';
import { addDays, addMonths, legalDateOf, startOfDay } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type { AssessmentEvent, DispatchingBody } from '#libs/supervisors/assessment.events';
import type { Instant } from '#libs/event-sourcing/event';

/** Only the body that dispatched, the province and the supervisor themselves know of it. */
interface Assessed extends Matter {
  readonly personId: string;
  readonly dispatcher: DispatchingBody;
  readonly failed: boolean;
}

const isCenter = ({ by }: DispatchingBody): boolean => by === 'PROVINCIAL_CENTER' || by === 'MUNICIPAL_CENTER';

function ownerOf({ by, organisation }: DispatchingBody): Pick<Matter, 'agencyId' | 'departmentId'> {
  if (by === 'AGENCY') return { agencyId: organisation };
  return by === 'INDUSTRY_DEPT' ? { departmentId: organisation } : {};
}

function matter(before: Assessed | undefined, event: AssessmentEvent): Assessed | undefined {
  if (event.type === 'AssessmentFileOpened') {
    const { dispatcher, personId } = event.data;
    return { title: '考核档案', area: isCenter(dispatcher) ? dispatcher.organisation : '', personId, dispatcher, failed: false, ...ownerOf(dispatcher) };
  }
  if (before === undefined) return undefined;
  if (event.type === 'AssessmentConcluded') return { ...before, failed: event.data.result === 'FAIL' };
  return event.type === 'ObjectionDecided' && event.data.outcome === 'UPHELD' ? { ...before, failed: false } : before;
}

const dispatcher = ({ dispatcher: { by, organisation } }: Assessed): readonly Bearer[] => [{ role: by, organisation }];
const supervisor = ({ dispatcher: body, personId }: Assessed): readonly Bearer[] => (isCenter(body) ? externals : internals)([personId]);
const nextCycle = (_data: object, _matter: Assessed, at: Instant): readonly Opening[] => {
  const day = legalDateOf(at);
  return [{ from: startOfDay(addMonths(day, parameter('assessment.cycleMonths', day))) }];
};
const hasFailed = when<object, Assessed>((_data, { failed }) => failed);
const hasPassed = when<object, Assessed>((_data, { failed }) => !failed);

export const assessmentTodos = todoSource<AssessmentEvent, Assessed>({
  category: 'assessment',
  path: 'assessment-files',
  matter,
  todos: {
    AssessConduct: {
      label: '评价任务履职情况', falls: dispatcher, opens: { TaskEntryAdded: ({ caseId, outcome }) => (outcome === 'DELIVERED' ? [{ item: caseId }] : []) },
      endsItem: { TaskConductAssessed: ({ caseId }) => caseId },
    },
    OpenAssessmentPeriod: { label: '开始考核期', falls: dispatcher, opens: { AssessmentFileOpened: nextCycle, AssessmentPeriodClosed: () => [{}] }, ends: ['AssessmentPeriodOpened'] },
    ConcludeAssessment: { label: '作出考核结论', falls: dispatcher, opens: { AssessmentPeriodOpened: ({ to, conclusionDue }) => [{ from: startOfDay(addDays(to, 1)), due: conclusionDue }] }, ends: ['AssessmentConcluded'] },
    InformSupervisor: { label: '告知本人考核结论', falls: dispatcher, opens: { AssessmentConcluded: () => [{}] }, ends: ['SupervisorInformed'] },
    RaiseObjection: { label: '对考核结论有异议的,可以提出', falls: supervisor, opens: { SupervisorInformed: hasFailed }, ends: ['ObjectionRaised', 'FailDecisionTaken', 'AssessmentPeriodClosed'] },
    DecideObjection: { label: '处理异议', falls: dispatcher, opens: { ObjectionRaised: () => [{}] }, ends: ['ObjectionDecided'] },
    TakeFailDecision: { label: '决定考核不合格的处理', falls: dispatcher, opens: { SupervisorInformed: hasFailed, ObjectionDecided: hasFailed }, ends: ['ObjectionRaised', 'FailDecisionTaken'] },
    CloseAssessmentPeriod: {
      label: '结束考核期', falls: dispatcher, opens: { SupervisorInformed: hasPassed, ObjectionDecided: hasPassed, FailDecisionTaken: () => [{}] }, ends: ['AssessmentPeriodClosed'],
    },
  },
});
