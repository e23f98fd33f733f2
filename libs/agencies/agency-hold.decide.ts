import type { HoldPlatformOperation } from '#libs/agencies/agency-sanction.commands';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import {
  byCenter, correctionDue, decisionOf, gatherForDecision, type KnowsStanding, lapseFound, requireActionable, requireDemands, requireHeard, requireNotRevoked, requireReasoned,
  type SanctionCaseRule,
} from '#libs/agencies/agency-sanction.guards';
import { agencySanctionRules } from '#libs/agencies/agency-sanction.rules';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { KnowsCalendar } from '#libs/regulation/known-calendar';
import { type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const bearer = ({ center }: AgencySanctionCase, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer => ({
  series: { kind: 'SANCTION', center }, holder: `agencysanction-${target}`, taken,
});

const holdPlatformOperation: SanctionCaseRule<HoldPlatformOperation, KnowsStanding & KnowsCalendar & KnowsNumbers> = {
  gather: gatherForDecision('SANCTION'),
  authorise: byCenter,
  guard: (command, state, context) => {
    requireActionable(state);
    requireNotRevoked(context.known);
    require(state.level === undefined, agencySanctionRules.HoldIsDecidedOnce);
    if (state.notice !== undefined || (command.withoutNotice ?? '').trim() === '') requireHeard(state, 'PLATFORM_OPERATION_HOLD', context);
    requireReasoned(command, state);
    requireDemands(command, context);
  },
  prepare: (_command, state, context) => takeNumber(bearer(state, context), context),
  decide: (command, state, context) => {
    const decision = decisionOf(command, state, takenNumber(bearer(state, context), context));
    const unheard = state.notice === undefined && command.withoutNotice !== undefined ? { withoutNotice: command.withoutNotice } : {};
    return [
      ...lapseFound(state, context.now),
      { type: 'PlatformOperationHeld', data: { ...decision, ...unheard } },
      { type: 'CorrectionOrdered', data: { demands: command.demands, correctionDue: correctionDue(command.correctionDueOn, context) } },
    ];
  },
};

export const holdCommands = { HoldPlatformOperation: holdPlatformOperation };
