import { idFromText } from '#libs/event-sourcing/ids';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { AssessmentEvent, AssessmentFileOpened, AssessmentResult, DispatchingBody } from '#libs/supervisors/assessment.events';

/** One assessment, from its period to its end. */
export interface AssessmentPeriod {
  readonly assessmentNo: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** Absent from periods opened before there was one. */
  readonly conclusionDue?: Deadline;
  /** Not concluded in time. It stays when the conclusion comes. */
  readonly overdue?: true;
  /** As it stands: an objection that is upheld turns it. */
  readonly result?: AssessmentResult;
  readonly concludedOn?: LegalDate;
  readonly informed: boolean;
  readonly objection?: 'RAISED' | 'UPHELD' | 'REJECTED';
  readonly failDecision?: 'SUSPEND' | 'CANCEL';
  readonly closed: boolean;
}

export interface Assessment extends Omit<AssessmentFileOpened['data'], 'caseId'> {
  /** `<caseId> <outcome>` of the task entries. */
  readonly entries: readonly string[];
  /** Cases whose conduct has been assessed. */
  readonly assessed: readonly string[];
  /** Cases of which an issue was noted by itself. */
  readonly issues: readonly string[];
  readonly periods: readonly AssessmentPeriod[];
}

export type AssessmentState = Assessment | undefined;

/** Id of the one file that a body keeps of a supervisor. */
export const assessmentIdOf = ({ by, organisation }: DispatchingBody, supervisorId: string): string => idFromText(`assessment\n${by}\n${organisation}\n${supervisorId}`);

export const entryOf = (caseId: string, outcome: string): string => `${caseId} ${outcome}`;

/** The assessment under way, if one is. */
export const openPeriod = ({ periods }: Assessment): AssessmentPeriod | undefined => periods.find(({ closed }) => !closed);

const changed = (state: Assessment, assessmentNo: string, change: Partial<AssessmentPeriod>): Pick<Assessment, 'periods'> => ({
  periods: state.periods.map((period) => (period.assessmentNo === assessmentNo ? { ...period, ...change } : period)),
});

export function evolveAssessment(state: AssessmentState, event: Recorded<AssessmentEvent>): AssessmentState {
  if (event.type === 'AssessmentFileOpened') {
    const { dispatcher, supervisorId, personId } = event.data;
    return { dispatcher, supervisorId, personId, entries: [], assessed: [], issues: [], periods: [] };
  }
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}

function changeBy(state: Assessment, event: Exclude<Recorded<AssessmentEvent>, { readonly type: 'AssessmentFileOpened' }>): Partial<Assessment> {
  switch (event.type) {
    case 'TaskEntryAdded':
      return { entries: [...state.entries, entryOf(event.data.caseId, event.data.outcome)] };
    case 'TaskConductAssessed':
      return { assessed: [...state.assessed, event.data.caseId] };
    case 'IssueEntryAdded':
      return event.meta.role === 'SYSTEM' && event.data.caseId !== undefined ? { issues: [...state.issues, event.data.caseId] } : {};
    case 'CommendationAdded':
    case 'LearningEntryAdded':
      return {};
    case 'AssessmentPeriodOpened': {
      const { cycleMonths: _cycle, ...period } = event.data;
      return { periods: [...state.periods, { ...period, informed: false, closed: false }] };
    }
    case 'AssessmentOverdue':
      return changed(state, event.data.assessmentNo, { overdue: true });
    case 'AssessmentConcluded':
      return changed(state, event.data.assessmentNo, { result: event.data.result, concludedOn: legalDateOf(event.meta.occurredAt) });
    case 'SupervisorInformed':
      return changed(state, event.data.assessmentNo, { informed: true });
    case 'ObjectionRaised':
      return changed(state, event.data.assessmentNo, { objection: 'RAISED' });
    case 'ObjectionDecided':
      return changed(state, event.data.assessmentNo, { objection: event.data.outcome, ...(event.data.outcome === 'UPHELD' && { result: 'PASS' }) });
    case 'FailDecisionTaken':
      return changed(state, event.data.assessmentNo, { failDecision: event.data.decision });
    case 'AssessmentPeriodClosed':
      return changed(state, event.data.assessmentNo, { closed: true });
  }
}
