import { trainingCourse } from '#libs/agencies/training-course.decide';
import { trainingBasis, type TrainingEvent } from '#libs/agencies/training.events';
import { evolveTraining, type TrainingState } from '#libs/agencies/training.evolve';
import { trainingPlan } from '#libs/agencies/training-plan.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const trainingDecider: Decider<TrainingState, TrainingEvent> = {
  category: 'training',
  initial: undefined,
  evolve: evolveTraining,
  basis: trainingBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...trainingPlan, ...trainingCourse },
};
