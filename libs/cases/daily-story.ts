import { acceptance, agency, at, CASE_ID, evidence, fuzhou, KNOWN, member, school, supervisor, system } from '#libs/cases/case-story';
import { dailyDecider } from '#libs/cases/daily.decide';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import type { Session } from '#libs/sessions/session.evolve';
import { NO_ROLES } from '#libs/sessions/session-roles.evolve';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { unknownPerson } from '#libs/supervisors/person.evolve';

/** A daily supervision of 2026 by 福州, of a session of agency-1 on the 10th and 11th of March, told in commands, for specs. */
export const session: Session = {
  stage: 'REGISTERED', agencyId: 'agency-1', isCentralBranch: false, occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼二层', area: '3501',
  startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-11T09:00:00.000Z', claim: { slotId: 'slot-1', claimNo: 1 }, staff: [], noInternalSupervisor: false,
  internalSupervisors: [], internalDraws: [], notCovered: false, checks: {}, scoreSheetOverdue: false,
};

export const plan = {
  sessionId: 'supervised', targetSelection: 'PLANNED', reason: '年度计划', matters: [{ item: 'C2.05' }, { item: 'C2.03' }], inspection: 'OVERT',
} as const;

export const form = {
  templateVersion: 'ATT4-2026-1',
  fields: [{ field: 'plannedCandidates', value: '40' }, { field: 'actualCandidates', value: '38' }, { field: 'stage', value: '技能' }, { field: 'opinion', value: '加强收费公示' }],
  methods: ['ONSITE', 'DATA_COMPARISON'],
  items: [
    { item: 'C2.05', result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] },
    { item: 'C2.03', result: 'PROBLEM', severity: 'ORDINARY', facts: '2名考生收费无公示依据', evidenceIds: ['ev-1'] },
  ],
  guidance: ['完善收费公示制度'],
  evidence: [evidence('ev-1')],
} as const;

/** What a measure says of the problem in the form. */
export const measure = { text: '请完善收费公示', findings: [{ item: 'C2.03', facts: '2名考生收费无公示依据' }], guidance: ['完善收费公示制度'] } as const;
export const improvement = { measure: 'REMINDER_LETTER', statement: '已公示收费标准', evidence: [evidence('ev-7')] } as const;
export const confirmation = { measure: 'REMINDER_LETTER', conclusion: '公示已完善' } as const;

/** Of supervisor 1: in term and with a card in March 2026. */
export const CARD = 'R35240001';
const term = { from: '2024-09-01', until: '2027-09-01' } as const;
export const credential: Credential = {
  personId: 'p-1', supervisorType: 'EXTERNAL', area: '3501', terms: [{ termStart: term.from, termEnd: term.until }],
  cards: [{ number: CARD, validFrom: term.from, validUntil: term.until, voided: false, returned: false }],
  suspensions: [], proposals: [], decisions: {}, assessments: [], groundsOfTerm: [], leakVerifications: {},
};

interface Step {
  readonly by: Actor;
  readonly at: Instant;
  readonly name: string;
  readonly body: object;
}
const step = (day: string, by: Actor, name: string, body: object = {}): Step => ({ by, at: at(day), name, body });

const STORY: readonly Step[] = [
  step('03-02', fuzhou, 'PlanDailySupervision', plan),
  step('03-03', system, 'SeatDailySupervisors', { drawId: 'd-1', members: [member(1)] }),
  step('03-03', fuzhou, 'DispatchSupervisor', { supervisorId: 's-1' }),
  step('03-04', supervisor(1), 'AcceptDailyAssignment', acceptance),
  step('03-09', supervisor(1), 'AcknowledgeSessionBriefing'),
  step('03-10', supervisor(1), 'CheckIn', { mode: 'ONSITE', cardNumber: CARD }),
  step('03-11', supervisor(1), 'EndDailySupervision'),
  step('03-13', supervisor(1), 'SubmitRecord', { form, signed: true }),
  step('03-16', supervisor(1), 'CorrectRecord', { form, signed: true, reason: '更正人数' }),
  step('03-17', fuzhou, 'ReviewRecord', { reasons: '收费公示存在问题' }),
  step('03-18', fuzhou, 'HoldAdmonitoryTalk', { ...measure, heldOn: '2026-03-18' }),
  step('03-18', fuzhou, 'IssueReminderLetter', measure),
  step('03-25', school, 'ReportImprovement', improvement),
  step('03-26', fuzhou, 'ConfirmImprovement', confirmation),
];

export type DailyTold = DailyEvent & { readonly occurredAt: Instant };

const DAILY_KNOWN = { ...KNOWN, agency, session, complaint: undefined, credential, credentials: { 's-1': credential }, person: unknownPerson, roles: NO_ROLES };

/** The decider after the facts, with an actor, a time and all knowledge. */
export const afterDaily = (events: readonly DailyTold[], by: Actor, now: Instant, known: object = {}) =>
  given(dailyDecider, events).about(CASE_ID).by(by).at(now).knowing({ ...DAILY_KNOWN, ...known })
    .afterPreparing(
      recorded({ type: 'SessionRoleClaimed', data: { personId: 'p-1', role: 'EXTERNAL_SUPERVISOR', holder: `daily-${CASE_ID}`, claimNo: 1 } }),
      recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: `daily-${CASE_ID}` } }),
    );

/** The facts and those of one more command. Throws its refusal. */
export function andDaily(events: readonly DailyTold[], by: Actor, now: Instant, name: string, body: object = {}): readonly DailyTold[] {
  const { facts, refusal } = afterDaily(events, by, now).when(name, body);
  if (refusal !== undefined) throw refusal;
  return [...events, ...facts.map((fact) => ({ ...fact, occurredAt: now }))];
}

/** The facts of the story to the last command of the name, that one included. */
export function throughDaily(name: string): readonly DailyTold[] {
  const index = STORY.findLastIndex((told) => told.name === name);
  if (index === -1) throw new Error(`the story has no ${name}`);
  return STORY.slice(0, index + 1).reduce<readonly DailyTold[]>((events, told) => andDaily(events, told.by, told.at, told.name, told.body), []);
}
