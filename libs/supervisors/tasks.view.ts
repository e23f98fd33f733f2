import type { CaseEvent } from '#libs/cases/case.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** Who sits in a special supervision: one document a case. */
export interface CaseSeats {
  readonly caseId: string;
  /** Credentials of the supervisors who have a seat. */
  readonly seated: readonly string[];
  /** True until the group's work is done: its preliminary opinion delivered, or the case over. */
  readonly open: boolean;
}

const left = (seats: CaseSeats, leaving: string): readonly string[] => seats.seated.filter((supervisorId) => supervisorId !== leaving);

function seatsAfter(seats: CaseSeats, event: Recorded<CaseEvent>): CaseSeats {
  switch (event.type) {
    case 'SupervisorsDrawn':
      return { ...seats, open: true, seated: [...seats.seated, ...event.data.members.map(({ supervisorId }) => supervisorId)] };
    case 'SubstituteSeated':
      return { ...seats, seated: [...left(seats, event.data.leaving), event.data.substitute.supervisorId] };
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'SupervisorRecused':
      return { ...seats, seated: left(seats, event.data.supervisorId) };
    case 'PreliminaryOpinionDelivered':
    case 'SupervisionCancelled':
    case 'CaseClosed':
      return { ...seats, open: false };
    default:
      return seats;
  }
}

/** Seats of special supervisions, for those who want to leave the service. */
export const caseSeats: View<CaseSeats> = {
  name: 'supervisor-case-seats',
  version: 1,
  categories: ['case'],
  indexes: ['open'],
  keys: (event) => [event.stream.slice('case-'.length)],
  apply: (seats, event, key) => seatsAfter(seats ?? { caseId: key, seated: [], open: false }, event as unknown as Recorded<CaseEvent>),
};
