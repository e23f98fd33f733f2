import type { Members } from '#libs/event-sourcing/feed';
import type { Deadline } from '#libs/regulation/deadline';

/** Of a deadline its end leaves, not how it was counted. */
export const DUE: Members<Deadline> = { date: true, dueAt: true, provisional: true };
