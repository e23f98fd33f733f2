import type { AddresseeInput, CriticiseAgency } from '#libs/agencies/agency-ladder.commands';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import {
  byCenter, correctionDue, decisionOf, gatherForDecision, type KnowsStanding, lapseFound, requireActionable, requireCause, requireDemands, requireHeard, requireNotRevoked, requireReasoned,
  type SanctionCaseRule,
} from '#libs/agencies/agency-sanction.guards';
import { ladderRules } from '#libs/agencies/agency-sanction.rules';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { KnowsCalendar } from '#libs/regulation/known-calendar';
import { type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const bearer = ({ center }: AgencySanctionCase, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer => ({
  series: { kind: 'PUBLIC_CRITICISM', center }, holder: `agencysanction-${target}`, taken,
});

const isSaid = (text = ''): boolean => text.trim() !== '';

/** A department by its name, or none with the reason: one of the two. */
function addresseeOf({ kind, name, reason }: AddresseeInput): AddresseeInput {
  const isWhole = kind === 'NONE' ? isSaid(reason) && name === undefined : isSaid(name) && reason === undefined;
  require(isWhole, ladderRules.RecommendationHasAnAddressee, kind);
  return { kind, ...(name === undefined ? {} : { name }), ...(reason === undefined ? {} : { reason }) };
}

function requireRecommendation({ persons, addressee, recommendation }: CriticiseAgency): void {
  const named = new Set(persons.map(({ person }) => person));
  require(persons.length > 0 && named.size === persons.length && isSaid(recommendation), ladderRules.RecommendationNamesPersons);
  addresseeOf(addressee);
}

const criticiseAgency: SanctionCaseRule<CriticiseAgency, KnowsStanding & KnowsCalendar & KnowsNumbers> = {
  gather: gatherForDecision('PUBLIC_CRITICISM'),
  authorise: byCenter,
  guard: (command, state, context) => {
    requireActionable(state);
    requireNotRevoked(context.known);
    require(state.level !== 'PUBLIC_CRITICISM', ladderRules.CriticismIsDecidedOnce);
    requireCause(state);
    require(state.correction?.step !== 'SUBMITTED', ladderRules.WaitingReportIsDecidedFirst);
    requireHeard(state, 'PUBLIC_CRITICISM', context);
    requireReasoned(command, state);
    requireDemands(command, context);
    requireRecommendation(command);
  },
  prepare: (_command, state, context) => takeNumber(bearer(state, context), context),
  decide: (command, state, context) => {
    const { persons, addressee, recommendation, demands, correctionDueOn } = command;
    return [
      ...lapseFound(state, context.now),
      { type: 'AgencyCriticised', data: { ...decisionOf(command, state, takenNumber(bearer(state, context), context)), because: requireCause(state) } },
      { type: 'DisciplinaryActionRecommended', data: { persons, addressee: addresseeOf(addressee), recommendation } },
      { type: 'CorrectionOrdered', data: { demands, correctionDue: correctionDue(correctionDueOn, context) } },
    ];
  },
};

export const criticismCommands = { CriticiseAgency: criticiseAgency };
