import { defineRules } from '#libs/event-sourcing/rule';

export const dailyDispatchRules = defineRules({
  DailyTakesSupervisors: {
    id: 'R2.5-1', article: '第二章五', sentence: '日常督导已经结束、取消或者未能实施,不能再办理委派。',
  },
  SupervisorAwaitsDispatch: {
    id: 'R2.5-1', article: '第二章五', sentence: '该督导员不是已抽中、尚未到场的督导员,或者已经委派。',
  },
  DispatchedIsEligible: {
    id: 'R2.5-3', article: '第二章五', sentence: '督导员在督导的每一日都应当具备委派条件;已不具备的,应当递补。',
  },
  IneligibleIsShown: {
    id: 'R2.5-3', article: '第二章五', sentence: '该督导员仍具备委派条件,不能以不具备条件为由更换。',
  },
  DeclineBeforeCheckIn: {
    id: 'R4.1(一)', article: '第四章一', sentence: '已经到场(上线)或者督导已经结束,不能再表示不能参加。',
  },
  RecusalUntilTheEnd: {
    id: 'R3.6-1', article: '第三章六', sentence: '日常督导已经结束或者取消,不能再办理回避。',
  },
});
