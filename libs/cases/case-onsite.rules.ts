import { defineRules } from '#libs/event-sourcing/rule';

export const onSiteRules = defineRules({
  CovertOrderFollowsTheGroup: {
    id: 'R2.6(五)', article: '第二章六', sentence: '成立督导小组之后、送达督导通知之前,才能决定暗访,且只决定一次。',
  },
  OnSiteFollowsTheSelfReport: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '收到自评(自查)报告或者记录其逾期未提交之后,才能开始一次现场考察(核查),决定暗访的除外。',
  },
  PresentAreMembers: {
    id: 'R2.5-1', article: '第二章五', sentence: '到场人员应当是督导小组成员,未经委派不得参加。',
  },
  DisclosureEndsTheCovertVisit: {
    id: 'R2.6(五)', article: '第二章六', sentence: '暗访开始之后才能公开,且只公开一次。',
  },
  DisclosurePrecedesTheViews: {
    id: 'R2.6(五)', article: '第二章六', sentence: '暗访应当先公开,再听取评价机构意见。',
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
