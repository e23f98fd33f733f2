import { requireProvincialDepartment } from '#libs/access/policy';
import type { PublishWorkCalendar } from '#libs/calendar/calendar.commands';
import { calendarRules } from '#libs/calendar/calendar.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { CALENDAR_ID, calendarBasis, type CalendarEvent } from '#libs/regulation/calendar.events';
import { emptyCalendar, evolveCalendar } from '#libs/regulation/calendar.evolve';
import { calendarYearProblems } from '#libs/regulation/calendar-year';
import type { CalendarYear, WorkCalendar } from '#libs/regulation/work-calendar';

const saysTheSame = (held: CalendarYear | undefined, { documentNo, off, work }: CalendarYear): boolean =>
  held !== undefined && JSON.stringify([held.documentNo, held.off, held.work]) === JSON.stringify([documentNo, off, work]);

const publishWorkCalendar: CommandRule<PublishWorkCalendar, WorkCalendar, CalendarEvent> = {
  creates: 'either',
  /** The program itself brings the notices that it was built with. */
  authorise: (_command, _calendar, { actor, target }) => {
    if (actor.role !== 'SYSTEM') requireProvincialDepartment(actor);
    require(target === CALENDAR_ID, calendarRules.ProvinceKeepsOneCalendar, target);
  },
  decide: ({ year, documentNo, off, work }, calendar) => {
    const held = calendar[year];
    const notice = { year, version: (held?.version ?? 0) + 1, documentNo, off: off.toSorted(), work: work.toSorted() };
    const problems = calendarYearProblems(notice);
    require(problems.length === 0, calendarRules.NoticeIsConsistent, problems.join(';'));
    return saysTheSame(held, notice) ? [] : [{ type: 'WorkCalendarPublished', data: notice }];
  },
};

export const calendarDecider: Decider<WorkCalendar, CalendarEvent> = {
  category: 'calendar',
  initial: emptyCalendar,
  evolve: evolveCalendar,
  basis: calendarBasis,
  area: () => CALENDAR_ID,
  commands: { PublishWorkCalendar: publishWorkCalendar },
};
