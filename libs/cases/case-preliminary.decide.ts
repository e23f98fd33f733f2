import { byGroup, type CaseRule } from '#libs/cases/case.access';
import { requireOrderInTime, requireStandingGroup } from '#libs/cases/case.guards';
import { checkPreliminary } from '#libs/cases/case-findings.guards';
import type { DeliverPreliminaryOpinion, FormPreliminaryOpinion } from '#libs/cases/case-opinion.commands';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { require } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

const numbered = <T extends object>(list: readonly T[]) => list.map((one, index) => ({ no: index + 1, ...one }));

const formPreliminaryOpinion: CaseRule<FormPreliminaryOpinion, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byGroup,
  guard: (command, state, context) => {
    const deliberating = state.stage === 'DELIBERATING' && state.opinion.preliminary === undefined;
    require(deliberating, opinionRules.DeliberationFollowsOnSite);
    require(state.deadlines.selfReport === undefined, opinionRules.SelfReportPrecedesDeliberation);
    require(state.researched || state.matters.every(({ item }) => item !== 'C4'), opinionRules.ResearchPrecedesDeliberation);
    requireStandingGroup(state, context);
    checkPreliminary(command, state);
  },
  decide: ({ findings, guidance, demands, votes }, _state, { occurredAt, known }) => {
    const deliveryDue = workingDaysAfter(known, occurredAt, 'preliminary.deliveryWorkingDays');
    const data = { findings: numbered(findings), guidance, demands: numbered(demands), votes, deliveryDue };
    return [{ type: 'PreliminaryOpinionFormed', data }];
  },
};

const deliverPreliminaryOpinion: CaseRule<DeliverPreliminaryOpinion, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byGroup,
  guard: ({ defenceWorkingDays }, state, context) => {
    const formed = state.stage === 'DELIBERATING' && state.opinion.preliminary !== undefined;
    require(formed, opinionRules.PreliminaryIsDeliveredOnce);
    const minimum = parameter('defence.minimumWorkingDays', legalDateOf(context.occurredAt));
    require(defenceWorkingDays === undefined || defenceWorkingDays >= minimum, opinionRules.DefencePeriodHasItsMinimum);
    requireOrderInTime(state, context);
  },
  decide: ({ channel, defenceWorkingDays }, _state, { occurredAt, now, known }) => {
    const defenceDue = workingDaysAfter(known, occurredAt, 'defence.workingDays', defenceWorkingDays);
    require(!isLate(defenceDue, now), opinionRules.DeliveryLeavesTimeForDefence);
    return [{ type: 'PreliminaryOpinionDelivered', data: { channel, defenceDue } }];
  },
};

export const preliminaryCommands = {
  FormPreliminaryOpinion: formPreliminaryOpinion,
  DeliverPreliminaryOpinion: deliverPreliminaryOpinion,
};
