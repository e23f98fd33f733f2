import type { ViolationBookEvent } from '#libs/agencies/violation-book.events';

/** Ids of the sanction cases about one agency. Some may never have been opened. */
export type ViolationBook = readonly string[];

export const EMPTY_BOOK: ViolationBook = [];

export function evolveViolationBook(book: ViolationBook, event: ViolationBookEvent): ViolationBook {
  switch (event.type) {
    case 'ViolationCaseEntered':
      return [...book, event.data.sanctionId];
  }
}
