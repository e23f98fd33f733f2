import { theAgency, theCenter } from '#libs/access/bearers';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { SeatEvent } from '#libs/cases/case-group.events';
import type { ImprovementMeasure } from '#libs/cases/daily-measures.events';
import { byDispatcher, byGroup, byMember, drawnFor, isSeatEvent, judgeDecline, leaving, one, seatedAfter, seats, type Supervision } from '#libs/cases/seat.todos';
import type { DrawFailed, DrawPrepared } from '#libs/draws/draw.events';
import type { Instant } from '#libs/event-sourcing/event';
import { due, type Opening, type TodoDue, todoSource, when } from '#libs/event-sourcing/todo';
import { chineseDate, legalDateOf } from '#libs/regulation/legal-date';
import type { Slot } from '#libs/sessions/session.events';

type DailyOrDrawEvent = DailyEvent | DrawPrepared | DrawFailed;

interface Daily extends Supervision {
  /** The agency whose session it is; it has a to-do only by a measure that was served on it. */
  readonly agencyId: string;
  readonly endsAt: Instant;
  /** Members who were told to come, by supervisorId. */
  readonly dispatched: readonly string[];
  /** Nobody was drawn yet for a seat. */
  readonly isVacant: boolean;
  readonly widened: boolean;
  /** Improvements that are not confirmed. */
  readonly improving: readonly ImprovementMeasure[];
}

const before = (instant: Instant, what: string): TodoDue => ({ dueAt: instant, explanation: `场次于${chineseDate(legalDateOf(instant))}${what}。` });
const movedTo = ({ startsAt }: Slot): TodoDue => before(startsAt, '开始,此前应当办理');
const slotOf = (slot: Slot) => ({ answerBy: movedTo(slot), endsAt: slot.endsAt });

function changeBy(daily: Daily, event: DailyOrDrawEvent): Partial<Daily> {
  switch (event.type) {
    case 'DailyDatesMoved':
      return slotOf(event.data);
    case 'SupervisorDispatched':
      return { dispatched: [...daily.dispatched, event.data.supervisorId] };
    case 'DispatchWithdrawn':
      return { dispatched: daily.dispatched.filter((id) => id !== event.data.supervisorId) };
    case 'DrawPrepared':
      return { draws: daily.draws + 1, widened: false, isVacant: false };
    case 'DrawFailed':
      return { widened: true, isVacant: true };
    case 'AdmonitoryTalkHeld':
      return { improving: [...daily.improving, 'ADMONITORY_TALK'] };
    case 'ReminderLetterIssued':
      return { improving: [...daily.improving, 'REMINDER_LETTER'] };
    case 'ImprovementConfirmed':
      return { improving: daily.improving.filter((measure) => measure !== event.data.measure) };
    default:
      return {};
  }
}

const vacantAfter = ({ isVacant }: Daily, { type }: SeatEvent): boolean => type === 'SeatLeftVacant' || (isVacant && type !== 'SupervisorsDrawn');

function matter(known: Daily | undefined, event: DailyOrDrawEvent): Daily | undefined {
  if (event.type === 'DailySupervisionPlanned') {
    const { agencyId, agencyName, occupation, area, dispatcher } = event.data;
    return { title: `日常督导 ${agencyName} ${occupation}`, agencyId, area, dispatcher, seated: {}, draws: 0, dispatched: [], isVacant: true, widened: false, improving: [], ...slotOf(event.data) };
  }
  if (known === undefined) return undefined;
  return isSeatEvent(event) ? { ...known, seated: seatedAfter(known.seated, event), isVacant: vacantAfter(known, event) } : { ...known, ...changeBy(known, event) };
}

const agency = ({ agencyId }: Daily) => theAgency(agencyId);
const untilStart = (_data: object, { answerBy }: Daily): readonly Opening[] => [{ due: answerBy }];
const untilEnd = ({ endsAt }: Daily): TodoDue => before(endsAt, '结束');
const measureOf = ({ measure }: { readonly measure: ImprovementMeasure }): string => measure;
const improves = (measure: ImprovementMeasure) => (): readonly Opening[] => [{ item: measure }];
const nothingOpen = when<object, Daily>((_data, { improving }) => improving.length === 0);
/** What a new day asks once more of those who have not got as far. */
const undispatched = (_data: object, { seated, dispatched, answerBy }: Daily): readonly Opening[] =>
  Object.keys(seated).flatMap((item) => (dispatched.includes(item) ? [] : [{ item, due: answerBy }]));
const unanswered = (_data: object, { seated, dispatched, answerBy }: Daily): readonly Opening[] =>
  Object.entries(seated).flatMap(([item, { accepted }]) => (dispatched.includes(item) && !accepted ? [{ item, due: answerBy }] : []));
const undrawn = (data: object, daily: Daily): readonly Opening[] => (daily.isVacant ? untilStart(data, daily) : []);
/** The day is over: nobody is drawn, dispatched or asked any more, unless the session is moved. */
const OVER = ['DailySupervisionEnded', 'DailySupervisionMissed'] as const;
const briefing = (_data: object, { seated, answerBy }: Daily): readonly Opening[] =>
  Object.entries(seated).flatMap(([item, { accepted }]) => (accepted ? [{ item, due: answerBy }] : []));

