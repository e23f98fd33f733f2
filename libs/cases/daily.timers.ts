import type { DailyEvent } from '#libs/cases/daily.events';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';

function changes(event: Recorded<DailyEvent>): readonly TimerChange[] {
  const { stream } = event;
  const set = (what: string, dueAt: Instant, name: string): TimerChange => ({ timer: `${stream}:${what}`, dueAt, request: { name, target: stream.slice('daily-'.length), body: {} } });
  const end = (what: string): TimerChange => ({ timer: `${stream}:${what}`, ended: true });
  switch (event.type) {
    case 'DailySupervisionPlanned':
    case 'DailyDatesMoved':
      return [set('end', event.data.endsAt, 'EndDailyAsPlanned')];
    case 'DailySupervisionMissed':
    case 'SupervisionCancelled':
      return [end('end')];
    case 'DailySupervisionEnded':
      return [end('end'), set('record', event.data.recordDue.dueAt, 'FlagRecordOverdue')];
    case 'RecordDueRecomputed':
      return [set('record', event.data.after.dueAt, 'FlagRecordOverdue')];
    case 'RecordSubmitted':
    case 'RecordOverdue':
      return [end('record')];
    default:
      return [];
  }
}

/** The planned end of a daily supervision, and the due day of its record (D-01). */
export const dailyTimers: TimerSource = {
  categories: ['daily'],
  happens: { EndDailyAsPlanned: '日常督导按计划结束;无人到场的,记为未实施', FlagRecordOverdue: '记为督导情况记录表逾期未提交' },
  timers: (event) => changes(event as unknown as Recorded<DailyEvent>),
};
