import type { AgencyType } from '#libs/agencies/agency.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { ContentItemCode } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import type { TargetSelection } from '#libs/regulation/own-codes';

/** 专项督导立项 */
export type SpecialSupervisionOpened = Fact<
  'SpecialSupervisionOpened',
  {
    readonly kind: 'SPECIAL';
    readonly agencyId: string;
    readonly agencyName: string;
    readonly agencyType: AgencyType;
    /** Area of the agency's filing: its centre and the province are competent. */
    readonly area: Area;
    readonly isCentralBranch: boolean;
    /** The centre that opened the case and leads it to the end: 委派机构. */
    readonly dispatcher: Area;
    /** How the agency came to be chosen; only the supervisors must be drawn (R3.4-1). */
    readonly targetSelection: TargetSelection;
    /** Why this agency; absent only for a random draw. */
    readonly reason?: string;
    /** The draw of targets that drew the agency; absent where it was chosen. */
    readonly targetDrawId?: string;
    /** First and last planned day on site, both included. */
    readonly onSiteFrom: LegalDate;
    readonly onSiteTo: LegalDate;
    readonly activityType: 'SKILL_LEVEL_RECOGNITION';
    /** GB/T 2260 code of the place of conduct; it decides whether the Measures apply. */
    readonly venueDivision: string;
    /** Why together with, or beside, another centre; present where the supervision is joint. */
    readonly jointReason?: string;
  }
>;

/** One content item that the supervision is about. */
export interface Matter {
  readonly item: ContentItemCode;
  /** Free text; for C2.99 it says what is meant. */
  readonly detail?: string;
  /** Reference of the second person who approved the catch-all C2.99. */
  readonly approvedBy?: string;
}

/** 明确督导事项 */
export type MattersDefined = Fact<
  'MattersDefined',
  {
    readonly matters: readonly Matter[];
    /** Id of the registered complaint that C3 verifies. */
    readonly complaintRef?: string;
  }
>;

/** 增加督导事项: after the start on site only with a notice to the agency. */
export type MattersWidened = Fact<
  'MattersWidened',
  {
    readonly added: readonly Matter[];
    readonly complaintRef?: string;
    readonly reason: string;
    /** The words by which the agency was told. */
    readonly notice?: string;
  }
>;

/** 送达督导通知: asks the agency for its self-assessment report. */
export type SupervisionNoticeServed = Fact<
  'SupervisionNoticeServed',
  {
    /** The agency that is told; facts recorded before it was said here lack it. */
    readonly agencyId?: string;
    readonly text: string;
    readonly matters: readonly Matter[];
    readonly onSiteFrom: LegalDate;
    readonly onSiteTo: LegalDate;
    readonly selfReportDue: Deadline;
  }
>;

/** 提交自评(自查)报告 */
export type SelfReportSubmitted = Fact<
  'SelfReportSubmitted',
  {
    readonly summary: string;
    readonly evidence: readonly Evidence[];
    /** After its non-submission had been recorded. */
    readonly late: boolean;
  }
>;

/** 自评(自查)报告逾期未提交 */
export type SelfReportMissing = Fact<'SelfReportMissing', { readonly due: Deadline }>;

/** 取消督导: only while nothing on site has begun. */
export type SupervisionCancelled = Fact<'SupervisionCancelled', { readonly reason: string }>;

export type IntakeEvent =
  | SpecialSupervisionOpened
  | MattersDefined
  | MattersWidened
  | SupervisionNoticeServed
  | SelfReportSubmitted
  | SelfReportMissing
  | SupervisionCancelled;
