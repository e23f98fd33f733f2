import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import { endOfDay, legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';

const ends = ({ stream }: RecordedEvent, endsAt: Instant): TimerChange => ({
  timer: `${stream}:end`, dueAt: endOfDay(legalDateOf(endsAt)), request: { name: 'EndSessionAsPlanned', target: stream.slice('session-'.length), body: {} },
});

/** A session whose end nobody has said ends with its last planned day. */
export const sessionTimers: TimerSource = {
  categories: ['session'],
  timers: (event) => {
    const { type, data } = event as unknown as SessionEvent;
    switch (type) {
      case 'SessionStarted':
        return [ends(event, data.endsAt)];
      case 'SessionEnded':
        return [{ timer: `${event.stream}:end`, ended: true }];
      case 'SessionRegistered':
      case 'SessionRescheduled':
      case 'SessionCancelled':
      case 'SessionStaffAssigned':
      case 'SessionStaffWithdrawn':
        return [];
    }
  },
};
