import type { CorrectRecord, RecordFormInput, SubmitRecord } from '#libs/cases/daily-record.commands';
import { dailyRecordRules } from '#libs/cases/daily-record.rules';
import type { Daily } from '#libs/cases/daily.evolve';
import { CURRENT_RECORD_TEMPLATE } from '#libs/cases/record-template';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { EXTERNAL_METHODS, type ExternalMethod } from '#libs/regulation/codes';
import { supervisorActor } from '#libs/simulation/actors';
import { ITEM_TEXTS } from '#libs/simulation/case-texts';
import { act, dailyNow, evidence, refusedAct, type SimulatedDaily } from '#libs/simulation/dailies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { SHARES } from '#libs/simulation/shares';
import { type Story, waitUntil } from '#libs/simulation/story';

const METHODS = (Object.keys(EXTERNAL_METHODS) as ExternalMethod[]).filter((method) => method !== 'OTHER' && method !== 'ONSITE');

/** 督导情况记录表: every matter, with what was found. */
function formOf(one: SimulatedDaily, { matters }: Daily): RecordFormInput {
  const { random } = one;
  const candidates = random.between(20, 120);
  const items: RecordFormInput['items'] = matters.map(({ item }) => {
    const { problem, conforms } = ITEM_TEXTS[item];
    if (!random.chance(SHARES.daily.problem)) return { item, result: 'CONFORMS', facts: conforms, evidenceIds: [] };
    return { item, result: 'PROBLEM', severity: random.pick(['MINOR', 'MINOR', 'ORDINARY', 'SERIOUS'] as const), facts: problem, evidenceIds: [evidence(one, item, '').evidenceId] };
  });
  const problems = items.filter(({ result }) => result === 'PROBLEM');
  return {
    templateVersion: CURRENT_RECORD_TEMPLATE?.version ?? '',
    fields: [
      { field: 'plannedCandidates', value: String(candidates) }, { field: 'actualCandidates', value: String(candidates - random.between(0, 6)) },
      { field: 'stage', value: random.pick(['理论、技能', '技能', '综合评审']) }, { field: 'opinion', value: problems.length === 0 ? '组织规范' : '请按指导意见完善' },
    ],
    methods: ['ONSITE', ...random.shuffled(METHODS).slice(0, random.between(0, 2))],
    items, guidance: problems.map(({ item }) => ITEM_TEXTS[item].guidance),
    evidence: problems.map(({ item }) => evidence(one, item, ITEM_TEXTS[item].evidence)),
  };
}

/** The day on which the record is handed in, counted from its due day; nothing where it never is. */
function handedInOn({ random }: SimulatedDaily, due: LegalDate): LegalDate | undefined {
  if (random.chance(SHARES.daily.recordNever)) return undefined;
  return random.chance(SHARES.daily.recordLate) ? workingDay(due, random.between(1, 6)) : workingDay(due, -random.between(0, 4));
}

function* corrected(one: SimulatedDaily, by: Actor, form: RecordFormInput, on: LegalDate): Story {
  const body: CorrectRecord = { form: { ...form, fields: form.fields.map((field) => (field.field === 'actualCandidates' ? { ...field, value: '19' } : field)) }, signed: true, reason: '更正实际参加人数' };
  yield* waitUntil(officeTime(one.random, on));
  yield* act(one, by, 'CorrectRecord', body);
}

/** 提交督导情况记录表, in time, late or never; now and then corrected. Returns when the dispatcher may look at it. */
export function* recordStory(one: SimulatedDaily): Story<LegalDate | undefined> {
  const { onSiteTo } = yield* dailyNow(one);
  yield* waitUntil(officeTime(one.random, workingDay(onSiteTo, 1)));
  const daily = yield* dailyNow(one);
  const personId = daily.group.seats.find(({ supervisorId }) => daily.checkedIn.includes(supervisorId))?.personId;
  const on = handedInOn(one, daily.recordDue?.date ?? onSiteTo);
  if (personId === undefined || on === undefined) return undefined;
  const by = supervisorActor(personId);
  const form = formOf(one, daily);
  const body: SubmitRecord = { form, signed: true };
  yield* waitUntil(officeTime(one.random, on));
  if (one.random.chance(SHARES.daily.recordUnsigned)) yield* refusedAct(one, by, 'SubmitRecord', { ...body, signed: false }, dailyRecordRules.RecordIsSigned);
  yield* act(one, by, 'SubmitRecord', body);
  if (one.random.chance(SHARES.daily.recordCorrected)) yield* corrected(one, by, form, workingDay(on, 1));
  return workingDay(on, 3);
}
