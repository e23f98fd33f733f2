import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { complaintFile } from '#libs/complaints/complaint.view';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { type Deadline, isOutdated } from '#libs/regulation/deadline';
import { gatherCalendar } from '#libs/regulation/known-calendar';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

const recompute = (complaintId: string): Request => ({ name: 'RecomputeComplaintDues', target: complaintId, body: {} });
const isAnyOutdated = (dues: readonly (Deadline | undefined)[], calendar: WorkCalendar): boolean => dues.some((due) => due !== undefined && isOutdated(due, calendar));

async function outdated(calendar: WorkCalendar, lookup: Lookup): Promise<readonly Request[]> {
  const waiting = await findEvery(lookup, complaintFile, { range: { member: 'dueAt', from: '' } }, ({ complaintId }) => complaintId);
  return waiting.filter(({ receiptDue, closingDue }) => isAnyOutdated([receiptDue, closingDue], calendar)).map(({ complaintId }) => recompute(complaintId));
}

function dueSet(event: RecordedEvent): Deadline | undefined {
  const { type, data } = event as unknown as ComplaintEvent;
  switch (type) {
    case 'ComplaintReceived':
      return data.receiptDue;
    case 'ComplaintAccepted':
    case 'ComplaintExtended':
    case 'ComplaintReopened':
      return data.closingDue;
    default:
      return undefined;
  }
}

/** A year that is published or corrected moves the open periods of a complaint; also one that a command set that had read the calendar just before. */
export const complaintDuesWithTheCalendar: SearchingReaction = {
  name: 'complaint-dues-with-the-calendar',
  categories: ['calendar', 'complaint'],
  search: async (event, lookup) => {
    const due = dueSet(event);
    if (event.stream !== CALENDAR_STREAM && due === undefined) return [];
    const { calendar } = await gatherCalendar(undefined, undefined, lookup);
    if (event.stream === CALENDAR_STREAM) return outdated(calendar, lookup);
    return isAnyOutdated([due], calendar) ? [recompute(event.stream.slice('complaint-'.length))] : [];
  },
};
