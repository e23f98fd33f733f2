import fc from 'fast-check';
import type { CaseEvent } from '#libs/cases/case.events';
import { type Case, type CaseState, evolveCase } from '#libs/cases/case.evolve';
import type { CaseStage } from '#libs/cases/case.stage';
import { caseFile, type CaseFile } from '#libs/cases/case-file.view';
import { groupMembers, type Seat } from '#libs/cases/case-group.evolve';
import { acceptance, after, CASE_ID, evidence, fuzhou, member, opening, opinion, preliminary, report, school, supervisor, system, type Told } from '#libs/cases/case-story';
import type { Actor, Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { isWorkingDay } from '#libs/regulation/work-calendar';

type Ask = readonly [by: Actor, name: string, body: object];

const stored = (fact: Told, revision: number) => recorded(fact, { revision, stream: `case-${CASE_ID}`, occurredAt: fact.occurredAt });
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
  ON_SITE: ['HearViews', 'EndOnSite', 'FormGroup'],
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

function ask(state: CaseState, dice: number, isNatural: boolean): Ask {
  if (state === undefined) return [fuzhou, 'OpenSpecialSupervision', opening];
  const all = anything(state, dice);
  const wanted = isNatural ? all.filter(([, name]) => NATURAL[state.stage]?.includes(name) ?? true) : all;
  const chosen = wanted[dice % wanted.length] as Ask;
  return isNatural ? byTheRightOne(state, chosen) : chosen;
}

/** Several defences are allowed; opening a stream twice is refused by the kernel, not here. */
const NOT_ASKED_TWICE = ['SubmitDefence', 'OpenSpecialSupervision'];

/** Plays the dice; after each success the same is asked again. */
function play(steps: readonly { readonly dice: number; readonly hours: number; readonly isNatural: boolean }[]): readonly Told[] {
  let events: readonly Told[] = [];
  let now = Date.parse('2026-03-02T02:00:00.000Z');
  for (const { dice, hours, isNatural } of steps) {
    now += hours * 3_600_000;
    const instant = new Date(now).toISOString();
    const [by, name, body] = ask(stateOf(events), dice, isNatural);
    const { facts, refusal } = after(events, by, instant).when(name, body);
    if (refusal !== undefined || facts.length === 0) continue;
    events = [...events, ...facts.map((fact) => ({ ...fact, occurredAt: instant }))];
    if (!NOT_ASKED_TWICE.includes(name)) expect([name, after(events, by, instant).when(name, body).facts]).toEqual([name, []]);
  }
  return events;
}

/** Mostly hours, now and then weeks, so that deadlines run out too. */
const hours = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 240, max: 480 }) });
const isNatural = fc.nat(2).map((chance) => chance > 0);
const history = fc.array(fc.record({ dice: fc.nat(9999), hours, isNatural }), { minLength: 40, maxLength: 120 });
const indexOf = (events: readonly Told[], type: CaseEvent['type']): number => events.findIndex((event) => event.type === type);
const PROCEDURE = ['GroupFormed', 'OnSiteStarted', 'ViewsHeard', 'OnSiteEnded', 'PreliminaryOpinionFormed', 'PreliminaryOpinionDelivered'] as const;
const DEFENCES: readonly CaseEvent['type'][] = ['DefenceSubmitted', 'DefenceWaived', 'DefenceLapsed'];

describe('every history of a case', () => {
  it('keeps the order of the procedure, adds nothing when asked twice, and ends with its end', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(history, (steps) => {
        const events = play(steps);
        for (const { type } of events) reached.add(type);
        const end = events.findIndex(({ type }) => type === 'CaseClosed' || type === 'SupervisionCancelled');
        if (end !== -1) expect(events.length).toBe(end + 1);
        const issued = indexOf(events, 'OpinionIssued');
        if (issued === -1) return;
        const earlier = events.slice(0, issued);
        for (const event of earlier) {
          if (event.type !== 'GroupFormed') continue;
          const { members, exception } = event.data;
          expect(members.length >= 3 || (members.length === 2 && exception !== undefined)).toBe(true);
        }
        const order = PROCEDURE.map((type) => indexOf(earlier, type));
        expect(order).not.toContain(-1);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(earlier.some(({ type }) => DEFENCES.includes(type))).toBe(true);
      }),
      { numRuns: 250, seed: 20261124 },
    );
    const deep = ['OpinionIssued', 'CaseClosed', 'SupervisionCancelled', 'DefenceLapsed', 'DefenceWaived', 'SubstituteSeated', 'RectificationReturned'];
    expect(deep.filter((type) => !reached.has(type))).toEqual([]);
  });

  it('seats only whom a draw gave, and lets only them act', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const drawn = new Set<string>();
        for (const event of play(steps)) {
          if (event.type === 'SupervisorsDrawn') for (const { supervisorId } of event.data.members) drawn.add(supervisorId);
          if (event.type === 'SubstituteSeated') drawn.add(event.data.substitute.supervisorId);
          if (event.type === 'GroupFormed') for (const { supervisorId } of event.data.members) expect(drawn).toContain(supervisorId);
          if (event.type === 'PreliminaryOpinionFormed') for (const { supervisorId } of event.data.votes) expect(drawn).toContain(supervisorId);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('only ever adds to the papers of the file, and its deadlines end on working days after their start', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let file: CaseFile | null = null;
        for (const [revision, fact] of play(steps).entries()) {
          const earlier: CaseFile | null = file;
          file = caseFile.apply(file, stored(fact, revision), CASE_ID);
          expect(file?.documents.slice(0, earlier?.documents.length ?? 0)).toEqual(earlier?.documents ?? []);
          for (const { deadline } of Object.values(file?.deadlines ?? {})) {
            expect(deadline.date > deadline.start).toBe(true);
            expect(isWorkingDay(CALENDAR_FJ_2021_2026, deadline.date).working).toBe(true);
          }
        }
      }),
      { numRuns: 100, seed: 11 },
    );
  });
});
