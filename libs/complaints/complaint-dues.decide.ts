import { bySystem, type ComplaintRule } from '#libs/complaints/complaint.guards';
import type { Context } from '#libs/event-sourcing/decider';
import { type Deadline, isLate, movedIn } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';

const flagReceiptOverdue: ComplaintRule<object> = {
  authorise: bySystem,
  decide: (_command, { receiptDue, receiptOverdue }, { now }) =>
    receiptDue !== undefined && !receiptOverdue && isLate(receiptDue, now) ? [{ type: 'ReceiptNoticeOverdue', data: { due: receiptDue } }] : [],
};

const flagComplaintOverdue: ComplaintRule<object> = {
  authorise: bySystem,
  decide: (_command, { closingDue, closingOverdue }, { now }) =>
    closingDue !== undefined && !closingOverdue && isLate(closingDue, now) ? [{ type: 'ComplaintOverdue', data: { due: closingDue } }] : [],
};

function moved(before: Deadline | undefined, { now, known: { calendar } }: Context<KnowsCalendar>): readonly { readonly before: Deadline; readonly after: Deadline }[] {
  const after = before && movedIn(calendar, before, now);
  return before === undefined || after === undefined ? [] : [{ before, after }];
}

/** A reaction, when a year of the calendar is published or corrected: a last day that is no working day moves on (D-11, D-12). */
const recomputeComplaintDues: ComplaintRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, { receiptDue, closingDue }, context) => [
    ...moved(receiptDue, context).map((data) => ({ type: 'ReceiptNoticeDueRecomputed' as const, data })),
    ...moved(closingDue, context).map((data) => ({ type: 'ComplaintDueRecomputed' as const, data })),
  ],
};

export const complaintDues = {
  FlagReceiptOverdue: flagReceiptOverdue,
  FlagComplaintOverdue: flagComplaintOverdue,
  RecomputeComplaintDues: recomputeComplaintDues,
};
