import { byGroup, type CaseRule } from '#libs/cases/case.access';
import { requireOrderInTime, requireStandingGroup } from '#libs/cases/case.guards';
import { groupMembers } from '#libs/cases/case-group.evolve';
import type { EndOnSite, HearViews, StartOnSite } from '#libs/cases/case-onsite.commands';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import { require } from '#libs/event-sourcing/rule';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';

const startOnSite: CaseRule<StartOnSite> = {
  authorise: byGroup,
  guard: ({ present }, state, context) => {
    requireStandingGroup(state, context);
    require(state.stage === 'SELF_REPORT_CLOSED', onSiteRules.OnSiteFollowsTheSelfReport);
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

export const onSiteCommands = { StartOnSite: startOnSite, HearViews: hearViews, EndOnSite: endOnSite };
