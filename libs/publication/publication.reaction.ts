import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { publicationIdOf } from '#libs/publication/publication-id';
import type { PublicationDue, PublishedKind } from '#libs/publication/publication.events';
import { publicationFile } from '#libs/publication/publication.view';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { isOutdated } from '#libs/regulation/deadline';
import { gatherCalendar } from '#libs/regulation/known-calendar';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

const FINAL: Readonly<Record<string, PublishedKind>> = {
  CaseClosed: 'SPECIAL', NoMeasureDecided: 'DAILY', DailySupervisionClosed: 'DAILY',
} satisfies Partial<Record<(CaseEvent | DailyEvent)['type'], PublishedKind>>;

/** A result that is final is to be published. */
export const resultsArePublished: Reaction = {
  name: 'results-are-published',
  categories: ['case', 'daily'],
  requests: ({ type, stream }) => {
    const kind = FINAL[type];
    if (kind === undefined) return [];
    const caseId = stream.slice(stream.indexOf('-') + 1);
    return [{ name: 'OpenPublication', target: publicationIdOf(kind, caseId), body: { kind, caseId } }];
  },
};

const recompute = (publicationId: string): Request => ({ name: 'RecomputePublicationDue', target: publicationId, body: {} });

async function outdated(calendar: WorkCalendar, lookup: Lookup): Promise<readonly Request[]> {
  const waiting = await findEvery(lookup, publicationFile, { range: { member: 'dueAt', from: '' } }, ({ publicationId }) => publicationId);
  return waiting.filter(({ due }) => isOutdated(due, calendar)).map(({ publicationId }) => recompute(publicationId));
}

/** A year that is published or corrected moves the open due days of publication (D-10); also one that was set just before. */
export const publicationDueWithTheCalendar: SearchingReaction = {
  name: 'publication-due-with-the-calendar',
  categories: ['calendar', 'publication'],
  search: async ({ stream, type, data }, lookup) => {
    if (stream !== CALENDAR_STREAM && type !== 'PublicationDue') return [];
    const { calendar } = await gatherCalendar(undefined, undefined, lookup);
    if (stream === CALENDAR_STREAM) return outdated(calendar, lookup);
    return isOutdated((data as PublicationDue['data']).due, calendar) ? [recompute(stream.slice('publication-'.length))] : [];
  },
};
