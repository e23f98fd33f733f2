import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import type { Deadline } from '#libs/regulation/deadline';

const COMMANDS = { receipt: 'FlagReceiptOverdue', closing: 'FlagComplaintOverdue' } as const;
type Period = keyof typeof COMMANDS;

const runs = ({ stream }: RecordedEvent, period: Period, due: Deadline): TimerChange => ({
  timer: `${stream}:${period}`, dueAt: due.dueAt, request: { name: COMMANDS[period], target: stream.slice('complaint-'.length), body: {} },
});
const ends = ({ stream }: RecordedEvent, ...periods: readonly Period[]): readonly TimerChange[] =>
  periods.map((period) => ({ timer: `${stream}:${period}`, ended: true }));

export const complaintTimers: TimerSource = {
  categories: ['complaint'],
  happens: { FlagReceiptOverdue: '记为告知举报人逾期', FlagComplaintOverdue: '记为举报办理逾期' },
  timers: (event) => {
    const { type, data } = event as unknown as ComplaintEvent;
    switch (type) {
      case 'ComplaintReceived':
        return data.receiptDue === undefined ? [] : [runs(event, 'receipt', data.receiptDue)];
      case 'ComplaintAccepted':
      case 'ComplaintExtended':
      case 'ComplaintReopened':
        return [runs(event, 'closing', data.closingDue)];
      case 'ReceiptNoticeDueRecomputed':
        return [runs(event, 'receipt', data.after)];
      case 'ComplaintDueRecomputed':
        return [runs(event, 'closing', data.after)];
      case 'ReporterNotified':
      case 'ReceiptNoticeOverdue':
      case 'ComplaintMerged':
        return ends(event, 'receipt');
      case 'ComplaintOverdue':
        return ends(event, 'closing');
      case 'ComplaintClosed':
        return ends(event, 'receipt', 'closing');
      case 'ComplaintRegistered':
      case 'ComplaintTransferred':
      case 'ComplaintNotAccepted':
      case 'InvestigationOpened':
      case 'FindingsReported':
      case 'ComplaintConcluded':
      case 'DisposalDecided':
      case 'ReporterAnswered':
        return [];
    }
  },
};
