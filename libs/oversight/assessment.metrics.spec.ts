import { type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';

const on = (day: string, fact: AssessmentEvent): Dated => ({ ...fact, occurredAt: `2026-07-${day}T02:00:00.000Z` });
const opened = on('01', { type: 'AssessmentFileOpened', data: { dispatcher: { by: 'MUNICIPAL_CENTER', organisation: '3501' }, supervisorId: 'c-1', personId: 'p-lin', caseId: 'case-7' } });
const task = (outcome: 'DELIVERED' | 'OVERDUE', lateDays: number) => on('02', { type: 'TaskEntryAdded', data: { caseId: 'case-7', kind: 'DAILY', outcome, day: '2026-07-02', lateDays } });
const assessed = on('03', { type: 'TaskConductAssessed', data: { caseId: 'case-7', mark: 'INSUFFICIENT', conduct: [{ duty: 'K1', kept: false, remark: '未佩戴' }, { duty: 'K2', kept: true }] } });
const commended = on('04', { type: 'CommendationAdded', data: { text: '认真', evidence: [] } });
const issue = on('04', { type: 'IssueEntryAdded', data: { ground: 'S3', description: '逾期', evidence: ['e-1'] } });
const learnt = on('04', { type: 'LearningEntryAdded', data: { title: '政策', hours: 4, completedOn: '2026-07-03' } });
const concluded = (assessmentNo: string, result: 'PASS' | 'FAIL') => on('05', { type: 'AssessmentConcluded', data: { assessmentNo, result, reasons: '履职情况' } });
const raised = on('06', { type: 'ObjectionRaised', data: { assessmentNo: '1', statement: '有误' } });
const decided = (outcome: 'UPHELD' | 'REJECTED') => on('08', { type: 'ObjectionDecided', data: { assessmentNo: '1', outcome, reasons: '查明' } });
const failed = on('09', { type: 'FailDecisionTaken', data: { assessmentNo: '1', decision: 'SUSPEND', reasons: '情节较轻' } });

const documents = foldedLedger([
  ...streamOf('assessment-a', '3501', [opened, task('OVERDUE', 2), task('DELIVERED', 3), assessed, commended, issue, learnt, concluded('1', 'FAIL'), raised, decided('UPHELD'), concluded('2', 'PASS')]),
  ...streamOf('assessment-b', 'PT', [opened, task('DELIVERED', 0), concluded('1', 'FAIL'), raised, decided('REJECTED'), failed], 100),
]);
const upTo = (name: string, day: string, ...by: Parameters<typeof table>[2][]) => table(documents, question(name, {}, { occurredUpTo: `2026-07-${day}` }), ...by);

describe('assessments of supervisors', () => {
  it('pass or fail, as they stand on the day: an objection that is upheld turns them', () => {
    expect(upTo('AssessmentFiles', '01', 'assessor')).toEqual({ MUNICIPAL_CENTER: 2 });
    expect(upTo('AssessmentResults', '07', 'assessmentResult')).toEqual({ FAIL: 2, PASS: 1 });
    expect(upTo('AssessmentResults', '08', 'assessmentResult', 'assessor', 'area')).toEqual({ 'FAIL MUNICIPAL_CENTER PT': 1, 'PASS MUNICIPAL_CENTER 3501': 2 });
    expect(upTo('AssessmentObjections', '07', 'objection')).toEqual({ RAISED: 2 });
    expect(upTo('AssessmentObjections', '31', 'objection')).toEqual({ UPHELD: 1, REJECTED: 1 });
    expect(upTo('FailDecisions', '31', 'failDecision')).toEqual({ SUSPEND: 1 });
  });

  it('rest on a file of tasks, marks, conduct, and notes', () => {
    expect(upTo('TaskEntries', '31', 'supervisionKind', 'taskOutcome', 'timeliness')).toEqual({ 'DAILY OVERDUE LATE': 1, 'DAILY DELIVERED LATE': 1, 'DAILY DELIVERED ON_TIME': 1 });
    expect(upTo('QualityMarks', '31', 'mark')).toEqual({ INSUFFICIENT: 1 });
    expect(upTo('ConductBreaches', '31', 'conduct')).toEqual({ K1: 1 });
    expect(upTo('FileNotes', '31', 'fileNote')).toEqual({ COMMENDATION: 1, ISSUE: 1, LEARNING: 1 });
  });
});
