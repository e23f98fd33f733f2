import { recorded } from '#libs/event-sourcing/given';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import { assessmentTimers } from '#libs/supervisors/assessment.timers';

const conclusionDue = dueAfterCalendarDays(CALENDAR_FJ_2021_2026, '2026-06-30', 30);
const period = { assessmentNo: '榕考1', from: '2025-07-01', to: '2026-06-30', cycleMonths: 12 };
const changes = (event: AssessmentEvent) => assessmentTimers.timers(recorded(event, { stream: 'assessment-f-1' }));
const timer = 'assessment-f-1:conclusion';

describe('the timer of a conclusion', () => {
  it('waits for 24:00 of the due day of the period', () => {
    expect(changes({ type: 'AssessmentPeriodOpened', data: { ...period, conclusionDue } })).toEqual([
      { timer, dueAt: '2026-07-30T16:00:00.000Z', request: { name: 'FlagAssessmentOverdue', target: 'f-1', body: {} } },
    ]);
  });

  it('is not there for a period without a due day', () => {
    expect(changes({ type: 'AssessmentPeriodOpened', data: period })).toEqual([]);
  });

  it('ends with the conclusion, or when it was noted that it is overdue', () => {
    expect(changes({ type: 'AssessmentConcluded', data: { assessmentNo: '榕考1', result: 'PASS', reasons: '履职良好' } })).toEqual([{ timer, ended: true }]);
    expect(changes({ type: 'AssessmentOverdue', data: { assessmentNo: '榕考1', due: conclusionDue } })).toEqual([{ timer, ended: true }]);
    expect(changes({ type: 'SupervisorInformed', data: { assessmentNo: '榕考1' } })).toEqual([]);
  });
});
