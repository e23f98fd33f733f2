import { Inject, Injectable } from '@nestjs/common';
import { findAll } from '#apps/server/src/http/find-all';
import { CLOCK, VIEWS } from '#apps/server/src/http/ports';
import { seenBy } from '#libs/access/sight';
import { agencyRegister } from '#libs/agencies/agency.view';
import { calendarOf, workCalendar } from '#libs/calendar/calendar.view';
import { caseSeat, dailySeat } from '#libs/cases/case-seat.view';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Find } from '#libs/event-sourcing/document-store';
import type { Actor, GlobalPosition } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import type { Reading } from '#libs/oversight/todo-list';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { TODO_SHEETS } from '#libs/record/todo-sources';
import { CALENDAR_ID } from '#libs/regulation/calendar.events';
import { sessionSeat } from '#libs/sessions/session-seat.view';

const PAGE = 500;

/** By which a person is found in what they supervise: the view, the category of the sheets, and the member with their id. */
const SEATS: readonly (readonly [view: View<object>, category: string, member: string])[] = [
  [caseSeat as unknown as View<object>, 'case', 'caseId'],
  [dailySeat as unknown as View<object>, 'daily', 'caseId'],
  [sessionSeat as unknown as View<object>, 'session', 'sessionId'],
];
const SUPERVISORS: readonly string[] = ['EXT_SUPERVISOR', 'INT_SUPERVISOR'];

/** The sheets that may hold something for an actor; what of them the actor sees is decided to-do by to-do. */
@Injectable()
export class TodoSheets {
  constructor(
    @Inject(VIEWS) private readonly views: ViewReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async reading(actor: Actor, whose: Reading['whose']): Promise<Reading> {
    const years = await this.views.get(workCalendar, CALENDAR_ID);
    return { actor, whose, now: this.clock.now(), calendar: years?.body ? calendarOf(years.body) : {}, revoked: await this.revoked() };
  }

  private async revoked(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for await (const { key } of findAll(this.views, agencyRegister, { where: { standing: 'REVOKED' }, limit: PAGE }, undefined)) found.add(key);
    return found;
  }

  /** Every sheet with something to do. */
  open(actor: Actor, minPosition: GlobalPosition | undefined): AsyncIterable<TodoSheet> {
    return this.of(actor, { isOpen: true }, undefined, minPosition);
  }

  /** Sheets with something done, the latest first; sheets done at the same moment in the order of their names. */
  async *done(actor: Actor, minPosition: GlobalPosition | undefined): AsyncIterable<TodoSheet> {
    if (!SUPERVISORS.includes(actor.role)) return yield* this.of(actor, {}, { member: 'lastDoneAt', descending: true }, minPosition);
    const sheets: TodoSheet[] = [];
    for await (const sheet of this.of(actor, {}, undefined, minPosition)) sheets.push(sheet);
    yield* sheets.sort((one, other) => (placeOf(one) > placeOf(other) ? -1 : 1));
  }

  async sheet(stream: string): Promise<TodoSheet | undefined> {
    return (await this.views.get(TODO_SHEETS, stream))?.body ?? undefined;
  }

  private async *of(actor: Actor, where: NonNullable<Find['where']>, order: Find['order'], minPosition: GlobalPosition | undefined): AsyncGenerator<TodoSheet> {
    const seen = seenBy(actor, { area: 'area', agency: 'agencyId', industry: 'departmentId', person: 'personId', service: 'personId' });
    const find = { where: { ...where, ...seen }, limit: PAGE, ...(order === undefined ? {} : { order }) };
    if (seen !== undefined) for await (const { body } of findAll(this.views, TODO_SHEETS, find, minPosition)) if (body !== null) yield body;
    if (SUPERVISORS.includes(actor.role)) yield* this.seated(actor.person, minPosition);
  }

  private async *seated(personId: string, minPosition: GlobalPosition | undefined): AsyncGenerator<TodoSheet> {
    for (const [view, category, member] of SEATS) {
      for (const { body } of await this.views.find(view, { where: { personId }, limit: 1_000 }, { minPosition })) {
        const id = (body as Readonly<Record<string, string>> | null)?.[member] ?? '';
        const sheet = await this.sheet(`${category}-${id}`);
        if (sheet !== undefined) yield sheet;
      }
    }
  }
}

/** Where a sheet stands in the list of what was done. */
export const placeOf = ({ lastDoneAt, stream }: TodoSheet): string => `${lastDoneAt} ${stream}`;
