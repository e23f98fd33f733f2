import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DrawEvent } from '#libs/draws/draw.events';
import type { LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { Slot } from '#libs/sessions/session.events';

/** Who is taken up by a supervision from outside, and when: one document a supervision. */
export interface OccupiedTask {
  /** Key of the document; a daily supervision has one that no special supervision of the same id can have. */
  readonly caseId: string;
  /** First and last planned day on site, or day of the session. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** personIds of those drawn who have not left: from the draw itself, before they are seated. */
  readonly persons: readonly string[];
  /** True until the days on site are over. */
  readonly open: boolean;
}

type Taking = CaseEvent | DailyEvent | DrawEvent;

export const dailyTaskKey = (caseId: string): string => `daily:${caseId}`;

const without = (task: OccupiedTask, personId: string): OccupiedTask => ({ ...task, persons: task.persons.filter((person) => person !== personId) });

const daysOf = ({ startsAt, endsAt }: Slot) => ({ from: legalDateOf(startsAt), to: legalDateOf(endsAt) });

function after(task: OccupiedTask, event: Recorded<Taking>): OccupiedTask {
  switch (event.type) {
    case 'DrawCompleted':
      return { ...task, persons: [...task.persons, ...event.data.drawn.map(({ personId }) => personId)] };
    case 'MemberReplaced':
      return { ...task, persons: [...task.persons, event.data.substitute.personId] };
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'SupervisorRecused':
    case 'SupervisorFoundIneligible':
      return without(task, event.data.personId);
    case 'DailyDatesMoved':
      return { ...task, ...daysOf(event.data), open: true };
    case 'OnSiteEnded':
    case 'DailySupervisionEnded':
    case 'DailySupervisionMissed':
    case 'SupervisionCancelled':
      return { ...task, open: false };
    default:
      return task;
  }
}

function keysOf(event: RecordedEvent): readonly string[] {
  if (event.stream.startsWith('case-')) return [event.stream.slice('case-'.length)];
  if (event.stream.startsWith('daily-')) return [dailyTaskKey(event.stream.slice('daily-'.length))];
  const { purpose } = (event as unknown as Recorded<DrawEvent>).data;
  if (!('caseId' in purpose)) return [];
  return [purpose.kind === 'DAILY_CASE' ? dailyTaskKey(purpose.caseId) : purpose.caseId];
}

export const drawTasks: View<OccupiedTask> = {
  name: 'draw-tasks',
  version: 2,
  categories: ['case', 'daily', 'draw'],
  indexes: ['open'],
  keys: keysOf,
  apply: (task, stored, caseId) => {
    const event = stored as unknown as Recorded<Taking>;
    if (event.type === 'SpecialSupervisionOpened') return { caseId, from: event.data.onSiteFrom, to: event.data.onSiteTo, persons: [], open: true };
    if (event.type === 'DailySupervisionPlanned') return { caseId, ...daysOf(event.data), persons: [], open: true };
    return task === null ? null : after(task, event);
  },
};
