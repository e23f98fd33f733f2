import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { SessionEvent } from '#libs/sessions/session.events';

type TaskEvent = CaseEvent | DailyEvent | SessionEvent;

/** What became of a supervisor in a task, step by step. */
export interface TaskStep {
  readonly type: TaskEvent['type'];
  readonly what: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
}

/** 督导任务: the part of one supervisor in one supervision or session. */
export interface SupervisorTask {
  readonly stream: string;
  readonly supervisorId: string;
  readonly personId: string;
  readonly area: string;
  /** The draw that gave the seat. */
  readonly drawId: string;
  /** Whether the seat is theirs still. */
  readonly seated: boolean;
  readonly steps: readonly TaskStep[];
}

interface Seat {
  readonly supervisorId: string;
  readonly personId: string;
  readonly drawId: string;
}

interface Telling<D> {
  readonly what: string;
  readonly about: (data: D) => readonly string[];
  /** The seat is lost. */
  readonly leaves?: true;
}
type Tellings = { readonly [T in TaskEvent['type']]?: Telling<Extract<TaskEvent, { readonly type: T }>['data']> };

const self = ({ supervisorId }: { readonly supervisorId: string }): readonly string[] => [supervisorId];
const signer = ({ signedBy }: { readonly signedBy: string }): readonly string[] => [signedBy];
const absent = (data: { readonly absent: readonly { readonly supervisorId: string }[] }): readonly string[] => data.absent.map(({ supervisorId }) => supervisorId);

const TELLINGS: Tellings = {
  SupervisorsDrawn: { what: '被抽中', about: ({ members }) => members.map(({ supervisorId }) => supervisorId) },
  SubstituteSeated: { what: '递补', about: ({ substitute }) => [substitute.supervisorId] },
  SupervisorDispatched: { what: '受委派', about: self },
  DispatchWithdrawn: { what: '委派撤回', about: self },
  AssignmentAccepted: { what: '接受委派并声明无利害关系', about: self },
  AssignmentReminded: { what: '被催告答复', about: self },
  AssignmentDeclined: { what: '不能参加', about: self, leaves: true },
  AssignmentUnanswered: { what: '经催告未答复', about: self, leaves: true },
  DeclineJudged: { what: '不能参加的理由已认定', about: self },
  SupervisorRecused: { what: '回避', about: self, leaves: true },
  SupervisorFoundIneligible: { what: '已不具备委派条件', about: self, leaves: true },
  GroupFormed: { what: '编入督导小组', about: ({ members }) => members.map(({ supervisorId }) => supervisorId) },
  OnSiteStarted: { what: '到现场', about: ({ present }) => present },
  SessionBriefingAcknowledged: { what: '了解当次评价活动', about: self },
  SupervisorCheckedIn: { what: '到场或者上线', about: self },
  DailySupervisionEnded: { what: '未到场,督导已结束', about: absent },
  DailySupervisionMissed: { what: '未到场,督导未实施', about: absent },
  RecordSubmitted: { what: '提交督导情况记录表', about: signer },
  RecordCorrected: { what: '更正督导情况记录表', about: signer },
  SupervisionTainted: { what: '督导记录存疑', about: self },
  InternalSupervisorAssigned: { what: '被抽中并指派为内督', about: self },
  InternalSupervisorReleased: { what: '退出场次', about: self, leaves: true },
  PreparationChecked: { what: '督导准备情况', about: self },
  ProcessChecked: { what: '督导认定过程', about: self },
  ResultChecked: { what: '督导认定结果', about: self },
  ScoreSheetUploaded: { what: '上传内部督导评分表', about: self },
  ScoreSheetLocked: { what: '锁定内部督导评分表', about: self },
};

const tellingOf = ({ type }: Pick<RecordedEvent, 'type'>): Telling<object> | undefined => (TELLINGS as Readonly<Record<string, Telling<object>>>)[type];

/** The seat that the event gives to the supervisor. */
function seatIn({ type, data }: Recorded<TaskEvent>, supervisorId: string): Seat | undefined {
  switch (type) {
    case 'SupervisorsDrawn':
      return data.members.flatMap((member) => (member.supervisorId === supervisorId ? [{ ...member, drawId: data.drawId }] : []))[0];
    case 'SubstituteSeated':
      return { ...data.substitute, drawId: data.drawId };
    case 'InternalSupervisorAssigned':
      return { supervisorId, personId: data.personId, drawId: data.drawId };
    default:
      return undefined;
  }
}

/** The task as it is before the event is told: with the seat that the event gives. */
function taskBefore(before: SupervisorTask | null, { stream, meta }: RecordedEvent, seat: Seat | undefined): SupervisorTask | null {
  if (seat === undefined) return before;
  const { supervisorId, personId, drawId } = seat;
  return { stream, supervisorId, personId, drawId, area: before?.area ?? meta.area, seated: true, steps: before?.steps ?? [] };
}

function apply(before: SupervisorTask | null, event: RecordedEvent, key: string): SupervisorTask | null {
  const telling = tellingOf(event);
  if (telling === undefined) return before;
  const task = taskBefore(before, event, seatIn(event as unknown as Recorded<TaskEvent>, key.slice(event.stream.length + 1)));
  if (task === null) return null;
  const { occurredAt: at, recordedAt } = event.meta;
  const step: TaskStep = { type: event.type as TaskEvent['type'], what: telling.what, at, recordedAt };
  return { ...task, seated: telling.leaves === undefined && task.seated, steps: [...task.steps, step] };
}

/** 督导任务, keyed by stream and supervisor. */
export const supervisorTasks: View<SupervisorTask> = {
  name: 'supervisor-task',
  version: 2,
  categories: ['case', 'daily', 'session'],
  indexes: ['supervisorId', 'personId', 'area'],
  keys: (event) => [...new Set(tellingOf(event)?.about(event.data) ?? [])].map((supervisorId) => `${event.stream}.${supervisorId}`),
  apply,
};
