import { defineRules } from '#libs/event-sourcing/rule';

export const opinionRules = defineRules({
  DeliberationFollowsOnSite: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '现场考察(核查)结束之后,才能评议并形成一次初步督导意见。',
  },
  SelfReportPrecedesDeliberation: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '收到自评(自查)报告或者记录其逾期未提交之后,才能形成初步督导意见。',
  },
  ResearchPrecedesDeliberation: {
    id: 'R3.1(四)', article: '第三章一', sentence: '督导事项包括重大问题调查研究的,提交调查研究报告之后,才能形成初步督导意见。',
  },
  EveryMatterHasAFinding: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '初步督导意见应当对每一督导事项作出结论。',
  },
  FindingsStayWithinTheMatters: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导意见不得超出已明确的督导事项。',
  },
  ProblemHasItsSeverity: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '认定存在问题的应当注明情节,不存在问题的不注明。',
  },
  GuidanceAccompaniesProblems: {
    id: 'R1.1-1', article: '第一章一', sentence: '坚持监督与指导并重:指出问题的,应当同时提出指导意见。',
  },
  ResearchEndsInRecommendations: {
    id: 'R3.1(四)', article: '第三章一', sentence: '对重大问题进行调查研究的,应当提出建议。',
  },
  DemandsRestOnProblems: {
    id: 'R3.4(四)a', article: '第三章四', sentence: '每项整改要求应当针对已认定的问题。',
  },
  EveryMemberVotes: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '督导小组每名成员表决一次,非成员不参加表决。',
  },
  DissentIsRecorded: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '表决反对的,应当记录不同意见。',
  },
  PreliminaryIsDeliveredOnce: {
    id: 'R3.4(二)b', article: '第三章四', sentence: '初步督导意见应当在形成之后反馈一次。',
  },
  DefencePeriodHasItsMinimum: {
    id: 'R3.4(二)b', article: '第三章四', sentence: '申辩期限不得少于5个工作日。',
  },
  DeliveryLeavesTimeForDefence: {
    id: 'R3.4(二)b', article: '第三章四', sentence: '按所记录的送达时间,申辩期限已经届满;应当重新送达。',
  },
  DefenceFallsIntoItsPeriod: {
    id: 'R3.4(三)', article: '第三章四', sentence: '申辩意见应当在初步督导意见送达之后、申辩期限届满或者申辩终结之前提出。',
  },
  DefencePointsAtFindings: {
    id: 'R3.4(三)', article: '第三章四', sentence: '申辩要点所指的结论不在初步督导意见之中。',
  },
  WaiverPrecedesAnyDefence: {
    id: 'R3.4(三)', article: '第三章四', sentence: '已经提交申辩意见的,不能放弃申辩。',
  },
  AnalysisFollowsTheDefence: {
    id: 'R3.4(三)', article: '第三章四', sentence: '申辩意见提交完毕或者申辩期限届满之后,才能综合分析一次。',
  },
  EveryPointIsAnswered: {
    id: 'R3.4(三)', article: '第三章四', sentence: '应当对每一申辩要点逐一答复且只答复一次。',
  },
  OpinionFollowsTheDefence: {
    id: 'R3.4(三)', article: '第三章四', sentence: '申辩意见已综合分析、放弃申辩或者逾期未申辩之后,才能发出一次质量督导意见书。',
  },
  OpinionNamesItsBases: {
    id: 'R0-3', article: '前言', sentence: '质量督导意见书应当写明依据。',
  },
  DefenceNeverWorsensTheResult: {
    id: 'R3.4(三)', article: '第三章四', sentence: '不得因申辩加重结果:意见书的问题、情节和整改要求不得超出初步督导意见。',
  },
  DemandsAreDated: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '每项整改要求应当确定今天之后的期限。',
  },
  OpinionIsDeliveredOnce: {
    id: 'R3.4(三)', article: '第三章四', sentence: '质量督导意见书应当在发出之后送达一次。',
  },
});
