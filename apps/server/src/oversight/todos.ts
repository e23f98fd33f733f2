import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, cursorOf } from '#apps/server/src/http/cursor';
import { MAX_LOOKED_AT } from '#apps/server/src/http/find-documents';
import { placeOf as sheetPlaceOf, TodoSheets } from '#apps/server/src/oversight/todo-sheets';
import type { ListDoneTodos, ListTodos } from '#apps/server/src/oversight/todos.queries';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { inOrder, matterOf, placeOf, stepsOf, type TodoItem, type TodoMatter, todosOf, type Urgency } from '#libs/oversight/todo-list';
import type { DoneTodo, TodoSheet } from '#libs/oversight/todo.view';

/** 待办: overdue first, then what is due within two working days, then the rest. */
export interface TodoPage {
  readonly asOf: Instant;
  /** Of the whole list, whatever the page. */
  readonly counts: Readonly<Record<Urgency, number>>;
  readonly items: readonly TodoItem[];
  readonly next: string | null;
}

export class AskTodos extends Query<TodoPage> {
  constructor(
    readonly actor: Actor,
    readonly asked: ListTodos,
  ) {
    super();
  }
}

/** 已办: a matter in which the reader did something, with where it stands now. */
export interface DoneMatter {
  readonly matter: TodoMatter;
  /** The reader's own steps, or those of their body, the latest first. */
  readonly steps: readonly DoneTodo[];
  /** What is to be done next, as far as the reader sees it. */
  readonly next: readonly TodoItem[];
}

export interface DonePage {
  readonly items: readonly DoneMatter[];
  readonly next: string | null;
}

export class AskDoneTodos extends Query<DonePage> {
  constructor(
    readonly actor: Actor,
    readonly asked: ListDoneTodos,
  ) {
    super();
  }
}

@QueryHandler(AskTodos)
export class AskTodosHandler implements IQueryHandler<AskTodos> {
  constructor(private readonly sheets: TodoSheets) {}

  async execute({ actor, asked }: AskTodos): Promise<TodoPage> {
    const { whose = 'MINE', urgency, limit = 50, cursor, minPosition } = asked;
    const reading = await this.sheets.reading(actor, whose);
    const all: TodoItem[] = [];
    for await (const sheet of this.sheets.open(actor, minPosition)) all.push(...todosOf(reading, sheet));
    const count = (wanted: Urgency): number => all.filter((item) => item.urgency === wanted).length;
    const after = cursor === undefined ? '' : afterCursor(cursor, undefined).key;
    const left = inOrder(all).filter((item) => (urgency === undefined || item.urgency === urgency) && placeOf(item) > after);
    const items = left.slice(0, limit);
    const last = items.at(-1);
    const next = last === undefined || left.length === items.length ? null : cursorOf(undefined, { key: placeOf(last) });
    return { asOf: reading.now, counts: { OVERDUE: count('OVERDUE'), SOON: count('SOON'), LATER: count('LATER') }, items, next };
  }
}

@QueryHandler(AskDoneTodos)
export class AskDoneTodosHandler implements IQueryHandler<AskDoneTodos> {
  constructor(private readonly sheets: TodoSheets) {}

  async execute({ actor, asked }: AskDoneTodos): Promise<DonePage> {
    const { limit = 50 } = asked;
    const reading = await this.sheets.reading(actor, 'ALL');
    const items: DoneMatter[] = [];
    let last: string | undefined;
    let lookedAt = 0;
    for await (const sheet of this.left(actor, asked)) {
      const place = sheetPlaceOf(sheet);
      if (items.length === limit || lookedAt === MAX_LOOKED_AT) return { items, next: cursorOf(undefined, { key: last ?? place }) };
      const steps = stepsOf(actor, sheet);
      if (steps.length > 0) items.push({ matter: matterOf(reading, sheet), steps, next: todosOf(reading, sheet) });
      last = place;
      lookedAt += 1;
    }
    return { items, next: null };
  }

  private async *left(actor: Actor, { cursor, minPosition }: ListDoneTodos): AsyncGenerator<TodoSheet> {
    const before = cursor === undefined ? undefined : afterCursor(cursor, undefined).key;
    for await (const sheet of this.sheets.done(actor, minPosition)) {
      if (sheet.lastDoneAt === '') return;
      if (before === undefined || sheetPlaceOf(sheet) < before) yield sheet;
    }
  }
}
