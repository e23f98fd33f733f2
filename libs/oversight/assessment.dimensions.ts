import { dimension } from '#libs/oversight/ledger.dimension';
import { PUBLICATION_STATES } from '#libs/publication/publication.evolve';
import { CONDUCT_RULES } from '#libs/regulation/codes';
import { SUPERVISION_KINDS } from '#libs/regulation/own-codes';
import { type AssessmentResult, type DispatchingBody, type FailDecisionTaken, QUALITY_MARKS, type TaskEntryAdded } from '#libs/supervisors/assessment.events';

export type FileNote = 'COMMENDATION' | 'ISSUE' | 'LEARNING';
export type ObjectionState = 'RAISED' | 'UPHELD' | 'REJECTED';

export const ASSESSMENT_DIMENSIONS = {
  supervisionKind: dimension('督导类型', SUPERVISION_KINDS),
  assessor: dimension<DispatchingBody['by']>('考核单位', { PROVINCIAL_CENTER: '省中心', MUNICIPAL_CENTER: '设区市中心', AGENCY: '评价机构', INDUSTRY_DEPT: '相关行业部门' }),
  assessmentResult: dimension<AssessmentResult>('考核结论', { PASS: '合格', FAIL: '不合格' }),
  objection: dimension<ObjectionState>('异议情况', { RAISED: '待处理', UPHELD: '异议成立', REJECTED: '异议不成立' }),
  failDecision: dimension<FailDecisionTaken['data']['decision']>('不合格的处理', { SUSPEND: '暂停资格', CANCEL: '取消资格' }),
  mark: dimension('履职评价', QUALITY_MARKS),
  conduct: dimension('督导员守则', CONDUCT_RULES),
  taskOutcome: dimension<TaskEntryAdded['data']['outcome']>('任务情况', { DELIVERED: '已提交', OVERDUE: '逾期' }),
  fileNote: dimension<FileNote>('记入事项', { COMMENDATION: '表扬', ISSUE: '问题', LEARNING: '学习' }),
  publicationState: dimension('公开状态', PUBLICATION_STATES),
};
