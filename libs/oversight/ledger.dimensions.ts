import type { AgencyType } from '#libs/agencies/agency.events';
import type { DefenceAnswer, DefenceOutcome, Finding } from '#libs/cases/case-opinion.events';
import type { SupervisorRecused } from '#libs/cases/case-group.events';
import type { CaseClosed, DeadlineName } from '#libs/cases/case-rectification.events';
import { DEADLINE_LABELS } from '#libs/cases/case.deadlines';
import { CASE_STAGES } from '#libs/cases/case.stage';
import { DRAW_PURPOSES, LEAVING_REASONS } from '#libs/draws/draw.events';
import { TARGET_KINDS } from '#libs/draws/target-draw.events';
import type { DrawStage } from '#libs/draws/draw.evolve';
import { AGENCY_DIMENSIONS } from '#libs/oversight/agency.dimensions';
import { ASSESSMENT_DIMENSIONS } from '#libs/oversight/assessment.dimensions';
import { COMPLAINT_DIMENSIONS } from '#libs/oversight/complaint.dimensions';
import { DAILY_DIMENSIONS } from '#libs/oversight/daily.dimensions';
import { type Dimension, dimension, labelled, quoted } from '#libs/oversight/ledger.dimension';
import { AREA_NAMES, AREAS } from '#libs/regulation/areas';
import { CONTENT_ITEMS, SUPERVISOR_GROUNDS, SUPERVISOR_SANCTIONS, type SupervisorGround, type SupervisorSanction } from '#libs/regulation/codes';
import { EXCLUSION_REASONS, POOL_SCOPES, type PoolScope, RECUSAL_REASONS, SUPERVISOR_TYPES, TARGET_EXCLUSION_REASONS } from '#libs/regulation/own-codes';
import { RELEASE_CAUSES } from '#libs/sessions/internal-supervision.events';
import { SESSION_STAGES } from '#libs/sessions/session.evolve';
import { STANDING_NAMES } from '#libs/supervisors/standing.evolve';

export type CardIssue = 'ISSUED' | 'REPLACED';
export type StockMovement = 'RECEIVED' | 'ASSIGNED' | 'SPOILED' | 'LOST' | 'COUNTED';
/** What a sanction rests on: a ground of 第四章一, or a failed assessment (第二章八). */
export type SanctionGround = SupervisorGround | 'ASSESSMENT_FAIL';
export type DeclineJudgement = 'PENDING' | 'JUSTIFIED' | 'UNJUSTIFIED';
export type Timeliness = 'ON_TIME' | 'LATE';
export type Candidates = 'SINGLE' | 'SEVERAL';
export type DayBand = '15' | '30' | '60' | 'MORE';
export type Coverage = 'COVERED' | 'NOT_COVERED';
/** Whom or what a draw starts from. */
export type Pool = PoolScope | 'AGENCY' | 'TARGETS';
export type Replacement = 'REPLACED' | 'EXHAUSTED';

/** 0 … 12, the last of which is twelve or more. */
export const MOST_TIMES = 12;
const TIMES = Object.fromEntries(Array.from({ length: MOST_TIMES + 1 }, (_none, times) => [String(times), times === MOST_TIMES ? `${times}次以上` : `${times}次`]));

/** Whole percents of the most points. */
const SCORE_RATES = Object.fromEntries(Array.from({ length: 101 }, (_none, percent) => [String(percent), `${percent}%`]));

