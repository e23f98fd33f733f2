import { defineRules } from '#libs/event-sourcing/rule';

export const dailyMeasuresRules = defineRules({
  ReviewFollowsTheRecord: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '收到督导情况记录表之后,委派机构才能研判一次。',
  },
  DecisionFollowsTheReview: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '委派机构研判督导情况记录表之后,才能决定无需处理或者采取措施;已办结的不再决定。',
  },
  NoMeasureStandsAlone: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '已经采取措施的,不能决定无需处理。',
  },
  MeasureIsTakenOnce: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '一次日常督导中,同一措施只采取一次。',
  },
  MeasureRestsOnTheRecord: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '措施所列问题应当是督导情况记录表记录的问题,每项一次。',
  },
  TalkFollowsTheReview: {
    id: 'R3.3.外(三)', article: '第三章三', sentence: '约谈日期应当不早于研判之日,不晚于记录之日。',
  },
  MeasureNamesItsBases: {
    id: 'R0-3', article: '依据', sentence: '提醒、通报等文书应当写明依据。',
  },
  GuidanceAccompaniesTheMeasure: {
    id: 'R1.1-1', article: '第一章一', sentence: '坚持监督与指导并重:指出问题的,应当同时提出指导意见。',
  },
  ImprovementAnswersAMeasure: {
    id: 'R3.3.外(四)', article: '第三章三', sentence: '完善整改情况应当针对尚未确认的约谈提醒或者提醒函。',
  },
  ConfirmationFollowsTheStatement: {
    id: 'R3.3.外(四)', article: '第三章三', sentence: '评价机构说明完善整改情况之后,委派机构才能确认一次。',
  },
  ReminderFollowsTheDemand: {
    id: 'R4.2(三)', article: '第四章二', sentence: '约谈、提醒事项尚无完善整改说明的,才能催告,每项催告一次。',
  },
  ImprovementIsRefusedExpresslyOrBySilence: {
    id: 'R4.2(三)', article: '第四章二', sentence: '约谈、提醒事项明确拒绝改进,或者经催告逾期没有说明的,才能认定拒不采取改进措施一次。',
  },
  ClosingFollowsTheImprovement: {
    id: 'R3.3.外(四)', article: '第三章三', sentence: '已采取措施,且约谈和提醒事项的完善整改全部确认或者认定拒不改进之后,才能办结日常督导。',
  },
});
