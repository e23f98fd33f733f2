/** States of a daily supervision, in the order of its procedure. */
export const DAILY_STAGES = {
  PLANNED: '已立项',
  CANCELLED: '已取消',
} as const;
export type DailyStage = keyof typeof DAILY_STAGES;
