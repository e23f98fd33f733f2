import { INSPECTIONS } from '#libs/cases/daily-plan.events';
import type { RecordedItem } from '#libs/cases/daily-record.events';
import { DAILY_STAGES } from '#libs/cases/daily.stage';
import { dimension } from '#libs/oversight/ledger.dimension';
import { DAILY_MEASURES, type DailyMeasure, EXTERNAL_METHODS } from '#libs/regulation/codes';
import { TARGET_SELECTIONS } from '#libs/regulation/own-codes';

export type Jointness = 'SOLE' | 'JOINT';
export type Technical = 'TECHNICAL' | 'OTHER';
export type ImprovementState = 'OPEN' | 'REPORTED' | 'REFUSED' | 'CONFIRMED';

export const DAILY_DIMENSIONS = {
  dailyState: dimension('日常督导状态', DAILY_STAGES),
  targetSelection: dimension('对象确定方式', TARGET_SELECTIONS),
  inspection: dimension('明察暗访', INSPECTIONS),
  joint: dimension<Jointness>('是否联合', { SOLE: '单独', JOINT: '联合' }),
  recordResult: dimension<RecordedItem['result']>('记录结果', { CONFORMS: '符合', PROBLEM: '问题', NOT_CHECKED: '未检查' }),
  method: dimension('督导方式', EXTERNAL_METHODS),
  technical: dimension<Technical>('技术手段', { TECHNICAL: '采用技术手段', OTHER: '未采用技术手段' }),
  measure: dimension<DailyMeasure | 'NONE'>('处理措施', { ...DAILY_MEASURES, NONE: '无需处理' }),
  improvement: dimension<ImprovementState>('完善整改情况', { OPEN: '待完善整改', REPORTED: '已提交情况', REFUSED: '拒不采取改进措施', CONFIRMED: '已确认' }),
};
