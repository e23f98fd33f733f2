import { isCenter, requireSystem } from '#libs/access/policy';
import { dailyTaskBasis, type DailyTaskEvent } from '#libs/cases/daily-task.events';
import { type DailyTasks, evolveDailyTasks } from '#libs/cases/daily-task.evolve';
import { dailyTaskRules } from '#libs/cases/daily-task.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';

interface ReserveDailyTask {
  readonly caseId: string;
  readonly joint: boolean;
}

/** Part of planning: a joint supervision stands beside one of another centre, never beside one of the same. */
const reserveDailyTask: CommandRule<ReserveDailyTask, DailyTasks, DailyTaskEvent> = {
  creates: 'either',
  authorise: (_command, _tasks, { actor }) => {
    if (!isCenter(actor)) throw new NotAllowed(dailyTaskRules.CenterReservesForItself);
  },
  decide: ({ caseId, joint }, tasks, { actor }) => {
    const dispatcher = actor.organisation as Area;
    if (tasks.some((task) => task.caseId === caseId && task.dispatcher === dispatcher)) return [];
    const [other] = tasks;
    const mayJoin = joint && tasks.every((task) => task.dispatcher !== dispatcher);
    require(other === undefined || mayJoin, dailyTaskRules.SessionIsSupervisedOnce, other?.caseId);
    return [{ type: 'DailyTaskReserved', data: { caseId, dispatcher, joint } }];
  },
};

const releaseDailyTask: CommandRule<Pick<ReserveDailyTask, 'caseId'>, DailyTasks, DailyTaskEvent> = {
  authorise: (_command, _tasks, { actor }) => requireSystem(actor),
  decide: ({ caseId }, tasks) => (tasks.some((task) => task.caseId === caseId) ? [{ type: 'DailyTaskReleased', data: { caseId } }] : []),
};

export const dailyTaskDecider: Decider<DailyTasks, DailyTaskEvent> = {
  category: 'dailytask',
  initial: [],
  evolve: evolveDailyTasks,
  basis: dailyTaskBasis,
  area: () => 'FJ',
  commands: { ReserveDailyTask: reserveDailyTask, ReleaseDailyTask: releaseDailyTask },
};
