import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import type { PublicationEvent } from '#libs/publication/publication.events';
import type { Deadline } from '#libs/regulation/deadline';

function timers(event: RecordedEvent): readonly TimerChange[] {
  const { type, data } = event as unknown as PublicationEvent;
  const timer = `${event.stream}:due`;
  const waits = ({ dueAt }: Deadline): TimerChange => ({ timer, dueAt, request: { name: 'FlagPublicationOverdue', target: event.stream.slice('publication-'.length), body: {} } });
  switch (type) {
    case 'PublicationDue':
      return [waits(data.due)];
    case 'PublicationDueRecomputed':
      return [waits(data.after)];
    case 'PublicationApproved':
    case 'PublicationOverdue':
      return [{ timer, ended: true }];
    case 'PublicationProposed':
    case 'PublicationReturned':
    case 'PublicationWithdrawn':
      return [];
  }
}

export const publicationTimers: TimerSource = {
  categories: ['publication'],
  happens: { FlagPublicationOverdue: '记为公开逾期' },
  timers,
};
