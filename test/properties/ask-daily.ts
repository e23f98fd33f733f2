import { isActive, type Seat } from '#libs/cases/case-group.evolve';
import { acceptance, evidence, supervisor, system } from '#libs/cases/case-story';
import { confirmation, form, improvement, measure, plan } from '#libs/cases/daily-story';
import type { Daily } from '#libs/cases/daily.evolve';
import { type DailyStage, isOpen } from '#libs/cases/daily.stage';
import { dailyDrawIdOf } from '#libs/draws/draw-id';
import { type Ask, ask } from '#test/properties/ask';
import { agency, sessionRegistration } from '#test/properties/ask-session';
import { centerOf, chosen } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const DAILIES = ['daily-a', 'daily-b', 'daily-c', 'daily-d', 'daily-e', 'daily-f', 'daily-g', 'daily-h'] as const;

/** Of each daily supervision: far enough ahead to draw and accept before it, and long enough to be met. */
const sessionOf = (id: string): string => `session-of-${id}`;
const register = (id: string, scene: Scene, dice: number): Ask => ask(agency, 'RegisterSession', sessionOf(id), sessionRegistration(scene, dice, { ahead: 60 + (dice % 240), long: 30 + (dice % 60) }));

/** Nothing more comes of it: it is over, or nobody came before its session was. */
function isOver(id: string, { states, now }: Scene): boolean {
  const daily = states.of('daily', id);
  const session = states.of('session', sessionOf(id));
  if (daily === undefined) return session !== undefined && session.startsAt < now;
  return daily.stage === 'CLOSED' || daily.stage === 'CANCELLED' || (daily.endsAt < now && isOpen(daily.stage));
}

/** The one under way, now and then another. */
const one = (scene: Scene, dice: number): string => (dice % 8 === 0 ? chosen(DAILIES, Math.floor(dice / 8)) : (DAILIES.find((id) => !isOver(id, scene)) ?? 'daily-a'));

function nextDraw(id: string, { states }: Scene): string {
  let ordinal = 1;
  while (states.of('draw', dailyDrawIdOf(id, ordinal)) !== undefined) ordinal += 1;
  return dailyDrawIdOf(id, ordinal);
}

const recordOf = (daily: Daily | undefined) => ({
  ...form,
  items: (daily?.matters ?? plan.matters).map(({ item }, index) => (index === 0 ? { item, result: 'PROBLEM', severity: 'ORDINARY', facts: '收费无公示依据', evidenceIds: ['ev-1'] } : { item, result: 'CONFORMS', facts: '秩序良好', evidenceIds: [] })),
});

const of = ({ supervisorId }: Pick<Seat, 'supervisorId'>) => ({ supervisorId });

/** Papers about those who were drawn. */
function seatPapers(id: string, scene: Scene, dice: number, daily: Daily | undefined) {
  const seats = daily?.group.seats ?? [];
  const seat = chosen(seats.filter(isActive), dice) ?? chosen(seats, dice) ?? { supervisorId: 's-1', personId: 'p-1' };
  const left = seats.find(({ status, judged }) => !judged && (status === 'DECLINED' || status === 'UNANSWERED')) ?? seat;
  const by = (name: string, body: object = {}): Ask => ask(centerOf('3501'), name, id, body);
  const self = (name: string, body: object = {}): Ask => ask(supervisor(Number(seat.personId.slice(2))), name, id, body);
  return {
    draw: ask(centerOf('3501'), 'PrepareDailyDraw', nextDraw(id, scene), { caseId: id, ...(dice % 5 === 0 && { k: 2 }) }),
    dispatch: by('DispatchSupervisor', of(seat)),
    replace: by('ReplaceIneligible', of(seat)),
    accept: self('AcceptDailyAssignment', acceptance),
    decline: self('DeclineDailyAssignment', { reason: '住院' }),
    remind: by('RemindDailyAssignment', of(seat)),
    silent: by('RecordNoDailyAnswer', of(seat)),
    judge: by('JudgeDailyDecline', { ...of(left), judgement: chosen(['JUSTIFIED', 'UNJUSTIFIED'], dice), reasons: '经核实' }),
    recuse: by('RecuseDailySupervisor', { ...of(seat), reason: 'COLLEAGUE', detail: '同事' }),
    brief: self('AcknowledgeSessionBriefing'),
    checkIn: self('CheckIn', { mode: chosen(['ONSITE', 'REMOTE'], dice), ...(dice % 3 === 0 && { cardNumber: 'R35240001' }) }),
    stranger: ask(supervisor(1 + (dice % 8)), 'CheckIn', id, { mode: 'ONSITE' }),
    end: self('EndDailySupervision'),
    inquire: self('RaiseDailyInquiry', { item: 'C2.03', text: '收费依据是什么' }),
    collect: self('AddDailyEvidence', { means: 'INTERVIEW', item: 'C2.03', note: '缴费单据', evidence: [evidence('ev-2')] }),
    improper: self('ReportDailyImproperRequest', { from: 'AGENCY', facts: '要求删去问题', evidence: [] }),
    escalate: self('EscalateIncident', { facts: '考场起火', evidence: [] }),
    disclose: self('DiscloseDailyInspection', { text: '质量督导' }),
    record: self('SubmitRecord', { form: recordOf(daily), signed: dice % 9 > 0 }),
    correct: self('CorrectRecord', { form: recordOf(daily), signed: true, reason: '更正人数' }),
  };
}

