import { deadlineChanges } from '#libs/cases/case.deadlines';
import type { CaseEvent } from '#libs/cases/case.events';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { type Deadline, isOutdated } from '#libs/regulation/deadline';
import type { WorkCalendar } from '#libs/regulation/work-calendar';
import { gatherCalendar } from '#libs/regulation/known-calendar';

const PAGE = 200;

const calendarIn = async (lookup: Lookup): Promise<WorkCalendar> => (await gatherCalendar(undefined, undefined, lookup)).calendar;

const recompute = (caseId: string): Request => ({ name: 'RecomputeDeadlines', target: caseId, body: {} });

const hasOutdated = ({ deadlines }: CaseFile, calendar: WorkCalendar): boolean =>
  Object.values(deadlines).some(({ deadline, passed }) => !passed && isOutdated(deadline, calendar));

/** Every case that has an open deadline counted in a year that has changed. */
async function outdatedCases(calendar: WorkCalendar, lookup: Lookup): Promise<readonly string[]> {
  const withDeadlines: Find = { range: { member: 'dueAt', from: '' }, limit: PAGE };
  const found: string[] = [];
  let page = await lookup.find(caseFile, withDeadlines);
  while (page.length > 0) {
    found.push(...page.filter((file) => hasOutdated(file, calendar)).map(({ caseId }) => caseId));
    page = await lookup.find(caseFile, { ...withDeadlines, after: { key: page.at(-1)?.caseId ?? '' } });
  }
  return found;
}

const deadlinesSet = (event: RecordedEvent): readonly Deadline[] =>
  Object.values(deadlineChanges(event as unknown as CaseEvent)).filter((change: Deadline | string) => typeof change !== 'string');

/**
 * A year that is published or corrected moves the open deadlines that rest on it; also one that was set by a command
 * that had read the calendar just before.
 */
export const recomputeWithTheCalendar: SearchingReaction = {
  name: 'recompute-with-the-calendar',
  categories: ['calendar', 'case'],
  search: async (event, lookup) => {
    if (event.stream === CALENDAR_STREAM) return (await outdatedCases(await calendarIn(lookup), lookup)).map(recompute);
    const set = deadlinesSet(event);
    if (set.length === 0) return [];
    const calendar = await calendarIn(lookup);
    return set.some((deadline) => isOutdated(deadline, calendar)) ? [recompute(event.stream.slice('case-'.length))] : [];
  },
};
