import { defineRules } from '#libs/event-sourcing/rule';

export const dailyPowersRules = defineRules({
  DailyIsStillOpen: {
    id: 'R2.6(一)', article: '第二章六', sentence: '日常督导已经办结或者取消,不能再办理。',
  },
  DailyDisclosureEndsTheCovertPhase: {
    id: 'R2.6(五)', article: '第二章六', sentence: '暗访的日常督导,督导员到场之后才能公开,且只公开一次。',
  },
  IncidentIsReportedAtOnce: {
    id: 'R2.7(一)b', article: '第二章七', sentence: '紧急情况应当在督导进行中立即报告。',
  },
});
