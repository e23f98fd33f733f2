import type { PoolScope } from '#libs/regulation/own-codes';
import type { TermReading } from '#libs/regulation/legal-date';

type Unit = 'year' | 'month' | 'hour' | 'CD' | 'WD' | 'person' | 'point' | 'times' | 'character' | 'choice';

/**
 * A value that the program does not decide for itself. `source`: `text` where the Measures give it, `parameter` where
 * they are silent and the house chose. `basis`: rule, deadline or reading it rests on.
 */
export interface ParameterSpec<V> {
  readonly value: V;
  readonly unit: Unit;
  readonly basis: string;
  readonly source: 'text' | 'parameter';
}

const text = (value: number, unit: Unit, basis: string): ParameterSpec<number> => ({ value, unit, basis, source: 'text' });
const chosen = (value: number, unit: Unit, basis: string): ParameterSpec<number> => ({ value, unit, basis, source: 'parameter' });
const choice = <V extends string | boolean>(value: V, basis: string): ParameterSpec<V> =>
  ({ value, unit: 'choice', basis, source: 'parameter' });

/** Parameters of policy version `FJ-2021`. */
export const FJ_2021 = {
  'term.years': text(3, 'year', 'R2.2-2'),
  'term.lastDayReading': choice<TermReading>('CORRESPONDING_DAY', 'A-4'),
  'term.renewalRequiresTraining': choice<boolean>(true, 'A-6'),
  'term.renewalWindowDays': chosen(90, 'CD', 'A-6'),

  'training.internalIntervalMonths': chosen(12, 'month', 'R2.4-1'),
  'training.planLeadWorkingDays': chosen(5, 'WD', 'D-04'),
  'training.minimumHours': chosen(8, 'hour', 'A-41'),
  'exam.passMark': chosen(60, 'point', 'A-41'),
  'exam.reExamTimes': chosen(1, 'times', 'A-41'),
  'internalCard.numberPattern': choice<string>('^(?!R35)[0-9A-Z][0-9A-Z-]{3,31}$', 'R2.3-5'),
  'assessment.cycleMonths': chosen(12, 'month', 'R2.8-1'),
  'assessment.conclusionCalendarDays': chosen(30, 'CD', 'R2.8-1'),

  'draw.poolScopeOfMunicipalCenter': choice<PoolScope>('OWN_APPOINTED', 'A-55'),
  'draw.poolScopeOfProvincialCenter': choice<PoolScope>('PROVINCE', 'A-55'),
  'draw.keyNoticeDays': chosen(7, 'CD', 'R2.5-2'),
  'recusal.leftStaffYears': chosen(3, 'year', 'A-32'),
  'recusal.paidByAgencyMonths': chosen(12, 'month', 'A-32'),

  'record.workingDays': text(5, 'WD', 'R3.7-1'),
  'scoreSheet.workingDays': chosen(3, 'WD', 'D-03'),
  'inquiry.answerWorkingDays': chosen(3, 'WD', 'R4.2(一)'),

  'group.size': text(3, 'person', 'R3.4-3'),
  'group.exceptionMinimum': chosen(2, 'person', 'A-18'),
  'selfReport.workingDays': chosen(10, 'WD', 'R3.4(二)a'),
  'preliminary.deliveryWorkingDays': chosen(5, 'WD', 'D-05'),
  'defence.workingDays': chosen(10, 'WD', 'D-06'),
  'defence.minimumWorkingDays': chosen(5, 'WD', 'D-06'),
  'opinion.calendarDays': chosen(30, 'CD', 'D-07'),
  'rectification.calendarDays': chosen(30, 'CD', 'D-08'),
  'rectification.extensions': chosen(1, 'times', 'A-22'),
  'rectification.reminderWorkingDays': chosen(5, 'WD', 'R4.2(三)'),
  'verification.workingDays': chosen(15, 'WD', 'D-09'),
  'publication.workingDays': chosen(20, 'WD', 'D-10'),

  'sanction.statementWorkingDays': chosen(5, 'WD', 'A-44'),
  'sanction.hearingRequestWorkingDays': chosen(5, 'WD', 'A-44'),
  'sanction.correctionCalendarDays': chosen(30, 'CD', 'R4.2-1'),
  'sanction.correctionReminderWorkingDays': chosen(5, 'WD', 'R4.2-2'),
  'sanction.correctionDecisionWorkingDays': chosen(15, 'WD', 'A-25'),
  'sanction.revocationNeedsConfirmation': choice<boolean>(true, 'A-23'),
  'sanction.internalDecisionCalendarDays': chosen(30, 'CD', 'A-8'),
  'catchAll.minimumCharacters': chosen(20, 'character', 'A-27'),

  'complaint.receiptCalendarDays': chosen(15, 'CD', 'D-11'),
  'complaint.closingCalendarDays': chosen(60, 'CD', 'D-12'),
  'complaint.extensionCalendarDays': chosen(30, 'CD', 'D-12'),

  'retention.paperYears': chosen(3, 'year', 'D-13'),
  'retention.electronicYears': chosen(5, 'year', 'D-13'),
  'retention.networkLogMonths': chosen(6, 'month', 'D-14'),
  'retention.impactAssessmentYears': chosen(3, 'year', 'D-15'),
} as const satisfies Record<string, ParameterSpec<number | string | boolean>>;
