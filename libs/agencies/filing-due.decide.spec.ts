import { accessRules } from '#libs/access/access.rules';
import { agencyTimers } from '#libs/agencies/agency.timers';
import { trainingDecider } from '#libs/agencies/training.decide';
import type { TrainingEvent } from '#libs/agencies/training.events';
import { filingDueWithTheCalendar } from '#libs/agencies/training.reaction';
import { trainingTodos } from '#libs/agencies/training.todos';
import { school, system } from '#libs/cases/case-story';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { workingDaysBefore } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 as calendar } from '#libs/regulation/published-calendars';

const { 2026: _unpublished, ...without2026 } = calendar;
const plan = {
  by: 'AGENCY', organisation: 'agency-1', area: '3501', title: '内督培训', content: '政策法规', hours: 16, startsOn: '2026-02-26', endsOn: '2026-02-27', examForm: 'WRITTEN', places: 10, draft: 1,
} as const;
/** The days before the training are a Spring Festival, which only the notice of the year names in full. */
const before = workingDaysBefore(without2026, plan.startsOn, 5);
const after = workingDaysBefore(calendar, plan.startsOn, 5);
const drafted: TrainingEvent = { type: 'TrainingPlanDrafted', data: { ...plan, fileBy: before } };
const moved: TrainingEvent = { type: 'TrainingFilingDueRecomputed', data: { draft: 1, before, after } };
const recompute = (events: readonly TrainingEvent[], day = '2026-02-02', known = calendar) =>
  given(trainingDecider, events).by(system).at(`${day}T02:00:00.000Z`).knowing({ calendar: known }).when('RecomputeFilingDue');

describe('the day by which a plan should be filed, when a year is published late', () => {
  it('moves while the plan is not filed, once', () => {
    expect([before.date, before.provisional, after.date, after.provisional]).toEqual(['2026-02-19', true, '2026-02-12', false]);
    recompute([drafted]).expectFacts([moved]);
    recompute([drafted, moved]).expectFacts([]);
    recompute([drafted], '2026-02-02', without2026).expectFacts([]);
    given(trainingDecider, [drafted]).by(school).knowing({ calendar }).when('RecomputeFilingDue').expectRefusal(accessRules.OnlyTheSystem);
  });

  it('stays once the plan is filed, the day was reminded of, has passed, or would lie in the past', () => {
    recompute([drafted, { type: 'TrainingPlanFiled', data: { draft: 1 } }]).expectFacts([]);
    recompute([drafted, { type: 'TrainingFilingReminded', data: { draft: 1, fileBy: before.date } }]).expectFacts([]);
    recompute([drafted], after.date).expectFacts([moved]);
    recompute([drafted], '2026-02-13').expectFacts([]);
    const earlier = { ...before, date: '2026-02-01' };
    recompute([{ type: 'TrainingPlanDrafted', data: { ...plan, fileBy: earlier } }]).expectFacts([]);
  });

  it('moves with the timer and the to-do', () => {
    expect(agencyTimers.timers(recorded(moved, { stream: 'training-1' }))).toMatchObject([{ timer: 'training-1:filing', dueAt: '2026-02-11T16:00:00.000Z', request: { name: 'RemindOfFiling', target: '1' } }]);
    const due = trainingTodos.todos.FileTrainingPlan?.moves?.TrainingFilingDueRecomputed?.(moved.data as never);
    expect(due).toEqual({ dueAt: '2026-02-12T16:00:00.000Z', explanation: '2026年2月26日开班当日不计,向前推算5个工作日,应当在2026年2月12日24时前报备。' });
  });

  it('is looked for in every plan that is not filed, and in one that was drafted just before', async () => {
    const files = [{ trainingId: 'old', fileBy: before }, { trainingId: 'counted', fileBy: after }, { trainingId: 'of-the-province' }];
    const lookup = { fold: () => Promise.resolve(calendar), find: () => Promise.resolve(files) } as unknown as Lookup;
    const targets = async (event: Fact, stream = 'training-1') => (await filingDueWithTheCalendar.search(recorded(event, { stream }), lookup)).map(({ target }) => target);
    expect(await targets({ type: 'WorkCalendarPublished', data: {} }, CALENDAR_STREAM)).toEqual(['old']);
    expect(await targets(drafted)).toEqual(['1']);
    expect(await targets({ type: 'TrainingPlanDrafted', data: { ...plan, fileBy: after } })).toEqual([]);
    expect(await targets(moved)).toEqual([]);
  });
});
