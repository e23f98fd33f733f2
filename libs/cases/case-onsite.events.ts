import type { Evidence } from '#libs/cases/evidence';
import type { Fact } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

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

export type OnSiteEvent = OnSiteStarted | ViewsHeard | OnSiteEnded;
