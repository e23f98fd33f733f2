import type { AgencyEvent } from '#libs/agencies/agency.events';
import { trainingDueOn, trainingDutySince } from '#libs/agencies/agency.evolve';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { LegalDate, RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import type { LeadTime } from '#libs/regulation/deadline';
import { endOfDay, startOfDay } from '#libs/regulation/legal-date';

const dutyTimer = (agencyId: string): string => `agency-${agencyId}:training`;

/** An agency trains again within the interval of the parameter after it was filed, or last trained (R2.4-1). */
const duty = (agencyId: string, since: LegalDate): readonly TimerChange[] => [
  { timer: dutyTimer(agencyId), dueAt: endOfDay(trainingDueOn(since)), request: { name: 'RemindOfTraining', target: agencyId, body: { since } } },
];

const idIn = ({ stream }: RecordedEvent): string => stream.slice(stream.indexOf('-') + 1);

function changes(event: RecordedEvent): readonly TimerChange[] {
  const { type, data } = event as unknown as AgencyEvent | TrainingEvent;
  const filing = `${event.stream}:filing`;
  const waits = ({ date }: LeadTime): TimerChange => ({ timer: filing, dueAt: startOfDay(date), request: { name: 'RemindOfFiling', target: idIn(event), body: {} } });
  switch (type) {
    case 'AgencyRegistered':
      return duty(idIn(event), trainingDutySince(data.filedOn));
    case 'TrainingHeld':
      return data.by === 'AGENCY' ? duty(data.organisation, data.endedOn) : [];
    case 'TrainingDueReminded':
      return [{ timer: dutyTimer(idIn(event)), ended: true }];
    case 'TrainingPlanDrafted':
      return data.fileBy === undefined ? [] : [waits(data.fileBy)];
    case 'TrainingFilingDueRecomputed':
      return [waits(data.after)];
    case 'TrainingPlanFiled':
    case 'TrainingFilingReminded':
      return [{ timer: filing, ended: true }];
    default:
      return [];
  }
}

/** When training is due again, and when its plan should be filed. */
export const agencyTimers: TimerSource = {
  categories: ['agency', 'training'],
  timers: changes,
  happens: { RemindOfTraining: '提醒机构组织内督培训', RemindOfFiling: '提醒报备培训方案' },
};
