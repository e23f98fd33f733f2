import { drawAndSeats } from '#libs/cases/draw-and-seats';

/** A special supervision and its draws. */
export const caseAndDraw = drawAndSeats({
  kind: 'SPECIAL_CASE', category: 'case', seatDrawn: 'SeatDrawnSupervisors', seatSubstitute: 'SeatSubstitute', leaveVacant: 'LeaveSeatVacant',
});
