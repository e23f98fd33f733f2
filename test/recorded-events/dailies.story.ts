import { about, type Step } from '#test/recorded-events/step';
import { fuzhou, school } from '#libs/cases/case-story';
import { plan } from '#libs/cases/daily-story';
import { registration } from '#test/support/session-story';

/** A session of its own, on the 10th and 11th of March. */
const sessionFor = (sessionId: string, venue: string): Step =>
  about(sessionId)('2026-02-18', school, 'RegisterSession', { ...registration, venue, startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-11T09:00:00.000Z' });

function cancelled(): readonly Step[] {
  const daily = about('daily-cancelled');
  return [
    sessionFor('unsupervised', '实训楼三层'),
    daily('2026-03-02', fuzhou, 'PlanDailySupervision', { ...plan, sessionId: 'unsupervised' }),
    daily('2026-03-03', fuzhou, 'CancelDailySupervision', { reason: '场次取消' }),
  ];
}

export const dailiesStory: readonly Step[] = [...cancelled()];
