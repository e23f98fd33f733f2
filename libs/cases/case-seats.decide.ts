import type { Case } from '#libs/cases/case.evolve';
import { seating } from '#libs/cases/seating.decide';

/** After the preliminary opinion nobody joins the group any more. */
const seats = seating<Case>(({ opinion }) => opinion.preliminary !== undefined);

export const seatCommands = {
  SeatDrawnSupervisors: seats.seatDrawn,
  SeatSubstitute: seats.seatSubstitute,
  LeaveSeatVacant: seats.leaveVacant,
};
