import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CountDue } from '#apps/server/src/calendar/calendar.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { invalidInput } from '#apps/server/src/http/problem';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { PublishWorkCalendar } from '#libs/calendar/calendar.commands';
import { tellCalendar } from '#libs/calendar/calendar.timeline';
import { calendarOf, type CalendarYears, workCalendar } from '#libs/calendar/calendar.view';
import type { Actor } from '#libs/event-sourcing/event';
import { type Deadline, dueAfterCalendarDays, dueAfterWorkingDays } from '#libs/regulation/deadline';
import { isLegalDate } from '#libs/regulation/legal-date';

/** Whoever is bound by a deadline may see how it is counted. */
const calendar: Readable<CalendarYears> = { view: workCalendar, sight: { open: true }, category: 'calendar' };

@Controller('v1/calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 工作日历:已公布的年份 */
  @DocumentRoute(':calendarId', 'GetWorkCalendar')
  get(@By() actor: Actor, @Id('calendarId') calendarId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(calendar, actor, calendarId, query));
  }

  /** 期限届满日及其理由 */
  @QueryRoute(':calendarId/due', 'CountDue')
  async due(@By() actor: Actor, @Id('calendarId') calendarId: string, @Query() query: CountDue): Promise<Deadline> {
    const { start, days, kind = 'WD' } = query;
    if (!isLegalDate(start)) throw invalidInput([{ parameter: 'start', check: 'isLegalDate', detail: '应当是真实存在的日期' }]);
    const { document } = await this.queries.execute(new ReadDocument(calendar, actor, calendarId, query));
    return (kind === 'WD' ? dueAfterWorkingDays : dueAfterCalendarDays)(calendarOf(document), start, days);
  }

  /** 工作日历的历程 */
  @QueryRoute(':calendarId/timeline', 'GetWorkCalendarTimeline')
  timeline(@By() actor: Actor, @Id('calendarId') calendarId: string) {
    return this.queries.execute(new ReadTimeline(calendar, tellCalendar, actor, calendarId));
  }

  /** 公布或者更正一年的工作日历 */
  @CommandRoute('calendarId', PublishWorkCalendar)
  publishWorkCalendar(@From() origin: Origin, @Body() body: PublishWorkCalendar) {
    return this.commands.execute(new Submit(origin, body));
  }
}
