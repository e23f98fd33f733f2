import type { Decider } from '#libs/event-sourcing/decider';
import type { Area } from '#libs/regulation/areas';
import { assessmentEntries } from '#libs/supervisors/assessment-entry.decide';
import { assessmentBasis, type AssessmentEvent } from '#libs/supervisors/assessment.events';
import { type AssessmentState, evolveAssessment } from '#libs/supervisors/assessment.evolve';
import { assessmentPeriods } from '#libs/supervisors/assessment-period.decide';

/** Files of the centres fall under their areas, those of other bodies under the province. */
const areaOf = (state: AssessmentState): Area => (state?.dispatcher.by === 'MUNICIPAL_CENTER' ? (state.dispatcher.organisation as Area) : 'FJ');

export const assessmentDecider: Decider<AssessmentState, AssessmentEvent> = {
  category: 'assessment',
  initial: undefined,
  evolve: evolveAssessment,
  basis: assessmentBasis,
  area: areaOf,
  commands: { ...assessmentEntries, ...assessmentPeriods },
};
