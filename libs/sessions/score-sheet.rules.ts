import { defineRules } from '#libs/event-sourcing/rule';

export const scoreSheetRules = defineRules({
  TemplatesAreOfTheProvince: {
    id: 'R-ATT-1', article: '附件', sentence: '内部督导评分表模板全省统一,由省中心发布。',
  },
  TemplateAddsUp: {
    id: 'R-ATT-1', article: '附件', sentence: '模板各评分项目不得重复,分值之和应当等于总分。',
  },
  TemplateVersionIsNew: {
    id: 'R-ATT-1', article: '附件', sentence: '模板版本号已经用过,每次发布应当使用新的版本号。',
  },
  TemplateFollowsTheOneBefore: {
    id: 'R-ATT-1', article: '附件', sentence: '模板启用日期应当真实存在、不早于今天,且晚于前一版本的启用日期。',
  },
  PhasesFollowEachOther: {
    id: 'R3.3-3', article: '第三章三', sentence: '全程督导应当依次记录准备情况、认定过程、认定结果,每个阶段记录一次。',
  },
  PhaseHappensInItsTime: {
    id: 'R3.3-3', article: '第三章三', sentence: '认定过程的督导应当在开考之后,认定结果的督导应当在场次结束之后,且均不早于上一阶段。',
  },
  EveryPhasePrecedesTheSheet: {
    id: 'R3.3-3', article: '第三章三', sentence: '准备情况、认定过程、认定结果均已记录之后,才能上传内部督导评分表。',
  },
  ScoreSheetFollowsTheTemplate: {
    id: 'R-ATT-1', article: '附件', sentence: '评分表应当使用场次首日有效的模板,逐项评分一次,且不超过该项分值。',
  },
  ScoreSheetIsLockedOnce: {
    id: 'R3.3-4', article: '第三章三', sentence: '评分表上传之后锁定一次,锁定之后不能再上传。',
  },
  ScoreSheetPrecedesTheResults: {
    id: 'R3.3-4', article: '第三章三', sentence: '内部督导评分表上传并锁定之前,不能确定认定结果。',
  },
  ResultsAreFinalisedOnce: {
    id: 'R3.3-4', article: '第三章三', sentence: '场次结束之后确定认定结果一次。',
  },
  NoMorePassThanTakePart: {
    id: 'R3.3-4', article: '第三章三', sentence: '合格人数不得多于参加认定人数。',
  },
});
