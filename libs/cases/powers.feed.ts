import type { PowerEvent } from '#libs/cases/powers.events';
import type { Feed } from '#libs/event-sourcing/feed';
import { DUE } from '#libs/regulation/deadline.feed';

const FOR_THE_DISPATCHER = '督导员只向委派机构反映的情况';

/** The powers outside the house: that the agency was asked and what became of it, not what was said. */
export const POWER_FEED: Feed<PowerEvent> = {
  InquiryRaised: { no: true, item: true, answerDue: DUE },
  InquiryAnswered: { no: true, late: true },
  MaterialRequested: { no: true, item: true, answerDue: DUE },
  MaterialProvided: { no: true, late: true },
  MaterialRefused: { no: true },
  EvidenceAdded: '取证情况属于督导组内部材料',
  RewardOrPenaltyRecommended: FOR_THE_DISPATCHER,
  ObstructionReported: FOR_THE_DISPATCHER,
  ImproperRequestReported: FOR_THE_DISPATCHER,
  ResearchReported: FOR_THE_DISPATCHER,
};
