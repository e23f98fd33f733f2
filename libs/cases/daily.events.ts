import { type SeatEvent, seatBasis, type SupervisionTainted } from '#libs/cases/case-group.events';
import type { SupervisionCancelled } from '#libs/cases/case-intake.events';
import type { ConductEvent } from '#libs/cases/daily-conduct.events';
import type { DispatchEvent } from '#libs/cases/daily-dispatch.events';
import type { ReviewEvent } from '#libs/cases/daily-measures.events';
import type { DailyDatesMoved, DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { DailyPowerEvent } from '#libs/cases/daily-powers.events';
import { type PowerEvent, powersBasis } from '#libs/cases/powers.events';
import type { CaseLinkedToSanction } from '#libs/cases/sanction-link.events';
import type { RecordEvent } from '#libs/cases/daily-record.events';

/** Facts of a daily supervision, stream `daily-<caseId>`. Those that a special supervision has, too, are the same facts. */
export type DailyEvent = DailySupervisionPlanned | DailyDatesMoved | SupervisionCancelled | SeatEvent | DispatchEvent | ConductEvent | PowerEvent | DailyPowerEvent | RecordEvent | ReviewEvent | CaseLinkedToSanction | SupervisionTainted;

const MEASURE = ['R0-3', 'R1.1-1', 'R3.3.外(三)'];

/** Rule ids each fact rests on. */
export const dailyBasis: Readonly<Record<DailyEvent['type'], readonly string[]>> = {
  DailySupervisionPlanned: ['R0-1', 'R0-2', 'R3.1(一)', 'R3.1(二)', 'R3.1(三)', 'R3.1(四)', 'R3.2-1', 'R3.2-2', 'R3.3-1'],
  DailyDatesMoved: ['R3.2-2', 'R3.7-1'],
  SupervisionCancelled: ['R1.3-2'],
  ...seatBasis,
  SupervisorDispatched: ['R2.5-1', 'R2.5-3', 'R3.6-2'],
  DispatchWithdrawn: ['R2.5-1', 'R3.6-2'],
  SupervisorFoundIneligible: ['R2.2-3', 'R2.5-3'],
  SessionBriefingAcknowledged: ['R3.3.外(一)'],
  SupervisorCheckedIn: ['R2.6(一)', 'R2.7(一)a', 'R3.3.外(一)'],
  UnassignedActRefused: ['R2.5-1', 'R4.1(一)'],
  ...powersBasis,
  DailyInspectionDisclosed: ['R2.6(五)', 'R2.7(一)a'],
  IncidentEscalated: ['R2.6(一)', 'R2.7(一)b'],
  DailySupervisionEnded: ['R3.7-1'],
  DailySupervisionMissed: ['R4.1(三)'],
  RecordSubmitted: ['R1.1-1', 'R2.7(六)b', 'R3.3.外(二)', 'R3.7-1', 'R-ATT-1'],
  RecordCorrected: ['R2.7(一)b', 'R2.7(六)a'],
  RecordOverdue: ['R3.7-1', 'R4.1(三)'],
  RecordDueRecomputed: ['R3.7-1'],
  RecordReviewed: ['R3.3.外(三)'],
  NoMeasureDecided: ['R3.3.外(三)'],
  VerificationOpened: MEASURE,
  AdmonitoryTalkHeld: [...MEASURE, 'R3.3.外(四)'],
  ReminderLetterIssued: [...MEASURE, 'R3.3.外(四)'],
  QualityBulletinIssued: MEASURE,
  ImprovementReported: ['R3.3.外(四)'],
  ImprovementReminded: ['R4.2(三)'],
  ImprovementRefused: ['R4.2(三)'],
  ImprovementConfirmed: ['R3.3.外(四)'],
  CaseLinkedToSanction: ['R4.2-1'],
  SupervisionTainted: ['R4.1(五)'],
  DailySupervisionClosed: ['R3.3.外(三)', 'R3.3.外(四)'],
};
