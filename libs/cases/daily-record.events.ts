import type { Finding } from '#libs/cases/case-opinion.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Fact } from '#libs/event-sourcing/event';
import type { ExternalMethod } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';

/** What was found on one content item; one that was not looked at is said to be so. */
export interface RecordedItem extends Pick<Finding, 'item' | 'severity' | 'facts' | 'evidenceIds'> {
  readonly result: Finding['result'] | 'NOT_CHECKED';
}

/** 督导情况记录表 (附件4): the part that the rules know, and the fields of the template, which they do not (R-ATT-1). */
export interface SupervisionRecordForm {
  readonly templateVersion: string;
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  readonly methods: readonly ExternalMethod[];
  /** Each content item of the plan once. */
  readonly items: readonly RecordedItem[];
  /** 指导: what would raise the quality. */
  readonly guidance: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** 提交督导情况记录表: the event's actor has signed it. */
export type RecordSubmitted = Fact<
  'RecordSubmitted',
  {
    readonly form: SupervisionRecordForm;
    /** supervisorId of the one who signed. */
    readonly signedBy: string;
    readonly due: Deadline;
    readonly late: boolean;
    /** Calendar days after the due day; 0 where it is in time. */
    readonly daysLate: number;
  }
>;

/** 更正督导情况记录表: the earlier versions stay. */
export type RecordCorrected = Fact<
  'RecordCorrected',
  {
    /** 2 for the first correction, 3 for the next … */
    readonly version: number;
    readonly form: SupervisionRecordForm;
    readonly signedBy: string;
    readonly reason: string;
  }
>;

/** 督导情况记录表逾期未提交 */
export type RecordOverdue = Fact<'RecordOverdue', { readonly due: Deadline }>;

/** 重算提交期限: a year that the period was counted in has been published or corrected. */
export type RecordDueRecomputed = Fact<'RecordDueRecomputed', { readonly before: Deadline; readonly after: Deadline }>;

export type RecordEvent = RecordSubmitted | RecordCorrected | RecordOverdue | RecordDueRecomputed;
