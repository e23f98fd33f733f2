import { requireSystem } from '#libs/access/policy';
import type { LeaveSeatVacant, SeatDrawnSupervisors, SeatSubstitute } from '#libs/cases/case-group.commands';
import type { SeatEvent } from '#libs/cases/case-group.events';
import { isActive } from '#libs/cases/case-group.evolve';
import { groupRules } from '#libs/cases/case-group.rules';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';

type SeatingRule<C, S> = CommandRule<C, S, SeatEvent>;

const bySystem = (_command: unknown, _state: unknown, { actor }: Context): void => requireSystem(actor);

const isSeated = ({ group }: Supervision, supervisorId: string): boolean => group.seats.some((seat) => seat.supervisorId === supervisorId);

const hasLeft = ({ group }: Supervision, drawId: string, supervisorId: string): boolean =>
  group.seats.some((seat) => seat.supervisorId === supervisorId && seat.drawId === drawId && !isActive(seat));

/** Those whom a draw gives take their seats; from some step on nobody joins any more. */
export function seating<S extends Supervision>(isTooLate: (state: S) => boolean) {
  const seatDrawn: SeatingRule<SeatDrawnSupervisors, S> = {
    authorise: bySystem,
    decide: ({ drawId, members }, state) => {
      const { draws, vacant } = state.group;
      if (draws.includes(drawId) || isTooLate(state)) return [];
      const isFree = draws.length === 0 || members.length <= vacant.length;
      require(isFree && !members.some(({ supervisorId }) => isSeated(state, supervisorId)), groupRules.SeatsBelongToOneDraw, drawId);
      return [{ type: 'SupervisorsDrawn', data: { drawId, members } }];
    },
  };
  const seatSubstitute: SeatingRule<SeatSubstitute, S> = {
    authorise: bySystem,
    decide: ({ drawId, leaving, substitute }, state) => {
      if (isSeated(state, substitute.supervisorId) || isTooLate(state)) return [];
      require(hasLeft(state, drawId, leaving), groupRules.SubstituteTakesAFreeSeat, leaving);
      return [{ type: 'SubstituteSeated', data: { drawId, leaving, substitute } }];
    },
  };
  const leaveVacant: SeatingRule<LeaveSeatVacant, S> = {
    authorise: bySystem,
    decide: ({ drawId, leaving }, state) => {
      if (state.group.vacant.includes(leaving) || isTooLate(state)) return [];
      require(hasLeft(state, drawId, leaving), groupRules.SubstituteTakesAFreeSeat, leaving);
      return [{ type: 'SeatLeftVacant', data: { drawId, leaving } }];
    },
  };
  return { seatDrawn, seatSubstitute, leaveVacant };
}
