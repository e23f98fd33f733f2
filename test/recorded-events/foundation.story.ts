import { about, type Step } from '#test/recorded-events/step';
import { agency, fuzhou, province } from '#libs/cases/case-story';
import { SYSTEM } from '#libs/event-sourcing/worker';
import { CALENDAR_ID } from '#libs/regulation/calendar.events';
import { publishedCalendars } from '#libs/regulation/published-calendars';
import { CARD_STOCK } from '#libs/supervisors/card.events';

const stock = about(CARD_STOCK);
const { area: _derived, ...registration } = agency;
const notices = publishedCalendars.map(({ data: { version: _first, ...notice } }) => notice);

/** The year 2026 is published only after a case has counted on it. */
const publication = (year: number): string => (year === 2026 ? '2026-01-15' : '2021-06-01');

export const foundationStory: readonly Step[] = [
  ...notices.map((notice) => about(CALENDAR_ID)(publication(notice.year), SYSTEM, 'PublishWorkCalendar', notice)),
  about('agency-1')('2026-01-05', fuzhou, 'RegisterAgency', registration),
  stock('2021-06-15', province, 'ReceiveBlankCards', { count: 50, deliveryNo: '入库2021-1' }),
  stock('2021-12-30', province, 'WriteOffBlankCards', { count: 2, cause: 'SPOILED', reason: '受潮', recordNo: '损毁2021-1' }),
  stock('2021-12-31', province, 'CountStock', { counted: 43, reason: '一张去向待查', countNo: '盘点2021-1' }),
];
