import { caseDecider } from '#libs/cases/case.decide';
import type { CaseEvent } from '#libs/cases/case.events';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import { NO_NUMBERS } from '#libs/regulation/numbering.evolve';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

/** A special supervision of 2026 by 福州, told in commands, for specs. */
export const CASE_ID = '01930000-0000-7000-8000-00000000ca5e';
const actor = (person: string, role: string, organisation: string): Actor => ({ person, role, organisation });
export const fuzhou = actor('clerk-3501', 'MUNICIPAL_CENTER', '3501');
export const xiamen = actor('clerk-3502', 'MUNICIPAL_CENTER', '3502');
export const province = actor('clerk-fj', 'PROVINCIAL_CENTER', 'FJ');
export const school = actor('clerk-school', 'AGENCY', 'agency-1');
export const otherSchool = actor('clerk-other', 'AGENCY', 'agency-2');
export const system = actor('system', 'SYSTEM', 'FJ');
export const supervisor = (no: number): Actor => actor(`p-${no}`, 'EXT_SUPERVISOR', 'FJ');
export const member = (no: number) => ({ supervisorId: `s-${no}`, personId: `p-${no}` });

export const agency = {
  name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', area: '3501', isCentralBranch: false, filedOn: '2026-01-05',
} as const;
export const KNOWN = { agency, calendar: CALENDAR_FJ_2021_2026, credentials: {}, taken: NO_NUMBERS };
export const evidence = (evidenceId: string) => ({ evidenceId, title: '缴费单据', sha256: 'a'.repeat(64), classification: 'INTERNAL' as const });

export const opening = {
  agencyId: 'agency-1', targetSelection: 'PLANNED', reason: '年度计划', onSiteFrom: '2026-03-23', onSiteTo: '2026-03-24',
  activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102',
} as const;
export const acceptance = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };
export const vote = (no: number) => ({ supervisorId: `s-${no}`, vote: 'FOR' as const });
export const preliminary = {
  findings: [
    { item: 'C2.03', result: 'PROBLEM', severity: 'ORDINARY', facts: '2名考生收费无公示依据', evidenceIds: ['ev-1'] },
    { item: 'C2.05', result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] },
  ],
  guidance: ['完善收费公示制度'],
  demands: [{ findingNos: [1], text: '退还多收费用并公示收费标准' }, { findingNos: [1], text: '开展收费自查' }],
  votes: [vote(1), vote(2), vote(3)],
} as const;
export const opinion = {
  findings: [
    { no: 1, result: 'PROBLEM', severity: 'ORDINARY', facts: '1名考生收费无公示依据', evidenceIds: ['ev-1'] },
    { no: 2, result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] },
  ],
  guidance: ['完善收费公示制度'],
  demands: [{ no: 1, text: '退还多收费用并公示收费标准', dueOn: '2026-04-30' }],
} as const;
export const report = { answers: [{ demandNo: 1, measures: '已退费并公示', evidence: [evidence('ev-9')] }] };

interface Step {
  readonly by: Actor;
  readonly at: Instant;
  readonly name: string;
  readonly body: object;
}
/** `03-02` and an hour in Asia/Shanghai, of 2026. */
export const at = (day: string, hour = 10): Instant => `2026-${day}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`;
const step = (day: string, by: Actor, name: string, body: object = {}): Step => ({ by, at: at(day), name, body });