/** Every dimension: its name is the member of a row and the parameter of a query. */
export const DIMENSIONS = {
  area: dimension('地区', AREA_NAMES, AREAS),
  center: dimension('经办中心', AREA_NAMES, AREAS),
  supervisorType: dimension('督导员类别', SUPERVISOR_TYPES),
  times: dimension('次数', TIMES),
  scoreRate: dimension('得分率', SCORE_RATES),
  standing: dimension('督导员状态', STANDING_NAMES),
  cardIssue: dimension<CardIssue>('核发情形', { ISSUED: '核发', REPLACED: '补换' }),
  stockMovement: dimension<StockMovement>('库存变动', { RECEIVED: '入库', ASSIGNED: '领用', SPOILED: '作废', LOST: '遗失', COUNTED: '盘点差额' }),
  sanction: dimension<SupervisorSanction>('处理种类', quoted(SUPERVISOR_SANCTIONS)),
  ground: dimension<SanctionGround>('处理依据', { ...SUPERVISOR_GROUNDS, ASSESSMENT_FAIL: '考核不合格' }),
  agencyType: dimension<AgencyType>('机构类别', { EMPLOYER: '用人单位', SOCIAL_ORG: '社会培训评价组织', SCHOOL: '院校' }),
  state: dimension('案件状态', CASE_STAGES),
  item: dimension('督导事项', labelled(CONTENT_ITEMS)),
  result: dimension<Finding['result']>('督导结果', { CONFORMS: '符合', PROBLEM: '问题' }),
  defence: dimension<DefenceOutcome>('申辩情况', { SUBMITTED: '已申辩', WAIVED: '放弃申辩', LAPSED: '逾期未申辩' }),
  conclusion: dimension<DefenceAnswer['conclusion']>('采纳情况', { ACCEPTED: '采纳', PARTLY_ACCEPTED: '部分采纳', NOT_ACCEPTED: '不采纳' }),
  sessionStage: dimension('场次状态', SESSION_STAGES),
  coverage: dimension<Coverage>('覆盖情况', { COVERED: '已覆盖', NOT_COVERED: '未覆盖' }),
  releaseCause: dimension('内督退出原因', RELEASE_CAUSES),
  candidates: dimension<Candidates>('名录人数', { SINGLE: '仅一人', SEVERAL: '二人及以上' }),
  deadline: dimension<DeadlineName>('期限', DEADLINE_LABELS),
  timeliness: dimension<Timeliness>('是否按期', { ON_TIME: '按期', LATE: '逾期' }),
  dayBand: dimension<DayBand>('用时', { 15: '15日以内', 30: '16至30日', 60: '31至60日', MORE: '60日以上' }, ['15', '30', '60', 'MORE']),
  outcome: dimension<CaseClosed['data']['outcome']>('结案方式', { RECTIFIED: '整改完成', NO_DEMANDS: '无整改要求' }),
  drawStage: dimension<DrawStage>('抽取进展', { PREPARED: '已建立', FROZEN: '名录已冻结', COMPLETED: '抽取完成', FAILED: '名录不足' }),
  drawPurpose: dimension('抽取用途', DRAW_PURPOSES),
  poolScope: dimension<Pool>('名录范围', { ...POOL_SCOPES, AGENCY: '本机构内督', TARGETS: '场次或者评价机构' }),
  targetKind: dimension('督导对象', TARGET_KINDS),
  exclusionReason: dimension('排除原因', { ...EXCLUSION_REASONS, ...TARGET_EXCLUSION_REASONS }),
  replacement: dimension<Replacement>('递补结果', { REPLACED: '已递补', EXHAUSTED: '无人可递补' }),
  leavingReason: dimension('退出原因', LEAVING_REASONS),
  recusalReason: dimension('回避情形', RECUSAL_REASONS),
  raisedBy: dimension<SupervisorRecused['data']['raisedBy']>('提出人', { SUPERVISOR: '本人', AGENCY: '评价机构', DISPATCHER: '委派机构' }),
  judgement: dimension<DeclineJudgement>('认定', { PENDING: '尚未认定', JUSTIFIED: '有正当理由', UNJUSTIFIED: '无正当理由' }),
  ...DAILY_DIMENSIONS,
  ...COMPLAINT_DIMENSIONS,
  ...AGENCY_DIMENSIONS,
  ...ASSESSMENT_DIMENSIONS,
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionName = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly DimensionName[];
