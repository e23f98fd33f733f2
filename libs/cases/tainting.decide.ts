import { requireSystem } from '#libs/access/policy';
import { seatOf } from '#libs/cases/assignment.decide';
import type { Case } from '#libs/cases/case.evolve';
import type { TaintSupervision } from '#libs/cases/case-group.commands';
import type { SupervisionTainted } from '#libs/cases/case-group.events';
import type { Daily } from '#libs/cases/daily.evolve';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CommandRule } from '#libs/event-sourcing/decider';

/** Whatever has become of the supervision: the record is marked, not changed (R4.1(五)). */
const taint = <S extends Supervision>(): CommandRule<TaintSupervision, S, SupervisionTainted> => ({
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ supervisorId, decisionNo }, state) =>
    seatOf(state, supervisorId) !== undefined && !state.group.taintedBy.includes(decisionNo) ? [{ type: 'SupervisionTainted', data: { supervisorId, decisionNo } }] : [],
});

export const taintCommands = { TaintSupervision: taint<Case>() };
export const dailyTaints = { TaintDailySupervision: taint<Daily>() };
