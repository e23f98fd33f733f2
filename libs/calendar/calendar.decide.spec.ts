import fc from 'fast-check';
import { accessRules } from '#libs/access/access.rules';
import { calendarDecider } from '#libs/calendar/calendar.decide';
import { calendarRules } from '#libs/calendar/calendar.rules';
import { tellCalendar } from '#libs/calendar/calendar.timeline';
import { calendarOf, type CalendarYears, workCalendar } from '#libs/calendar/calendar.view';
import { given, recorded } from '#libs/event-sourcing/given';
import { CALENDAR_ID, type CalendarEvent } from '#libs/regulation/calendar.events';
import { CALENDAR_FJ_2021_2026, publishedCalendars } from '#libs/regulation/published-calendars';

const department = { person: 'p-department', role: 'PROVINCIAL_HR', organisation: 'FJ' };
const province = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
const system = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };
const notice = { year: 2027, documentNo: '国办发明电〔2026〕1号', off: ['2027-01-01', '2027-02-06', '2027-02-08'], work: ['2027-01-31'] };
const published = (version: number, change: Partial<typeof notice> = {}): CalendarEvent => ({ type: 'WorkCalendarPublished', data: { ...notice, version, ...change } });
const given2027 = (...events: readonly CalendarEvent[]) => given(calendarDecider, events).about(CALENDAR_ID).by(department);

describe('publishing the working calendar of a year', () => {
  it('writes the notice down as its first version, days in order', () => {
    given2027().when('PublishWorkCalendar', { ...notice, off: notice.off.toReversed() }).expectFacts([published(1)]);
  });

  it('says nothing twice, and makes a correction the next version', () => {
    given2027(published(1)).when('PublishWorkCalendar', notice).expectFacts([]);
    const longer = { off: [...notice.off, '2027-02-09'] };
    given2027(published(1)).when('PublishWorkCalendar', { ...notice, ...longer }).expectFacts([published(2, longer)]);
    given2027(published(1), published(2, longer)).when('PublishWorkCalendar', notice).expectFacts([published(3)]);
  });

  it('is for the provincial department, and for the notices that the program brings', () => {
    given2027().by(province).when('PublishWorkCalendar', notice).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
    given2027().by(system).when('PublishWorkCalendar', notice).expectTypes(['WorkCalendarPublished']);
    given2027().about('3501').when('PublishWorkCalendar', notice).expectRefusal(calendarRules.ProvinceKeepsOneCalendar);
  });

  it('refuses a notice that contradicts itself or the week', () => {
    const mistakes = [{ off: ['2027-02-30'] }, { off: ['2026-01-01'] }, { off: [] }, { off: ['2027-01-01', '2027-01-01'] }, { work: ['2027-02-06'] }, { work: ['2027-03-01'] }];
    for (const mistake of mistakes) given2027().when('PublishWorkCalendar', { ...notice, ...mistake }).expectRefusal(calendarRules.NoticeIsConsistent);
  });

  it('takes each notice that the program was built with, as it stands', () => {
    for (const event of publishedCalendars) given2027().when('PublishWorkCalendar', event.data).expectFacts([event]);
  });
});

describe('the view of the calendar', () => {
  const fold = (events: readonly CalendarEvent[]) => events.reduce<CalendarYears | null>((held, event) => workCalendar.apply(held, recorded(event), CALENDAR_ID), null);

  it('is the calendar that decisions fold, whatever the order of the years', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...publishedCalendars], { minLength: publishedCalendars.length }), (events) => {
        expect(calendarOf(fold(events) ?? { years: [] })).toEqual(CALENDAR_FJ_2021_2026);
      }),
    );
  });

  it('holds the latest version of a year', () => {
    expect(fold([published(1), published(2, { work: [] })])?.years).toEqual([{ ...notice, version: 2, work: [] }]);
  });
});

describe('the history of the calendar', () => {
  it('names the notice, and calls a correction one', () => {
    expect(tellCalendar(recorded(published(1)))).toBe('公布2027年工作日历,依据国办发明电〔2026〕1号:放假3天,调休上班1天');
    expect(tellCalendar(recorded(published(2)))).toBe('更正2027年工作日历(第2版),依据国办发明电〔2026〕1号:放假3天,调休上班1天');
  });
});
