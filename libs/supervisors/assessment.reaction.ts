import type { CaseEvent } from '#libs/cases/case.events';
import { type Case, type CaseState, evolveCase } from '#libs/cases/case.evolve';
import { groupMembers } from '#libs/cases/case-group.evolve';
import type { Member } from '#libs/cases/case-group.events';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import type { AddIssueEntry, AddTaskEntry, OpenAssessmentFile } from '#libs/supervisors/assessment.commands';
import type { DispatchingBody } from '#libs/supervisors/assessment.events';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';

export const centerOf = ({ dispatcher }: Pick<Case, 'dispatcher'>): DispatchingBody => ({ by: dispatcher === 'FJ' ? 'PROVINCIAL_CENTER' : 'MUNICIPAL_CENTER', organisation: dispatcher });

/** A supervision to which the body dispatched. */
interface Task {
  readonly caseId: string;
  readonly state: Pick<Case, 'dispatcher'>;
}

interface Found {
  readonly caseId: string;
  /** The case as it was when the fact happened. */
  readonly state: Case;
}

export function opened({ caseId, state }: Task, { supervisorId, personId }: Member): Request {
  const dispatcher = centerOf(state);
  return { name: 'OpenAssessmentFile', target: assessmentIdOf(dispatcher, supervisorId), body: { dispatcher, supervisorId, personId, caseId } satisfies OpenAssessmentFile };
}

const entered = (found: Found, supervisorId: string, body: AddTaskEntry): Request => ({
  name: 'AddTaskEntry', target: assessmentIdOf(centerOf(found.state), supervisorId), body,
});

/** Every member of the group answers for the day by which the preliminary opinion is delivered. */
function ofTask(found: Found, outcome: AddTaskEntry['outcome'], at: string, dueOn: string): readonly Request[] {
  const day = legalDateOf(at);
  const body: AddTaskEntry = { caseId: found.caseId, kind: 'SPECIAL', outcome, day, lateDays: Math.max(0, daysBetween(dueOn, day)) };
  return groupMembers(found.state.group).map(({ supervisorId }) => entered(found, supervisorId, body));
}

/** Evidence of R4.1(一) that the record itself has. */
export function refusedWithoutReason(found: Task, eventId: string, member: Member): readonly Request[] {
  const body: AddIssueEntry = { ground: 'S1', description: '无正当理由拒绝参加督导任务', evidence: [eventId], caseId: found.caseId };
  return [opened(found, member), { name: 'AddIssueEntry', target: assessmentIdOf(centerOf(found.state), member.supervisorId), body }];
}

function requests(event: Recorded<CaseEvent>, found: Found, dueOn: string): readonly Request[] {
  switch (event.type) {
    case 'GroupFormed':
      return event.data.members.map((member) => opened(found, member));
    case 'PreliminaryOverdue':
      return ofTask(found, 'OVERDUE', event.meta.occurredAt, event.data.due.date);
    case 'PreliminaryOpinionDelivered':
      return ofTask(found, 'DELIVERED', event.meta.occurredAt, dueOn);
    case 'DeclineJudged':
      return event.data.judgement === 'UNJUSTIFIED' ? refusedWithoutReason(found, event.id, event.data) : [];
    default:
      return [];
  }
}

/** The case just before the event, and after it: both fold no further, so that a second look finds the same. */
async function find(event: Recorded<CaseEvent>, lookup: Lookup): Promise<{ readonly before: CaseState; readonly after: CaseState }> {
  const until = (revision: number) => lookup.fold<CaseState, CaseEvent>(event.stream, undefined, (state, each) => (each.revision <= revision ? evolveCase(state, each) : state));
  return { before: await until(event.revision - 1), after: await until(event.revision) };
}

const WATCHED: readonly CaseEvent['type'][] = ['GroupFormed', 'PreliminaryOverdue', 'PreliminaryOpinionDelivered', 'DeclineJudged'];

/** The file of a supervisor is opened by the first dispatch, and filled with what the record itself knows (R2.8-2). */
export const assessmentFiles: SearchingReaction = {
  name: 'assessment-files',
  categories: ['case'],
  search: async (recorded, lookup) => {
    const event = recorded as unknown as Recorded<CaseEvent>;
    if (!WATCHED.includes(event.type)) return [];
    const { before, after } = await find(event, lookup);
    if (after === undefined) return [];
    const dueOn = before?.deadlines.preliminary?.deadline.date ?? legalDateOf(event.meta.occurredAt);
    return requests(event, { caseId: event.stream.slice('case-'.length), state: after }, dueOn);
  },
};
