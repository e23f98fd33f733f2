import { defineRules } from '#libs/event-sourcing/rule';

export const publicationRules = defineRules({
  OnlyTheDispatcherPublishes: {
    id: 'R2.7(四)', article: '第二章七', sentence: '督导结果只由委派机构公开;质量督导员和其他单位不得公开。',
  },
  ResultIsFinal: {
    id: 'R3.3-1', article: '第三章三', sentence: '督导办结之后才公开结果。',
  },
  PublicWordsNameNoPerson: {
    id: 'R2.7(五)', article: '第二章七', sentence: '公开内容不得含有身份证号码、电话号码等个人信息。',
  },
  ProposalIsDecidedFirst: {
    id: 'R2.7(四)', article: '第二章七', sentence: '已有拟公开内容尚未决定,不得再次拟定。',
  },
  DecisionFollowsTheProposal: {
    id: 'R2.7(四)', article: '第二章七', sentence: '没有待决定的拟公开内容。',
  },
  SecondPersonDecidesPublication: {
    id: 'R2.7(四)', article: '第二章七', sentence: '公开内容由拟定人以外的第二人批准或者退回。',
  },
  CorrectionSaysWhy: {
    id: 'R3.3-1', article: '第三章三', sentence: '更正已经公开的结果应当说明理由;首次公开不填写更正理由。',
  },
  VisibleInTime: {
    id: 'R3.3-1', article: '第三章三', sentence: '公开之日不得早于批准之日,也不得晚于公开期限;已逾期的应当当日公开。',
  },
  OnlyThePublishedIsWithdrawn: {
    id: 'R3.3-1', article: '第三章三', sentence: '只有已批准公开的结果才能撤回。',
  },
});
