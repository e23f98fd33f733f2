import type { ApplicationEvent } from '#libs/supervisors/application.events';
import type { AppointmentEvent } from '#libs/supervisors/appointment.events';
import type { SanctionEvent } from '#libs/supervisors/sanction.events';

/** Facts of one credential of one person, stream `supervisor-<credentialId>`. */
export type SupervisorEvent = ApplicationEvent | AppointmentEvent | SanctionEvent;

/** Rule ids each fact rests on. */
export const supervisorBasis: Readonly<Record<SupervisorEvent['type'], readonly string[]>> = {
  SupervisorApplied: ['R1.2-1', 'R4.1-3'],
  ConditionsConfirmed: ['R2.1(一)', 'R2.1(二)', 'R2.1(三)', 'R2.1(四)', 'R2.1(五)'],
  ApplicationRejected: ['R2.2-1'],
  TrainingEnrolled: ['R2.3-1', 'R2.3-4', 'R2.4-2'],
  ExamPassed: ['R2.2-1', 'R2.3-3'],
  ExamFailed: ['R2.2-1'],
  ReExamAllowed: ['R2.2-1'],
  SupervisorAppointed: ['R1.3-1', 'R2.2-1', 'R2.2-2'],
  InternalSupervisorAppointed: ['R1.4-1', 'R1.4-2', 'R2.2-1', 'R2.2-2'],
  RenewalApplied: ['R2.2-2', 'R4.1-3'],
  AppointmentRenewed: ['R2.2-1', 'R2.2-2', 'R4.1-3'],
  AppointmentExpired: ['R2.2-3'],
  SupervisorResigned: ['R2.5-1'],
  CardIssued: ['R2.3-1', 'R2.3-2', 'R2.3-3', 'R2.3-6'],
  CardReplaced: ['R2.3-1', 'R2.3-2', 'R2.3-6'],
  CardVoided: ['R2.3-2'],
  CardReturned: ['R2.3-2'],
  LeakVerificationConcluded: ['R4.1(六)'],
  CriticismGiven: ['R4.1-1', 'R4.1-x'],
  DispatchSuspended: ['R2.8-3', 'R4.1-1', 'R4.1-x'],
  DispatchResumed: ['R4.1-1'],
  SuspensionLapsed: ['R4.1-1'],
  DisqualificationProposed: ['R2.8-3', 'R4.1-2', 'R4.1-x'],
  DisqualificationDismissed: ['R4.1-2'],
  QualificationCancelled: ['R2.8-3', 'R4.1-2', 'R4.1-x'],
  RenewalRefused: ['R4.1-2', 'R4.1-x'],
  EmployerNotified: ['R4.1-2'],
};
