import { AGENCY_SANCTION_STAGES } from '#libs/agencies/agency-sanction.stage';
import { TRAINING_STAGES } from '#libs/agencies/training.evolve';
import type { TrainingBody } from '#libs/agencies/training.events';
import { dimension, quoted } from '#libs/oversight/ledger.dimension';
import { AGENCY_GROUNDS, AGENCY_SANCTIONS } from '#libs/regulation/codes';
import { SEVERITIES } from '#libs/regulation/own-codes';

export type StatementMade = 'RECEIVED' | 'WAIVED' | 'LAPSED';
export type ExamOutcome = 'PASSED' | 'FAILED';

export const AGENCY_DIMENSIONS = {
  sanctionStage: dimension('违规案件状态', AGENCY_SANCTION_STAGES),
  severity: dimension('情节', SEVERITIES),
  agencySanction: dimension('对机构处理种类', quoted(AGENCY_SANCTIONS)),
  agencyGround: dimension('对机构处理依据', AGENCY_GROUNDS),
  statement: dimension<StatementMade>('陈述申辩情况', { RECEIVED: '已陈述申辩', WAIVED: '放弃', LAPSED: '逾期未提出' }),
  trainingState: dimension('培训状态', TRAINING_STAGES),
  trainer: dimension<TrainingBody['by']>('培训单位', { PROVINCIAL_CENTER: '省中心', AGENCY: '评价机构', INDUSTRY_DEPT: '相关行业部门' }),
  examOutcome: dimension<ExamOutcome>('考核结果', { PASSED: '合格', FAILED: '不合格' }),
};
