import { requireCenter } from '#libs/access/policy';
import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import { gatherStanding, isRevoked } from '#libs/agencies/agency-standing.evolve';
import { byAgency, byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { CaseEvent } from '#libs/cases/case.events';
import type { CaseState } from '#libs/cases/case.evolve';
import { requireOrderInTime, requireStandingGroup } from '#libs/cases/case.guards';
import { isBefore } from '#libs/cases/case.stage';
import type { CancelSupervision, OpenSpecialSupervision, ServeSupervisionNotice, SubmitSelfReport } from '#libs/cases/case-intake.commands';
import { intakeRules } from '#libs/cases/case-intake.rules';
import { centerThatDrew } from '#libs/cases/drawn-target';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { type Area, areaOfDivision } from '#libs/regulation/areas';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';

interface KnowsTarget {
  readonly agency: AgencyRegistered['data'] | undefined;
  /** The centre that drew the agency at random. */
  readonly drawnBy: string | undefined;
}

function checkTarget({ targetSelection, targetDrawId, reason }: OpenSpecialSupervision, { actor, known: { drawnBy } }: Context<KnowsTarget>): void {
  const isRandom = targetSelection === 'RANDOM_DRAW';
  require(isRandom || reason !== undefined, intakeRules.TargetSelectionNeedsReason);
  require(isRandom ? drawnBy === actor.organisation : targetDrawId === undefined, intakeRules.SpecialTargetWasDrawn, targetDrawId);
}

const openSpecialSupervision: CommandRule<OpenSpecialSupervision, CaseState, CaseEvent, KnowsTarget> = {
  creates: true,
  gather: async ({ agencyId, targetDrawId }, _state, lookup) => ({
    drawnBy: await centerThatDrew({ targetDrawId, of: 'AGENCIES', id: agencyId, isGone: async (id) => isRevoked(await gatherStanding(id, lookup)) }, lookup),
    agency: await lookup.fold<KnowsTarget['agency'], AgencyEvent>(`agency-${agencyId}`, undefined, (known, event) =>
      event.type === 'AgencyRegistered' ? event.data : known,
    ),
  }),
  authorise: ({ agencyId }, _state, { actor, known: { agency } }) => {
    require(agency, intakeRules.SupervisedAgencyIsRegistered, agencyId);
    requireCenter(actor, agency);
  },
  guard: (command, _state, context) => {
    const { venueDivision, activityType, onSiteFrom, onSiteTo } = command;
    const { now } = context;
    require(areaOfDivision(venueDivision), intakeRules.VenueIsInFujian, venueDivision);
    require(activityType === 'SKILL_LEVEL_RECOGNITION', intakeRules.OnlySkillLevelRecognition, activityType);
    checkTarget(command, context);
    const real = isLegalDate(onSiteFrom) && isLegalDate(onSiteTo);
    require(real && legalDateOf(now) <= onSiteFrom && onSiteFrom <= onSiteTo, intakeRules.PlannedDaysAreReal, `${onSiteFrom}–${onSiteTo}`);
  },
  decide: ({ agencyId, targetSelection, targetDrawId, reason, onSiteFrom, onSiteTo, venueDivision, jointReason }, _state, { actor, known: { agency } }) => {
    require(agency, intakeRules.SupervisedAgencyIsRegistered, agencyId);
    const { name: agencyName, agencyType, area, isCentralBranch } = agency;
    return [
      {
        type: 'SpecialSupervisionOpened',
        data: {
          kind: 'SPECIAL', agencyId, agencyName, agencyType, area, isCentralBranch, dispatcher: actor.organisation as Area, targetSelection,
          ...(reason === undefined ? {} : { reason }), ...(targetDrawId === undefined ? {} : { targetDrawId }), onSiteFrom, onSiteTo, activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision,
          ...(jointReason === undefined ? {} : { jointReason }),
        },
      },
    ];
  },
};

const serveSupervisionNotice: CaseRule<ServeSupervisionNotice, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  guard: (_command, state, context) => {
    require(state.stage === 'GROUP_FORMED', intakeRules.NoticeFollowsTheGroup);
    requireStandingGroup(state, context);
    requireOrderInTime(state, context);
  },
  decide: ({ text, selfReportWorkingDays }, { agencyId, matters, onSiteFrom, onSiteTo }, { occurredAt, known }) => {
    const selfReportDue = workingDaysAfter(known, occurredAt, 'selfReport.workingDays', selfReportWorkingDays);
    return [{ type: 'SupervisionNoticeServed', data: { agencyId, text, matters, onSiteFrom, onSiteTo, selfReportDue } }];
  },
};

const submitSelfReport: CaseRule<SubmitSelfReport> = {
  authorise: byAgency,
  guard: (_command, { hasSelfReport, opinion }) => require(!hasSelfReport && opinion.preliminary === undefined, intakeRules.SelfReportAnswersTheNotice),
  decide: ({ summary, evidence }, { deadlines: { selfReport } }, { now }) => {
    const late = selfReport === undefined || isLate(selfReport.deadline, now);
    return [{ type: 'SelfReportSubmitted', data: { summary, evidence, late } }];
  },
};

const cancelSupervision: CaseRule<CancelSupervision> = {
  authorise: byDispatcher,
  guard: (_command, { stage }) => require(isBefore(stage, 'ON_SITE'), intakeRules.NothingOnSiteHasBegun),
  decide: ({ reason }) => [{ type: 'SupervisionCancelled', data: { reason } }],
};

export const intakeCommands = {
  OpenSpecialSupervision: openSpecialSupervision,
  ServeSupervisionNotice: serveSupervisionNotice,
  SubmitSelfReport: submitSelfReport,
  CancelSupervision: cancelSupervision,
};
