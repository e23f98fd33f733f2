import { about, type Step } from '#test/recorded-events/step';
import { acceptance, evidence, fuzhou, member, school, supervisor } from '#libs/cases/case-story';
import { SYSTEM } from '#libs/event-sourcing/worker';
import { form, improvement, measure, plan } from '#libs/cases/daily-story';
import { registration } from '#test/support/session-story';

/** A session of its own, on the 10th and 11th of March. */
const sessionFor = (sessionId: string, venue: string): Step =>
  about(sessionId)('2026-02-18', school, 'RegisterSession', { ...registration, venue, startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-11T09:00:00.000Z' });

function cancelled(): readonly Step[] {
  const daily = about('daily-cancelled');
  return [
    sessionFor('unsupervised', '实训楼三层'),
    daily('2026-03-02', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: 'unsupervised' }),
    daily('2026-03-03', fuzhou, 'CancelDailySupervision', { reason: '场次取消' }),
  ];
}

const about1 = { supervisorId: 's-1' };

/** Planned to be supervised in a session of its own, with supervisor 1, whose appointment reaches into June 2026 and further. */
const seated = (caseId: string, venue: string): readonly Step[] => [
  about(`session-of-${caseId}`)('2026-06-02', school, 'RegisterSession', { ...registration, venue, startsAt: '2026-06-29T01:00:00.000Z', endsAt: '2026-06-30T09:00:00.000Z' }),
  about(caseId)('2026-06-03', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: `session-of-${caseId}` }),
  about(caseId)('2026-06-04', SYSTEM, 'SeatDailySupervisors', { drawId: `${caseId}-1`, members: [member(1)] }),
];

