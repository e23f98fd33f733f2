import type { CaseEvent } from '#libs/cases/case.events';
import type { DrawEvent } from '#libs/draws/draw.events';
import type { LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** Who is taken up by a special supervision, and when: one document a case. */
export interface OccupiedTask {
  readonly caseId: string;
  /** First and last planned day on site. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** personIds of those drawn who have not left: from the draw itself, before they are seated. */
  readonly persons: readonly string[];
  /** True until the days on site are over. */
  readonly open: boolean;
}

type Taking = CaseEvent | DrawEvent;

const without = (task: OccupiedTask, personId: string): OccupiedTask => ({ ...task, persons: task.persons.filter((person) => person !== personId) });

function after(task: OccupiedTask, event: Recorded<Taking>): OccupiedTask {
  switch (event.type) {
    case 'DrawCompleted':
      return { ...task, persons: [...task.persons, ...event.data.drawn.map(({ personId }) => personId)] };
    case 'MemberReplaced':
      return { ...task, persons: [...task.persons, event.data.substitute.personId] };
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'SupervisorRecused':
      return without(task, event.data.personId);
    case 'OnSiteEnded':
    case 'SupervisionCancelled':
      return { ...task, open: false };
    default:
      return task;
  }
}

function keysOf(event: RecordedEvent): readonly string[] {
  if (event.stream.startsWith('case-')) return [event.stream.slice('case-'.length)];
  const { purpose } = (event as unknown as Recorded<DrawEvent>).data;
  return purpose.kind === 'SPECIAL_CASE' ? [purpose.caseId] : [];
}

export const drawTasks: View<OccupiedTask> = {
  name: 'draw-tasks',
  version: 1,
  categories: ['case', 'draw'],
  indexes: ['open'],
  keys: keysOf,
  apply: (task, stored, caseId) => {
    const event = stored as unknown as Recorded<Taking>;
    if (event.type === 'SpecialSupervisionOpened') return { caseId, from: event.data.onSiteFrom, to: event.data.onSiteTo, persons: [], open: true };
    return task === null ? null : after(task, event);
  },
};
