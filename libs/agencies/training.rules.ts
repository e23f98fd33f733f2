import { defineRules } from '#libs/event-sourcing/rule';

export const trainingRules = defineRules({
  PlanBelongsToARegisteredAgency: {
    id: 'R2.4-2', article: '第二章四', sentence: '拟定培训方案的评价机构应当已备案。',
  },
  TrainingNeedsNormalOperation: {
    id: 'R4.2-1', article: '第四章二', sentence: '平台正常操作被暂缓期间,评价机构不得拟定、报备新的培训方案,也不得开班。',
  },
  RevokedAgencyTrainsNobody: {
    id: 'R4.2-3', article: '第四章二', sentence: '认定工作资格已被取消的评价机构,不再培养内督。',
  },
  PlanDaysAreReal: {
    id: 'R2.4-2', article: '第二章四', sentence: '培训方案的起止日期应当真实存在,且不早于今天。',
  },
  PlanHasEnoughHours: {
    id: 'R2.4-2', article: '第二章四', sentence: '培训学时不得少于规定的最低学时。',
  },
  PlanIsOpen: {
    id: 'R2.4-2', article: '第二章四', sentence: '开班之后不得改动培训方案及其技术支持单位。',
  },
  PlanIsFiledOnce: {
    id: 'R2.4-2', article: '第二章四', sentence: '应当报备新拟定或者补正后的内督培训方案;外督培训不报备,同一方案不重复报备。',
  },
  FilingIsOpen: {
    id: 'R2.4-2', article: '第二章四', sentence: '只有已报备、尚未收悉的方案可以办理;开班之后不再退回补正。',
  },
  TrainingFollowsTheFiling: {
    id: 'R2.4-2', article: '第二章四', sentence: '内督培训应当先制定方案并向省中心报备,方可开班。',
  },
  TrainingIsHeldInOrder: {
    id: 'R2.4-1', article: '第二章四', sentence: '培训应当依次开班、完成、考核、登记成绩,再总结归档。',
  },
  CourseDayIsReal: {
    id: 'R2.4-1', article: '第二章四', sentence: '该日期应当真实存在,不晚于今天,且不早于前一环节。',
  },
  ProviderIsQualified: {
    id: 'R2.4-3', article: '第二章四', sentence: '提供技术支持的单位在培训期间应当具备外督培训考核资质。',
  },
  TraineesAreOwnPeople: {
    id: 'R2.3-4', article: '第二章三', sentence: '只能培训本单位、本行业已报名参加本次培训的人员。',
  },
  ExaminedWereTrained: {
    id: 'R2.2-1', article: '第二章二', sentence: '考核的对象应当参加过本次培训,每人每次考核一个成绩。',
  },
});

export const providerRules = defineRules({
  QualificationPeriodIsReal: {
    id: 'R2.4-3', article: '第二章四', sentence: '资质的起止日期应当真实存在,且起始日期不晚于截止日期。',
  },
  QualificationIsInForce: {
    id: 'R2.4-3', article: '第二章四', sentence: '该单位目前没有可以撤销的外督培训考核资质。',
  },
});
