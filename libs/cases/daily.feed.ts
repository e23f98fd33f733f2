import { caseFeed } from '#libs/cases/case.feed';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import type { Feed } from '#libs/event-sourcing/feed';

const UNKNOWN_TO_THE_AGENCY = '日常督导可能是暗访,立项不外送';

/** What a special supervision has, too, leaves as it does there: a kind of fact is decided once. */
export const dailyFeed: Feed<DailyEvent> = {
  DailySupervisionPlanned: UNKNOWN_TO_THE_AGENCY,
  SupervisionCancelled: caseFeed.SupervisionCancelled,
};

export const dailyTaskFeed: Feed<DailyTaskEvent> = {
  DailyTaskReserved: UNKNOWN_TO_THE_AGENCY,
  DailyTaskReleased: UNKNOWN_TO_THE_AGENCY,
};
