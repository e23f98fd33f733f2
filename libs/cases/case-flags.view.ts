import type { CaseEvent } from '#libs/cases/case.events';

/** What a reader must not overlook: allowed, but visible and explained. */
export const CASE_FLAGS = {
  COVERT: '暗访',
  GROUP_OF_TWO: '督导小组不足3名',
  SELF_REPORT_MISSING: '自评(自查)报告未按期提交',
  OUTSIDE_PLAN: '现场考察(核查)不在计划日期内',
  MATERIAL_REFUSED: '评价机构拒绝提供文件、资料',
  OBSTRUCTION_REPORTED: '督导员报告拒绝、阻挠督导',
  IMPROPER_REQUEST_REPORTED: '督导员报告非正当要求',
  RECUSED_LATE: '评议后有成员回避',
  PRELIMINARY_OVERDUE: '初步督导意见逾期未反馈',
  OPINION_OVERDUE: '质量督导意见书逾期未发出',
  RECTIFICATION_OVERDUE: '整改逾期',
  RECTIFICATION_REFUSED: '拒不整改',
  VERIFICATION_OVERDUE: '整改核查逾期',
  LINKED_TO_SANCTION: '据此对评价机构立案查处',
  TAINTED: '有成员因弄虚作假受到处理,督导记录存疑',
} as const;
export type CaseFlag = keyof typeof CASE_FLAGS;

const BY_TYPE: { readonly [T in CaseEvent['type']]?: CaseFlag } = {
  CovertInspectionOrdered: 'COVERT',
  SelfReportMissing: 'SELF_REPORT_MISSING',
  MaterialRefused: 'MATERIAL_REFUSED',
  ObstructionReported: 'OBSTRUCTION_REPORTED',
  ImproperRequestReported: 'IMPROPER_REQUEST_REPORTED',
  PreliminaryOverdue: 'PRELIMINARY_OVERDUE',
  OpinionOverdue: 'OPINION_OVERDUE',
  RectificationOverdue: 'RECTIFICATION_OVERDUE',
  RectificationRefused: 'RECTIFICATION_REFUSED',
  VerificationOverdue: 'VERIFICATION_OVERDUE',
  CaseLinkedToSanction: 'LINKED_TO_SANCTION',
  SupervisionTainted: 'TAINTED',
};

function flagOf(event: CaseEvent): CaseFlag | undefined {
  if (event.type === 'GroupFormed' && event.data.exception !== undefined) return 'GROUP_OF_TWO';
  if (event.type === 'OnSiteStarted' && event.data.outsidePlan) return 'OUTSIDE_PLAN';
  if (event.type === 'SupervisorRecused' && !event.data.replacementNeeded) return 'RECUSED_LATE';
  return BY_TYPE[event.type];
}

/** Flags stay: what was late once was late. Only a group completed to three is no exception any more. */
export function flagsAfter(flags: readonly CaseFlag[], event: CaseEvent): readonly CaseFlag[] {
  const kept = event.type === 'GroupFormed' ? flags.filter((flag) => flag !== 'GROUP_OF_TWO') : flags;
  const flag = flagOf(event);
  return flag === undefined || kept.includes(flag) ? kept : [...kept, flag];
}
