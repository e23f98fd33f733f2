import type { ViolationBookEvent } from '#libs/agencies/violation-book.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';

const SENTENCES: Sentences<ViolationBookEvent> = { ViolationCaseEntered: () => '登记一件违规案件' };

/** 违规案件簿的历程. */
export const tellViolationBook = telling(SENTENCES);
