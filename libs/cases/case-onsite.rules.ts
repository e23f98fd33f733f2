import { defineRules } from '#libs/event-sourcing/rule';

export const onSiteRules = defineRules({
  OnSiteFollowsTheSelfReport: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '收到自评(自查)报告或者记录其逾期未提交之后,才能开始一次现场考察(核查)。',
  },
  PresentAreMembers: {
    id: 'R2.5-1', article: '第二章五', sentence: '到场人员应当是督导小组成员,未经委派不得参加。',
  },
  ViewsAreHeardOnSite: {
    id: 'R3.4(一)', article: '第三章四', sentence: '听取意见应当在现场考察(核查)期间进行并记录一次。',
  },
  OnSiteEndsAfterItStarted: {
    id: 'R3.4(一)', article: '第三章四', sentence: '现场考察(核查)没有开始,或者已经结束。',
  },
  ViewsPrecedeTheEnd: {
    id: 'R3.4(一)', article: '第三章四', sentence: '听取评价机构意见之后,才能结束现场考察(核查)。',
  },
});
