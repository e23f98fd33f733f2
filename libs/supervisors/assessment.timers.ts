import type { TimerSource } from '#libs/event-sourcing/timer';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';

/** The due day of the conclusion: one at a time, as there is one assessment at a time. */
export const assessmentTimers: TimerSource = {
  categories: ['assessment'],
  happens: { FlagAssessmentOverdue: '记为考核结论逾期未作出' },
  timers: (event) => {
    const { type, data } = event as unknown as AssessmentEvent;
    const timer = `${event.stream}:conclusion`;
    switch (type) {
      case 'AssessmentPeriodOpened':
        return data.conclusionDue === undefined
          ? []
          : [{ timer, dueAt: data.conclusionDue.dueAt, request: { name: 'FlagAssessmentOverdue', target: event.stream.slice('assessment-'.length), body: {} } }];
      case 'AssessmentOverdue':
      case 'AssessmentConcluded':
        return [{ timer, ended: true }];
      default:
        return [];
    }
  },
};
