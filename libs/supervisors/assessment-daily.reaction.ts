import type { Member } from '#libs/cases/case-group.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import type { AddIssueEntry, AddTaskEntry } from '#libs/supervisors/assessment.commands';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { centerOf, opened, refusedWithoutReason } from '#libs/supervisors/assessment.reaction';
import { assessmentFile } from '#libs/supervisors/assessment.view';

interface Found {
  readonly caseId: string;
  /** The supervision as it was when the fact happened. */
  readonly state: Daily;
}

/** Those who took part answer for the day on which the record form is due (D-01). */
function ofRecord({ caseId, state }: Found, outcome: AddTaskEntry['outcome'], at: string, lateDays: number): readonly Request[] {
  const body: AddTaskEntry = { caseId, kind: 'DAILY', outcome, day: legalDateOf(at), lateDays };
  const present = state.group.seats.filter(({ supervisorId, status }) => status === 'ACCEPTED' && state.checkedIn.includes(supervisorId));
  return present.map(({ supervisorId }) => ({ name: 'AddTaskEntry', target: assessmentIdOf(centerOf(state), supervisorId), body }));
}

/** Who acted without an assignment, where the body has a file of them: it assesses those whom it once dispatched (R2.8-1). */
async function unassigned({ caseId, state }: Found, eventId: string, personId: string, lookup: Lookup): Promise<readonly Request[]> {
  const { by, organisation } = centerOf(state);
  const files = await findEvery(lookup, assessmentFile, { where: { personId } }, ({ assessmentId }) => assessmentId);
  const body: AddIssueEntry = { ground: 'S1', description: '未经委派参加督导工作任务', evidence: [eventId], caseId };
  return files
    .filter(({ dispatcher }) => dispatcher.by === by && dispatcher.organisation === organisation)
    .map(({ assessmentId }) => ({ name: 'AddIssueEntry', target: assessmentId, body }));
}

function requests(event: Recorded<DailyEvent>, found: Found, lookup: Lookup): readonly Request[] | Promise<readonly Request[]> {
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'SupervisorDispatched':
      return [opened(found, event.data as Member)];
    case 'RecordOverdue':
      return ofRecord(found, 'OVERDUE', at, Math.max(0, daysBetween(event.data.due.date, legalDateOf(at))));
    case 'RecordSubmitted':
      return ofRecord(found, 'DELIVERED', at, event.data.daysLate);
    case 'DeclineJudged':
      return event.data.judgement === 'UNJUSTIFIED' ? refusedWithoutReason(found, event.id, event.data) : [];
    case 'UnassignedActRefused':
      return unassigned(found, event.id, event.data.personId, lookup);
    default:
      return [];
  }
}

const WATCHED: readonly DailyEvent['type'][] = ['SupervisorDispatched', 'RecordOverdue', 'RecordSubmitted', 'DeclineJudged', 'UnassignedActRefused'];

/** What daily supervisions bring to the files: the first dispatch, the record form to its day, and what the record itself has against somebody. */
export const dailyAssessmentFiles: SearchingReaction = {
  name: 'daily-assessment-files',
  categories: ['daily'],
  search: async (recorded, lookup) => {
    const event = recorded as unknown as Recorded<DailyEvent>;
    if (!WATCHED.includes(event.type)) return [];
    const state = await lookup.fold<DailyState, DailyEvent>(event.stream, undefined, (before, each) => (each.revision <= event.revision ? evolveDaily(before, each) : before));
    return state === undefined ? [] : requests(event, { caseId: event.stream.slice('daily-'.length), state }, lookup);
  },
};
