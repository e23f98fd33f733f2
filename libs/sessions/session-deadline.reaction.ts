import type { Lookup, Request } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { isOutdated } from '#libs/regulation/deadline';
import { gatherCalendar } from '#libs/regulation/known-calendar';
import type { WorkCalendar } from '#libs/regulation/work-calendar';
import type { SessionEnded } from '#libs/sessions/session.events';
import { sessionFile } from '#libs/sessions/session.view';

const recompute = (sessionId: string): Request => ({ name: 'RecomputeScoreSheetDue', target: sessionId, body: {} });

async function outdated(calendar: WorkCalendar, lookup: Lookup): Promise<readonly Request[]> {
  const waiting = await findEvery(lookup, sessionFile, { range: { member: 'dueAt', from: '' } }, ({ sessionId }) => sessionId);
  return waiting.filter(({ scoreSheetDue }) => scoreSheetDue !== undefined && isOutdated(scoreSheetDue, calendar)).map(({ sessionId }) => recompute(sessionId));
}

/** A year that is published or corrected moves the open due dates of score sheets; also one that was set just before. */
export const recomputeScoreSheets: SearchingReaction = {
  name: 'recompute-score-sheets',
  categories: ['calendar', 'session'],
  search: async ({ stream, type, data }, lookup) => {
    if (stream !== CALENDAR_STREAM && type !== 'SessionEnded') return [];
    const { calendar } = await gatherCalendar(undefined, undefined, lookup);
    if (stream === CALENDAR_STREAM) return outdated(calendar, lookup);
    return isOutdated((data as SessionEnded['data']).scoreSheetDue, calendar) ? [recompute(stream.slice('session-'.length))] : [];
  },
};
