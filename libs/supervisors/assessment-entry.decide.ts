import { isSystem, requireSystem } from '#libs/access/policy';
import { require } from '#libs/event-sourcing/rule';
import type { CommandRule } from '#libs/event-sourcing/decider';
import { CONDUCT_RULES, type ConductRule } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { AddCommendation, AddIssueEntry, AddLearningEntry, AddTaskEntry, AssessConduct, OpenAssessmentFile } from '#libs/supervisors/assessment.commands';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import { type Assessment, type AssessmentState, entryOf } from '#libs/supervisors/assessment.evolve';
import { type AssessmentRule, byDispatcher, requireAssessor } from '#libs/supervisors/assessment.guards';
import { assessmentRules } from '#libs/supervisors/assessment.rules';
import { gatherCase } from '#libs/supervisors/case-facts.evolve';
import { isDay } from '#libs/supervisors/guards.decide';
import { gatherSession, type TaskFacts } from '#libs/supervisors/session-facts.evolve';

const openAssessmentFile: CommandRule<OpenAssessmentFile, AssessmentState, AssessmentEvent> = {
  creates: 'either',
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ dispatcher, supervisorId, personId, caseId }, state) =>
    state === undefined ? [{ type: 'AssessmentFileOpened', data: { dispatcher, supervisorId, personId, caseId } }] : [],
};

const addTaskEntry: AssessmentRule<AddTaskEntry> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ caseId, kind, outcome, day, lateDays }, { entries }) =>
    entries.includes(entryOf(caseId, outcome)) ? [] : [{ type: 'TaskEntryAdded', data: { caseId, kind, outcome, day, lateDays } }],
};

interface KnowsCase {
  readonly task: TaskFacts;
}

/** A supervision to which the body of the file sent the supervisor of the file. */
const isOwnTask = ({ dispatcher, supervisorId }: Assessment, task: TaskFacts): boolean =>
  task.dispatcher === dispatcher.organisation && task.seated.includes(supervisorId);

const duties = Object.keys(CONDUCT_RULES) as ConductRule[];

const assessConduct: AssessmentRule<AssessConduct, KnowsCase> = {
  gather: async ({ caseId }, { dispatcher: { by } }, lookup) => ({ task: await (by === 'AGENCY' ? gatherSession : gatherCase)(caseId, lookup) }),
  authorise: byDispatcher,
  decide: ({ caseId, mark, conduct }, state, { known: { task } }) => {
    require(isOwnTask(state, task) && !state.assessed.includes(caseId), assessmentRules.EntryIsOfAnOwnTask, caseId);
    for (const duty of duties) {
      const checks = conduct.filter((check) => check.duty === duty);
      require(checks.length === 1 && checks.every(({ kept, remark = '' }) => kept || remark.trim() !== ''), assessmentRules.EveryDutyIsChecked, duty);
    }
    return [{ type: 'TaskConductAssessed', data: { caseId, mark, conduct } }];
  },
};

const addCommendation: AssessmentRule<AddCommendation> = {
  authorise: byDispatcher,
  decide: ({ text, evidence }) => [{ type: 'CommendationAdded', data: { text, evidence } }],
};

/** What the system detects is noted once a case. */
const addIssueEntry: AssessmentRule<AddIssueEntry> = {
  authorise: (_command, state, { actor }) => (isSystem(actor) ? undefined : requireAssessor(actor, state)),
  decide: ({ ground, description, evidence, caseId }, { issues }, { actor }) => {
    if (isSystem(actor) && caseId !== undefined && issues.includes(caseId)) return [];
    require(description.trim() !== '' && evidence.some((reference) => reference.trim() !== ''), assessmentRules.IssueHasEvidence);
    return [{ type: 'IssueEntryAdded', data: { ground, description, evidence, ...(caseId !== undefined && { caseId }) } }];
  },
};

/** By the supervisor, or by the body that assesses them; by itself after a training of internal supervisors. */
const addLearningEntry: AssessmentRule<AddLearningEntry> = {
  authorise: (_command, state, { actor }) => (actor.person === state.personId || isSystem(actor) ? undefined : requireAssessor(actor, state)),
  decide: ({ title, hours, completedOn }, _state, { now }) => {
    require(isDay(completedOn) && completedOn <= legalDateOf(now), assessmentRules.LearningIsDone, completedOn);
    return [{ type: 'LearningEntryAdded', data: { title, hours, completedOn } }];
  },
};

export const assessmentEntries = {
  OpenAssessmentFile: openAssessmentFile,
  AddTaskEntry: addTaskEntry,
  AssessConduct: assessConduct,
  AddCommendation: addCommendation,
  AddIssueEntry: addIssueEntry,
  AddLearningEntry: addLearningEntry,
};
