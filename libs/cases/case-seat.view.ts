import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** That a person was ever seated in a case: an index from the person to the file, which alone says whether they still are. */
export interface CaseSeat {
  readonly caseId: string;
  readonly personId: string;
}

const caseIdOf = ({ stream }: RecordedEvent): string => stream.slice(stream.indexOf('-') + 1);

function seated(event: Recorded<CaseEvent | DailyEvent>): readonly string[] {
  if (event.type === 'SupervisorsDrawn') return event.data.members.map(({ personId }) => personId);
  return event.type === 'SubstituteSeated' ? [event.data.substitute.personId] : [];
}

const seatsIn = (category: string): View<CaseSeat> => ({
  name: `${category}-seat`,
  version: 1,
  categories: [category],
  indexes: ['personId'],
  keys: (event) => seated(event as unknown as Recorded<CaseEvent | DailyEvent>).map((personId) => `${caseIdOf(event)}.${personId}`),
  apply: (_seat, event, key) => ({ caseId: caseIdOf(event), personId: key.slice(caseIdOf(event).length + 1) }),
});

export const caseSeat = seatsIn('case');
export const dailySeat = seatsIn('daily');
