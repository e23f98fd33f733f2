import { defineRules } from '#libs/event-sourcing/rule';

/** Rules of every phase. */
export const caseRules = defineRules({
  OnlyTheDispatcherLeadsTheCase: {
    id: 'R1.3-2', article: '第一章三', sentence: '案件由立项的委派机构办理,其他中心不得代为办理。',
  },
  CaseIsStillOpen: {
    id: 'R3.4(四)a', article: '第三章四', sentence: '案件已结案或者已取消,不能再办理任何事项。',
  },
  StepsFollowInTime: {
    id: 'R3.4-2', article: '第三章四', sentence: '程序应当依次进行,发生时间不得早于上一程序。',
  },
});
