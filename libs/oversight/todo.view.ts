import { categoryOf, type Fact, type Instant, type RecordedEvent } from '#libs/event-sourcing/event';
import type { Bearer, Matter, TodoDue, TodoLine, TodoSource } from '#libs/event-sourcing/todo';
import type { View } from '#libs/event-sourcing/view';

/** Something that somebody has to do. */
export interface OpenTodo {
  /** The command that ends it. */
  readonly command: string;
  readonly label: string;
  /** Empty where there is only one of its kind. */
  readonly item: string;
  /** Path below `/v1/` of what the command is about. */
  readonly at: string;
  readonly bearers: readonly Bearer[];
  readonly since: Instant;
  readonly due?: TodoDue;
  /** Shown from then on only. */
  readonly from?: Instant;
  readonly isConfidential?: true;
  /** Nothing to do any more once the agency's qualification is revoked. */
  readonly needsQualification?: true;
}

/** What was to do, and who did it. */
export interface DoneTodo extends Pick<OpenTodo, 'command' | 'label' | 'item' | 'since' | 'isConfidential'> {
  readonly dueAt?: Instant;
  readonly doneAt: Instant;
  readonly doneBy: Required<Bearer>;
}

/** The to-dos of one stream, open and done. */
export interface TodoSheet {
  readonly stream: string;
  readonly title: string;
  readonly area: string;
  /** Empty where the matter is nobody's of the kind. */
  readonly agencyId: string;
  readonly departmentId: string;
  readonly personId: string;
  /** Path of the matter below `/v1/`, and where an agency reads of it. */
  readonly path: string;
  readonly agencyPath: string;
  readonly isOpen: boolean;
  /** Empty where nothing was done yet. */
  readonly lastDoneAt: string;
  readonly matter: Matter;
  readonly open: readonly OpenTodo[];
  readonly done: readonly DoneTodo[];
}

type Change<R> = ((data: object) => R) | undefined;
const of = <R>(table: object | undefined, { type }: Pick<Fact, 'type'>): Change<R> => (table as Readonly<Record<string, Change<R>>> | undefined)?.[type];

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

const isEnded = (todo: OpenTodo, { ends = [], endsItem }: TodoLine, event: RecordedEvent): boolean =>
  (ends as readonly string[]).includes(event.type) || of<string | undefined>(endsItem, event)?.(event.data) === todo.item;

function doneBy(todo: OpenTodo, { meta }: RecordedEvent): DoneTodo {
  const { command, label, item, since, due, isConfidential } = todo;
  const done = { command, label, item, since, doneAt: meta.occurredAt, doneBy: { role: meta.role, organisation: meta.organisation, person: meta.actor } };
  return { ...done, ...(due === undefined ? {} : { dueAt: due.dueAt }), ...(isConfidential === undefined ? {} : { isConfidential }) };
}

const moved = (todo: OpenTodo, { moves }: TodoLine, event: RecordedEvent): OpenTodo => {
  const due = of<TodoDue | undefined>(moves, event)?.(event.data);
  return due === undefined ? todo : { ...todo, due: dueOf(due) };
};

/** Of a deadline only what a reader of the list needs. */
const dueOf = ({ dueAt, explanation }: TodoDue): TodoDue => ({ dueAt, explanation });

interface Folded {
  readonly open: readonly OpenTodo[];
  readonly done: readonly DoneTodo[];
}

/** Whose it is, and what it hangs on, as the matter is now. */
function standing({ needsQualification: _before, ...todo }: OpenTodo, line: TodoLine, matter: Matter): OpenTodo {
  return { ...todo, bearers: line.falls(matter, todo.item), ...(line.needsQualification?.(matter) === true ? { needsQualification: true } : {}) };
}

/** What one event does to the to-dos of one kind. */
function changed(before: readonly OpenTodo[], source: TodoSource, command: string, sheet: { readonly matter: Matter; readonly stream: string }, event: RecordedEvent): Folded {
  const line = source.todos[command] as TodoLine;
  const { stream, matter } = sheet;
  const ended = before.filter((todo) => isEnded(todo, line, event));
  const kept = before.filter((todo) => !ended.includes(todo)).map((todo) => moved(todo, line, event));
  const at = line.at?.(matter, idOf(stream)) ?? `${source.path}/${idOf(stream)}`;
  const openings = (line.opens as Readonly<Record<string, TodoLine['opens'][string]>>)[event.type]?.(event.data as never, matter, event.meta.occurredAt) ?? [];
  const opened = openings.map(({ item = '', due, from }): OpenTodo => ({
    command, label: line.label, item, at, bearers: [], since: kept.find((todo) => todo.item === item)?.since ?? event.meta.occurredAt,
    ...(due === undefined ? {} : { due: dueOf(due) }), ...(from === undefined ? {} : { from }), ...(line.isConfidential === undefined ? {} : { isConfidential: line.isConfidential }),
  }));
  const open = [...kept.filter(({ item }) => !opened.some((todo) => todo.item === item)), ...opened];
  return { open: open.map((todo) => standing(todo, line, matter)), done: ended.map((todo) => doneBy(todo, event)) };
}

const NOTHING_YET: Folded = { open: [], done: [] };

const whoseIs = ({ title, area, agencyId = '', departmentId = '', personId = '' }: Matter): Pick<TodoSheet, 'title' | 'area' | 'agencyId' | 'departmentId' | 'personId'> => ({
  title, area, agencyId, departmentId, personId,
});

const pathsOf = ({ path, agencyPath = path }: TodoSource, stream: string): Pick<TodoSheet, 'path' | 'agencyPath'> => ({
  path: `${path}/${idOf(stream)}`, agencyPath: `${agencyPath}/${idOf(stream)}`,
});

function sheetAfter(source: TodoSource, sheet: TodoSheet | null, event: RecordedEvent, stream: string): TodoSheet | null {
  const matter = source.matter(sheet?.matter, event, idOf(stream));
  if (matter === undefined) return sheet;
  const before = sheet ?? NOTHING_YET;
  const folded = Object.keys(source.todos).map((command) => changed(before.open.filter((todo) => todo.command === command), source, command, { matter, stream }, event));
  const open = of<never>(source.closes, event) === undefined ? folded.flatMap((line) => line.open) : [];
  const done = [...before.done, ...folded.flatMap((line) => line.done)];
  return { stream, ...whoseIs(matter), ...pathsOf(source, stream), isOpen: open.length > 0, lastDoneAt: done.at(-1)?.doneAt ?? '', matter, open, done };
}

/** 待办: one document a stream, folded from the tables of the capabilities. */
export function todoSheets(sources: readonly TodoSource[]): View<TodoSheet> {
  const streamsOf = (event: RecordedEvent): readonly string[] =>
    sources.flatMap(({ category, others = {} }) => {
      if (category === categoryOf(event.stream)) return [event.stream];
      return [others[categoryOf(event.stream)]?.(event) ?? []].flat().map((id) => `${category}-${id}`);
    });
  return {
    name: 'todo-sheet',
    version: 5,
    categories: [...new Set(sources.flatMap(({ category, others = {} }) => [category, ...Object.keys(others)]))],
    indexes: ['area', 'agencyId', 'departmentId', 'personId', 'isOpen', 'lastDoneAt'],
    keys: streamsOf,
    apply: (sheet, event, stream) => {
      const source = sources.find(({ category }) => category === categoryOf(stream));
      return source === undefined ? sheet : sheetAfter(source, sheet, event, stream);
    },
  };
}
