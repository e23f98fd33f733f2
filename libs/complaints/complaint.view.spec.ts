import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { complaintTimers } from '#libs/complaints/complaint.timers';
import { type ComplaintFile, complaintFile } from '#libs/complaints/complaint.view';
import { recorded } from '#libs/event-sourcing/given';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const due = (days: number) => dueAfterCalendarDays(CALENDAR_FJ_2021_2026, '2026-03-02', days);
const received: ComplaintEvent = {
  type: 'ComplaintReceived',
  data: { channel: 'LETTER', isAnonymous: false, agencyId: 'agency-1', content: '收费不公示', accused: [], holder: '3501', receiptDue: due(15) },
};
const accepted: ComplaintEvent = { type: 'ComplaintAccepted', data: { closingDue: due(60) } };
const notified: ComplaintEvent = { type: 'ReporterNotified', data: { text: '已受理' } };
const closed: ComplaintEvent = { type: 'ComplaintClosed', data: {} };

const fold = (...events: readonly ComplaintEvent[]) =>
  events.reduce<ComplaintFile | null>((file, event, revision) => complaintFile.apply(file, recorded(event, { stream: 'complaint-1', revision }), '1'), null);

describe('the file of a complaint', () => {
  it('shows the period that ends first, and none when all are met', () => {
    expect(fold(received)).toMatchObject({ complaintId: '1', stageName: '已收到', content: '收费不公示', receivedOn: '2026-03-02', dueAt: due(15).dueAt });
    expect(fold(received, accepted)?.dueAt).toBe(due(15).dueAt);
    expect(fold(received, accepted, notified)).toMatchObject({ stageName: '已受理', dueAt: due(60).dueAt });
    expect(fold(received, accepted, notified, closed)?.dueAt).toBeUndefined();
  });

  it('is nothing before the complaint is received', () => {
    expect(fold(accepted)).toBeNull();
  });
});

describe('timers of a complaint', () => {
  const changes = (event: ComplaintEvent) => complaintTimers.timers(recorded(event, { stream: 'complaint-1' }));

  it('run from receipt and acceptance, and end with what was due', () => {
    expect(changes(received)).toEqual([{ timer: 'complaint-1:receipt', dueAt: due(15).dueAt, request: { name: 'FlagReceiptOverdue', target: '1', body: {} } }]);
    expect(changes(accepted)).toEqual([{ timer: 'complaint-1:closing', dueAt: due(60).dueAt, request: { name: 'FlagComplaintOverdue', target: '1', body: {} } }]);
    expect(changes(notified)).toEqual([{ timer: 'complaint-1:receipt', ended: true }]);
    expect(changes(closed)).toEqual([{ timer: 'complaint-1:receipt', ended: true }, { timer: 'complaint-1:closing', ended: true }]);
  });
});
