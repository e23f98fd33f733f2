import type { View } from '#libs/event-sourcing/view';
import { tallySums } from '#test/support/tally';

/** Two views of one log, so that a kill can fall between them. */
export const KILLED_VIEWS = ['first-sums', 'second-sums'].map((name) => ({ ...tallySums(), name })) as unknown as readonly View<object>[];
