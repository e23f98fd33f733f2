import { bySystem, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import type { TaintSupervision } from '#libs/cases/case-group.commands';
import { seatOf } from '#libs/cases/assignment.decide';
import { seating } from '#libs/cases/seating.decide';

/** After the preliminary opinion nobody joins the group any more. */
const seats = seating<Case>(({ opinion }) => opinion.preliminary !== undefined);

/** Whatever has become of the case: the record is marked, not changed. */
const taintSupervision: CaseRule<TaintSupervision> = {
  authorise: bySystem,
  decide: ({ supervisorId, decisionNo }, state) =>
    seatOf(state, supervisorId) !== undefined && !state.group.taintedBy.includes(decisionNo) ? [{ type: 'SupervisionTainted', data: { supervisorId, decisionNo } }] : [],
};

export const taintCommands = { TaintSupervision: taintSupervision };

export const seatCommands = {
  SeatDrawnSupervisors: seats.seatDrawn,
  SeatSubstitute: seats.seatSubstitute,
  LeaveSeatVacant: seats.leaveVacant,
};
