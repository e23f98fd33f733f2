import { requireAgency, requireAssigned } from '#libs/access/policy';
import { member, ownSeat } from '#libs/cases/assignment.decide';
import { cardShown, gatherCards, type KnowsCards } from '#libs/cases/card-shown.guards';
import type { Seat } from '#libs/cases/case-group.evolve';
import type { DailyRule } from '#libs/cases/daily.access';
import type { Daily } from '#libs/cases/daily.evolve';
import { isCovert } from '#libs/cases/daily.stage';
import type { DiscloseDailyInspection, EscalateIncident } from '#libs/cases/daily-powers.commands';
import { dailyPowersRules } from '#libs/cases/daily-powers.rules';
import { powerCommands } from '#libs/cases/powers.decide';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';

const present = ({ group, checkedIn }: Daily): readonly Seat[] => group.seats.filter(({ status, supervisorId }) => status === 'ACCEPTED' && checkedIn.includes(supervisorId));

/** A supervisor who has checked in and not left since. */
const byPresent = (_command: unknown, state: Daily, { actor }: Context): void => requireAssigned(actor, present(state).map(({ personId }) => personId));

const powers = powerCommands<Daily>({
  bySupervisor: byPresent,
  byAgency: (_command, { agencyId }, { actor }) => requireAgency(actor, agencyId),
  isUnderWay: ({ stage }) => stage === 'IN_PROGRESS' || stage === 'ENDED',
  isCovert,
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each rule has its own body and knowledge
const whileOpen = <R extends CommandRule<any, Daily, any, any>>(rule: R): R => ({
  ...rule,
  guard: (command: never, state: Daily, context: never) => {
    require(state.stage !== 'CLOSED' && state.stage !== 'CANCELLED', dailyPowersRules.DailyIsStillOpen);
    rule.guard?.(command, state, context);
  },
});

const discloseDailyInspection: DailyRule<DiscloseDailyInspection, KnowsCards> = {
  gather: (_command, state, lookup) => gatherCards(state, lookup),
  authorise: byPresent,
  guard: (_command, state) => require(state.stage === 'IN_PROGRESS' && isCovert(state), dailyPowersRules.DailyDisclosureEndsTheCovertPhase),
  decide: ({ text, cardNumber }, state, context) => {
    const { agencyId, sessionId, matters } = state;
    const card = cardShown(cardNumber, context.known.credentials[ownSeat(state, context)?.supervisorId ?? ''], legalDateOf(context.now));
    return [{ type: 'DailyInspectionDisclosed', data: { agencyId, sessionId, text, ...card, matters, supervisors: present(state).map(member) } }];
  },
};

const escalateIncident: DailyRule<EscalateIncident> = {
  authorise: byPresent,
  guard: (_command, { stage }) => require(stage === 'IN_PROGRESS', dailyPowersRules.IncidentIsReportedAtOnce),
  decide: ({ facts, evidence }) => [{ type: 'IncidentEscalated', data: { facts, evidence } }],
};

/** The powers of 第二章六 in a daily supervision: from the check-in until the record is submitted. */
export const dailyPowers = {
  RaiseDailyInquiry: powers.RaiseInquiry,
  AnswerDailyInquiry: whileOpen(powers.AnswerInquiry),
  RequestDailyMaterial: powers.RequestMaterial,
  ProvideDailyMaterial: whileOpen(powers.ProvideMaterial),
  RefuseDailyMaterial: whileOpen(powers.RefuseMaterial),
  AddDailyEvidence: powers.AddEvidence,
  RecommendDailyRewardOrPenalty: whileOpen(powers.RecommendRewardOrPenalty),
  ReportDailyObstruction: whileOpen(powers.ReportObstruction),
  ReportDailyImproperRequest: whileOpen(powers.ReportImproperRequest),
  SubmitDailyResearchReport: whileOpen(powers.SubmitResearchReport),
  DiscloseDailyInspection: discloseDailyInspection,
  EscalateIncident: escalateIncident,
};
