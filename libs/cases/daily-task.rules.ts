import { defineRules } from '#libs/event-sourcing/rule';

export const dailyTaskRules = defineRules({
  SessionIsSupervisedOnce: {
    id: 'R1.5-3', article: '第一章五', sentence: '该场次已有日常督导;由两个委派机构共同督导的,应当标明联合督导并说明理由。',
  },
  CenterReservesForItself: {
    id: 'R1.5-3', article: '第一章五', sentence: '场次的日常督导由立项的委派机构占用。',
  },
});
