import type { TrainingEvent, TrainingPlan } from '#libs/agencies/training.events';
import { evolveTraining, TRAINING_STAGES, type Training } from '#libs/agencies/training.evolve';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** 培训: one document a training. The fold of `training.evolve` is part of it: its version follows both. */
export interface TrainingFile extends Training, Pick<TrainingPlan, 'title' | 'content' | 'hours' | 'examForm' | 'places'> {
  readonly trainingId: string;
  readonly stageName: string;
  /** The body that trains: one of the two, or neither for the provincial centre. */
  readonly agencyId: string;
  readonly departmentId: string;
  /** Filed after the day by which it should have been, or past that day and still not filed when last reminded. */
  readonly filedLate: boolean;
  /** Last day of the training; empty until it is held. */
  readonly heldOn: LegalDate | '';
}

const isLate = ({ fileBy, filedOn, reminded }: Training): boolean => fileBy !== undefined && (filedOn === undefined ? reminded : filedOn > fileBy.date);

function apply(file: TrainingFile | null, event: Recorded<TrainingEvent>, trainingId: string): TrainingFile | null {
  const training = evolveTraining(file ?? undefined, event);
  const plan = event.type === 'TrainingPlanDrafted' ? event.data : file;
  if (training === undefined || plan === null) return null;
  const { title, content, hours, examForm, places } = plan;
  return {
    ...training, title, content, hours, examForm, places, trainingId,
    stageName: TRAINING_STAGES[training.stage],
    agencyId: training.by === 'AGENCY' ? training.organisation : '',
    departmentId: training.by === 'INDUSTRY_DEPT' ? training.organisation : '',
    filedLate: isLate(training),
    heldOn: training.endedOn ?? '',
  };
}

export const trainingFile: View<TrainingFile> = {
  name: 'training-file',
  version: 2,
  categories: ['training'],
  indexes: ['area', 'agencyId', 'departmentId', 'stage', 'startsOn', 'heldOn'],
  keys: (event) => [event.stream.slice('training-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<TrainingEvent>, key),
};
