import type { Actor, Instant, LegalDate } from '#libs/event-sourcing/event';
import type { Bearer } from '#libs/event-sourcing/todo';
import type { DoneTodo, OpenTodo, TodoSheet } from '#libs/oversight/todo.view';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { addDays, daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import { isWorkingDay, type WorkCalendar } from '#libs/regulation/work-calendar';

/** Overdue first, then what is due within two working days, then the rest. */
export const URGENCIES = { OVERDUE: '已逾期', SOON: '两个工作日内到期', LATER: '其他' } as const;
export type Urgency = keyof typeof URGENCIES;

const SOON_WORKING_DAYS = 2;

/** What the to-do belongs to. */
export interface TodoMatter {
  readonly stream: string;
  readonly title: string;
  readonly href: string;
}

export interface TodoItem {
  /** The next step: the command that ends it, as a Chinese verb, and where it is given. */
  readonly command: string;
  readonly label: string;
  readonly item: string;
  readonly href: string;
  readonly matter: TodoMatter;
  readonly fallsTo: readonly Bearer[];
  readonly since: Instant;
  readonly urgency: Urgency;
  readonly due?: {
    /** Last day. */
    readonly date: LegalDate;
    readonly dueAt: Instant;
    readonly explanation: string;
    /** After today, the last day among them; 0 on the last day and later. */
    readonly workingDaysLeft: number;
    /** Calendar days after the last day; 0 in time. */
    readonly daysLate: number;
  };
}

/** Where a reader stands, and what is now. */
export interface Reading {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  /** Ids of agencies whose qualification is revoked. */
  readonly revoked: ReadonlySet<string>;
  /** Only what falls to the reader, or all that the reader may see of it. */
  readonly whose: 'MINE' | 'ALL';
}

/** Whose to-dos the role reads beside those that fall to it. */
const PROVINCE_WIDE: readonly string[] = ['PROVINCIAL_HR', 'PROVINCIAL_CENTER', 'AUDITOR', 'SYSTEM'];

const isBearer = ({ role, organisation, person }: Actor, bearer: Bearer): boolean =>
  role === bearer.role && (bearer.person === undefined ? organisation === bearer.organisation : person === bearer.person);

/** Its time has come, and its command can succeed still. */
const isDoable = ({ now, revoked }: Reading, { agencyId }: TodoSheet, { from = now, needsQualification }: OpenTodo): boolean =>
  from <= now && !(needsQualification === true && revoked.has(agencyId));

function isShown(reading: Reading, sheet: TodoSheet, todo: OpenTodo): boolean {
  const { actor, whose } = reading;
  if (!isDoable(reading, sheet, todo)) return false;
  if (todo.bearers.some((bearer) => isBearer(actor, bearer))) return true;
  if (whose === 'MINE') return false;
  return PROVINCE_WIDE.includes(actor.role) || (actor.role === 'MUNICIPAL_CENTER' && actor.organisation === sheet.area && todo.isConfidential !== true);
}

function dueOf({ now, calendar }: Reading, { due }: OpenTodo): TodoItem['due'] {
  if (due === undefined) return undefined;
  const today = legalDateOf(now);
  const date = legalDateOf(new Date(Date.parse(due.dueAt) - 1).toISOString());
  let workingDaysLeft = 0;
  for (let day = addDays(today, 1); day <= date; day = addDays(day, 1)) if (isWorkingDay(calendar, day).working) workingDaysLeft += 1;
  return { date, ...due, workingDaysLeft, daysLate: Math.max(0, daysBetween(date, today)) };
}

const urgencyOf = ({ now, calendar }: Reading, { due }: OpenTodo): Urgency => {
  if (due === undefined) return 'LATER';
  if (due.dueAt <= now) return 'OVERDUE';
  return due.dueAt <= dueAfterWorkingDays(calendar, legalDateOf(now), SOON_WORKING_DAYS).dueAt ? 'SOON' : 'LATER';
};

/** `SubmitRecord` → `submit-record` */
const kebabCase = (name: string): string => name.replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase();

export const matterOf = ({ actor: { role } }: Pick<Reading, 'actor'>, { stream, title, path, agencyPath }: TodoSheet): TodoMatter =>
  ({ stream, title, href: `/v1/${role === 'AGENCY' ? agencyPath : path}` });

function itemOf(reading: Reading, sheet: TodoSheet, todo: OpenTodo): TodoItem {
  const { command, label, item, at, bearers, since } = todo;
  const due = dueOf(reading, todo);
  return {
    command, label, item, href: `/v1/${at}/${kebabCase(command)}`, matter: matterOf(reading, sheet), fallsTo: bearers, since, urgency: urgencyOf(reading, todo),
    ...(due === undefined ? {} : { due }),
  };
}

/** The open to-dos of a sheet that the reader sees. */
export const todosOf = (reading: Reading, sheet: TodoSheet): readonly TodoItem[] =>
  sheet.open.filter((todo) => isShown(reading, sheet, todo)).map((todo) => itemOf(reading, sheet, todo));

const LAST = '9999';
/** Where a to-do stands in the order of the list. */
export const placeOf = ({ due, since, matter, command, item }: TodoItem): string => [due?.dueAt ?? LAST, since, matter.stream, command, item].join(' ');

/** The earliest due first; without a date the oldest first. */
export const inOrder = (items: readonly TodoItem[]): readonly TodoItem[] =>
  items.map((item) => ({ item, place: placeOf(item) })).sort((one, other) => (one.place < other.place ? -1 : 1)).map(({ item }) => item);

/** Steps of a sheet that the reader took, or their body: the latest first. */
export const stepsOf = ({ role, organisation, person }: Actor, { done }: TodoSheet): readonly DoneTodo[] =>
  done.filter(({ doneBy }) => doneBy.role === role && (isPerson(role) ? doneBy.person === person : doneBy.organisation === organisation)).toReversed();

const isPerson = (role: string): boolean => role === 'EXT_SUPERVISOR' || role === 'INT_SUPERVISOR' || role === 'SERVICE';
