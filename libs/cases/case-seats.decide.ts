import { bySystem, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import type { LeaveSeatVacant, SeatDrawnSupervisors, SeatSubstitute, TaintSupervision } from '#libs/cases/case-group.commands';
import { isActive } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import { require } from '#libs/event-sourcing/rule';

const isSeated = ({ group }: Case, supervisorId: string): boolean =>
  group.seats.some((seat) => seat.supervisorId === supervisorId);

/** After the preliminary opinion nobody joins the group any more. */
const isTooLate = ({ opinion }: Case): boolean => opinion.preliminary !== undefined;

const hasLeft = ({ group }: Case, drawId: string, supervisorId: string): boolean =>
  group.seats.some((seat) => seat.supervisorId === supervisorId && seat.drawId === drawId && !isActive(seat));

const seatDrawnSupervisors: CaseRule<SeatDrawnSupervisors> = {
  authorise: bySystem,
  decide: ({ drawId, members }, state) => {
    const { draws, vacant } = state.group;
    if (draws.includes(drawId) || isTooLate(state)) return [];
    const isFree = draws.length === 0 || members.length <= vacant.length;
    require(isFree && !members.some(({ supervisorId }) => isSeated(state, supervisorId)), groupRules.SeatsBelongToOneDraw, drawId);
    return [{ type: 'SupervisorsDrawn', data: { drawId, members } }];
  },
};

const seatSubstitute: CaseRule<SeatSubstitute> = {
  authorise: bySystem,
  decide: ({ drawId, leaving, substitute }, state) => {
    if (isSeated(state, substitute.supervisorId) || isTooLate(state)) return [];
    require(hasLeft(state, drawId, leaving), groupRules.SubstituteTakesAFreeSeat, leaving);
    return [{ type: 'SubstituteSeated', data: { drawId, leaving, substitute } }];
  },
};

const leaveSeatVacant: CaseRule<LeaveSeatVacant> = {
  authorise: bySystem,
  decide: ({ drawId, leaving }, state) => {
    if (state.group.vacant.includes(leaving) || isTooLate(state)) return [];
    require(hasLeft(state, drawId, leaving), groupRules.SubstituteTakesAFreeSeat, leaving);
    return [{ type: 'SeatLeftVacant', data: { drawId, leaving } }];
  },
};

/** Whatever has become of the case: the record is marked, not changed. */
const taintSupervision: CaseRule<TaintSupervision> = {
  authorise: bySystem,
  decide: ({ supervisorId, decisionNo }, state) =>
    isSeated(state, supervisorId) && !state.group.taintedBy.includes(decisionNo) ? [{ type: 'SupervisionTainted', data: { supervisorId, decisionNo } }] : [],
};

export const taintCommands = { TaintSupervision: taintSupervision };

export const seatCommands = {
  SeatDrawnSupervisors: seatDrawnSupervisors,
  SeatSubstitute: seatSubstitute,
  LeaveSeatVacant: leaveSeatVacant,
};
