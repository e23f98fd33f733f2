import type { ReporterEvent } from '#libs/complaints/reporter.events';
import type { Feed } from '#libs/event-sourcing/feed';

const PROTECTED = '举报人受保护,有关其身份的事项一概不外送';

export const reporterFeed: Feed<ReporterEvent> = {
  ReporterSealed: PROTECTED,
  ReporterAccessRequested: PROTECTED,
  ReporterAccessApproved: PROTECTED,
  ReporterAccessDenied: PROTECTED,
  ReporterIdentityOpened: PROTECTED,
  ReporterErasureProposed: PROTECTED,
  ReporterErased: PROTECTED,
};
