import type { Training } from '#libs/agencies/training.evolve';
import type { Actor } from '#libs/event-sourcing/event';
import type { Assessment } from '#libs/supervisors/assessment.evolve';
import type { ConditionReviewInput } from '#libs/supervisors/application.commands';
import type { KnownApplicant } from '#libs/supervisors/selection.decide';
import type { KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import type { Decision, Finding, GroundsCause } from '#libs/supervisors/sanction.events';
import type { KnownTraining } from '#libs/supervisors/known-training.decide';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import type { KnownTasks } from '#libs/supervisors/tasks.decide';

/** The story of one credential of 福州, told in events, for specs. */
const center = (organisation: string): Actor => ({ person: `clerk-${organisation}`, role: 'MUNICIPAL_CENTER', organisation });
export const fuzhou = center('3501');
export const xiamen = center('3502');
export const province: Actor = { person: 'clerk-fj', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
export const department: Actor = { person: 'clerk-hr', role: 'PROVINCIAL_HR', organisation: 'FJ' };
export const agency: Actor = { person: 'clerk-agency', role: 'AGENCY', organisation: 'agency-1' };
export const lin: Actor = { person: 'p-lin', role: 'EXT_SUPERVISOR', organisation: 'FJ' };
export const someone: Actor = { person: 'p-chen', role: 'EXT_SUPERVISOR', organisation: 'FJ' };
export const otherAgency: Actor = { person: 'clerk-other', role: 'AGENCY', organisation: 'agency-2' };
export const industry: Actor = { person: 'clerk-industry', role: 'INDUSTRY_DEPT', organisation: 'industry-1' };
export const hong: Actor = { person: 'p-hong', role: 'INT_SUPERVISOR', organisation: 'INTERNAL' };
export const system: Actor = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };

/** A training of agency-1 that has begun, and in which c-2 was examined. */
export const training: Training = {
  by: 'AGENCY', organisation: 'agency-1', stage: 'STARTED', area: '3501', draft: 1, draftedOn: '2021-08-03', startsOn: '2021-08-10', endsOn: '2021-08-12', acknowledged: false,
  reminded: false, startedOn: '2021-08-10', attended: ['c-2'], results: { 'c-2': [{ score: 70, examinedOn: '2021-08-20' }] },
};
export const NOBODY_ELSE: KnownApplicant & KnownCauses & KnownTasks & KnownTraining = {
  barred: false, agencyAreas: { 'agency-1': '3501', 'agency-2': 'PT' }, cases: {}, file: undefined, openTasks: [], training,
};
/** The file that 福州, or another centre, keeps of c-1, with one failed assessment and the decision on it. */
export const failedFile = (failDecision: 'SUSPEND' | 'CANCEL', organisation = '3501'): Assessment => ({
  dispatcher: { by: organisation === 'FJ' ? 'PROVINCIAL_CENTER' : 'MUNICIPAL_CENTER', organisation }, supervisorId: 'c-1', personId: 'p-lin', entries: [], assessed: [], issues: [],
  periods: [{ assessmentNo: '榕考2021', from: '2021-08-03', to: '2021-12-31', result: 'FAIL', concludedOn: '2022-01-04', informed: true, failDecision, closed: true }],
});
export const BARRED = { ...NOBODY_ELSE, barred: true };

/** Ten o'clock in Fujian on the day. */
export const on = (day: string): string => `${day}T02:00:00.000Z`;

const holder = { personId: 'p-lin', supervisorType: 'EXTERNAL' } as const;
export const CARD = 'R35210001';
export const NEXT_CARD = 'R35240007';

export const reviews: readonly ConditionReviewInput[] = [
  { condition: 'E1', met: true, evidence: '单位鉴定意见' },
  { condition: 'E2', met: true, evidence: '业务测试记录' },
  { condition: 'E3', met: true, evidence: '单位鉴定意见' },
  { condition: 'E4', met: true, evidence: '面谈记录' },
  { condition: 'E5', met: true },
];

const ordinary = { years: 3, lastDayReading: 'CORRESPONDING_DAY', policy: 'FJ-2021' } as const;
export const firstTerm = { termStart: '2021-09-01', termEnd: '2024-09-01', ...ordinary } as const;
export const secondTerm = { termStart: '2024-09-02', termEnd: '2027-09-02', ...ordinary } as const;

export const neglect: Finding = { ground: 'S3', description: '未按规定查看考场', evidence: ['ev-1'] };
export const cause: GroundsCause = { kind: 'GROUNDS', severity: 'SERIOUS', findings: [neglect] };
export const decision = (decisionNo: string, decidedBy: Decision['decidedBy'] = 'FJ'): Decision<GroundsCause> =>
  ({ decisionNo, cause, reasons: '事实清楚', decidedBy });

const step = <T extends SupervisorEvent['type']>(type: T, data: Extract<SupervisorEvent, { type: T }>['data']): SupervisorEvent =>
  ({ type, data }) as unknown as SupervisorEvent;

export const applied = [step('SupervisorApplied', { ...holder, area: '3501' })];
export const confirmed = [...applied, step('ConditionsConfirmed', { reviews: reviews.map((review) => ({ ...review, reviewer: 'clerk-fj' })) })];
export const inTraining = [...confirmed, step('TrainingEnrolled', { trainingClass: '2021年第1期', startsOn: '2021-08-10', forRenewal: false })];
export const passed = [...inTraining, step('ExamPassed', { score: 88, passMark: 60, examinedOn: '2021-08-20', sitting: 1 })];
const exam = { score: 41, passMark: 60, examinedOn: '2021-08-20', forRenewal: false };
export const failedOnce = [...inTraining, step('ExamFailed', { ...holder, ...exam, sitting: 1, reExamsLeft: 1 })];
export const failedFinally = [
  ...failedOnce, step('ReExamAllowed', { reason: '首次不合格' }), step('ExamFailed', { ...holder, ...exam, sitting: 2, reExamsLeft: 0 }),
];
export const rejected = [...applied, step('ApplicationRejected', { ...holder, reviews: [{ condition: 'E4', met: false, reviewer: 'clerk-fj' }], reason: '表达能力不足' })];
export const appointed = [...passed, step('SupervisorAppointed', { ...firstTerm, appointedBy: '3501' })];
export const issued = step('CardIssued', { number: CARD, validFrom: '2021-09-01', validUntil: '2024-09-01', title: '福建省《技能人才评价质量督导员》(外督)' });
export const carded = [...appointed, issued];
export const suspended = [
  ...carded, step('DispatchSuspended', { ...decision('榕停1号', '3501'), scope: 'ALL', until: '2022-06-30', endsOn: '2022-06-30' }),
];
export const suspendedAtXiamen = [...carded, step('DispatchSuspended', { ...decision('厦停1号', '3502'), scope: 'OWN', endsOn: '2024-09-01' })];
export const proposedCancellation = [
  ...carded, step('DisqualificationProposed', { ...decision('榕建1号', '3501'), proposes: 'QUALIFICATION_CANCELLED' }),
];
export const cancelled = [
  ...proposedCancellation,
  step('QualificationCancelled', { ...holder, ...decision('闽处1号'), proposalNo: '榕建1号' }),
  step('CardVoided', { number: CARD, reason: '取消资格' }),
];
export const proposedRefusal = [...carded, step('DisqualificationProposed', { ...decision('榕建2号', '3501'), proposes: 'RENEWAL_REFUSED' })];
export const refused = [...proposedRefusal, step('RenewalRefused', { ...holder, ...decision('闽处2号'), proposalNo: '榕建2号' })];
export const resigned = [...carded, step('SupervisorResigned', { ...holder, reason: '工作调动' }), step('CardVoided', { number: CARD, reason: '主动退出' })];
export const renewalApplied = [...carded, step('RenewalApplied', { trainingRequired: true })];
export const renewalPassed = [
  ...renewalApplied,
  step('TrainingEnrolled', { trainingClass: '2024年第2期', startsOn: '2024-07-01', forRenewal: true }),
  step('ExamPassed', { score: 75, passMark: 60, examinedOn: '2024-07-05', sitting: 1 }),
];
export const renewed = [...renewalPassed, step('AppointmentRenewed', secondTerm)];
export const renewedCarded = [
  ...renewed, step('CardIssued', { number: NEXT_CARD, validFrom: '2024-09-02', validUntil: '2027-09-02', title: '福建省《技能人才评价质量督导员》(外督)' }),
];
export const expired = [...carded, step('AppointmentExpired', { termEnd: '2024-09-01' })];
export const selection = { by: 'AGENCY', organisation: 'agency-1', agencies: ['agency-1'] } as const;
const internalHolder = { personId: 'p-hong', supervisorType: 'INTERNAL' } as const;
/** The story of an internal supervisor, whom agency-1 selected. */
export const internalApplied = [step('SupervisorApplied', { ...internalHolder, area: '3501', selection })];
export const internalConfirmed = [...internalApplied, step('ConditionsConfirmed', { reviews: [] })];
export const internalTraining = [
  ...internalConfirmed, step('TrainingEnrolled', { trainingClass: '2021年第1期', trainingId: 'training-1', startsOn: '2021-08-10', forRenewal: false }),
];
export const internalPassed = [...internalTraining, step('ExamPassed', { score: 88, passMark: 60, examinedOn: '2021-08-20', sitting: 1 })];
export const internalAppointed = [...internalPassed, step('InternalSupervisorAppointed', { ...firstTerm, selection })];
export const INTERNAL_CARD = 'N3521-0001';
export const internalCarded = [
  ...internalAppointed, step('CardIssued', { number: INTERNAL_CARD, validFrom: '2021-09-01', validUntil: '2024-09-01', title: '福建省《技能人才评价质量督导员》(内督)' }),
];
/** 福州 proposes on 5 January 2022 that the internal supervisor's qualification be cancelled. */
export const internalProposed = [
  ...internalCarded, { ...step('DisqualificationProposed', { ...decision('榕建8号', '3501'), proposes: 'QUALIFICATION_CANCELLED' }), occurredAt: on('2022-01-05') },
];
export const fact = step;
