import type { TrainingEvent } from '#libs/agencies/training.events';
import { trainingFile } from '#libs/agencies/training.view';
import type { Request } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { isOutdated, type LeadTime } from '#libs/regulation/deadline';
import { gatherCalendar } from '#libs/regulation/known-calendar';

const recompute = (trainingId: string): Request => ({ name: 'RecomputeFilingDue', target: trainingId, body: {} });

/** A year that is published or corrected moves the day by which a plan should be filed (D-04); also one that was set just before. */
export const filingDueWithTheCalendar: SearchingReaction = {
  name: 'filing-due-with-the-calendar',
  categories: ['calendar', 'training'],
  search: async (event, lookup) => {
    const { type, data } = event as unknown as TrainingEvent;
    const set = type === 'TrainingPlanDrafted' ? data.fileBy : undefined;
    if (event.stream !== CALENDAR_STREAM && set === undefined) return [];
    const { calendar } = await gatherCalendar(undefined, undefined, lookup);
    const isMoved = (fileBy: LeadTime | undefined): boolean => fileBy !== undefined && isOutdated(fileBy, calendar);
    if (event.stream !== CALENDAR_STREAM) return isMoved(set) ? [recompute(event.stream.slice('training-'.length))] : [];
    const drafted = await findEvery(lookup, trainingFile, { where: { stage: 'DRAFTED' } }, ({ trainingId }) => trainingId);
    return drafted.filter(({ fileBy }) => isMoved(fileBy)).map(({ trainingId }) => recompute(trainingId));
  },
};
