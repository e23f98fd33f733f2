import { requireAnySupervisor } from '#libs/access/policy';
import { byDrawn } from '#libs/cases/assignment.decide';
import type { Seat } from '#libs/cases/case-group.evolve';
import { namesEachOnce } from '#libs/cases/case.guards';
import { bySystem, type DailyRule } from '#libs/cases/daily.access';
import type { Daily } from '#libs/cases/daily.evolve';
import { assignedSeat, refusedAct } from '#libs/cases/daily-conduct.decide';
import type { CorrectRecord, SubmitRecord } from '#libs/cases/daily-record.commands';
import type { RecordDueRecomputed, SupervisionRecordForm } from '#libs/cases/daily-record.events';
import { dailyRecordRules } from '#libs/cases/daily-record.rules';
import { CURRENT_RECORD_TEMPLATE } from '#libs/cases/record-template';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { countedIn, type Deadline, isLate, isOutdated, isSameDay } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';

/** The template says which fields there are; the program knows none of them (R-ATT-1). */
function checkTemplate({ templateVersion, fields }: SupervisionRecordForm): void {
  const template = CURRENT_RECORD_TEMPLATE;
  require(template?.version === templateVersion, dailyRecordRules.TemplateIsCurrent, template?.version);
  const filled = fields.map(({ field }) => field);
  const known = template.fields.map(({ field }) => field);
  const missing = template.fields.filter(({ field, required }) => required && !filled.includes(field));
  const isForm = new Set(filled).size === filled.length && filled.every((field) => known.includes(field));
  require(missing.length === 0 && isForm, dailyRecordRules.TemplateIsFilled, missing.map(({ label }) => label).join('、'));
}

function checkForm(form: SupervisionRecordForm, { matters }: Daily): void {
  const { methods, items, guidance } = form;
  checkTemplate(form);
  require(methods.length > 0 && new Set(methods).size === methods.length, dailyRecordRules.MethodsAreNamed);
  require(namesEachOnce(items.map(({ item }) => item), matters.map(({ item }) => item)), dailyRecordRules.EveryMatterIsRecorded);
  require(items.every(({ result, severity }) => (result === 'PROBLEM') === (severity !== undefined)), dailyRecordRules.RecordedProblemHasSeverity);
  require(guidance.length > 0 || items.every(({ result }) => result !== 'PROBLEM'), dailyRecordRules.GuidanceAccompaniesTheRecord);
}

const hasTakenPart = ({ checkedIn }: Daily, seat: Seat | undefined): seat is Seat => seat !== undefined && checkedIn.includes(seat.supervisorId);

/** The due day in the calendar as it is now, with the fact that it moved. Only a provisional one moves once it is over, or into the past. */
function dueIn({ recordDue }: Daily, { now, known: { calendar } }: Context<KnowsCalendar>): { readonly due?: Deadline; readonly moved: readonly RecordDueRecomputed[] } {
  if (recordDue === undefined) return { moved: [] };
  const after = countedIn(calendar, recordDue);
  const isOver = !recordDue.provisional && (isLate(recordDue, now) || isLate(after, now));
  const stays = !isOutdated(recordDue, calendar) || isSameDay(recordDue, after) || isOver;
  return stays ? { due: recordDue, moved: [] } : { due: after, moved: [{ type: 'RecordDueRecomputed', data: { before: recordDue, after } }] };
}

const submitRecord: DailyRule<SubmitRecord, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (_command, _state, { actor }) => requireAnySupervisor(actor),
  decide: ({ form, signed }, state, context) => {
    const seat = assignedSeat(state, context);
    if (seat === undefined) return refusedAct(state, 'RECORD', context);
    const { due, moved } = dueIn(state, context);
    require(hasTakenPart(state, seat) && state.stage === 'ENDED' && due !== undefined, dailyRecordRules.RecordFollowsTheEnd);
    require(signed, dailyRecordRules.RecordIsSigned);
    require(state.researched || state.matters.every(({ item }) => item !== 'C4'), dailyRecordRules.ResearchPrecedesTheRecord);
    checkForm(form, state);
    const late = isLate(due, context.now);
    const daysLate = late ? daysBetween(due.date, legalDateOf(context.now)) : 0;
    return [...moved, { type: 'RecordSubmitted', data: { form, signedBy: seat.supervisorId, due, late, daysLate } }];
  },
};

const correctRecord: DailyRule<CorrectRecord> = {
  authorise: byDrawn,
  decide: ({ form, signed, reason }, state, context) => {
    const seat = assignedSeat(state, context);
    require(hasTakenPart(state, seat) && state.records > 0, dailyRecordRules.CorrectionFollowsTheRecord);
    require(signed, dailyRecordRules.RecordIsSigned);
    checkForm(form, state);
    return [{ type: 'RecordCorrected', data: { version: state.records + 1, form, signedBy: seat.supervisorId, reason } }];
  },
};

/** A timer, when the time for the record is over. */
const flagRecordOverdue: DailyRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, context) => {
    if (state.stage !== 'ENDED' || state.recordOverdue) return [];
    const { due, moved } = dueIn(state, context);
    return due !== undefined && isLate(due, context.now) ? [...moved, { type: 'RecordOverdue', data: { due } }] : moved;
  },
};

/** A reaction, when a year of the calendar is published or corrected. */
const recomputeRecordDue: DailyRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, context) =>
    state.stage === 'ENDED' && !state.recordOverdue ? dueIn(state, context).moved.filter(({ data }) => !isLate(data.after, context.now)) : [],
};

export const dailyRecord = {
  SubmitRecord: submitRecord,
  CorrectRecord: correctRecord,
  FlagRecordOverdue: flagRecordOverdue,
  RecomputeRecordDue: recomputeRecordDue,
};
