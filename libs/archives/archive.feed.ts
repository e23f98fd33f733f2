import type { ArchiveEvent } from '#libs/archives/archive.events';
import type { Feed } from '#libs/event-sourcing/feed';

const KEPT_INSIDE = '档案的封存、调阅和处置只供保管的中心、省级单位和审计查阅';

export const archiveFeed: Feed<ArchiveEvent> = {
  ArchivePackageSealed: KEPT_INSIDE,
  ArchiveAccessed: KEPT_INSIDE,
  ArchiveRetentionExtended: KEPT_INSIDE,
  ArchiveRetentionEnded: KEPT_INSIDE,
  ArchiveDisposalProposed: KEPT_INSIDE,
  ArchiveDisposed: KEPT_INSIDE,
};
