import type { DailyEvent } from '#libs/cases/daily.events';
import { type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import { dailyFile } from '#libs/cases/daily-file.view';
import { drawAndSeats } from '#libs/cases/draw-and-seats';
import type { Request } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { Recorded } from '#libs/event-sourcing/event';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import type { SessionEvent } from '#libs/sessions/session.events';

/** A daily supervision and its draws. */
export const dailyAndDraw = drawAndSeats({
  kind: 'DAILY_CASE', category: 'daily', seatDrawn: 'SeatDailySupervisors', seatSubstitute: 'SeatDailySubstitute', leaveVacant: 'LeaveDailySeatVacant',
});

/** A supervisor who leaves frees the role in the session; a cancelled supervision frees the session for another one. */
export const dailyReleases: SearchingReaction = {
  name: 'daily-releases',
  categories: ['daily'],
  search: async (stored, lookup) => {
    const { type, data, stream } = stored as unknown as Recorded<DailyEvent>;
    if (type === 'DispatchWithdrawn') return [{ name: 'ReleaseSessionRole', target: data.sessionId, body: { personId: data.personId, claimNo: data.claimNo } }];
    if (type !== 'SupervisionCancelled') return [];
    const daily = await lookup.fold<DailyState, DailyEvent>(stream, undefined, evolveDaily);
    return daily === undefined ? [] : [{ name: 'ReleaseDailyTask', target: daily.sessionId, body: { caseId: stream.slice('daily-'.length) } }];
  },
};

/** A supervision is held when its session is (R3.2-2). */
export const dailyFollowsSession: SearchingReaction = {
  name: 'daily-follows-session',
  categories: ['session'],
  search: async (stored, lookup) => {
    const { type, data, stream } = stored as unknown as Recorded<SessionEvent>;
    if (type !== 'SessionRescheduled') return [];
    const { startsAt, endsAt } = data;
    const files = await findEvery(lookup, dailyFile, { where: { sessionId: stream.slice('session-'.length) } }, ({ caseId }) => caseId);
    return files.map(({ caseId }) => ({ name: 'FollowSession', target: caseId, body: { startsAt, endsAt } }));
  },
};

const recompute = (caseId: string): Request => ({ name: 'RecomputeRecordDue', target: caseId, body: {} });

/** A year that is published or corrected moves the due days that rest on it; also one set by a command that had read the calendar just before. */
export const recordDueWithTheCalendar: SearchingReaction = {
  name: 'record-due-with-the-calendar',
  categories: ['calendar', 'daily'],
  search: async ({ type, stream }, lookup) => {
    if (stream !== CALENDAR_STREAM) return type === 'DailySupervisionEnded' ? [recompute(stream.slice('daily-'.length))] : [];
    const awaited = await findEvery(lookup, dailyFile, { where: { stage: 'ENDED' } }, ({ caseId }) => caseId);
    return awaited.map(({ caseId }) => recompute(caseId));
  },
};
