import type { DailyTask, DailyTaskEvent } from '#libs/cases/daily-task.events';
import type { Recorded } from '#libs/event-sourcing/event';

/** Daily supervisions of one session that are not cancelled. */
export type DailyTasks = readonly DailyTask[];

export function evolveDailyTasks(tasks: DailyTasks, event: Pick<Recorded<DailyTaskEvent>, 'type' | 'data'>): DailyTasks {
  const { type, data } = event as DailyTaskEvent;
  switch (type) {
    case 'DailyTaskReserved':
      return [...tasks, { caseId: data.caseId, dispatcher: data.dispatcher }];
    case 'DailyTaskReleased':
      return tasks.filter(({ caseId }) => caseId !== data.caseId);
  }
}