/** Submitted late, corrected; a second person came without an assignment. */
function recorded(): readonly Step[] {
  const daily = about('daily-recorded');
  return [
    ...seated('daily-recorded', '实训楼四层'),
    daily('2026-06-05', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-06-08', supervisor(1), 'AcceptDailyAssignment', acceptance),
    daily('2026-06-26', supervisor(1), 'AcknowledgeSessionBriefing'),
    { ...daily('2026-06-29', supervisor(9), 'CheckIn', { mode: 'ONSITE' }), isRefused: true },
    daily('2026-06-29', supervisor(1), 'CheckIn', { mode: 'ONSITE' }),
    daily('2026-06-30', supervisor(1), 'EndDailySupervision'),
    daily('2026-07-10', supervisor(1), 'SubmitRecord', { form, signed: true }),
    daily('2026-07-13', supervisor(1), 'CorrectRecord', { form, signed: true, reason: '更正人数' }),
  ];
}

/** Held by supervisor 1, the record submitted in time. */
function submitted(caseId: string, venue: string): readonly Step[] {
  const daily = about(caseId);
  return [
    ...seated(caseId, venue),
    daily('2026-06-05', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-06-08', supervisor(1), 'AcceptDailyAssignment', acceptance),
    daily('2026-06-26', supervisor(1), 'AcknowledgeSessionBriefing'),
    daily('2026-06-29', supervisor(1), 'CheckIn', { mode: 'ONSITE' }),
    daily('2026-06-30', supervisor(1), 'EndDailySupervision'),
    daily('2026-07-03', supervisor(1), 'SubmitRecord', { form, signed: true }),
    daily('2026-07-14', fuzhou, 'ReviewRecord', { reasons: '收费公示存在问题' }),
  ];
}

/** Every measure was taken; the agency improved, and the supervision was closed. */
function measured(): readonly Step[] {
  const daily = about('daily-measured');
  return [
    ...submitted('daily-measured', '实训楼八层'),
    daily('2026-07-14', fuzhou, 'OpenVerification', measure),
    daily('2026-07-15', fuzhou, 'HoldAdmonitoryTalk', { ...measure, heldOn: '2026-07-15' }),
    daily('2026-07-15', fuzhou, 'IssueReminderLetter', measure),
    daily('2026-07-15', fuzhou, 'IssueQualityBulletin', measure),
    ...(['ADMONITORY_TALK', 'REMINDER_LETTER'] as const).flatMap((asked) => [
      daily('2026-07-20', school, 'ReportImprovement', { ...improvement, measure: asked }),
      daily('2026-07-21', fuzhou, 'ConfirmImprovement', { measure: asked, conclusion: '公示已完善' }),
    ]),
    daily('2026-07-22', fuzhou, 'CloseDailySupervision', { summary: '完善整改完成' }),
  ];
}

const unmeasured = (): readonly Step[] => [
  ...submitted('daily-unmeasured', '实训楼九层'),
  about('daily-unmeasured')('2026-07-15', fuzhou, 'DecideNoMeasure', { reasons: '问题轻微并已当场改正' }),
];

/** Suspended after the dispatch, so another would be needed; nobody came. */
function missed(): readonly Step[] {
  const daily = about('daily-missed');
  return [
    ...seated('daily-missed', '实训楼五层'),
    daily('2026-06-05', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-06-06', supervisor(1), 'DeclineDailyAssignment', { reason: '出差在外' }),
    daily('2026-06-07', SYSTEM, 'SeatDailySubstitute', { drawId: 'daily-missed-1', leaving: 's-1', substitute: member(99) }),
    daily('2026-06-08', fuzhou, 'ReplaceIneligible', { supervisorId: 's-99' }),
  ];
}

/** Ended before the working days of the year were published. */
function recomputed(): readonly Step[] {
  const daily = about('daily-recomputed');
  return [
    about('session-of-january')('2026-01-08', school, 'RegisterSession', { ...registration, venue: '实训楼六层', startsAt: '2026-01-13T01:00:00.000Z', endsAt: '2026-01-13T09:00:00.000Z' }),
    daily('2026-01-08', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: 'session-of-january' }),
    daily('2026-01-09', SYSTEM, 'SeatDailySupervisors', { drawId: 'daily-recomputed-1', members: [member(1)] }),
    daily('2026-01-09', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-01-09', supervisor(1), 'AcceptDailyAssignment', acceptance),
    daily('2026-01-12', supervisor(1), 'AcknowledgeSessionBriefing'),
    daily('2026-01-13', supervisor(1), 'CheckIn', { mode: 'REMOTE' }),
  ];
}

/** Closed before the working days of the year were published, in which its result is to be published. */
function early(): readonly Step[] {
  const daily = about('daily-early');
  return [
    about('session-of-daily-early')('2026-01-07', school, 'RegisterSession', { ...registration, venue: '实训楼十二层', startsAt: '2026-01-12T01:00:00.000Z', endsAt: '2026-01-12T09:00:00.000Z' }),
    daily('2026-01-07', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: 'session-of-daily-early' }),
    daily('2026-01-08', SYSTEM, 'SeatDailySupervisors', { drawId: 'daily-early-1', members: [member(1)] }),
    daily('2026-01-08', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-01-09', supervisor(1), 'AcceptDailyAssignment', acceptance),
    daily('2026-01-09', supervisor(1), 'AcknowledgeSessionBriefing'),
    daily('2026-01-12', supervisor(1), 'CheckIn', { mode: 'ONSITE' }),
    daily('2026-01-13', supervisor(1), 'SubmitRecord', { form, signed: true }),
    daily('2026-01-14', fuzhou, 'ReviewRecord', { reasons: '收费公示存在问题' }),
    daily('2026-01-14', fuzhou, 'DecideNoMeasure', { reasons: '问题轻微并已当场改正' }),
  ];
}

/** Planned, and moved with its session. */
function moved(): readonly Step[] {
  return [
    about('session-of-daily-moved')('2026-06-02', school, 'RegisterSession', { ...registration, venue: '实训楼七层', startsAt: '2026-06-29T01:00:00.000Z', endsAt: '2026-06-30T09:00:00.000Z' }),
    about('daily-moved')('2026-06-03', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: 'session-of-daily-moved' }),
    about('session-of-daily-moved')('2026-06-04', school, 'RescheduleSession', { startsAt: '2026-07-06T01:00:00.000Z', endsAt: '2026-07-07T09:00:00.000Z', reason: '场地检修' }),
  ];
}

/** Covert, disclosed on the spot, with a research among its matters. */
function empowered(): readonly Step[] {
  const daily = about('daily-empowered');
  const by = supervisor(1);
  return [
    about('session-of-daily-empowered')('2026-06-02', school, 'RegisterSession', { ...registration, venue: '实训楼十层', startsAt: '2026-06-29T01:00:00.000Z', endsAt: '2026-06-30T09:00:00.000Z' }),
    daily('2026-06-03', fuzhou, 'PlanDailySupervision', {
      ...plan, sessionId: 'session-of-daily-empowered', matters: [...plan.matters, { item: 'C4' }], inspection: 'COVERT', covertReason: '多次举报',
    }),
    daily('2026-06-04', SYSTEM, 'SeatDailySupervisors', { drawId: 'daily-empowered-1', members: [member(1)] }),
    daily('2026-06-05', fuzhou, 'DispatchSupervisor', about1),
    daily('2026-06-08', by, 'AcceptDailyAssignment', acceptance),
    daily('2026-06-26', by, 'AcknowledgeSessionBriefing'),
    daily('2026-06-29', by, 'CheckIn', { mode: 'ONSITE' }),
    daily('2026-06-29', by, 'AddDailyEvidence', { means: 'OBSERVATION', item: 'C2.05', note: '考场未清场', evidence: [evidence('ev-5')] }),
    daily('2026-06-29', by, 'DiscloseDailyInspection', { text: '现公开督导身份' }),
    daily('2026-06-29', by, 'RaiseDailyInquiry', { item: 'C2.03', text: '收费标准依据哪份文件?' }),
    daily('2026-06-29', by, 'RequestDailyMaterial', { item: 'C2.03', text: '2026年收费台账' }),
    daily('2026-06-29', school, 'AnswerDailyInquiry', { no: 1, answer: '依据校内文件', evidence: [] }),
    daily('2026-06-29', by, 'EscalateIncident', { facts: '考场停电,评价中断', evidence: [] }),
    daily('2026-06-30', by, 'EndDailySupervision'),
    daily('2026-07-01', by, 'SubmitDailyResearchReport', { report: '认定数据未与就业数据对接', recommendations: ['建立数据比对机制'], evidence: [] }),
  ];
}

/** The letter was not followed: reminded, refused, and a sanction case rests on it. */
function refused(): readonly Step[] {
  const daily = about('daily-refused');
  const violation = { ground: 'G3', description: '经催告仍不改进收费公示', evidence: ['ev-1'], supervision: 'daily-daily-refused' };
  return [
    ...submitted('daily-refused', '实训楼十一层'),
    daily('2026-07-15', fuzhou, 'IssueReminderLetter', measure),
    daily('2026-08-03', fuzhou, 'RemindImprovement', { measure: 'REMINDER_LETTER', text: '请于五个工作日内说明完善整改情况' }),
    daily('2026-08-11', fuzhou, 'RecordImprovementRefusal', { measure: 'REMINDER_LETTER', ground: 'SILENT_AFTER_REMINDER', reasons: '催告期满没有说明' }),
    about('sanction-of-daily-refused')('2026-08-12', fuzhou, 'OpenViolationCase', { agencyId: 'agency-1', violations: [violation], severity: 'ORDINARY', severityReasons: '未造成后果', persons: [] }),
  ];
}

export const dailiesStory: readonly Step[] = [...moved(), ...cancelled(), ...recorded(), ...missed(), ...recomputed(), ...early(), ...measured(), ...unmeasured(), ...empowered(), ...refused()];
