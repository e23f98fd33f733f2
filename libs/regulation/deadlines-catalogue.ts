import type { ParameterName } from '#libs/regulation/parameters';

/** A period of the Measures, or one that they leave open and a parameter fills. */
export interface CatalogueDeadline {
  readonly id: string;
  readonly what: string;
  /** The moment from which it runs. */
  readonly from: string;
  /** The parameters that give its length. */
  readonly parameters: readonly ParameterName[];
  /** The rule that asks for it, or the law that the length was taken from. */
  readonly basis: string;
}

export const DEADLINES_CATALOGUE: readonly CatalogueDeadline[] = [
  { id: 'D-01', what: '外督提交督导情况记录表', from: '日常督导工作结束', parameters: ['record.workingDays'], basis: 'R3.7-1' },
  { id: 'D-02', what: '聘期', from: '聘任生效', parameters: ['term.years'], basis: 'R2.2-2' },
  { id: 'D-03', what: '上传内部督导评分表', from: '场次结束', parameters: ['scoreSheet.workingDays'], basis: 'R3.3-4' },
  { id: 'D-04', what: '内督培训方案报备', from: '开班之前', parameters: ['training.planLeadWorkingDays'], basis: 'R2.4-2' },
  { id: 'D-05', what: '反馈初步督导意见', from: '评议结束', parameters: ['preliminary.deliveryWorkingDays'], basis: '重庆市教育督导条例' },
  {
    id: 'D-06', what: '申辩', from: '初步督导意见送达', parameters: ['defence.workingDays', 'defence.minimumWorkingDays'],
    basis: '上海市、浙江省、重庆市教育督导条例',
  },
  { id: 'D-07', what: '发出质量督导意见书', from: '现场督导结束', parameters: ['opinion.calendarDays'], basis: '上海市、浙江省教育督导条例' },
  {
    id: 'D-08', what: '整改并提交整改工作报告', from: '质量督导意见书送达',
    parameters: ['rectification.calendarDays', 'rectification.extensions'], basis: 'R3.4(四)b',
  },
  { id: 'D-09', what: '核查整改', from: '收到整改工作报告', parameters: ['verification.workingDays'], basis: '本系统设定' },
  { id: 'D-10', what: '公开督导结果', from: '结果确定', parameters: ['publication.workingDays'], basis: '政府信息公开条例第二十六条' },
  { id: 'D-11', what: '举报受理书面告知', from: '收到举报', parameters: ['complaint.receiptCalendarDays'], basis: '信访工作条例第二十三条' },
  {
    id: 'D-12', what: '举报办结', from: '受理', parameters: ['complaint.closingCalendarDays', 'complaint.extensionCalendarDays'],
    basis: '信访工作条例第三十四条',
  },
  {
    id: 'D-13', what: '认定材料保管', from: '场次结束', parameters: ['retention.paperYears', 'retention.electronicYears'],
    basis: '评价机构档案管理规定',
  },
  { id: 'D-14', what: '网络日志留存', from: '日志产生', parameters: ['retention.networkLogMonths'], basis: '网络安全法' },
  {
    id: 'D-15', what: '个人信息保护影响评估报告和处理记录保存', from: '报告形成', parameters: ['retention.impactAssessmentYears'],
    basis: '个人信息保护法第五十六条',
  },
];
