import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { SUPERVISOR_GROUNDS } from '#libs/regulation/codes';
import { chineseDate } from '#libs/regulation/legal-date';
import { type AssessmentEvent, QUALITY_MARKS } from '#libs/supervisors/assessment.events';

const RESULTS = { PASS: '合格', FAIL: '不合格' } as const;
const DECISIONS = { SUSPEND: '暂停委派', CANCEL: '建议取消资格' } as const;
const late = (days: number): string => (days === 0 ? '按期' : `逾期${days}日`);

const SENTENCES: Sentences<AssessmentEvent> = {
  AssessmentFileOpened: ({ caseId }) => `首次委派(任务${caseId}),建立考核档案。`,
  TaskEntryAdded: ({ caseId, outcome, day, lateDays }) =>
    outcome === 'OVERDUE' ? `任务${caseId}至${chineseDate(day)}逾期未完成。` : `任务${caseId}于${chineseDate(day)}完成(${late(lateDays)})。`,
  TaskConductAssessed: ({ caseId, mark, conduct }) =>
    `任务${caseId}履职评价${QUALITY_MARKS[mark]},第二章七各项要求${conduct.every(({ kept }) => kept) ? '均已做到' : `未做到${conduct.filter(({ kept }) => !kept).map(({ duty }) => `第${duty.slice(1)}项`).join('、')}`}。`,
  CommendationAdded: ({ text }) => `表扬:${text}`,
  IssueEntryAdded: ({ ground, description }) => `记入问题“${SUPERVISOR_GROUNDS[ground]}”:${description}`,
  LearningEntryAdded: ({ title, hours, completedOn }) => `${chineseDate(completedOn)}完成学习“${title}”,${hours}学时。`,
  AssessmentPeriodOpened: ({ assessmentNo, from, to, conclusionDue }) =>
    `开始考核(${assessmentNo}),考核期${chineseDate(from)}至${chineseDate(to)}${conclusionDue === undefined ? '' : `,应于${chineseDate(conclusionDue.date)}前作出结论`}。`,
  AssessmentOverdue: ({ assessmentNo, due }) => `考核${assessmentNo}逾期未作出结论(应于${chineseDate(due.date)}前)。`,
  AssessmentConcluded: ({ assessmentNo, result, reasons }) => `考核${assessmentNo}结论为${RESULTS[result]}:${reasons}`,
  SupervisorInformed: ({ assessmentNo }) => `考核${assessmentNo}的结论告知本人。`,
  ObjectionRaised: ({ statement }) => `本人提出异议:${statement}`,
  ObjectionDecided: ({ outcome, reasons }) => `异议${outcome === 'UPHELD' ? '成立,考核改为合格' : '不成立'}:${reasons}`,
  FailDecisionTaken: ({ assessmentNo, decision, reasons }) => `就考核${assessmentNo}不合格决定${DECISIONS[decision]}:${reasons}`,
  AssessmentPeriodClosed: ({ assessmentNo }) => `考核${assessmentNo}结束。`,
};

/** 考核档案的历程 */
export const tellAssessment = telling(SENTENCES);
