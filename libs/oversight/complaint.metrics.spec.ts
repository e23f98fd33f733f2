import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { contributions, type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const due = (days: number) => dueAfterCalendarDays(CALENDAR_FJ_2021_2026, '2026-03-02', days);
const on = (day: string, fact: ComplaintEvent): Dated => ({ ...fact, occurredAt: `2026-${day}T02:00:00.000Z` });
const body = { channel: 'PHONE', agencyId: 'agency-1', content: '考场内有人代考', accused: ['clerk-accused'], holder: '3501' } as const;

const received = on('03-02', { type: 'ComplaintReceived', data: { ...body, isAnonymous: false, receiptDue: due(15) } });
const anonymous = on('03-02', { type: 'ComplaintReceived', data: { ...body, channel: 'LETTER', isAnonymous: true } });
const registered = on('03-03', { type: 'ComplaintRegistered', data: { number: '1' } });
const transferred = on('03-04', { type: 'ComplaintTransferred', data: { from: '3501', to: '3502', reason: '属厦门' } });
const accepted = on('03-05', { type: 'ComplaintAccepted', data: { closingDue: due(60) } });
const notified = on('03-10', { type: 'ReporterNotified', data: { text: '已受理' } });
const concluded = (day: string, conclusion: 'SUBSTANTIATED' | 'UNSUBSTANTIATED') => on(day, { type: 'ComplaintConcluded', data: { conclusion, reasons: '监控可见' } });
const closed = (day: string) => on(day, { type: 'ComplaintClosed', data: {} });
const reopened = on('04-10', { type: 'ComplaintReopened', data: { reason: '新证据', closingDue: due(90) } });
const refused = on('03-06', { type: 'ComplaintNotAccepted', data: { reason: '不属于本办法范围' } });

const documents = foldedLedger([
  ...streamOf('complaint-a', '3501', [received, registered, transferred, accepted, notified, concluded('04-01', 'SUBSTANTIATED'), closed('04-07'), reopened, concluded('05-20', 'UNSUBSTANTIATED'), closed('06-04')]),
  ...streamOf('complaint-b', '3501', [anonymous, refused], 100),
  ...streamOf('complaint-c', '3501', [received, registered, accepted], 200),
]);
const upTo = (name: string, day: string, ...by: Parameters<typeof table>[2][]) => table(documents, question(name, {}, { occurredUpTo: `2026-${day}` }), ...by);

describe('complaints', () => {
  it('count once each, by where they stood on the day and in whose hands', () => {
    expect(upTo('ComplaintStates', '03-03', 'complaintState', 'center')).toEqual({ 'RECEIVED 3501': 1, 'REGISTERED 3501': 2 });
    expect(upTo('ComplaintStates', '03-31', 'complaintState', 'area', 'center')).toEqual({ 'ACCEPTED 3501 3501': 1, 'ACCEPTED 3501 3502': 1, 'NOT_ACCEPTED 3501 3501': 1 });
  });

  it('count when they come in, by how and whether a name was given', () => {
    expect(upTo('ComplaintsReceived', '03-02', 'channel', 'reporter')).toEqual({ 'PHONE NAMED': 2, 'LETTER ANONYMOUS': 1 });
  });

  it('have their latest outcome, none between a reopening and the next', () => {
    expect(upTo('ComplaintOutcomes', '04-09', 'complaintConclusion')).toEqual({ SUBSTANTIATED: 1 });
    expect(upTo('ComplaintOutcomes', '04-10', 'complaintConclusion')).toEqual({});
    expect(upTo('ComplaintOutcomes', '05-20', 'complaintConclusion', 'center')).toEqual({ 'UNSUBSTANTIATED 3502': 1 });
    const [opened] = contributions(documents, question('ComplaintOutcomes', { complaintConclusion: 'UNSUBSTANTIATED' }));
    expect(opened?.event).toMatchObject({ stream: 'complaint-a', revision: 8 });
  });

  it('are in time or late by the day, whoever has written down that they are overdue', () => {
    expect(upTo('ComplaintTimeliness', '03-17', 'complaintPeriod', 'timeliness')).toEqual({ 'RECEIPT ON_TIME': 1 });
    expect(upTo('ComplaintTimeliness', '03-18', 'complaintPeriod', 'timeliness')).toEqual({ 'RECEIPT ON_TIME': 1, 'RECEIPT LATE': 1 });
    expect(upTo('ComplaintTimeliness', '04-09', 'complaintPeriod', 'timeliness')).toMatchObject({ 'CLOSING ON_TIME': 1 });
    expect(upTo('ComplaintTimeliness', '04-15', 'complaintPeriod', 'timeliness')).toEqual({ 'RECEIPT ON_TIME': 1, 'RECEIPT LATE': 1 });
    expect(upTo('ComplaintTimeliness', '06-04', 'complaintPeriod', 'timeliness', 'center')).toEqual({ 'RECEIPT ON_TIME 3502': 1, 'RECEIPT LATE 3501': 1, 'CLOSING LATE 3502': 1, 'CLOSING LATE 3501': 1 });
    expect([upTo('ComplaintsOverdue', '06-03', 'complaintPeriod', 'center'), upTo('ComplaintsOverdue', '06-04', 'complaintPeriod', 'center')]).toEqual([
      { 'RECEIPT 3501': 1, 'CLOSING 3501': 1, 'CLOSING 3502': 1 }, { 'RECEIPT 3501': 1, 'CLOSING 3501': 1 },
    ]);
  });
});
