import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { Feed } from '#libs/event-sourcing/feed';
import { DUE } from '#libs/regulation/deadline.feed';

const WITH_THE_REPORTER = '与举报人的往来不外送';

/** Of a complaint only its course leaves: neither a word of it, nor anything that narrows down who complained. */
export const complaintFeed: Feed<ComplaintEvent> = {
  ComplaintReceived: { agencyId: true, holder: true },
  ComplaintRegistered: { number: true },
  ComplaintTransferred: { from: true, to: true },
  ComplaintAccepted: { closingDue: DUE },
  ComplaintNotAccepted: {},
  ComplaintMerged: { into: true },
  ReporterNotified: WITH_THE_REPORTER,
  ReceiptNoticeOverdue: WITH_THE_REPORTER,
  ReceiptNoticeDueRecomputed: WITH_THE_REPORTER,
  InvestigationOpened: { caseId: true },
  FindingsReported: { caseId: true },
  ComplaintConcluded: { conclusion: true },
  DisposalDecided: {},
  ReporterAnswered: WITH_THE_REPORTER,
  ComplaintExtended: { closingDue: DUE },
  ComplaintOverdue: { due: DUE },
  ComplaintDueRecomputed: { before: DUE, after: DUE },
  ComplaintClosed: {},
  ComplaintReopened: { closingDue: DUE },
};

/** The complaint names its agency: that it is verified would announce the visit. */
export const COMPLAINT_FOR_OVERSEERS: readonly ComplaintEvent['type'][] = ['InvestigationOpened'];