const STORY: readonly Step[] = [
  step('03-02', fuzhou, 'OpenSpecialSupervision', opening),
  step('03-02', fuzhou, 'DefineMatters', { matters: [{ item: 'C2.03' }, { item: 'C2.05' }] }),
  step('03-02', system, 'SeatDrawnSupervisors', { drawId: 'd-1', members: [member(1), member(2), member(3)] }),
  step('03-02', supervisor(1), 'AcceptAssignment', acceptance),
  step('03-02', supervisor(2), 'AcceptAssignment', acceptance),
  step('03-02', supervisor(3), 'AcceptAssignment', acceptance),
  step('03-02', fuzhou, 'FormGroup', { leader: 's-1' }),
  step('03-03', fuzhou, 'ServeSupervisionNotice', { text: '请提交自查报告' }),
  step('03-10', school, 'SubmitSelfReport', { summary: '自查情况', evidence: [] }),
  step('03-23', supervisor(1), 'StartOnSite', { present: ['s-1', 's-2', 's-3'] }),
  step('03-23', supervisor(2), 'HearViews', { minutes: '校方说明收费情况', evidence: [] }),
  step('03-24', supervisor(1), 'EndOnSite', { summary: '查看考场及票据', evidence: [evidence('ev-1')] }),
  step('03-25', supervisor(1), 'FormPreliminaryOpinion', preliminary),
  step('03-26', supervisor(1), 'DeliverPreliminaryOpinion', { channel: 'PLATFORM' }),
  step('04-01', school, 'SubmitDefence', { points: [{ findingNo: 1, statement: '其中1名已退费' }], evidence: [], isFinal: true }),
  step('04-02', fuzhou, 'AnalyseDefence', { answers: [{ pointNo: 1, conclusion: 'ACCEPTED', reason: '票据属实' }] }),
  step('04-03', fuzhou, 'IssueOpinion', opinion),
  step('04-03', fuzhou, 'DeliverOpinion', { channel: 'PLATFORM' }),
  step('04-20', school, 'SubmitRectificationReport', report),
  step('04-22', fuzhou, 'VerifyRectification', { conclusion: '整改到位' }),
  step('04-23', fuzhou, 'CloseCase', { summary: '整改完成,归档' }),
];

export type Told = CaseEvent & { readonly occurredAt: Instant };

/** The decider after the facts, with an actor, a time and all knowledge. */
export const after = (events: readonly Told[], by: Actor, now: Instant, occurredAt = now, known: object = KNOWN) =>
  given(caseDecider, events).about(CASE_ID).by(by).at(now, occurredAt).knowing(known).afterPreparing(
    recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: `case-${CASE_ID}` } }),
  );

/** The facts and those of one more command. Throws its refusal. */
export function and(events: readonly Told[], by: Actor, now: Instant, name: string, body: object = {}, occurredAt = now): readonly Told[] {
  const { facts, refusal } = after(events, by, now, occurredAt).when(name, body);
  if (refusal !== undefined) throw refusal;
  return [...events, ...facts.map((fact) => ({ ...fact, occurredAt }))];
}

const tell = (steps: readonly Step[]): readonly Told[] =>
  steps.reduce<readonly Told[]>((events, { by, at: now, name, body }) => and(events, by, now, name, body), []);

const lastOf = (name: string): number => {
  const index = STORY.findLastIndex((told) => told.name === name);
  if (index === -1) throw new Error(`the story has no ${name}`);
  return index;
};

/** The facts of the story to the last command of the name, that one included. */
export const through = (name: string): readonly Told[] => tell(STORY.slice(0, lastOf(name) + 1));
/** The facts before the last command of the name. */
export const before = (name: string): readonly Told[] => tell(STORY.slice(0, lastOf(name)));

/** A covert visit to its disclosure. */
export const disclosed = (): readonly Told[] => {
  const ordered = and(through('FormGroup'), fuzhou, at('03-03'), 'OrderCovertInspection', { reason: '防止提前准备' });
  const started = and(ordered, supervisor(1), at('03-23'), 'StartOnSite', { present: ['s-1', 's-2', 's-3'] });
  return and(started, supervisor(1), at('03-23', 12), 'DiscloseInspection', { text: '现公开督导身份', cardNumber: 'R3520260001' });
};

/** The data of the last fact of a kind. */
export function dataOf<T extends CaseEvent['type']>(facts: readonly CaseEvent[], type: T): Extract<CaseEvent, { readonly type: T }>['data'] {
  const fact = facts.findLast((candidate): candidate is Extract<CaseEvent, { readonly type: T }> => candidate.type === type);
  if (fact === undefined) throw new Error(`no ${type}`);
  return fact.data as never;
}
