import type { NumberingEvent } from '#libs/regulation/numbering.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';

const SENTENCES: Sentences<NumberingEvent> = { NumberTaken: ({ year, serial }) => `取用${year}年第${serial}号` };

/** 文号的使用. */
export const tellNumbering = telling(SENTENCES);
