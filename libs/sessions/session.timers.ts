import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import { endOfDay, legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';

const COMMANDS = { coverage: 'FlagNotCovered', end: 'EndSessionAsPlanned', sheet: 'FlagScoreSheetOverdue' } as const;
type Period = keyof typeof COMMANDS;

const runs = ({ stream }: RecordedEvent, period: Period, dueAt: Instant): TimerChange => ({
  timer: `${stream}:${period}`, dueAt, request: { name: COMMANDS[period], target: stream.slice('session-'.length), body: {} },
});
const over = ({ stream }: RecordedEvent, period: Period): TimerChange => ({ timer: `${stream}:${period}`, ended: true });

/** At its start a session is covered or said not to be; one whose end nobody has said ends with its last planned day; its score sheet is due. */
export const sessionTimers: TimerSource = {
  categories: ['session'],
  happens: { FlagNotCovered: '未指派内督的,记为未覆盖', EndSessionAsPlanned: '场次按计划结束', FlagScoreSheetOverdue: '记为评分表逾期未上传' },
  timers: (event) => {
    const { type, data } = event as unknown as SessionEvent;
    switch (type) {
      case 'SessionRegistered':
        return [runs(event, 'coverage', data.startsAt)];
      case 'SessionRescheduled':
        return data.isCovered === true ? [] : [runs(event, 'coverage', data.startsAt)];
      case 'InternalSupervisorReleased':
        return data.coverageDue === undefined ? [] : [runs(event, 'coverage', data.coverageDue)];
      case 'SessionCancelled':
      case 'InternalSupervisorAssigned':
      case 'SessionNotCovered':
        return [over(event, 'coverage')];
      case 'SessionStarted':
        return [over(event, 'coverage'), runs(event, 'end', endOfDay(legalDateOf(data.endsAt)))];
      case 'SessionEnded':
        return [over(event, 'end'), runs(event, 'sheet', data.scoreSheetDue.dueAt)];
      case 'ScoreSheetDueRecomputed':
        return [runs(event, 'sheet', data.due.dueAt)];
      case 'ScoreSheetUploaded':
      case 'ScoreSheetOverdue':
        return [over(event, 'sheet')];
      case 'PreparationChecked':
      case 'ProcessChecked':
      case 'ResultChecked':
      case 'ScoreSheetLocked':
      case 'ResultsFinalised':
      case 'SessionStaffAssigned':
      case 'SessionStaffWithdrawn':
        return [];
    }
  },
};
