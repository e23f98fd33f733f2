import { accessRules } from '#libs/access/access.rules';
import { fuzhou, system } from '#libs/cases/case-story';
import { complaintDecider } from '#libs/complaints/complaint.decide';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { complaintDuesWithTheCalendar } from '#libs/complaints/complaint.reaction';
import { complaintTimers } from '#libs/complaints/complaint.timers';
import { complaintTodos } from '#libs/complaints/complaint.todos';
import { complaintFile } from '#libs/complaints/complaint.view';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { type Deadline, dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 as calendar } from '#libs/regulation/published-calendars';

const { 2026: _unpublished, ...without2026 } = calendar;
/** Received and accepted when the notice of the year was not known; both last days fall on a Spring Festival whose days only the notice names. */
const pair = (start: string, days: number): { readonly before: Deadline; readonly after: Deadline } => ({
  before: dueAfterCalendarDays(without2026, start, days), after: dueAfterCalendarDays(calendar, start, days),
});
const receipt = pair('2026-02-03', 15);
const closing = pair('2025-12-20', 60);
const received: ComplaintEvent = {
  type: 'ComplaintReceived', data: { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [], holder: '3501', receiptDue: receipt.before },
};
const accepted: ComplaintEvent = { type: 'ComplaintAccepted', data: { closingDue: closing.before } };
const movedReceipt: ComplaintEvent = { type: 'ReceiptNoticeDueRecomputed', data: receipt };
const movedClosing: ComplaintEvent = { type: 'ComplaintDueRecomputed', data: closing };
const notified: ComplaintEvent = { type: 'ReporterNotified', data: { text: '已受理' } };
const closed: ComplaintEvent = { type: 'ComplaintClosed', data: {} };
const NOW = '2026-02-10T02:00:00.000Z';

const recompute = (events: readonly ComplaintEvent[], now = NOW, known = calendar) =>
  given(complaintDecider, events).by(system).at(now).knowing({ calendar: known }).when('RecomputeComplaintDues');

describe('the periods of a complaint, when a year is published late', () => {
  it('move off the holidays of the notice, once', () => {
    expect([receipt, closing].map(({ before, after }) => [before.date, before.provisional, after.date, after.provisional])).toEqual([
      ['2026-02-18', true, '2026-02-24', false], ['2026-02-18', true, '2026-02-24', false],
    ]);
    recompute([received, accepted]).expectFacts([movedReceipt, movedClosing]);
    recompute([received, accepted, movedReceipt]).expectFacts([movedClosing]);
    recompute([received, accepted, movedReceipt, movedClosing]).expectFacts([]);
    recompute([received, accepted], NOW, without2026).expectFacts([]);
    given(complaintDecider, [received]).by(fuzhou).at(NOW).knowing({ calendar }).when('RecomputeComplaintDues').expectRefusal(accessRules.OnlyTheSystem);
  });

  it('stay where they were met, are over, or would end in the past', () => {
    recompute([received, accepted, notified]).expectFacts([movedClosing]);
    recompute([received, accepted, notified, closed]).expectFacts([]);
    recompute([received, accepted], receipt.before.dueAt).expectFacts([]);
    const shorter = { ...dueAfterCalendarDays(without2026, '2025-12-20', 30), dueAt: '2026-03-01T16:00:00.000Z' };
    recompute([received, notified, { type: 'ComplaintAccepted', data: { closingDue: shorter } }]).expectFacts([]);
  });

  it('move anew with a correction of the year, unless it leaves their last day', () => {
    const counted = [received, accepted, notified, movedClosing];
    const corrected = (...off: readonly string[]) => ({ ...calendar, 2026: { ...calendar[2026], version: 2, off: [...(calendar[2026]?.off ?? []), ...off] } }) as typeof calendar;
    recompute(counted, NOW, corrected('2026-02-25')).expectFacts([]);
    expect(recompute(counted, NOW, corrected('2026-02-24')).facts).toMatchObject([{ type: 'ComplaintDueRecomputed', data: { before: closing.after, after: { date: '2026-02-25' } } }]);
  });

  it('move with the timer, the to-do and the file', () => {
    const timer = (event: ComplaintEvent) => complaintTimers.timers(recorded(event, { stream: 'complaint-1' }));
    expect(timer(movedReceipt)).toMatchObject([{ timer: 'complaint-1:receipt', dueAt: receipt.after.dueAt, request: { name: 'FlagReceiptOverdue' } }]);
    expect(timer(movedClosing)).toMatchObject([{ timer: 'complaint-1:closing', dueAt: closing.after.dueAt, request: { name: 'FlagComplaintOverdue' } }]);
    const due = (todo: string, { type, data }: Fact) => complaintTodos.todos[todo]?.moves?.[type]?.(data as never);
    expect([due('NotifyReporter', movedReceipt), due('CloseComplaint', movedClosing)]).toEqual([receipt.after, closing.after]);
    const file = [received, accepted, movedReceipt, movedClosing].reduce<Parameters<typeof complaintFile.apply>[0]>(
      (before, event, revision) => complaintFile.apply(before, recorded(event, { stream: 'complaint-1', revision }), '1'), null);
    expect(file).toMatchObject({ receiptDue: receipt.after, closingDue: closing.after, dueAt: receipt.after.dueAt });
  });

  it('are looked for in every open complaint, and in one that was set just before', async () => {
    const files = [{ complaintId: 'receipt', receiptDue: receipt.before }, { complaintId: 'closing', receiptDue: receipt.after, closingDue: closing.before }, { complaintId: 'counted', closingDue: closing.after }];
    const lookup = { fold: () => Promise.resolve(calendar), find: () => Promise.resolve(files) } as unknown as Lookup;
    const targets = async (event: Fact, stream = 'complaint-1') => (await complaintDuesWithTheCalendar.search(recorded(event, { stream }), lookup)).map(({ name, target }) => `${name} ${target}`);
    expect(await targets({ type: 'WorkCalendarPublished', data: {} }, CALENDAR_STREAM)).toEqual(['RecomputeComplaintDues receipt', 'RecomputeComplaintDues closing']);
    for (const event of [received, accepted, { type: 'ComplaintExtended', data: { closingDue: closing.before } }, { type: 'ComplaintReopened', data: { closingDue: closing.before } }]) {
      expect(await targets(event)).toEqual(['RecomputeComplaintDues 1']);
    }
    expect(await targets({ type: 'ComplaintAccepted', data: { closingDue: closing.after } })).toEqual([]);
    expect(await targets(movedClosing)).toEqual([]);
  });
});
