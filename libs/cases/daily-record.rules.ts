import { defineRules } from '#libs/event-sourcing/rule';

export const dailyRecordRules = defineRules({
  ResearchPrecedesTheRecord: {
    id: 'R3.1(四)', article: '第三章一', sentence: '督导内容包括重大问题调查研究的,应当先提交调查研究报告,再提交督导情况记录表。',
  },
  RecordFollowsTheEnd: {
    id: 'R3.7-1', article: '第三章七', sentence: '督导情况记录表由已到场(上线)的督导员在日常督导结束后提交一次;其后的改动应当办理更正。',
  },
  RecordIsSigned: {
    id: 'R2.7(六)b', article: '第二章七', sentence: '督导情况记录表应当由督导员本人签名。',
  },
  TemplateIsCurrent: {
    id: 'R-ATT-1', article: '附件', sentence: '督导情况记录表应当使用现行版本的模板。',
  },
  TemplateIsFilled: {
    id: 'R-ATT-1', article: '附件', sentence: '模板的必填栏目应当各填写一次,不得增加模板没有的栏目。',
  },
  MethodsAreNamed: {
    id: 'R3.3.外(二)', article: '第三章三', sentence: '督导情况记录表应当至少写明一种督导形式,同一形式只列一次。',
  },
  EveryMatterIsRecorded: {
    id: 'R3.1(二)', article: '第三章一', sentence: '督导内容应当逐项记录,每项一次,不得超出立项的督导内容。',
  },
  RecordedProblemHasSeverity: {
    id: 'R2.7(一)b', article: '第二章七', sentence: '发现问题的应当写明情节,没有问题的不写情节。',
  },
  GuidanceAccompaniesTheRecord: {
    id: 'R1.1-1', article: '第一章一', sentence: '发现问题的,应当同时提出指导意见。',
  },
  CorrectionFollowsTheRecord: {
    id: 'R2.7(一)b', article: '第二章七', sentence: '只有参加督导的督导员可以说明理由更正已提交的督导情况记录表,原记录保留。',
  },
});
