import { idFromText } from '#libs/event-sourcing/ids';
import { SYSTEM } from '#libs/event-sourcing/worker';
import type { SupervisionRecord } from '#libs/record/record';
import { CALENDAR_ID, CALENDAR_STREAM, type CalendarEvent } from '#libs/regulation/calendar.events';
import { publishedCalendars } from '#libs/regulation/published-calendars';

/**
 * Publishes the notices that the program was built with, where the record has none of the year: what the department
 * published itself stands. Ids are fixed, so that programs which start together write each year once.
 */
export async function publishKnownCalendars({ commands, events }: Pick<SupervisionRecord, 'commands' | 'events'>): Promise<void> {
  const held = new Set<number>();
  for await (const { data } of events.readStream(CALENDAR_STREAM)) held.add((data as CalendarEvent['data']).year);
  for (const { data } of publishedCalendars) {
    const { version: _first, ...body } = data;
    if (held.has(data.year)) continue;
    await commands.handle({ name: 'PublishWorkCalendar', target: CALENDAR_ID, body, commandId: idFromText(`known calendar ${data.year}`), actor: SYSTEM });
  }
}
