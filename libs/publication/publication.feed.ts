import type { Feed } from '#libs/event-sourcing/feed';
import type { PublicationEvent } from '#libs/publication/publication.events';
import { DUE } from '#libs/regulation/deadline.feed';

const UNDECIDED = '尚未批准公开的内容不外送';

export const publicationFeed: Feed<PublicationEvent> = {
  PublicationDue: { kind: true, caseId: true, agencyId: true, dispatcher: true, finalOn: true, due: DUE },
  PublicationProposed: UNDECIDED,
  PublicationReturned: UNDECIDED,
  PublicationApproved: { version: true, visibleFrom: true },
  PublicationWithdrawn: {},
  PublicationOverdue: { due: DUE },
  PublicationDueRecomputed: { before: DUE, after: DUE },
};
