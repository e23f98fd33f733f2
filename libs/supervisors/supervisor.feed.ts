import type { Feed } from '#libs/event-sourcing/feed';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const APPLYING = '申报和考核只关系本人,聘任之后的事件才外送';
const PROPOSED = '处理建议在决定前只限提出单位和省级知悉';
const TERM = { termStart: true, termEnd: true, years: true } as const;
const DECISION = { decisionNo: true, decidedBy: true } as const;

/** A credential from its appointment on, by its reference: never whose it is, why it was lost, or what was only proposed. */
export const supervisorFeed: Feed<SupervisorEvent> = {
  SupervisorApplied: APPLYING,
  ConditionsConfirmed: APPLYING,
  ApplicationRejected: APPLYING,
  TrainingEnrolled: APPLYING,
  ExamPassed: APPLYING,
  ExamFailed: APPLYING,
  ReExamAllowed: APPLYING,
  SupervisorAppointed: { ...TERM, appointedBy: true },
  InternalSupervisorAppointed: { ...TERM, selection: { by: true, organisation: true, agencies: true } },
  RenewalApplied: APPLYING,
  AppointmentRenewed: TERM,
  AppointmentExpired: { termEnd: true },
  SupervisorResigned: { supervisorType: true },
  CardIssued: { number: true, validFrom: true, validUntil: true },
  CardReplaced: { oldNumber: true, number: true, validFrom: true, validUntil: true },
  CardVoided: { number: true },
  CardReturned: { number: true },
  LeakVerificationConcluded: '泄密查实结论只供处理时使用',
  CriticismGiven: '批评教育只告知本人',
  DispatchSuspended: { ...DECISION, scope: true, until: true, endsOn: true },
  DispatchResumed: { suspendedBy: true },
  SuspensionLapsed: { suspendedBy: true, endsOn: true },
  DisqualificationProposed: PROPOSED,
  DisqualificationDismissed: PROPOSED,
  QualificationCancelled: { ...DECISION, supervisorType: true },
  RenewalRefused: { ...DECISION, supervisorType: true },
  EmployerNotified: '通报只发给当事人所在单位',
};
