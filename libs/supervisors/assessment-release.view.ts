import type { Actor, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import type { AssessmentPeriod } from '#libs/supervisors/assessment.evolve';
import type { AssessmentFile } from '#libs/supervisors/assessment.view';

const isSupervisor = ({ role }: Actor): boolean => role === 'EXT_SUPERVISOR' || role === 'INT_SUPERVISOR';

const untilInformed = ({ result: _result, concludedOn: _concludedOn, ...period }: AssessmentPeriod): AssessmentPeriod => period;

/** The supervisor's own file, in which a conclusion shows when they have been informed of it. */
export const assessmentShownTo = (file: AssessmentFile, actor: Actor): AssessmentFile =>
  isSupervisor(actor) ? { ...file, periods: file.periods.map((period) => (period.informed ? period : untilInformed(period))) } : file;

export function assessmentToldTo(events: readonly RecordedEvent[], actor: Actor): readonly RecordedEvent[] {
  const facts = events as unknown as readonly Recorded<AssessmentEvent>[];
  const informed = facts.flatMap((fact) => (fact.type === 'SupervisorInformed' ? [fact.data.assessmentNo] : []));
  const isHidden = (fact: Recorded<AssessmentEvent> | undefined): boolean => fact?.type === 'AssessmentConcluded' && !informed.includes(fact.data.assessmentNo);
  return isSupervisor(actor) ? events.filter((_event, index) => !isHidden(facts[index])) : events;
}
