import type { ArchiveEvent, Retention } from '#libs/archives/archive.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';

const retentionOf = ({ stream }: RecordedEvent, { dueAt }: Retention): TimerChange => ({
  timer: `${stream}:retention`, dueAt, request: { name: 'FlagRetentionEnded', target: stream.slice('archive-'.length), body: {} },
});

export const archiveTimers: TimerSource = {
  categories: ['archive'],
  happens: { FlagRetentionEnded: '保管期限(D-13)届满,档案转入鉴定' },
  timers: (event) => {
    const { type, data } = event as unknown as ArchiveEvent;
    switch (type) {
      case 'ArchivePackageSealed':
      case 'ArchiveRetentionExtended':
        return [retentionOf(event, data.retention)];
      case 'ArchiveRetentionEnded':
      case 'ArchiveDisposalProposed':
      case 'ArchiveDisposed':
        return [{ timer: `${event.stream}:retention`, ended: true }];
      case 'ArchiveAccessed':
        return [];
    }
  },
};
