import { defineRules } from '#libs/event-sourcing/rule';

export const groupRules = defineRules({
  SeatsBelongToOneDraw: {
    id: 'R2.5-2', article: '第二章五', sentence: '督导员已经抽取;只有席位无人递补时才能以另一次抽取补足。',
  },
  SubstituteTakesAFreeSeat: {
    id: 'R2.5-2', article: '第二章五', sentence: '递补人员只能接替同一次抽取中已经离开的督导员。',
  },
  AssignmentAwaitsAnswer: {
    id: 'R2.5-1', article: '第二章五', sentence: '该督导员的委派不在待答复状态。',
  },
  NoConflictIsDeclared: {
    id: 'R3.6-1', article: '第三章六', sentence: '接受委派前应当签署现行的无利益冲突声明。',
  },
  DeclineBeforeDeliberation: {
    id: 'R4.1(一)', article: '第四章一', sentence: '初步督导意见已经形成,不能再表示不能参加。',
  },
  ReminderPrecedesNoAnswer: {
    id: 'R4.1(一)', article: '第四章一', sentence: '应当先催告,自催告次日起仍未答复的才能记录为未答复。',
  },
  DeclineIsJudgedOnce: {
    id: 'R4.1(一)', article: '第四章一', sentence: '只能对表示不能参加或者未答复的督导员认定一次有无正当理由。',
  },
  RecusedIsInTheCase: {
    id: 'R3.6-1', article: '第三章六', sentence: '该督导员不在本案督导人员之中,或者已经离开。',
  },
  RecusalUntilTheOpinion: {
    id: 'R3.6-1', article: '第三章六', sentence: '质量督导意见书已经发出,不能再办理回避。',
  },
  RecusalIsSubstantiated: {
    id: 'R3.6-1', article: '第三章六', sentence: '评价机构提出回避或者选择“其他”情形的,应当写明具体事实,不少于20个字。',
  },
  MattersPrecedeTheGroup: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导前应当先明确督导事项,再成立督导小组。',
  },
  GroupIsNotYetComplete: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导小组已经成立且人员没有变动,或者初步督导意见已经形成。',
  },
  EveryMemberDeclaredNoConflict: {
    id: 'R3.6-1', article: '第三章六', sentence: '仍有抽中的督导员没有答复;小组成员应当全部签署无利益冲突声明。',
  },
  GroupNeedsThreeSupervisors: {
    id: 'R3.4-3', article: '第三章四', sentence: '督导小组原则上由3名及以上质量督导员组成;确需2名的,应当记录理由和批准人。',
  },
  GroupIsNeverOne: {
    id: 'R3.4-3', article: '第三章四', sentence: '督导小组不得少于2名质量督导员。',
  },
  ExceptionNeedsApprover: {
    id: 'R3.4-3', article: '第三章四', sentence: '督导小组少于3名的,应当由经办人以外的人批准。',
  },
  LeaderIsDrawn: {
    id: 'R3.4-3', article: '第三章四', sentence: '组长应当在抽中并接受委派的督导员中确定。',
  },
  GroupStands: {
    id: 'R3.4-3', article: '第三章四', sentence: '督导小组尚未成立,或者因人员离开已不完整,应当先(重新)成立督导小组。',
  },
});
