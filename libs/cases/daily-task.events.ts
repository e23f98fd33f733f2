import type { Fact } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

/** One daily supervision of the session. */
export interface DailyTask {
  /** Its stream is `daily-<caseId>`. */
  readonly caseId: string;
  readonly dispatcher: Area;
}

/** 占用场次日常督导: another supervision of the session is refused unless it is marked joint. */
export type DailyTaskReserved = Fact<'DailyTaskReserved', DailyTask & { readonly joint: boolean }>;

/** 释放场次日常督导: the supervision was cancelled. */
export type DailyTaskReleased = Fact<'DailyTaskReleased', Pick<DailyTask, 'caseId'>>;

/** Which daily supervisions a session has, stream `dailytask-<sessionId>`. */
export type DailyTaskEvent = DailyTaskReserved | DailyTaskReleased;

export const dailyTaskBasis: Readonly<Record<DailyTaskEvent['type'], readonly string[]>> = {
  DailyTaskReserved: ['R1.5-2', 'R1.5-3'],
  DailyTaskReleased: ['R1.5-2', 'R1.5-3'],
};
