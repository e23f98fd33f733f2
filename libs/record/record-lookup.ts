import type { Lookup } from '#libs/event-sourcing/decider';
import type { StreamFolds } from '#libs/event-sourcing/stream-folds';
import type { ViewRunner } from '#libs/event-sourcing/view-runner';

/** Decisions rest on a view only after it has caught up with the log. */
export function lookupIn(folds: StreamFolds, views: ViewRunner): Lookup {
  return {
    fold: async (stream, initial, evolve) => (await folds.fold(stream, initial, evolve)).state,
    async get(view, key) {
      await views.catchUpOne(view);
      return (await views.get(view, key))?.body ?? undefined;
    },
    async find(view, query) {
      await views.catchUpOne(view);
      return (await views.find(view, query)).flatMap(({ body }) => (body === null ? [] : [body]));
    },
  };
}
