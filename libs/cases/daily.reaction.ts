import type { DailyEvent } from '#libs/cases/daily.events';
import { type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';

/** A cancelled supervision frees its session for another one. */
export const dailyReleases: SearchingReaction = {
  name: 'daily-releases',
  categories: ['daily'],
  search: async ({ type, stream }, lookup) => {
    if (type !== 'SupervisionCancelled') return [];
    const daily = await lookup.fold<DailyState, DailyEvent>(stream, undefined, evolveDaily);
    return daily === undefined ? [] : [{ name: 'ReleaseDailyTask', target: daily.sessionId, body: { caseId: stream.slice('daily-'.length) } }];
  },
};
