import type { Evidence } from '#libs/cases/evidence';
import type { Matter } from '#libs/cases/case-intake.events';
import type { CardShown } from '#libs/cases/card-shown';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

/** 决定暗访: the group goes on site without a notice, and nothing of the case reaches the agency until it is disclosed. */
export type CovertInspectionOrdered = Fact<'CovertInspectionOrdered', { readonly reason: string }>;

/** 公开暗访: the card is shown, and the agency is told what a notice would have told it. */
export type InspectionDisclosed = Fact<
  'InspectionDisclosed',
  CardShown & {
    /** The agency that is told; facts recorded before it was said here lack it. */
    readonly agencyId?: string;
    readonly text: string;
    readonly matters: readonly Matter[];
    readonly onSiteFrom: LegalDate;
    readonly onSiteTo: LegalDate;
    readonly selfReportDue: Deadline;
  }
>;

/** 现场考察(核查)开始 */
export type OnSiteStarted = Fact<
  'OnSiteStarted',
  {
    /** supervisorIds of the members on the spot. */
    readonly present: readonly string[];
    /** True on a day outside the planned ones, for which alone eligibility was checked. */
    readonly outsidePlan: boolean;
  }
>;

/** 听取评价机构意见 */
export type ViewsHeard = Fact<'ViewsHeard', { readonly minutes: string; readonly evidence: readonly Evidence[] }>;

/** 现场考察(核查)结束 */
export type OnSiteEnded = Fact<
  'OnSiteEnded',
  {
    readonly summary: string;
    readonly evidence: readonly Evidence[];
    /** D-07: by when the opinion is to be issued. */
    readonly opinionDue: Deadline;
  }
>;

export type OnSiteEvent = CovertInspectionOrdered | InspectionDisclosed | OnSiteStarted | ViewsHeard | OnSiteEnded;
