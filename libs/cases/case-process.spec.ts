import { caseAndDraw } from '#libs/cases/case.reaction';
import { after, and, at, before, CASE_ID, fuzhou, member, school, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { tellCase } from '#libs/cases/case.timeline';
import { caseTimers } from '#libs/cases/case.timers';
import { recorded } from '#libs/event-sourcing/given';
import { pendingTimers, type PendingTimer } from '#libs/event-sourcing/timer';

const STREAM = `case-${CASE_ID}`;
const stored = (fact: Told, revision = 0) => recorded(fact, { stream: STREAM, revision, occurredAt: fact.occurredAt });

/** The timers that wait after the facts. */
function waiting(events: readonly Told[]): readonly PendingTimer[] {
  const view = pendingTimers([caseTimers]);
  const held = new Map<string, PendingTimer | null>();
  for (const event of events.map(stored)) for (const key of view.keys(event)) held.set(key, view.apply(held.get(key) ?? null, event, key));
  return [...held.values()].filter((timer) => timer !== null);
}
const names = (events: readonly Told[]) => waiting(events).map(({ request, dueAt }) => `${request.name} ${dueAt.slice(0, 10)}`);

describe('the timers of a case', () => {
  it('wait for the deadline that the fact carries, and ask on its stream', () => {
    expect(waiting(through('ServeSupervisionNotice'))).toEqual([
      { timer: `${STREAM}:selfReport`, dueAt: '2026-03-17T16:00:00.000Z', request: { name: 'RecordSelfReportMissing', target: CASE_ID, body: {} } },
    ]);
  });

  it('end with every fact that makes them moot', () => {
    expect(names(through('SubmitSelfReport'))).toEqual([]);
    expect(names(through('EndOnSite'))).toEqual(['FlagOpinionOverdue 2026-04-23']);
    expect(names(through('FormPreliminaryOpinion'))).toEqual(['FlagOpinionOverdue 2026-04-23', 'FlagPreliminaryOverdue 2026-04-01']);
    expect(names(through('DeliverPreliminaryOpinion'))).toEqual(['FlagOpinionOverdue 2026-04-23', 'LapseDefence 2026-04-10']);
    expect(names(through('SubmitDefence'))).toEqual(['FlagOpinionOverdue 2026-04-23']);
    expect(names(through('IssueOpinion'))).toEqual([]);
    expect(names(through('DeliverOpinion'))).toEqual(['FlagRectificationOverdue 2026-04-30']);
    expect(names(through('SubmitRectificationReport'))).toEqual(['FlagVerificationOverdue 2026-05-13']);
    expect(names(through('CloseCase'))).toEqual([]);
    expect(names(and(through('ServeSupervisionNotice'), fuzhou, at('03-04'), 'CancelSupervision', { reason: '停业' }))).toEqual([]);
  });

  it('ask only what leads to a fact that ends them, or sets them anew', () => {
    for (const name of ['ServeSupervisionNotice', 'EndOnSite', 'FormPreliminaryOpinion', 'DeliverPreliminaryOpinion', 'DeliverOpinion', 'SubmitRectificationReport']) {
      const events = through(name);
      for (const { request, dueAt } of waiting(events)) {
        expect(names(and(events, system, dueAt, request.name)).some((left) => left.startsWith(request.name))).toBe(false);
      }
    }
  });

  it('start again after an extension', () => {
    const longer = and(through('DeliverOpinion'), fuzhou, at('04-20'), 'ExtendRectification', { dueOn: '2026-05-15', reason: '采购周期' });
    expect(names(longer)).toEqual(['FlagRectificationOverdue 2026-05-15']);
  });
});

describe('the case and the draw', () => {
  const fromDraw = (type: string, data: object) => caseAndDraw.requests(recorded({ type, data }, { stream: 'draw-d-1' }));
  const purpose = { kind: 'SPECIAL_CASE', caseId: CASE_ID };
  const lastOf = (events: readonly Told[]) => events.slice(-1).flatMap((fact) => caseAndDraw.requests(stored(fact)));

  it('what the draw gives takes its seats in the case it was held for', () => {
    expect(fromDraw('DrawCompleted', { purpose, drawn: [member(1)] })).toEqual([{ name: 'SeatDrawnSupervisors', target: CASE_ID, body: { drawId: 'd-1', members: [member(1)] } }]);
    expect(fromDraw('MemberReplaced', { purpose, leaving: 's-1', substitute: member(2) }))
      .toEqual([{ name: 'SeatSubstitute', target: CASE_ID, body: { drawId: 'd-1', leaving: 's-1', substitute: member(2) } }]);
    expect(fromDraw('SubstitutesExhausted', { purpose, leaving: 's-1' })).toEqual([{ name: 'LeaveSeatVacant', target: CASE_ID, body: { drawId: 'd-1', leaving: 's-1' } }]);
    expect(fromDraw('DrawCompleted', { purpose: { kind: 'DAILY' }, drawn: [member(1)] })).toEqual([]);
    expect(fromDraw('PoolFrozen', {})).toEqual([]);
  });

  it('who leaves is replaced, except after the deliberation', () => {
    const recusal = { supervisorId: 's-2', reason: 'COLLEAGUE', detail: '与考生同事' };
    const request = (reason: string) => [{ name: 'ReplaceMember', target: 'd-1', body: { supervisorId: 's-2', reason, caseId: CASE_ID } }];
    const formed = through('FormGroup');
    expect(lastOf(and(formed, supervisor(2), at('03-05'), 'RecuseSupervisor', recusal))).toEqual(request('RECUSED'));
    expect(lastOf(and(formed, supervisor(2), at('03-05'), 'DeclineAssignment', { reason: '住院' }))).toEqual(request('DECLINED'));
    const reminded = and(through('SeatDrawnSupervisors'), fuzhou, at('03-02'), 'RemindAssignment', { supervisorId: 's-2' });
    expect(lastOf(and(reminded, fuzhou, at('03-03'), 'RecordNoAnswer', { supervisorId: 's-2' }))).toEqual(request('UNANSWERED'));
    expect(lastOf(and(through('SubmitDefence'), supervisor(2), at('04-01'), 'RecuseSupervisor', recusal))).toEqual([]);
    expect(lastOf(formed)).toEqual([]);
  });
});

describe('the history of a case', () => {
  const sentences = through('CloseCase').map((fact) => tellCase(stored(fact)));

  it('is one Chinese sentence a fact, with dates as documents write them, and no reference of a person', () => {
    expect(sentences[0]).toBe('福州中心对闽江技师学院(样例)立项专项督导(计划安排),计划2026年3月23日至2026年3月24日现场督导');
    expect(sentences).toContain('初步督导意见平台送达,申辩限2026年4月10日24时前提出');
    expect(sentences).toContain('评议形成初步督导意见:问题1项,赞成3票、反对0票、弃权0票');
    for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*(?:undefined|\[object|p-\d|s-\d)).*\p{Script=Han}/u);
  });

  it('tells the lapse of a defence', () => {
    const { facts } = after(through('DeliverPreliminaryOpinion'), system, '2026-04-10T16:00:00.000Z').when('LapseDefence');
    expect(facts.map((fact) => tellCase(recorded(fact)))).toEqual(['评价机构逾期未申辩']);
    expect(after(before('SubmitDefence'), school, at('04-01')).when('WaiveDefence', { statement: '无异议' }).facts.map((fact) => tellCase(recorded(fact)))).toEqual(['评价机构放弃申辩']);
  });
});
