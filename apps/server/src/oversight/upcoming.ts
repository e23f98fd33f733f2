import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, cursorOf } from '#apps/server/src/http/cursor';
import { MAX_LOOKED_AT } from '#apps/server/src/http/find-documents';
import { CLOCK, VIEWS } from '#apps/server/src/http/ports';
import { TodoSheets } from '#apps/server/src/oversight/todo-sheets';
import type { ListUpcoming } from '#apps/server/src/oversight/todos.queries';
import { seenBy } from '#libs/access/sight';
import { type Clock, later } from '#libs/event-sourcing/clock';
import type { Actor, Instant, LegalDate } from '#libs/event-sourcing/event';
import type { PendingTimer } from '#libs/event-sourcing/timer';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { matterOf, type TodoMatter } from '#libs/oversight/todo-list';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { TIMERS } from '#libs/record/views';
import { TIMER_SOURCES } from '#libs/record/timer-sources';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 即将发生: what the record does by itself, unless somebody acts before. */
export interface UpcomingItem {
  /** The first instant after the last moment to prevent it. */
  readonly dueAt: Instant;
  /** Last day. */
  readonly date: LegalDate;
  readonly happens: string;
  /** The command of the system that makes it happen. */
  readonly command: string;
  readonly area: string;
  readonly matter: TodoMatter;
  /** Why on that day, where a duty runs until then. */
  readonly explanation?: string;
  /** What prevents it. */
  readonly prevents?: string;
}

export interface UpcomingPage {
  readonly items: readonly UpcomingItem[];
  readonly next: string | null;
}

export class AskUpcoming extends Query<UpcomingPage> {
  constructor(
    readonly actor: Actor,
    readonly asked: ListUpcoming,
  ) {
    super();
  }
}

const HAPPENS: Readonly<Record<string, string>> = Object.assign({}, ...TIMER_SOURCES.map(({ happens }) => happens)) as Record<string, string>;
const DAY = 86_400_000;
const BY_DATE = { member: 'dueAt' } as const;

/** A timer is named `<stream>:<what>`. */
const streamOf = (timer: string): string => timer.slice(0, timer.lastIndexOf(':'));

function itemOf(actor: Actor, { dueAt, request }: PendingTimer, sheet: TodoSheet): UpcomingItem {
  const duty = sheet.open.find(({ due }) => due?.dueAt === dueAt);
  return {
    dueAt, date: legalDateOf(new Date(Date.parse(dueAt) - 1).toISOString()), happens: HAPPENS[request.name] ?? request.name, command: request.name, area: sheet.area, matter: matterOf({ actor }, sheet),
    ...(duty?.due === undefined ? {} : { explanation: duty.due.explanation, prevents: duty.label }),
  };
}

@QueryHandler(AskUpcoming)
export class AskUpcomingHandler implements IQueryHandler<AskUpcoming> {
  constructor(
    @Inject(VIEWS) private readonly views: ViewReader,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sheets: TodoSheets,
  ) {}

  /** For those who oversee an area; for everybody else there is nothing. */
  async execute({ actor, asked }: AskUpcoming): Promise<UpcomingPage> {
    const { limit = 50 } = asked;
    const seen = seenBy(actor, { area: 'area' });
    const found = seen === undefined ? [] : await this.pending(asked);
    const items: UpcomingItem[] = [];
    for (const [index, timer] of found.entries()) {
      const item = await this.itemIn(actor, timer, seen?.['area']);
      if (item !== undefined) items.push(item);
      if (items.length === limit || index === MAX_LOOKED_AT - 1) return { items, next: cursorOf(BY_DATE, { value: timer.dueAt, key: timer.timer }) };
    }
    return { items, next: null };
  }

  private async pending({ days = 30, cursor, minPosition }: ListUpcoming): Promise<readonly PendingTimer[]> {
    const now = this.clock.now();
    const after = cursor === undefined ? {} : { after: afterCursor(cursor, BY_DATE) };
    const range = { member: 'dueAt', from: now, to: later(now, days * DAY) };
    const found = await this.views.find(TIMERS, { range, order: BY_DATE, limit: MAX_LOOKED_AT, ...after }, { minPosition });
    return found.flatMap(({ body }) => (body === null ? [] : [body]));
  }

  private async itemIn(actor: Actor, timer: PendingTimer, area: string | undefined): Promise<UpcomingItem | undefined> {
    const sheet = await this.sheets.sheet(streamOf(timer.timer));
    return sheet === undefined || (area !== undefined && sheet.area !== area) ? undefined : itemOf(actor, timer, sheet);
  }
}
