import type { CaseEvent } from '#libs/cases/case.events';
import { DEADLINE_LABELS, deadlinesAfter, type OpenDeadlines } from '#libs/cases/case.deadlines';
import { CASE_STAGES, type CaseStage, stageAfter } from '#libs/cases/case.stage';
import { type CaseDocument, documentsAfter } from '#libs/cases/case-documents.view';
import { type CaseFlag, flagsAfter } from '#libs/cases/case-flags.view';
import type { GroupEvent } from '#libs/cases/case-group.events';
import type { Matter, SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import { type FileSeats, seatsAfter } from '#libs/cases/case-members.view';
import { type NextActor, nextStep } from '#libs/cases/case-next-step.view';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { Deadline } from '#libs/regulation/deadline';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 案卷: all that a reader of the case needs, as it is after one event; the same fold gives it as of any earlier one. */
export interface CaseFile extends FileSeats, Omit<SpecialSupervisionOpened['data'], 'reason'> {
  readonly caseId: string;
  readonly state: CaseStage;
  readonly stateName: string;
  /** Day of opening in Asia/Shanghai. */
  readonly openedOn: LegalDate;
  readonly reason?: string;
  readonly nextStep: string;
  readonly nextActor: NextActor;
  /** The open deadline that ends first, with the reason of its date. */
  readonly deadline?: FileDeadline;
  /** Its end, for order and filter. */
  readonly dueAt?: Instant;
  readonly deadlines: OpenDeadlines;
  /** True while an open deadline rests on a calendar that is not published. */
  readonly isProvisional: boolean;
  readonly flags: readonly CaseFlag[];
  readonly matters: readonly Matter[];
  readonly complaintRefs: readonly string[];
  readonly documents: readonly CaseDocument[];
  /** Whether the opinion has reached the agency. */
  readonly isDelivered: boolean;
  readonly documentNumber?: string;
  readonly closedOn?: LegalDate;
  readonly lastEventAt: Instant;
}

export interface FileDeadline {
  readonly name: DeadlineName;
  /** What is due: `提交申辩意见`. */
  readonly label: string;
  readonly passed: boolean;
  readonly due: Deadline;
}

/** What follows from the rest of the document. */
type Derived = 'stateName' | 'nextStep' | 'nextActor' | 'deadline' | 'dueAt' | 'isProvisional';
type Folded = Omit<CaseFile, Derived>;

const opened = (caseId: string, { data, meta }: Recorded<SpecialSupervisionOpened>): Folded => ({
  caseId, ...data, state: 'DRAFT', openedOn: legalDateOf(meta.occurredAt), members: [], vacant: [], deadlines: {}, flags: [], matters: [],
  complaintRefs: [], documents: [], isDelivered: false, lastEventAt: meta.occurredAt,
});

const withMatters = (file: Folded, matters: readonly Matter[], complaintRef: string | undefined): Folded => ({
  ...file, matters: [...file.matters, ...matters], complaintRefs: complaintRef === undefined ? file.complaintRefs : [...file.complaintRefs, complaintRef],
});

const GROUP_FACTS: { readonly [T in GroupEvent['type']]: true } = {
  SupervisorsDrawn: true, SubstituteSeated: true, SeatLeftVacant: true, AssignmentAccepted: true, AssignmentReminded: true,
  AssignmentDeclined: true, AssignmentUnanswered: true, DeclineJudged: true, SupervisorRecused: true, SupervisionTainted: true, GroupFormed: true,
};
const isGroupFact = (event: Recorded<CaseEvent>): event is Recorded<GroupEvent> => Object.hasOwn(GROUP_FACTS, event.type);

/** Members that only some events touch; the others are derived from every event alike. */
function particulars(file: Folded, event: Recorded<CaseEvent>): Folded {
  if (isGroupFact(event)) return { ...file, ...seatsAfter(file, event) };
  if (event.type === 'MattersDefined') return withMatters(file, event.data.matters, event.data.complaintRef);
  if (event.type === 'MattersWidened') return withMatters(file, event.data.added, event.data.complaintRef);
  if (event.type === 'OpinionIssued') return { ...file, documentNumber: event.data.documentNumber };
  if (event.type === 'OpinionDelivered') return { ...file, isDelivered: true };
  if (event.type === 'CaseClosed') return { ...file, closedOn: legalDateOf(event.meta.occurredAt) };
  return file;
}

/** The one that ends first; those that have passed come before. */
export function firstDeadline(open: OpenDeadlines): FileDeadline | undefined {
  const all = DEADLINE_NAMES.flatMap((name) => {
    const held = open[name];
    return held === undefined ? [] : [{ name, label: DEADLINE_LABELS[name], passed: held.passed, due: held.deadline }];
  });
  return all.sort((a, b) => (a.due.dueAt < b.due.dueAt ? -1 : 1))[0];
}

function derive(file: Folded, on: LegalDate): CaseFile {
  const deadline = firstDeadline(file.deadlines);
  const { step, actor } = nextStep({ ...file, isOverdue: file.deadlines.rectification?.passed === true }, on);
  const isProvisional = Object.values(file.deadlines).some((held) => held.deadline.provisional);
  const due = deadline === undefined ? {} : { deadline, dueAt: deadline.due.dueAt };
  return { ...file, stateName: CASE_STAGES[file.state], nextStep: step, nextActor: actor, isProvisional, ...due };
}

/** What was derived before, taken away, so that nothing stale stays. */
function folded({ deadline: _due, dueAt: _at, ...file }: CaseFile): Folded {
  return file;
}

function afterEvent(file: Folded, event: Recorded<CaseEvent>): Folded {
  return {
    ...particulars(file, event),
    state: stageAfter(file.state, event),
    deadlines: deadlinesAfter(file.deadlines, event),
    flags: flagsAfter(file.flags, event),
    documents: documentsAfter(file.documents, event),
    lastEventAt: event.meta.occurredAt,
  };
}

export const caseFile: View<CaseFile> = {
  name: 'case-file',
  version: 7,
  categories: ['case'],
  indexes: ['caseId', 'area', 'dispatcher', 'state', 'agencyId', 'openedOn', 'dueAt', 'lastEventAt', 'isProvisional'],
  keys: (event) => [event.stream.slice('case-'.length)],
  apply: (file, stored, caseId) => {
    const event = stored as unknown as Recorded<CaseEvent>;
    const on = legalDateOf(event.meta.occurredAt);
    if (event.type === 'SpecialSupervisionOpened') return derive(opened(caseId, event), on);
    return file === null ? null : derive(afterEvent(folded(file), event), on);
  },
};