export const dailyTodos = todoSource<DailyOrDrawEvent, Daily>({
  category: 'daily',
  path: 'daily-cases',
  agencyPath: 'daily-measures',
  others: { draw: drawnFor('DAILY_CASE') },
  matter,
  todos: {
    PrepareDailyDraw: {
      label: '抽取督导员',
      falls: ({ dispatcher, widened }) => theCenter(widened ? 'FJ' : dispatcher),
      at: ({ draws }, caseId) => `draws/${caseId}-d${draws + 1}`,
      opens: { DailySupervisionPlanned: untilStart, SeatLeftVacant: untilStart, DrawFailed: untilStart, DailyDatesMoved: undrawn },
      ends: ['DrawPrepared', 'SupervisorsDrawn', ...OVER],
    },
    DispatchSupervisor: {
      label: '委派督导员', falls: byDispatcher, opens: { ...seats, DailyDatesMoved: undispatched }, ends: OVER, endsItem: { SupervisorDispatched: one, ...leaving },
    },
    AcceptDailyAssignment: {
      label: '答复委派并签署无利害关系声明', falls: byMember, opens: { SupervisorDispatched: ({ supervisorId }, { answerBy }) => [{ item: supervisorId, due: answerBy }], DailyDatesMoved: unanswered },
      ends: OVER, endsItem: { AssignmentAccepted: one, DispatchWithdrawn: one, ...leaving },
    },
    JudgeDailyDecline: judgeDecline,
    AcknowledgeSessionBriefing: {
      label: '了解当次评价活动', falls: byMember, opens: { AssignmentAccepted: ({ supervisorId }, { answerBy }) => [{ item: supervisorId, due: answerBy }], DailyDatesMoved: briefing },
      ends: OVER, endsItem: { SessionBriefingAcknowledged: one, ...leaving },
    },
    CheckIn: {
      label: '到场或者上线', falls: byMember, opens: { SessionBriefingAcknowledged: ({ supervisorId }, daily) => [{ item: supervisorId, due: untilEnd(daily) }] },
      ends: [...OVER, 'DailyDatesMoved'], endsItem: { SupervisorCheckedIn: one, ...leaving },
    },
    EndDailySupervision: { label: '结束日常督导', falls: byGroup, opens: { SupervisorCheckedIn: (_data, daily) => [{ due: untilEnd(daily) }] }, ends: ['DailySupervisionEnded'] },
    SubmitRecord: {
      label: '提交督导情况记录表', falls: byGroup, opens: { DailySupervisionEnded: due('recordDue') }, moves: { RecordDueRecomputed: ({ after }) => after }, ends: ['RecordSubmitted'],
    },
    CancelDailySupervision: { label: '督导未实施,随场次改期或者取消', falls: byDispatcher, opens: { DailySupervisionMissed: () => [{}] }, ends: ['DailyDatesMoved', 'SupervisionCancelled'] },
    ReviewRecord: { label: '研判督导情况记录表', falls: byDispatcher, opens: { RecordSubmitted: () => [{}] }, ends: ['RecordReviewed'] },
    DecideNoMeasure: {
      label: '决定措施或者无需处理', falls: byDispatcher, opens: { RecordReviewed: () => [{}] },
      ends: ['NoMeasureDecided', 'VerificationOpened', 'AdmonitoryTalkHeld', 'ReminderLetterIssued', 'QualityBulletinIssued'],
    },
    ReportImprovement: {
      label: '说明完善整改情况', falls: agency, opens: { AdmonitoryTalkHeld: improves('ADMONITORY_TALK'), ReminderLetterIssued: improves('REMINDER_LETTER') },
      endsItem: { ImprovementReported: measureOf, ImprovementConfirmed: measureOf },
    },
    RecordImprovementRefusal: {
      label: '催告后仍未说明的,认定拒不采取改进措施', falls: byDispatcher, opens: { ImprovementReminded: ({ measure, answerDue }) => [{ item: measure, from: answerDue.dueAt }] },
      endsItem: { ImprovementReported: measureOf, ImprovementRefused: measureOf, ImprovementConfirmed: measureOf },
    },
    ConfirmImprovement: { label: '确认完善整改', falls: byDispatcher, opens: { ImprovementReported: (data) => [{ item: measureOf(data) }] }, endsItem: { ImprovementConfirmed: measureOf } },
    CloseDailySupervision: {
      label: '办结日常督导', falls: byDispatcher, opens: { VerificationOpened: nothingOpen, QualityBulletinIssued: nothingOpen, ImprovementConfirmed: nothingOpen },
      ends: ['AdmonitoryTalkHeld', 'ReminderLetterIssued', 'DailySupervisionClosed'],
    },
  },
  closes: { SupervisionCancelled: true, NoMeasureDecided: true, DailySupervisionClosed: true },
});
