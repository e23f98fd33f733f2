import fc from 'fast-check';
import type { CaseEvent } from '#libs/cases/case.events';
import { type Case, type CaseState, evolveCase } from '#libs/cases/case.evolve';
import type { CaseStage } from '#libs/cases/case.stage';
import { groupMembers, type Seat } from '#libs/cases/case-group.evolve';
import { acceptance, after, CASE_ID, evidence, fuzhou, member, opening, opinion, preliminary, report, school, supervisor, system, type Told } from '#libs/cases/case-story';
import type { Actor, Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';

/** Special supervisions by chance, for properties: anybody asks for anything, and the rules decide what becomes of it. */
export type Ask = readonly [by: Actor, name: string, body: object];

/** A fact of the play as the store would give it back. */
export const stored = (fact: Told, revision: number) => recorded(fact, { revision, stream: `case-${CASE_ID}`, occurredAt: fact.occurredAt });
/** State after the facts. */
const stateOf = (events: readonly Told[]): CaseState =>
  events.reduce<CaseState>((state, fact, revision) => evolveCase(state, stored(fact, revision) as unknown as Recorded<CaseEvent>), undefined);
const asActor = ({ personId }: Seat): Actor => supervisor(Number(personId.slice(2)));
const TIMED = [
  'RecordSelfReportMissing', 'FlagPreliminaryOverdue', 'LapseDefence', 'FlagOpinionOverdue', 'FlagRectificationOverdue', 'FlagVerificationOverdue', 'RecomputeDeadlines',
];

/** Everything that anybody could ask for, with the dice of the step for what is open. */
const anything = (state: Case, dice: number): readonly Ask[] => {
  const some = supervisor(1 + (dice % 5));
  const about = { supervisorId: `s-${1 + (dice % 5)}` };
  const left = state.group.seats.find(({ status }) => status === 'DECLINED' || status === 'RECUSED' || status === 'UNANSWERED');
  const seats = { drawId: left?.drawId ?? 'd-1', leaving: left?.supervisorId ?? about.supervisorId };
  const votes = groupMembers(state.group).map(({ supervisorId }) => ({ supervisorId, vote: 'FOR' }));
  const exception = { reason: '人员不足', approvedBy: 'chief' };
  const answers = Array.from({ length: state.opinion.points }, (_none, index) => ({ pointNo: index + 1, conclusion: 'ACCEPTED', reason: '属实' }));
  return [
    [fuzhou, 'DefineMatters', { matters: [{ item: 'C2.03' }, { item: 'C2.05' }] }],
    [fuzhou, 'WidenMatters', { matters: [{ item: 'C1' }], reason: '线索', notice: '告知' }],
    [system, 'SeatDrawnSupervisors', { drawId: `d-${1 + (dice % 2)}`, members: [1, 2, 3, 4, 5].slice(0, 2 + (dice % 4)).map(member) }],
    [system, 'SeatSubstitute', { ...seats, substitute: member(6 + (dice % 9)) }],
    [system, 'LeaveSeatVacant', seats],
    [some, 'AcceptAssignment', acceptance],
    [some, 'DeclineAssignment', { reason: '住院' }],
    [fuzhou, 'RemindAssignment', about],
    [fuzhou, 'RecordNoAnswer', about],
    [fuzhou, 'JudgeDecline', { ...about, judgement: 'JUSTIFIED', reasons: '有证明' }],
    [fuzhou, 'RecuseSupervisor', { ...about, reason: 'COLLEAGUE', detail: '同事' }],
    [fuzhou, 'FormGroup', { leader: about.supervisorId, ...(dice % 2 === 0 ? { exception } : {}) }],
    [fuzhou, 'ServeSupervisionNotice', { text: '通知' }],
    [school, 'SubmitSelfReport', { summary: '自查', evidence: [] }],
    [some, 'StartOnSite', { present: [about.supervisorId] }],
    [some, 'HearViews', { minutes: '记录', evidence: [] }],
    [some, 'EndOnSite', { summary: '情况', evidence: [evidence('ev-1')] }],
    [some, dice % 2 === 0 ? 'RaiseInquiry' : 'RequestMaterial', { item: 'C2.03', text: '收费依据' }],
    [school, dice % 2 === 0 ? 'AnswerInquiry' : 'ProvideMaterial', { no: 1 + (dice % 3), answer: '见附件', evidence: [evidence('ev-7')] }],
    [school, 'RefuseMaterial', { no: 1 + (dice % 3), reason: '涉及商业秘密' }],
    [some, 'AddEvidence', { means: 'INTERVIEW', item: 'C2.05', note: '考生陈述', evidence: [{ ...evidence('ev-8'), classification: 'PERSONAL' }] }],
    [some, 'ReportObstruction', { by: 'STAFF', personRefs: ['staff-1'], facts: '拒绝开门', evidence: [] }],
    [some, 'FormPreliminaryOpinion', { ...preliminary, votes }],
    [some, 'DeliverPreliminaryOpinion', { channel: 'POST' }],
    [school, 'SubmitDefence', { points: [{ statement: '已退费' }], evidence: [], isFinal: dice % 2 === 0 }],
    [school, 'WaiveDefence', { statement: '无异议' }],
    [fuzhou, 'AnalyseDefence', { answers }],
    [fuzhou, 'IssueOpinion', { ...opinion, demands: dice % 2 === 0 ? [] : [{ ...opinion.demands[0], dueOn: '2026-12-01' }] }],
    [fuzhou, 'DeliverOpinion', { channel: 'POST' }],
    [school, 'SubmitRectificationReport', report],
    [fuzhou, 'ReturnRectification', { returned: [{ demandNo: 1, reason: '无照片' }], dueOn: '2026-12-20' }],
    [fuzhou, 'VerifyRectification', { conclusion: '到位' }],
    [fuzhou, 'CloseCase', { summary: '归档' }],
    ...(dice % 40 === 0 ? [[fuzhou, 'CancelSupervision', { reason: '停业' }] as Ask] : []),
    ...TIMED.map((name): Ask => [system, name, {}]),
  ];
};

/** What the case waits for: without it, chance alone would rarely come to an opinion. */
const NATURAL: { readonly [S in CaseStage]?: readonly string[] } = {
  DRAFT: ['DefineMatters', 'SeatDrawnSupervisors'],
  MATTERS_DEFINED: ['SeatDrawnSupervisors', 'AcceptAssignment', 'FormGroup', 'SeatSubstitute'],
  GROUP_FORMED: ['ServeSupervisionNotice', 'FormGroup'],
  NOTIFIED: ['SubmitSelfReport', 'RecordSelfReportMissing'],
  SELF_REPORT_CLOSED: ['StartOnSite', 'FormGroup'],
  ON_SITE: ['HearViews', 'EndOnSite', 'FormGroup', 'RaiseInquiry', 'RequestMaterial', 'AnswerInquiry', 'AddEvidence'],
  DELIBERATING: ['FormPreliminaryOpinion', 'DeliverPreliminaryOpinion', 'FormGroup'],
  PRELIMINARY_DELIVERED: ['SubmitDefence', 'WaiveDefence', 'LapseDefence'],
  DEFENCE_CLOSED: ['AnalyseDefence', 'IssueOpinion'],
  OPINION_ISSUED: ['DeliverOpinion', 'CloseCase'],
  RECTIFYING: ['SubmitRectificationReport'],
  REPORT_SUBMITTED: ['ReturnRectification', 'VerifyRectification'],
};

/** The ask by one who may, where the case has such a one. */
function byTheRightOne({ group }: Case, [by, name, body]: Ask): Ask {
  const pending = group.seats.find(({ status }) => status === 'SEATED');
  const acting = groupMembers(group)[0] ?? group.seats.find(({ status }) => status === 'ACCEPTED');
  if (name === 'AcceptAssignment') return [pending === undefined ? by : asActor(pending), name, body];
  if (acting === undefined) return [by, name, body];
  if (name === 'FormGroup') return [by, name, { ...body, leader: acting.supervisorId }];
  const present = name === 'StartOnSite' ? { present: [acting.supervisorId] } : body;
  return by.role === 'EXT_SUPERVISOR' ? [asActor(acting), name, present] : [by, name, body];
}

const ORDER: Ask = [fuzhou, 'OrderCovertInspection', { reason: '多次举报' }];
const START: Ask = [supervisor(1), 'StartOnSite', {}];
const DISCLOSE: Ask = [supervisor(1), 'DiscloseInspection', { text: '公开督导身份' }];
const MISS: Ask = [system, 'RecordSelfReportMissing', {}];

/** What a covert visit asks for beside: some are ordered, and go their own way to the report that comes late or never. */
function covertly({ stage, covertOrdered, agencyKnows, deadlines }: Case, dice: number): Ask | undefined {
  if (stage === 'GROUP_FORMED' && dice % 7 === 0) return covertOrdered ? START : ORDER;
  if (stage === 'ON_SITE' && !agencyKnows && dice % 2 === 0) return DISCLOSE;
  return stage === 'DELIBERATING' && deadlines.selfReport !== undefined && dice % 2 === 0 ? MISS : undefined;
}

/** What is asked at these dice; `isNatural`: what the case waits for, by one who may. */
export function ask(state: CaseState, dice: number, isNatural: boolean): Ask {
  if (state === undefined) return [fuzhou, 'OpenSpecialSupervision', opening];
  const covert = covertly(state, dice);
  if (covert !== undefined) return byTheRightOne(state, covert);
  const all = anything(state, dice);
  const wanted = isNatural ? all.filter(([, name]) => NATURAL[state.stage]?.includes(name) ?? true) : all;
  const chosen = wanted[dice % wanted.length] as Ask;
  return isNatural ? byTheRightOne(state, chosen) : chosen;
}

interface Step {
  readonly dice: number;
  readonly hours: number;
  readonly isNatural: boolean;
}

/** Plays the dice: what is refused leaves no trace. `again` is told of each success, with the same command once more. */
export function play(steps: readonly Step[], again: (name: string, facts: readonly CaseEvent[]) => void = () => undefined): readonly Told[] {
  let events: readonly Told[] = [];
  let now = Date.parse('2026-03-02T02:00:00.000Z');
  for (const { dice, hours, isNatural } of steps) {
    now += hours * 3_600_000;
    const instant = new Date(now).toISOString();
    const [by, name, body] = ask(stateOf(events), dice, isNatural);
    const { facts, refusal } = after(events, by, instant).when(name, body);
    if (refusal !== undefined || facts.length === 0) continue;
    events = [...events, ...facts.map((fact) => ({ ...fact, occurredAt: instant }))];
    again(name, after(events, by, instant).when(name, body).facts);
  }
  return events;
}

/** Mostly hours, now and then weeks, so that deadlines run out too. */
const hours = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 240, max: 480 }) });
const isNatural = fc.nat(2).map((chance) => chance > 0);
/** Steps of a case of some months. */
export const anyPlay = fc.array(fc.record({ dice: fc.nat(9999), hours, isNatural }), { minLength: 40, maxLength: 120 });
