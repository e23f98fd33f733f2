import { about, type Step } from '#test/recorded-events/step';
import { province, school } from '#libs/cases/case-story';
import { SCORE_SHEETS_ID } from '#libs/sessions/score-sheet-template.events';
import { reviews } from '#libs/supervisors/supervisor-story';
import { registration } from '#test/support/session-story';

/** Held while the agency has an internal supervisor; its end is left to the plan. */
function held(): readonly Step[] {
  const session = about('held');
  return [
    session('2026-02-18', school, 'RegisterSession', registration),
    session('2026-02-18', school, 'AssignSessionStaff', { staff: [{ personId: 'p-ye', role: 'EXAMINER' }, { personId: 'p-zhuo', role: 'EXAM_STAFF' }] }),
    session('2026-02-19', school, 'WithdrawSessionStaff', { personId: 'p-zhuo', reason: '生病' }),
    session('2026-02-20', school, 'RescheduleSession', { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-06T09:00:00.000Z', reason: '场地检修' }),
    session('2026-03-05', school, 'StartSession'),
  ];
}

function cancelled(): readonly Step[] {
  const session = about('cancelled');
  return [
    session('2026-02-18', school, 'RegisterSession', { ...registration, venue: '实训楼二层' }),
    session('2026-02-24', school, 'CancelSession', { reason: '报名不足' }),
  ];
}

/** The one who was drawn falls ill, and nobody else can be. */
function uncovered(): readonly Step[] {
  const session = about('uncovered');
  const slot = { startsAt: '2026-05-20T01:00:00.000Z', endsAt: '2026-05-20T09:00:00.000Z' };
  return [
    session('2026-05-12', school, 'RegisterSession', { ...registration, ...slot }),
    about('uncovered-i1')('2026-05-12', school, 'PrepareInternalDraw', { sessionId: 'uncovered' }),
    session('2026-05-13', school, 'ReleaseInternalSupervisor', { supervisorId: 's-internal', cause: 'UNAVAILABLE', reason: '生病' }),
    session('2026-05-20', school, 'StartSession'),
  ];
}

const inside = { person: 'p-internal', role: 'INT_SUPERVISOR', organisation: 'INTERNAL' };
const conforming = { conforms: true, notes: '符合要求' };
const sheet = { templateVersion: '2026-1', scores: [{ item: 'A1', points: 28 }, { item: 'B1', points: 65, remark: '签到不全' }], sha256: 'b'.repeat(64) };

/** Supervised from the preparation to the result; the score sheet comes late. */
function supervised(): readonly Step[] {
  const session = about('supervised');
  const slot = { startsAt: '2026-05-14T01:00:00.000Z', endsAt: '2026-05-14T09:00:00.000Z' };
  return [
    about(SCORE_SHEETS_ID)('2026-05-11', province, 'PublishScoreSheetTemplate', {
      version: '2026-1', validFrom: '2026-05-12', total: 100, items: [{ item: 'A1', text: '考务准备', points: 30 }, { item: 'B1', text: '过程管理', points: 70 }],
    }),
    session('2026-05-12', school, 'RegisterSession', { ...registration, ...slot }),
    about('supervised-i1')('2026-05-12', school, 'PrepareInternalDraw', { sessionId: 'supervised' }),
    session('2026-05-13', school, 'AssignSessionStaff', { staff: [{ personId: 'p-ye', role: 'EXAMINER' }] }),
    session('2026-05-13', inside, 'CheckPreparation', conforming),
    session('2026-05-14', school, 'StartSession'),
    session('2026-05-14', inside, 'CheckProcess', { conforms: false, notes: '一名考生迟到入场' }),
    session('2026-05-15', inside, 'CheckResult', conforming),
    session('2026-05-25', inside, 'UploadScoreSheet', sheet),
    session('2026-05-25', inside, 'LockScoreSheet'),
    session('2026-05-26', school, 'FinaliseResults', { candidates: 40, passed: 31 }),
  ];
}

/** An internal supervisor of January, before the calendar of the year is published: the due date of the sheet moves with it. */
function counted(): readonly Step[] {
  const [credential, training, session] = [about('s-early'), about('training-early'), about('counted')];
  const selection = { by: 'AGENCY', organisation: 'agency-1', agencies: ['agency-1'] };
  const plan = { by: 'AGENCY', organisation: 'agency-1', title: '内督培训', content: '政策法规', hours: 8, startsOn: '2026-01-06', endsOn: '2026-01-06', examForm: 'ORAL', places: 5 };
  return [
    credential('2026-01-05', school, 'ApplyAsSupervisor', { personId: 'p-early', supervisorType: 'INTERNAL', area: '3501', selection }),
    credential('2026-01-05', school, 'ConfirmConditions', { reviews }),
    training('2026-01-06', school, 'DraftTrainingPlan', plan),
    training('2026-01-06', school, 'FileTrainingPlan'),
    training('2026-01-06', school, 'StartTraining', { startedOn: '2026-01-06' }),
    credential('2026-01-06', school, 'EnrolInTraining', { trainingClass: '第1期', trainingId: 'training-early', startsOn: '2026-01-06' }),
    training('2026-01-07', school, 'HoldTraining', { endedOn: '2026-01-06', hours: 8, attended: ['s-early'] }),
    training('2026-01-07', school, 'HoldExam', { examinedOn: '2026-01-07', form: 'ORAL' }),
    training('2026-01-07', school, 'RecordTrainingResults', { scores: [{ supervisorId: 's-early', score: 90 }] }),
    credential('2026-01-07', school, 'RecordExamResult', { score: 90, examinedOn: '2026-01-07' }),
    credential('2026-01-08', school, 'AppointSupervisor', { termStart: '2026-01-08' }),
    session('2026-01-12', school, 'RegisterSession', { ...registration, startsAt: '2026-01-13T01:00:00.000Z', endsAt: '2026-01-13T09:00:00.000Z' }),
    session('2026-01-13', school, 'StartSession'),
    credential('2026-02-10', school, 'ResignSupervisor', { reason: '工作调动' }),
  ];
}

export const sessionsStory: readonly Step[] = [...held(), ...cancelled(), ...uncovered(), ...supervised(), ...counted()];
