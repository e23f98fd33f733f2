import { internals, theAgency } from '#libs/access/bearers';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { DrawCompleted, DrawEvent, DrawFailed, DrawPrepared } from '#libs/draws/draw.events';
import { byDrawer, drawnByIn, superviseInPeriod, type Targeted, targetsIn } from '#libs/draws/drawn-target.evolve';
import type { Instant } from '#libs/event-sourcing/event';
import { due, once, type Opening, type TodoDue, todoSource } from '#libs/event-sourcing/todo';
import { chineseDate, legalDateOf, startOfDay } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';

type SessionOrDrawEvent = SessionEvent | DrawPrepared | DrawFailed | DrawCompleted | DailySupervisionPlanned;

interface Held extends Targeted {
  readonly agencyId: string;
  /** By supervisorId: the person. */
  readonly supervisors: Readonly<Record<string, string>>;
  readonly draws: number;
  /** The preparation was looked at, by whoever supervised then. */
  readonly isPrepared: boolean;
  readonly isStarted: boolean;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

function changeBy(session: Held, event: SessionOrDrawEvent): Partial<Held> {
  switch (event.type) {
    case 'SessionRescheduled':
      return { startsAt: event.data.startsAt, endsAt: event.data.endsAt };
    case 'DrawCompleted':
      return event.data.purpose.kind === 'TARGETS' ? drawnByIn(event) : {};
    case 'DrawPrepared':
      return { draws: session.draws + 1 };
    case 'SessionStarted':
      return { isStarted: true };
    case 'PreparationChecked':
      return { isPrepared: true };
    case 'InternalSupervisorAssigned':
      return { supervisors: { ...session.supervisors, [event.data.supervisorId]: event.data.personId } };
    case 'InternalSupervisorReleased':
      return { supervisors: Object.fromEntries(Object.entries(session.supervisors).filter(([id]) => id !== event.data.supervisorId)) };
    default:
      return {};
  }
}

function matter(before: Held | undefined, event: SessionOrDrawEvent): Held | undefined {
  if (event.type === 'SessionRegistered') {
    const { agencyId, agencyName, occupation, area, startsAt, endsAt } = event.data;
    return { title: `场次 ${agencyName} ${occupation}`, agencyId, area, supervisors: {}, draws: 0, isPrepared: false, isStarted: false, startsAt, endsAt };
  }
  return before === undefined ? undefined : { ...before, ...changeBy(before, event) };
}

const agency = ({ agencyId }: Held) => theAgency(agencyId);
const supervisors = ({ supervisors: assigned }: Held) => internals(Object.values(assigned));
/** What has begun goes on, so that candidates do not suffer. */
const needsQualification = ({ isStarted }: Held): boolean => !isStarted;
const dayOf = (instant: Instant): string => chineseDate(legalDateOf(instant));
const covered = (startsAt: Instant): TodoDue => ({ dueAt: startsAt, explanation: `场次于${dayOf(startsAt)}开考,内督全覆盖,开考前应当指派内督。` });
const started = (startsAt: Instant): TodoDue => ({ dueAt: startsAt, explanation: `场次计划于${dayOf(startsAt)}开考。` });
const untilStart = (_data: object, { startsAt }: Held): readonly Opening[] => [{ due: covered(startsAt) }];
const unprepared = (data: object, session: Held): readonly Opening[] => (session.isPrepared ? [] : untilStart(data, session));
const uncovered = (data: { readonly isCovered?: true; readonly startsAt: Instant }): readonly Opening[] => (data.isCovered === true ? [] : [{ due: covered(data.startsAt) }]);
const onTheDay = ({ startsAt }: { readonly startsAt: Instant }): readonly Opening[] => [{ due: started(startsAt), from: startOfDay(legalDateOf(startsAt)) }];

export const sessionTodos = todoSource<SessionOrDrawEvent, Held>({
  category: 'session',
  path: 'sessions',
  others: {
    draw: (event) => {
      const { purpose } = event.data as DrawEvent['data'];
      return purpose.kind === 'INTERNAL_SUPERVISION' ? purpose.sessionId : targetsIn(event, 'SESSIONS');
    },
    daily: ({ type, data }) => (type === 'DailySupervisionPlanned' ? (data as DailySupervisionPlanned['data']).sessionId : undefined),
  },
  matter,
  todos: {
    PlanDailySupervision: {
      label: '对抽中的场次实施日常督导', falls: byDrawer, needsQualification, isConfidential: true, at: () => 'daily-cases/{caseId}', opens: { DrawCompleted: superviseInPeriod }, ends: ['DailySupervisionPlanned'],
    },
    PrepareInternalDraw: {
      label: '抽取并指派内督', falls: agency, needsQualification, at: ({ draws }, sessionId) => `draws/${sessionId}-i${draws + 1}`,
      opens: {
        SessionRegistered: uncovered, SessionRescheduled: uncovered, DrawFailed: untilStart,
        InternalSupervisorReleased: ({ coverageDue }) => (coverageDue === undefined ? [] : [{ due: covered(coverageDue) }]),
      },
      ends: ['DrawPrepared', 'InternalSupervisorAssigned'],
    },
    CheckPreparation: {
      label: '督导准备情况', falls: supervisors, needsQualification, opens: { InternalSupervisorAssigned: unprepared }, ends: ['PreparationChecked', 'InternalSupervisorReleased'],
    },
    StartSession: { label: '场次开考', falls: agency, needsQualification, opens: { SessionRegistered: onTheDay, SessionRescheduled: onTheDay }, ends: ['SessionStarted'] },
    CheckProcess: { label: '督导认定过程', falls: supervisors, opens: { SessionStarted: once }, ends: ['ProcessChecked'] },
    EndSession: {
      label: '结束场次', falls: agency, opens: { SessionStarted: ({ endsAt }) => [{ due: { dueAt: endsAt, explanation: `场次计划于${dayOf(endsAt)}结束。` } }] }, ends: ['SessionEnded'],
    },
    CheckResult: { label: '督导认定结果', falls: supervisors, opens: { SessionEnded: once }, ends: ['ResultChecked'] },
    UploadScoreSheet: {
      label: '上传内部督导评分表', falls: supervisors, opens: { SessionEnded: due('scoreSheetDue') }, moves: { ScoreSheetDueRecomputed: (data) => data.due }, ends: ['ScoreSheetUploaded'],
    },
    LockScoreSheet: { label: '锁定内部督导评分表', falls: supervisors, opens: { ScoreSheetUploaded: once }, ends: ['ScoreSheetLocked'] },
    FinaliseResults: { label: '确定认定结果', falls: agency, opens: { ScoreSheetLocked: once }, ends: ['ResultsFinalised'] },
  },
  closes: { SessionCancelled: true, ResultsFinalised: true },
});
