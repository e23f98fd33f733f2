import { defineRules } from '#libs/event-sourcing/rule';

export const rectificationRules = defineRules({
  ExtensionIsGrantedOnce: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '整改期限只能延长一次。',
  },
  ExtensionPrecedesTheEnd: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '延期应当在整改期间、期限届满之前办理。',
  },
  NewDateIsLater: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '新的期限应当真实存在,且晚于今天和原期限。',
  },
  ReportFollowsTheOpinion: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '整改工作报告应当在整改期间提交;等待核查时不重复提交。',
  },
  EveryDemandIsAnswered: {
    id: 'R3.4(四)b', article: '第三章四', sentence: '整改工作报告应当逐项答复整改要求,每项只答复一次。',
  },
  VerificationFollowsTheReport: {
    id: 'R3.4(四)a', article: '第三章四', sentence: '收到整改工作报告之后才能核查通过或者退回。',
  },
  ReturnNamesDemands: {
    id: 'R3.4(四)a', article: '第三章四', sentence: '退回应当指明意见书中未达要求的事项,每项只列一次。',
  },
  ReminderFollowsTheDueDate: {
    id: 'R4.2(三)', article: '第四章二', sentence: '整改期限届满仍未提交报告的,才催告一次。',
  },
  RefusalIsExpressOrOverdue: {
    id: 'R4.2(三)', article: '第四章二', sentence: '整改期间明确拒绝,或者逾期并经催告期满仍不整改的,才能认定拒不整改。',
  },
  NothingIsOpenAtTheEnd: {
    id: 'R3.4(四)a', article: '第三章四', sentence: '意见书已送达且没有整改要求,或者整改已核查通过的,才能结案归档。',
  },
});
