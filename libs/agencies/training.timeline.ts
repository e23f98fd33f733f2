import type { ProviderEvent } from '#libs/agencies/provider.events';
import { EXAM_FORMS, type TrainingEvent } from '#libs/agencies/training.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<TrainingEvent> = {
  TrainingPlanDrafted: ({ draft, title, hours, startsOn, endsOn, places }) =>
    `第${draft}次拟定培训方案“${title}”,${chineseDate(startsOn)}至${chineseDate(endsOn)},${hours}学时,${places}人。`,
  TrainingPlanFiled: ({ draft }) => `第${draft}次拟定的方案向省中心报备。`,
  TrainingFilingReminded: ({ fileBy }) => `提醒报备培训方案(应于${chineseDate(fileBy)}前)。`,
  TrainingFilingDueRecomputed: ({ before, after }) => `放假安排公布或者更正后重算报备期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}。`,
  FilingReturned: ({ reasons }) => `省中心退回补正:${reasons}`,
  FilingAcknowledged: () => '省中心收悉报备。',
  ProviderEngaged: ({ name, qualificationNo }) => `向${name}购买技术支持服务(资质${qualificationNo})。`,
  TrainingStarted: ({ startedOn }) => `${chineseDate(startedOn)}开班。`,
  TrainingHeld: ({ endedOn, hours, attended }) => `${chineseDate(endedOn)}培训完成,${hours}学时,${attended.length}人参加。`,
  ExamHeld: ({ examinedOn, form, sitting }) => `${chineseDate(examinedOn)}第${sitting}次考核(${EXAM_FORMS[form]})。`,
  ExamResultsRecorded: ({ results, passMark }) => `登记成绩:${results.length}人中${results.filter(({ passed }) => passed).length}人合格(合格线${passMark}分)。`,
  TrainingClosed: ({ summary }) => `培训总结归档:${summary}`,
};

/** 一次培训的历程 */
export const tellTraining = telling(SENTENCES);

const PROVIDER_SENTENCES: Sentences<ProviderEvent> = {
  ProviderQualified: ({ name, qualificationNo, qualifiedFrom, qualifiedUntil }) =>
    `${name}具备外督培训考核资质(${qualificationNo}),${chineseDate(qualifiedFrom)}至${chineseDate(qualifiedUntil)}。`,
  ProviderQualificationWithdrawn: ({ withdrawnOn, reason }) => `自${chineseDate(withdrawnOn)}起撤销外督培训考核资质:${reason}`,
};

/** 培训资质的历程 */
export const tellProvider = telling(PROVIDER_SENTENCES);
