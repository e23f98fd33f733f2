import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { VIEWS } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { type TimelineEntry, ReadTimeline } from '#apps/server/src/http/timeline';
import { type FilePart, FileParts, partOf, shownPart } from '#apps/server/src/oversight/file-parts';
import type { ReadFile } from '#apps/server/src/oversight/files.queries';
import { TodoSheets } from '#apps/server/src/oversight/todo-sheets';
import { assessments } from '#apps/server/src/supervisors/assessments.readable';
import { supervisors } from '#apps/server/src/supervisors/supervisors.readable';
import { sees } from '#libs/access/sight';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { matterOf, type TodoMatter } from '#libs/oversight/todo-list';
import { type SupervisorTask, supervisorTasks, type TaskStep } from '#libs/oversight/supervisor-task.view';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { AssessmentFile } from '#libs/supervisors/assessment.view';
import { tellSupervisor } from '#libs/supervisors/supervisor.timeline';
import type { SupervisorEntry } from '#libs/supervisors/supervisor.view';

/** What a supervisor did in one supervision or session, from the draw on. */
export interface TaskEntry {
  /** Left out for one who has left the seat: it is their matter no more (R3.6-1). */
  readonly matter?: TodoMatter;
  readonly drawId: string;
  readonly seated: boolean;
  readonly steps: readonly TaskStep[];
}

/** 督导员档案: credential, card and terms, draws and tasks, assessments and sanctions, as far as the reader may see them. */
export interface SupervisorFile {
  readonly supervisor: SupervisorEntry;
  /** The day as of which history, tasks and assessments are; the entry of the register is of now. */
  readonly asOf: LegalDate | null;
  /** Application, terms, cards and sanctions, in one sentence each. */
  readonly history: readonly TimelineEntry[];
  /** Number of draws that gave a seat, and what became of it. */
  readonly tally: { readonly drawn: number; readonly accepted: number; readonly declined: number; readonly unanswered: number; readonly recused: number };
  readonly tasks: readonly TaskEntry[];
  readonly assessments: FilePart;
}

export class AskSupervisorFile extends Query<SupervisorFile> {
  constructor(
    readonly actor: Actor,
    readonly supervisorId: string,
    readonly asked: ReadFile,
  ) {
    super();
  }
}

const ASSESSMENTS = partOf<AssessmentFile>({
  name: 'assessments', label: '考核档案', from: () => assessments, where: (supervisorId) => ({ supervisorId }), path: () => 'assessment-files',
  said: ({ assessmentId, openedOn, underWay, record, periods }) => ({
    id: assessmentId, on: openedOn, title: '考核档案', state: underWay === '' ? '无进行中的考核' : `考核 ${underWay}`,
    marks: [`记录${record.length}条`, ...(periods.some(({ closed, overdue }) => !closed && overdue) ? ['考核结论逾期'] : [])],
  }),
});

const MOST_TASKS = 1_000;

/** The task as it was known at the end of the day. */
function asOfDay(task: SupervisorTask, day: LegalDate | undefined): SupervisorTask | undefined {
  const steps = task.steps.filter(({ recordedAt }) => day === undefined || legalDateOf(recordedAt) <= day);
  return steps.length === 0 ? undefined : { ...task, steps };
}

const took = (tasks: readonly SupervisorTask[], ...types: readonly TaskStep['type'][]): number => tasks.filter(({ steps }) => steps.some(({ type }) => types.includes(type))).length;

const tallyOf = (tasks: readonly SupervisorTask[]): SupervisorFile['tally'] => ({
  drawn: took(tasks, 'SupervisorsDrawn', 'SubstituteSeated', 'InternalSupervisorAssigned'), accepted: took(tasks, 'AssignmentAccepted'),
  declined: took(tasks, 'AssignmentDeclined'), unanswered: took(tasks, 'AssignmentUnanswered'), recused: took(tasks, 'SupervisorRecused'),
});

/** The province reads all tasks, a centre those of its area, an agency those of its sessions, supervisors their own. */
const isSeen = (actor: Actor, { area, personId, stream }: SupervisorTask, sheet: TodoSheet | undefined): boolean =>
  sees(actor, { area, personId, agencyId: stream.startsWith('session-') ? (sheet?.agencyId ?? '') : '' }, { area: 'area', agency: 'agencyId', person: 'personId' });

@QueryHandler(AskSupervisorFile)
export class AskSupervisorFileHandler implements IQueryHandler<AskSupervisorFile> {
  constructor(
    private readonly queries: QueryBus,
    @Inject(VIEWS) private readonly views: ViewReader,
    private readonly parts: FileParts,
    private readonly sheets: TodoSheets,
  ) {}

  /** @throws HttpProblem not-found for a supervisor whom the actor may not see */
  async execute({ actor, supervisorId, asked: { asOf, minPosition } }: AskSupervisorFile): Promise<SupervisorFile> {
    const { document } = await this.queries.execute(new ReadDocument(supervisors, actor, supervisorId, minPosition === undefined ? {} : { minPosition }));
    const { items } = await this.queries.execute(new ReadTimeline(supervisors, tellSupervisor, actor, supervisorId));
    const history = items.filter(({ recordedAt }) => asOf === undefined || legalDateOf(recordedAt) <= asOf);
    const [assessed] = await this.parts.read([ASSESSMENTS], { actor, id: supervisorId, asOf, minPosition });
    const seen = await this.tasks(actor, supervisorId, asOf);
    const part = assessed === undefined ? { name: ASSESSMENTS.name, label: ASSESSMENTS.label, entries: [] } : shownPart(assessed);
    return { supervisor: document as SupervisorEntry, asOf: asOf ?? null, history, tally: tallyOf(seen.map(({ task }) => task)), tasks: seen.map(({ entry }) => entry), assessments: part };
  }

  private async tasks(actor: Actor, supervisorId: string, asOf: LegalDate | undefined): Promise<readonly { readonly task: SupervisorTask; readonly entry: TaskEntry }[]> {
    const found = await this.views.find(supervisorTasks, { where: { supervisorId }, limit: MOST_TASKS });
    const seen: { task: SupervisorTask; entry: TaskEntry }[] = [];
    for (const { body } of found) {
      const task = body === null ? undefined : asOfDay(body, asOf);
      const sheet = task === undefined ? undefined : await this.sheets.sheet(task.stream);
      if (task !== undefined && isSeen(actor, task, sheet)) seen.push({ task, entry: entryOf(actor, task, sheet) });
    }
    return seen.sort((one, other) => ((one.task.steps[0]?.at ?? '') < (other.task.steps[0]?.at ?? '') ? -1 : 1));
  }
}

function entryOf(actor: Actor, { drawId, seated, steps, personId }: SupervisorTask, sheet: TodoSheet | undefined): TaskEntry {
  const isOwnNoMore = actor.person === personId && !seated;
  return { drawId, seated, steps, ...(sheet === undefined || isOwnNoMore ? {} : { matter: matterOf({ actor }, sheet) }) };
}
