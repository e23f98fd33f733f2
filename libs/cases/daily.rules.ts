import { defineRules } from '#libs/event-sourcing/rule';

/** Rules of every phase. */
export const dailyRules = defineRules({
  OnlyTheDispatcherLeadsTheDaily: {
    id: 'R1.3-2', article: '第一章三', sentence: '日常督导由立项的委派机构办理,其他中心不得代为办理。',
  },
});
