import { type Sentences, telling } from '#libs/event-sourcing/telling';
import type { CalendarEvent } from '#libs/regulation/calendar.events';

const SENTENCES: Sentences<CalendarEvent> = {
  WorkCalendarPublished: ({ year, version, documentNo, off, work }) => {
    const what = version === 1 ? `公布${year}年工作日历` : `更正${year}年工作日历(第${version}版)`;
    return `${what},依据${documentNo ?? '国务院办公厅通知'}:放假${off.length}天,调休上班${work.length}天`;
  },
};

/** 工作日历的历程 */
export const tellCalendar = telling(SENTENCES);
