import type { Fact } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { Deadline } from '#libs/regulation/deadline';

/** How a complaint came in. */
export const COMPLAINT_CHANNELS = { PHONE: '来电', LETTER: '来信', VISIT: '来访', ONLINE: '网上', HANDED_OVER: '其他部门转来' } as const;
export type ComplaintChannel = keyof typeof COMPLAINT_CHANNELS;

/** What the investigation found the complaint to be. */
export const COMPLAINT_CONCLUSIONS = { SUBSTANTIATED: '属实', PARTLY: '部分属实', UNSUBSTANTIATED: '不属实', UNVERIFIABLE: '无法核实' } as const;
export type ComplaintConclusion = keyof typeof COMPLAINT_CONCLUSIONS;

/**
 * 收到举报. Who complained is never in this stream: the identity lies sealed elsewhere, and the text is to be written
 * so that it does not give the person away.
 */
export type ComplaintReceived = Fact<
  'ComplaintReceived',
  {
    readonly channel: ComplaintChannel;
    readonly isAnonymous: boolean;
    readonly agencyId: string;
    readonly content: string;
    /** References of staff who are complained of; they never handle the complaint. */
    readonly accused: readonly string[];
    /** The centre that received it and answers for it. */
    readonly holder: Area;
    /** Until when the person who complained is told; absent where nobody can be. */
    readonly receiptDue?: Deadline;
  }
>;

/** 登记 */
export type ComplaintRegistered = Fact<'ComplaintRegistered', { readonly number: string }>;

/** 转送: another centre answers for it from now on. */
export type ComplaintTransferred = Fact<'ComplaintTransferred', { readonly from: Area; readonly to: Area; readonly reason: string }>;

/** 受理 */
export type ComplaintAccepted = Fact<'ComplaintAccepted', { readonly closingDue: Deadline }>;

/** 不予受理 */
export type ComplaintNotAccepted = Fact<'ComplaintNotAccepted', { readonly reason: string }>;

/** 并案: the other complaint carries both. */
export type ComplaintMerged = Fact<'ComplaintMerged', { readonly into: string; readonly reason: string }>;

/** 书面告知举报人 */
export type ReporterNotified = Fact<'ReporterNotified', { readonly text: string }>;

/** 告知逾期 */
export type ReceiptNoticeOverdue = Fact<'ReceiptNoticeOverdue', { readonly due: Deadline }>;

/** 告知期限重新计算: a year of the calendar was published or corrected. */
export type ReceiptNoticeDueRecomputed = Fact<'ReceiptNoticeDueRecomputed', { readonly before: Deadline; readonly after: Deadline }>;

/** 启动调查核实: by a supervision whose matters name this complaint. */
export type InvestigationOpened = Fact<'InvestigationOpened', { readonly caseId: string }>;

/** 调查情况 */
export type FindingsReported = Fact<'FindingsReported', { readonly caseId: string; readonly findings: string }>;

/** 认定 */
export type ComplaintConcluded = Fact<'ComplaintConcluded', { readonly conclusion: ComplaintConclusion; readonly reasons: string }>;

/** 处理: what follows, and the records where it is done. */
export type DisposalDecided = Fact<'DisposalDecided', { readonly disposal: string; readonly records: readonly string[] }>;

/** 答复举报人 */
export type ReporterAnswered = Fact<'ReporterAnswered', { readonly text: string }>;

/** 办理期限延长: once. */
export type ComplaintExtended = Fact<'ComplaintExtended', { readonly closingDue: Deadline; readonly reason: string }>;

/** 办理逾期 */
export type ComplaintOverdue = Fact<'ComplaintOverdue', { readonly due: Deadline }>;

/** 办理期限重新计算: a year of the calendar was published or corrected. */
export type ComplaintDueRecomputed = Fact<'ComplaintDueRecomputed', { readonly before: Deadline; readonly after: Deadline }>;

/** 归档 */
export type ComplaintClosed = Fact<'ComplaintClosed', object>;

/** 重新办理: nothing of what was is changed. */
export type ComplaintReopened = Fact<'ComplaintReopened', { readonly reason: string; readonly closingDue: Deadline }>;

export type ComplaintEvent =
  | ComplaintReceived
  | ComplaintRegistered
  | ComplaintTransferred
  | ComplaintAccepted
  | ComplaintNotAccepted
  | ComplaintMerged
  | ReporterNotified
  | ReceiptNoticeOverdue
  | ReceiptNoticeDueRecomputed
  | InvestigationOpened
  | FindingsReported
  | ComplaintConcluded
  | DisposalDecided
  | ReporterAnswered
  | ComplaintExtended
  | ComplaintOverdue
  | ComplaintDueRecomputed
  | ComplaintClosed
  | ComplaintReopened;

const INVESTIGATED = ['R3.1(三)'] as const;

export const complaintBasis: Readonly<Record<ComplaintEvent['type'], readonly string[]>> = {
  ComplaintReceived: INVESTIGATED,
  ComplaintRegistered: INVESTIGATED,
  ComplaintTransferred: ['R1.5-2', 'R1.5-3'],
  ComplaintAccepted: INVESTIGATED,
  ComplaintNotAccepted: INVESTIGATED,
  ComplaintMerged: INVESTIGATED,
  ReporterNotified: INVESTIGATED,
  ReceiptNoticeOverdue: INVESTIGATED,
  ReceiptNoticeDueRecomputed: INVESTIGATED,
  InvestigationOpened: INVESTIGATED,
  FindingsReported: INVESTIGATED,
  ComplaintConcluded: INVESTIGATED,
  DisposalDecided: INVESTIGATED,
  ReporterAnswered: INVESTIGATED,
  ComplaintExtended: INVESTIGATED,
  ComplaintOverdue: INVESTIGATED,
  ComplaintDueRecomputed: INVESTIGATED,
  ComplaintClosed: INVESTIGATED,
  ComplaintReopened: INVESTIGATED,
};
