import { ownSeat } from '#libs/cases/assignment.decide';
import { cardShown, gatherCards, type KnowsCards } from '#libs/cases/card-shown.guards';
import { byDispatcher, byGroup, type CaseRule } from '#libs/cases/case.access';
import { isCovert, requireOrderInTime, requireStandingGroup } from '#libs/cases/case.guards';
import { groupMembers } from '#libs/cases/case-group.evolve';
import type { DiscloseInspection, EndOnSite, HearViews, OrderCovertInspection, StartOnSite } from '#libs/cases/case-onsite.commands';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import { require } from '#libs/event-sourcing/rule';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';

const orderCovertInspection: CaseRule<OrderCovertInspection> = {
  authorise: byDispatcher,
  guard: (_command, state, context) => {
    require(state.stage === 'GROUP_FORMED' && !state.covertOrdered, onSiteRules.CovertOrderFollowsTheGroup);
    requireStandingGroup(state, context);
  },
  decide: ({ reason }) => [{ type: 'CovertInspectionOrdered', data: { reason } }],
};

const discloseInspection: CaseRule<DiscloseInspection, KnowsCalendar & KnowsCards> = {
  gather: async (command, state, lookup) => ({ ...(await gatherCalendar(command, state, lookup)), ...(await gatherCards(state, lookup)) }),
  authorise: byGroup,
  guard: (_command, state, context) => {
    require(state.stage === 'ON_SITE' && isCovert(state), onSiteRules.DisclosureEndsTheCovertVisit);
    requireStandingGroup(state, context);
    requireOrderInTime(state, context);
  },
  decide: ({ text, cardNumber, selfReportWorkingDays }, state, context) => {
    const { agencyId, matters, onSiteFrom, onSiteTo } = state;
    const { occurredAt, known } = context;
    const selfReportDue = workingDaysAfter(known, occurredAt, 'selfReport.workingDays', selfReportWorkingDays);
    const card = cardShown(cardNumber, known.credentials[ownSeat(state, context)?.supervisorId ?? ''], legalDateOf(occurredAt));
    return [{ type: 'InspectionDisclosed', data: { agencyId, text, ...card, matters, onSiteFrom, onSiteTo, selfReportDue } }];
  },
};

const startOnSite: CaseRule<StartOnSite> = {
  authorise: byGroup,
  guard: ({ present }, state, context) => {
    requireStandingGroup(state, context);
    require(state.stage === 'SELF_REPORT_CLOSED' || (state.stage === 'GROUP_FORMED' && isCovert(state)), onSiteRules.OnSiteFollowsTheSelfReport);
    const members = groupMembers(state.group).map(({ supervisorId }) => supervisorId);
    require(present.every((supervisorId) => members.includes(supervisorId)), onSiteRules.PresentAreMembers);
    requireOrderInTime(state, context);
  },
  decide: ({ present }, { onSiteFrom, onSiteTo }, { occurredAt }) => {
    const day = legalDateOf(occurredAt);
    return [{ type: 'OnSiteStarted', data: { present, outsidePlan: day < onSiteFrom || day > onSiteTo } }];
  },
};

const hearViews: CaseRule<HearViews> = {
  authorise: byGroup,
  guard: (_command, state, context) => {
    require(state.stage === 'ON_SITE' && !state.viewsHeard, onSiteRules.ViewsAreHeardOnSite);
    require(!isCovert(state), onSiteRules.DisclosurePrecedesTheViews);
    requireStandingGroup(state, context);
    requireOrderInTime(state, context);
  },
  decide: ({ minutes, evidence }) => [{ type: 'ViewsHeard', data: { minutes, evidence } }],
};

const endOnSite: CaseRule<EndOnSite, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byGroup,
  guard: (_command, state, context) => {
    require(state.stage === 'ON_SITE', onSiteRules.OnSiteEndsAfterItStarted);
    require(state.viewsHeard, onSiteRules.ViewsPrecedeTheEnd);
    requireStandingGroup(state, context);
    requireOrderInTime(state, context);
  },
  decide: ({ summary, evidence }, _state, { occurredAt, known }) => [
    { type: 'OnSiteEnded', data: { summary, evidence, opinionDue: calendarDaysAfter(known, occurredAt, 'opinion.calendarDays') } },
  ],
};

export const onSiteCommands = { OrderCovertInspection: orderCovertInspection, StartOnSite: startOnSite, DiscloseInspection: discloseInspection, HearViews: hearViews, EndOnSite: endOnSite };
