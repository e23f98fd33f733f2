import { defineRules } from '#libs/event-sourcing/rule';

export const assessmentRules = defineRules({
  OnlyTheDispatcherAssesses: {
    id: 'R2.8-1', article: '第二章八', sentence: '督导员由委派其的机构考核,其他机构不得办理。',
  },
  EntryIsOfAnOwnTask: {
    id: 'R2.8-1', article: '第二章八', sentence: '只能评价本机构委派该督导员参加的任务,每项任务评价一次。',
  },
  EveryDutyIsChecked: {
    id: 'R2.8-1', article: '第二章八', sentence: '评价应当逐项写明第二章七各项要求是否做到,未做到的说明情况。',
  },
  IssueHasEvidence: {
    id: 'R2.8-2', article: '第二章八', sentence: '记入考核档案的问题应当写明事实并附证据。',
  },
  LearningIsDone: {
    id: 'R2.9-1', article: '第二章九', sentence: '学习情况应当在完成之后记入,完成日期应当真实存在。',
  },
  OneAssessmentAtATime: {
    id: 'R2.8-1', article: '第二章八', sentence: '上一次考核结束之后才能开始新的考核,考核编号不得重复,考核期不得重叠。',
  },
  PeriodDayIsReal: {
    id: 'R2.8-1', article: '第二章八', sentence: '考核期的开始日期应当真实存在,在本办法施行之后且不晚于今天。',
  },
  ConclusionFollowsThePeriod: {
    id: 'R2.8-1', article: '第二章八', sentence: '考核期届满之后作出一次考核结论。',
  },
  ConclusionIsTold: {
    id: 'R2.8-1', article: '第二章八', sentence: '作出考核结论之后应当告知本人一次,告知之后才能办理后续事项。',
  },
  ObjectionIsOpen: {
    id: 'R2.8-1', article: '第二章八', sentence: '本人在被告知不合格的考核结论之后、作出处理决定之前可以提出一次异议。',
  },
  ObjectionIsDecidedFirst: {
    id: 'R2.8-1', article: '第二章八', sentence: '本人提出异议的,应当先对异议作出一次处理。',
  },
  FailureHasOneDecision: {
    id: 'R2.8-3', article: '第二章八', sentence: '对考核不合格的人员应当作出且只作出一项处理决定:暂停或者取消其资格;考核合格的不得作出。',
  },
});
