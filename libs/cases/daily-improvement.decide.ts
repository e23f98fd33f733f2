import { requireAgency } from '#libs/access/policy';
import { byDailyDispatcher, type DailyRule } from '#libs/cases/daily.access';
import type { ConfirmImprovement, RecordImprovementRefusal, RemindImprovement, ReportImprovement } from '#libs/cases/daily-measures.commands';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import { require } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';

const reportImprovement: DailyRule<ReportImprovement> = {
  authorise: (_command, { agencyId }, { actor }) => requireAgency(actor, agencyId),
  guard: ({ measure }, { improvements }) => require(improvements[measure]?.confirmed === false, dailyMeasuresRules.ImprovementAnswersAMeasure),
  decide: ({ measure, statement, evidence }, { improvements }) => [
    { type: 'ImprovementReported', data: { measure, version: 1 + (improvements[measure]?.statements ?? 0), statement, evidence } },
  ],
};

const confirmImprovement: DailyRule<ConfirmImprovement> = {
  authorise: byDailyDispatcher,
  guard: ({ measure }, { improvements: { [measure]: item } }) =>
    require(item !== undefined && item.statements > 0 && !item.confirmed, dailyMeasuresRules.ConfirmationFollowsTheStatement),
  decide: ({ measure, conclusion }) => [{ type: 'ImprovementConfirmed', data: { measure, conclusion } }],
};

const remindImprovement: DailyRule<RemindImprovement, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDailyDispatcher,
  guard: ({ measure }, { improvements: { [measure]: item } }) => {
    const isSilent = item?.statements === 0 && !item.refused;
    require(isSilent && item.reminder === undefined, dailyMeasuresRules.ReminderFollowsTheDemand);
  },
  decide: ({ measure, text }, _state, { now, known }) => [
    { type: 'ImprovementReminded', data: { measure, text, answerDue: workingDaysAfter(known, now, 'rectification.reminderWorkingDays') } },
  ],
};

const recordImprovementRefusal: DailyRule<RecordImprovementRefusal> = {
  authorise: byDailyDispatcher,
  guard: ({ measure, ground }, { improvements: { [measure]: item } }, { now }) => {
    const isOpen = item !== undefined && !item.confirmed && !item.refused;
    const isSilent = item?.reminder !== undefined && isLate(item.reminder, now);
    require(isOpen && (ground === 'EXPRESS_REFUSAL' || isSilent), dailyMeasuresRules.ImprovementIsRefusedExpresslyOrBySilence);
  },
  decide: ({ measure, ground, reasons }) => [{ type: 'ImprovementRefused', data: { measure, ground, reasons } }],
};

/** What becomes of that which a talk and a letter ask for. */
export const dailyImprovement = {
  ReportImprovement: reportImprovement,
  RemindImprovement: remindImprovement,
  RecordImprovementRefusal: recordImprovementRefusal,
  ConfirmImprovement: confirmImprovement,
};
