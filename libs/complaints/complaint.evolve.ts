import type { ComplaintConclusion, ComplaintEvent } from '#libs/complaints/complaint.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { Deadline } from '#libs/regulation/deadline';

export const COMPLAINT_STATES = {
  RECEIVED: '已收到', REGISTERED: '已登记', ACCEPTED: '已受理', NOT_ACCEPTED: '不予受理', MERGED: '已并案', CONCLUDED: '已认定', DISPOSED: '已决定处理', CLOSED: '已归档',
} as const;
export type ComplaintStage = keyof typeof COMPLAINT_STATES;

export interface Complaint {
  readonly stage: ComplaintStage;
  readonly agencyId: string;
  readonly isAnonymous: boolean;
  readonly accused: readonly string[];
  readonly holder: Area;
  readonly number?: string;
  /** Supervisions that verify it, and whether each has reported. */
  readonly investigations: Readonly<Record<string, boolean>>;
  readonly conclusion?: ComplaintConclusion;
  readonly notified: boolean;
  readonly answered: boolean;
  readonly extended: boolean;
  /** Open periods. */
  readonly receiptDue?: Deadline | undefined;
  readonly closingDue?: Deadline | undefined;
  readonly receiptOverdue: boolean;
  readonly closingOverdue: boolean;
}

export type ComplaintState = Complaint | undefined;

export function evolveComplaint(state: ComplaintState, event: Recorded<ComplaintEvent>): ComplaintState {
  if (event.type === 'ComplaintReceived') {
    const { agencyId, isAnonymous, accused, holder, receiptDue } = event.data;
    return {
      stage: 'RECEIVED', agencyId, isAnonymous, accused, holder, investigations: {}, notified: false, answered: false, extended: false, receiptDue,
      receiptOverdue: false, closingOverdue: false,
    };
  }
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}

function changeBy(state: Complaint, event: Exclude<Recorded<ComplaintEvent>, { readonly type: 'ComplaintReceived' }>): Partial<Complaint> {
  switch (event.type) {
    case 'ComplaintRegistered':
      return { stage: 'REGISTERED', number: event.data.number };
    case 'ComplaintTransferred':
      return { holder: event.data.to };
    case 'ComplaintAccepted':
      return { stage: 'ACCEPTED', closingDue: event.data.closingDue };
    case 'ComplaintNotAccepted':
      return { stage: 'NOT_ACCEPTED' };
    case 'ComplaintMerged':
      return { stage: 'MERGED', receiptDue: undefined };
    case 'ReporterNotified':
      return { notified: true, receiptDue: undefined };
    case 'ReceiptNoticeOverdue':
      return { receiptOverdue: true };
    case 'ReceiptNoticeDueRecomputed':
      return { receiptDue: event.data.after };
    case 'InvestigationOpened':
      return { investigations: { ...state.investigations, [event.data.caseId]: false } };
    case 'FindingsReported':
      return { investigations: { ...state.investigations, [event.data.caseId]: true } };
    case 'ComplaintConcluded':
      return { stage: 'CONCLUDED', conclusion: event.data.conclusion };
    case 'DisposalDecided':
      return { stage: 'DISPOSED' };
    case 'ReporterAnswered':
      return { answered: true };
    case 'ComplaintExtended':
      return { extended: true, closingDue: event.data.closingDue, closingOverdue: false };
    case 'ComplaintOverdue':
      return { closingOverdue: true };
    case 'ComplaintDueRecomputed':
      return { closingDue: event.data.after };
    case 'ComplaintClosed':
      return { stage: 'CLOSED', closingDue: undefined, receiptDue: undefined };
    case 'ComplaintReopened':
      return { stage: 'ACCEPTED', investigations: {}, answered: false, extended: false, closingDue: event.data.closingDue, closingOverdue: false };
  }
}

/** Whether the complaint was found to be true, at least in part: something must follow. */
export const isSubstantiated = ({ conclusion }: Complaint): boolean => conclusion === 'SUBSTANTIATED' || conclusion === 'PARTLY';

/** Concluded, and what must follow is decided. */
export const isDecided = (complaint: Complaint): boolean =>
  complaint.stage === 'DISPOSED' || (complaint.stage === 'CONCLUDED' && !isSubstantiated(complaint));
