import { accessRules } from '#libs/access/access.rules';
import { requireBody } from '#libs/access/policy';
import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type AgencyState, evolveAgency } from '#libs/agencies/agency.evolve';
import { gatherProvider, type KnowsProvider, requireQualified } from '#libs/agencies/known-provider.decide';
import type { AcknowledgeFiling, DraftTrainingPlan, EngageProvider, FileTrainingPlan, RemindOfFiling, ReturnFiling } from '#libs/agencies/training.commands';
import type { TrainingEvent } from '#libs/agencies/training.events';
import { mustFile, type TrainingState } from '#libs/agencies/training.evolve';
import { byBody, byProvince, bySystem, requirePlanOpen, requireStage, type TrainingRule } from '#libs/agencies/training.guards';
import { gatherOperation, type KnowsOperation, requireOperation } from '#libs/agencies/training-operation.guards';
import { trainingRules } from '#libs/agencies/training.rules';
import type { CommandRule } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { isSameDay, workingDaysBefore } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

interface KnowsArea extends KnowsCalendar, KnowsOperation {
  /** Of the agency that drafts, where one does; undefined where it is not registered. */
  readonly area: Area | undefined;
}

const draftTrainingPlan: CommandRule<DraftTrainingPlan, TrainingState, TrainingEvent, KnowsArea> = {
  creates: 'either',
  gather: async (command, state, lookup) => {
    const { by, organisation } = command;
    const agency = by === 'AGENCY' ? await lookup.fold<AgencyState, AgencyEvent>(`agency-${organisation}`, undefined, evolveAgency) : undefined;
    return { ...(await gatherCalendar(command, state, lookup)), ...(await gatherOperation(command, lookup)), area: by === 'AGENCY' ? agency?.area : 'FJ' };
  },
  authorise: (command, state, { actor }) => {
    requireBody(actor, command, accessRules.BodiesTrainTheirOwn);
    if (state !== undefined) requireBody(actor, state, accessRules.BodiesTrainTheirOwn);
  },
  decide: ({ by, organisation, title, content, hours, startsOn, endsOn, examForm, places }, state, { now, known }) => {
    const today = legalDateOf(now);
    const { area, calendar } = known;
    require(area, trainingRules.PlanBelongsToARegisteredAgency, organisation);
    requireOperation(known, now);
    if (state !== undefined) requirePlanOpen(state);
    require(isLegalDate(startsOn) && isLegalDate(endsOn) && today <= startsOn && startsOn <= endsOn, trainingRules.PlanDaysAreReal, `${startsOn}–${endsOn}`);
    require(hours >= parameter('training.minimumHours', startsOn), trainingRules.PlanHasEnoughHours, String(hours));
    const plan = { by, organisation, area, title, content, hours, startsOn, endsOn, examForm, places, draft: (state?.draft ?? 0) + 1 };
    const fileBy = workingDaysBefore(calendar, startsOn, parameter('training.planLeadWorkingDays', today));
    return [{ type: 'TrainingPlanDrafted', data: { ...plan, ...(mustFile(plan) && { fileBy }) } }];
  },
};

const fileTrainingPlan: TrainingRule<FileTrainingPlan, KnowsOperation> = {
  gather: (_command, state, lookup) => gatherOperation(state, lookup),
  authorise: byBody,
  decide: (_command, state, { now, known }) => {
    requireOperation(known, now);
    require(mustFile(state), trainingRules.PlanIsFiledOnce);
    requireStage(state, ['DRAFTED', 'RETURNED'], trainingRules.PlanIsFiledOnce);
    return [{ type: 'TrainingPlanFiled', data: { draft: state.draft } }];
  },
};

const remindOfFiling: TrainingRule<RemindOfFiling> = {
  authorise: bySystem,
  decide: (_command, { stage, draft, fileBy, reminded }, { occurredAt }) => {
    const isDue = fileBy !== undefined && fileBy.date <= legalDateOf(occurredAt);
    return stage === 'DRAFTED' && isDue && !reminded ? [{ type: 'TrainingFilingReminded', data: { draft, fileBy: fileBy.date } }] : [];
  },
};

/** A calendar that has changed moves the day of a plan that is not filed; one that has passed, or would lie in the past, stays. */
const recomputeFilingDue: TrainingRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, { stage, draft, fileBy: before, reminded }, { now, known: { calendar } }) => {
    if (stage !== 'DRAFTED' || before === undefined || reminded) return [];
    const after = workingDaysBefore(calendar, before.before, before.days);
    return isSameDay(before, after) || [before, after].some(({ date }) => date < legalDateOf(now)) ? [] : [{ type: 'TrainingFilingDueRecomputed', data: { draft, before, after } }];
  },
};

const returnFiling: TrainingRule<ReturnFiling> = {
  authorise: byProvince,
  decide: ({ reasons }, state) => {
    requireStage(state, ['FILED'], trainingRules.FilingIsOpen);
    require(!state.acknowledged, trainingRules.FilingIsOpen);
    return [{ type: 'FilingReturned', data: { draft: state.draft, reasons } }];
  },
};

/** Also after the training has begun: it waits for nobody. */
const acknowledgeFiling: TrainingRule<AcknowledgeFiling> = {
  authorise: byProvince,
  decide: (_command, state) => {
    require(mustFile(state) && !state.acknowledged, trainingRules.FilingIsOpen);
    requireStage(state, ['FILED', 'STARTED', 'HELD', 'CLOSED'], trainingRules.FilingIsOpen);
    return [{ type: 'FilingAcknowledged', data: { draft: state.draft } }];
  },
};

const engageProvider: TrainingRule<EngageProvider, KnowsProvider> = {
  gather: ({ providerId }, _state, lookup) => gatherProvider(providerId, lookup),
  authorise: byBody,
  decide: ({ providerId }, state, { known: { provider } }) => {
    requirePlanOpen(state);
    requireQualified(provider, state.startsOn, state.endsOn);
    const { name, qualificationNo, qualifiedFrom, qualifiedUntil } = provider;
    return [{ type: 'ProviderEngaged', data: { providerId, name, qualificationNo, qualifiedFrom, qualifiedUntil } }];
  },
};

export const trainingPlan = {
  DraftTrainingPlan: draftTrainingPlan,
  FileTrainingPlan: fileTrainingPlan,
  RemindOfFiling: remindOfFiling,
  RecomputeFilingDue: recomputeFilingDue,
  ReturnFiling: returnFiling,
  AcknowledgeFiling: acknowledgeFiling,
  EngageProvider: engageProvider,
};
