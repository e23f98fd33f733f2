import type { DailyMeasure } from '#libs/regulation/codes';
import type { Inspection } from '#libs/cases/daily-plan.events';

/** States of a daily supervision, in the order of its procedure. */
export const DAILY_STAGES = {
  PLANNED: '已立项',
  DRAWN: '已抽取督导员',
  DISPATCHED: '已委派',
  ACCEPTED: '已接受委派',
  IN_PROGRESS: '督导中',
  ENDED: '已结束',
  RECORD_SUBMITTED: '已提交督导情况记录表',
  REVIEWED: '已研判',
  MEASURES_OPEN: '措施办理中',
  CLOSED: '已办结',
  CANCELLED: '已取消',
} as const;
export type DailyStage = keyof typeof DAILY_STAGES;

const OPEN: readonly DailyStage[] = ['PLANNED', 'DRAWN', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS'];

/** The supervision is to come or under way: supervisors come and go. */
export const isOpen = (stage: DailyStage): boolean => OPEN.includes(stage);

/** Nobody has checked in yet. */
export const isBeforeCheckIn = (stage: DailyStage): boolean => isOpen(stage) && stage !== 'IN_PROGRESS';

/** Unknown to the agency: until it is disclosed, or a measure is addressed to it. */
export const isCovert = ({ inspection, disclosed, measures }: { readonly inspection: Inspection; readonly disclosed: boolean; readonly measures: readonly DailyMeasure[] }): boolean =>
  inspection === 'COVERT' && !disclosed && measures.length === 0;
