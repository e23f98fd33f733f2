import type { Feed } from '#libs/event-sourcing/feed';
import type { NumberingEvent } from '#libs/regulation/numbering.events';

export const numberingFeed: Feed<NumberingEvent> = {
  NumberTaken: '文号取用只供内部编号,文号见使用它的事件',
};
