import type { DailyEvent } from '#libs/cases/daily.events';
import { INSPECTIONS } from '#libs/cases/daily-plan.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate, legalDateOf } from '#libs/regulation/legal-date';
import { OCCUPATION_LEVELS, TARGET_SELECTIONS } from '#libs/regulation/own-codes';

const SENTENCES: Sentences<DailyEvent> = {
  DailySupervisionPlanned: ({ agencyName, dispatcher, occupation, level, startsAt, targetSelection, inspection, matters, jointReason }) =>
    `${AREA_NAMES[dispatcher]}中心对${agencyName}${chineseDate(legalDateOf(startsAt))}${occupation}${OCCUPATION_LEVELS[level].name}场次立项日常督导` +
    `(${TARGET_SELECTIONS[targetSelection]},${INSPECTIONS[inspection]}${jointReason === undefined ? '' : ',联合督导'}),督导内容${matters.length}项`,
  SupervisionCancelled: ({ reason }) => `取消督导:${reason}`,
};

/** 日常督导的历程, without the names of persons. */
export const tellDaily = telling(SENTENCES);

const OF_TASK: Sentences<DailyTaskEvent> = {
  DailyTaskReserved: ({ caseId, dispatcher, joint }) => `场次由${AREA_NAMES[dispatcher]}中心${joint ? '联合' : ''}安排日常督导${caseId}`,
  DailyTaskReleased: ({ caseId }) => `日常督导${caseId}已取消,场次可以另行安排`,
};

/** 场次日常督导占用的历程 */
export const tellDailyTask = telling(OF_TASK);