/** Papers of the dispatcher, the agency and the system. */
function filePapers(id: string, { today }: Scene, dice: number) {
  const by = (name: string, body: object = {}): Ask => ask(centerOf(dice % 13 === 0 ? '3502' : '3501'), name, id, body);
  const covert = dice % 4 === 0;
  return {
    plan: by('PlanDailySupervision', { ...plan, sessionId: sessionOf(id), ...(covert && { inspection: 'COVERT', covertReason: '核实现场真实情况' }) }),
    cancel: by('CancelDailySupervision', { reason: '场次取消' }),
    answer: ask(agency, 'AnswerDailyInquiry', id, { no: 1, answer: '依据收费公示', evidence: [] }),
    review: by('ReviewRecord', { reasons: '收费公示存在问题' }),
    none: by('DecideNoMeasure', { reasons: '已当场纠正' }),
    verify: by('OpenVerification', measure),
    talk: by('HoldAdmonitoryTalk', { ...measure, heldOn: today }),
    letter: by('IssueReminderLetter', measure),
    bulletin: by('IssueQualityBulletin', measure),
    improve: ask(agency, 'ReportImprovement', id, improvement),
    remindImprovement: by('RemindImprovement', { measure: 'REMINDER_LETTER', text: '请尽快完善' }),
    refusal: by('RecordImprovementRefusal', { measure: 'REMINDER_LETTER', ground: chosen(['EXPRESS_REFUSAL', 'SILENT_AFTER_REMINDER'], dice), reasons: '未改进' }),
    confirm: by('ConfirmImprovement', confirmation),
    close: by('CloseDailySupervision', { summary: '办结归档' }),
    flagRecord: ask(system, 'FlagRecordOverdue', id),
  };
}

const papers = (id: string, scene: Scene, dice: number, daily: Daily | undefined) => ({ ...seatPapers(id, scene, dice, daily), ...filePapers(id, scene, dice) });
type Paper = keyof ReturnType<typeof papers>;

const WAITS_FOR: Readonly<Record<DailyStage, readonly Paper[]>> = {
  PLANNED: ['draw', 'draw', 'draw', 'draw', 'draw', 'draw', 'draw', 'draw', 'judge', 'judge', 'cancel'],
  DRAWN: ['dispatch', 'dispatch', 'dispatch', 'dispatch', 'dispatch', 'dispatch', 'replace', 'recuse'],
  DISPATCHED: ['accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'accept', 'dispatch', 'decline', 'remind', 'silent', 'recuse'],
  ACCEPTED: ['brief', 'brief', 'checkIn', 'checkIn', 'checkIn', 'stranger', 'decline'],
  IN_PROGRESS: ['end', 'end', 'inquire', 'collect', 'improper', 'escalate', 'disclose', 'answer', 'checkIn'],
  ENDED: ['record', 'record', 'record', 'inquire', 'judge', 'letter'],
  RECORD_SUBMITTED: ['review', 'review', 'review', 'correct', 'none', 'letter'],
  REVIEWED: ['letter', 'letter', 'letter', 'talk', 'verify', 'bulletin', 'none', 'close'],
  MEASURES_OPEN: ['improve', 'improve', 'confirm', 'confirm', 'close', 'close', 'talk', 'bulletin', 'remindImprovement', 'refusal', 'correct'],
  CLOSED: ['correct', 'letter', 'close'],
  CANCELLED: ['plan', 'draw'],
};

export function askOfDaily(scene: Scene, dice: number, isNatural: boolean): Ask {
  const id = one(scene, dice);
  const rest = Math.floor(dice / 8);
  const daily = scene.states.of('daily', id);
  if (scene.states.of('session', sessionOf(id)) === undefined) return register(id, scene, rest);
  const all = papers(id, scene, rest, daily);
  if (daily === undefined && isNatural) return all.plan;
  const waiting = daily !== undefined && isNatural ? WAITS_FOR[daily.stage] : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, rest)];
}
