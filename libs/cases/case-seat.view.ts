import type { CaseEvent } from '#libs/cases/case.events';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** That a person was ever seated in a case: an index from the person to the file, which alone says whether they still are. */
export interface CaseSeat {
  readonly caseId: string;
  readonly personId: string;
}

const caseIdOf = ({ stream }: RecordedEvent): string => stream.slice('case-'.length);

function seated(event: Recorded<CaseEvent>): readonly string[] {
  if (event.type === 'SupervisorsDrawn') return event.data.members.map(({ personId }) => personId);
  return event.type === 'SubstituteSeated' ? [event.data.substitute.personId] : [];
}

export const caseSeat: View<CaseSeat> = {
  name: 'case-seat',
  version: 1,
  categories: ['case'],
  indexes: ['personId'],
  keys: (event) => seated(event as unknown as Recorded<CaseEvent>).map((personId) => `${caseIdOf(event)}.${personId}`),
  apply: (_seat, event, key) => ({ caseId: caseIdOf(event), personId: key.slice(caseIdOf(event).length + 1) }),
};
