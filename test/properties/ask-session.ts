import { system } from '#libs/cases/case-story';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import type { Session, SessionStage } from '#libs/sessions/session.evolve';
import { SCORE_SHEETS_ID } from '#libs/sessions/score-sheet-template.events';
import { province, reviews } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { chosen, schoolOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const SESSIONS = ['session-a', 'session-b', 'session-c'] as const;
const AGENCY_ID = 'agency-1';
export const agency = schoolOf(AGENCY_ID);
const internal = (no: number) => ({ supervisorId: `i-${no}`, personId: `p-2${no}` });
export const INTERNALS = [internal(1), internal(2), internal(3)] as const;
const inside = (personId: string): Actor => ({ person: personId, role: 'INT_SUPERVISOR', organisation: 'INTERNAL' });

const TRAINING = 'training-staff';
const plan = { by: 'AGENCY', organisation: AGENCY_ID, title: '样例培训', content: '政策法规', hours: 16, examForm: 'WRITTEN', places: 10 };

/** Internal supervisors of the first agency with cards, from one training of a day. */
export const internalStaff = (): readonly ((scene: Scene) => Ask)[] => [
  ...INTERNALS.map(({ supervisorId, personId }) => (): Ask =>
    ask(agency, 'ApplyAsSupervisor', supervisorId, { personId, supervisorType: 'INTERNAL', area: '3501', selection: { by: 'AGENCY', organisation: AGENCY_ID, agencies: [AGENCY_ID] } })),
  ...INTERNALS.map(({ supervisorId }) => (): Ask => ask(agency, 'ConfirmConditions', supervisorId, { reviews })),
  ({ today }) => ask(agency, 'DraftTrainingPlan', TRAINING, { ...plan, startsOn: today, endsOn: today }),
  () => ask(agency, 'FileTrainingPlan', TRAINING),
  ({ today }) => ask(agency, 'StartTraining', TRAINING, { startedOn: today }),
  ...INTERNALS.map(({ supervisorId }) => ({ today }: Scene): Ask => ask(agency, 'EnrolInTraining', supervisorId, { trainingClass: '第1期', trainingId: TRAINING, startsOn: today })),
  ({ today }) => ask(agency, 'HoldTraining', TRAINING, { endedOn: today, hours: 16, attended: INTERNALS.map(({ supervisorId }) => supervisorId) }),
  ({ today }) => ask(agency, 'HoldExam', TRAINING, { examinedOn: today, form: 'WRITTEN' }),
  () => ask(agency, 'RecordTrainingResults', TRAINING, { scores: INTERNALS.map(({ supervisorId }) => ({ supervisorId, score: 88 })) }),
  ...INTERNALS.map(({ supervisorId }) => ({ today }: Scene): Ask => ask(agency, 'RecordExamResult', supervisorId, { score: 88, examinedOn: today })),
  ...INTERNALS.map(({ supervisorId }) => ({ today }: Scene): Ask => ask(agency, 'AppointSupervisor', supervisorId, { termStart: today })),
  ...INTERNALS.map(({ supervisorId }) => (): Ask => ask(agency, 'IssueCard', supervisorId, { internalNumber: `N-${supervisorId.toUpperCase()}` })),
];

const after = (now: Instant, hours: number): Instant => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

/** In hours. */
interface Slot {
  readonly ahead: number;
  readonly long: number;
}

const slotAfter = ({ now }: Scene, { ahead, long }: Slot) => ({ startsAt: after(now, ahead), endsAt: after(now, ahead + long) });
const soon = (dice: number): Slot => ({ ahead: 1 + (dice % 30), long: 1 + (dice % 40) });

export const sessionRegistration = (scene: Scene, dice: number, slot: Slot) => ({
  agencyId: AGENCY_ID, activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: chosen(['LEVEL_3', 'LEVEL_4'], dice), venueDivision: dice % 19 === 0 ? '440100' : '350102',
  venue: '实训楼', ...slotAfter(scene, slot),
});

const nextDraw = (id: string, { states }: Scene): number => [1, 2, 3, 4, 5, 6].find((each) => states.of('draw', `${id}-i${each}`) === undefined) ?? 7;

/** Papers about a session, by who usually sends them. */
function papers(id: string, scene: Scene, dice: number, session: Session | undefined) {
  const { states, sent, today } = scene;
  const by = (name: string, body: object = {}): Ask => ask(agency, name, id, body);
  const acting = session?.internalSupervisors[0] ?? chosen(INTERNALS, dice);
  const byInside = (name: string, body: object = {}): Ask => ask(inside(acting.personId), name, id, body);
  const template = states.of('scoresheets', SCORE_SHEETS_ID)?.[0];
  const person = dice % 3 === 0 ? chosen(INTERNALS, dice).personId : `p-3${dice % 4}`;
  const check = { conforms: dice % 4 > 0, notes: '查看现场' };
  return {
    register: by('RegisterSession', sessionRegistration(scene, dice, soon(dice))),
    move: by('RescheduleSession', { ...slotAfter(scene, soon(dice)), reason: '场地检修' }),
    cancel: by('CancelSession', { reason: '报名不足' }),
    assign: by('AssignSessionStaff', { staff: [{ personId: person, role: chosen(['EXAMINER', 'EXAM_STAFF'], dice) }] }),
    withdraw: by('WithdrawSessionStaff', { personId: session?.staff[0]?.personId ?? person, reason: '生病' }),
    draw: ask(agency, 'PrepareInternalDraw', `${id}-i${nextDraw(id, scene)}`, { sessionId: id, ...(dice % 7 === 0 && { k: 2 }) }),
    release: by('ReleaseInternalSupervisor', { supervisorId: acting.supervisorId, cause: chosen(['UNAVAILABLE', 'RECUSED'], dice), reason: '生病' }),
    start: by('StartSession'),
    end: by('EndSession'),
    prepared: byInside('CheckPreparation', check),
    processed: byInside('CheckProcess', check),
    resulted: byInside('CheckResult', check),
    publish: ask(province, 'PublishScoreSheetTemplate', SCORE_SHEETS_ID, { version: `v${sent}`, validFrom: today, items: [{ item: 'A', text: '考务准备', points: 100 }], total: 100 }),
    upload: byInside('UploadScoreSheet', { templateVersion: template?.version ?? 'v0', scores: [{ item: 'A', points: dice % 110 }], sha256: 'a'.repeat(64) }),
    lock: byInside('LockScoreSheet'),
    finalise: by('FinaliseResults', { candidates: 30, passed: dice % 32 }),
    flagCoverage: ask(system, 'FlagNotCovered', id),
    flagSheet: ask(system, 'FlagScoreSheetOverdue', id),
  };
}

type Paper = keyof ReturnType<typeof papers>;

const WAITS_FOR: Readonly<Record<SessionStage, readonly Paper[]>> = {
  REGISTERED: ['draw', 'draw', 'draw', 'assign', 'assign', 'prepared', 'start', 'start', 'start', 'move', 'withdraw', 'release', 'cancel', 'publish'],
  IN_PROGRESS: ['prepared', 'processed', 'processed', 'end', 'end', 'end', 'assign', 'draw'],
  ENDED: ['prepared', 'processed', 'resulted', 'resulted', 'upload', 'upload', 'upload', 'lock', 'lock', 'finalise', 'draw'],
  RESULTS_FINAL: ['finalise', 'lock'],
  CANCELLED: ['draw', 'cancel'],
};

export function askOfSession(scene: Scene, dice: number, isNatural: boolean): Ask {
  const id = chosen(SESSIONS, dice % 5);
  const session = scene.states.of('session', id);
  const all = papers(id, scene, Math.floor(dice / 5), session);
  if (scene.states.of('scoresheets', SCORE_SHEETS_ID) === undefined && dice % 3 === 0) return all.publish;
  if (session === undefined && isNatural) return all.register;
  const waiting = session !== undefined && isNatural ? WAITS_FOR[session.stage] : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, Math.floor(dice / 5))];
}
