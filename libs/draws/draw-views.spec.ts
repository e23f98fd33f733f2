import { and, at, CASE_ID, fuzhou, member, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { andDaily, session, throughDaily } from '#libs/cases/daily-story';
import type { DrawEvent } from '#libs/draws/draw.events';
import { recordOf } from '#libs/draws/draw-export';
import { type DrawFile, drawFile } from '#libs/draws/draw-file.view';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { dailyTaskKey, drawTasks, type OccupiedTask } from '#libs/draws/draw-tasks.view';
import { verifyDraw } from '#libs/draws/verify-draw';
import type { Fact, RecordedEvent } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import type { View } from '#libs/event-sourcing/view';
import { carded } from '#libs/supervisors/supervisor-story';
import { completed, drawAfter, entries, FIRST, known, prepared, PUBLIC_KEY } from '#test/support/draw-story';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';

const on = (stream: string, facts: readonly Fact[]): readonly RecordedEvent[] => facts.map((fact, revision) => recorded(fact, { stream, revision }));

function folded<D extends object>(view: View<D>, key: string, events: readonly RecordedEvent[]): D | null {
  return events.filter((event) => view.keys(event).includes(key)).reduce<D | null>((document, event) => view.apply(document, event, key), null);
}

const frozen = prepared();
const drawn = completed(frozen);
const { order, purpose } = drawAfter(drawn);

describe('the file of a draw', () => {
  const fileOf = (events: readonly DrawEvent[]): DrawFile => {
    const file = folded(drawFile, FIRST, on(`draw-${FIRST}`, events));
    if (file === null) throw new Error('no file');
    return file;
  };
  const replaced: DrawEvent = { type: 'MemberReplaced', data: { purpose, leaving: order[0] ?? '', reason: 'RECUSED', skipped: [], substitute: { supervisorId: order[3] ?? '', personId: 'p' } } };
  const exhausted: DrawEvent = { type: 'SubstitutesExhausted', data: { purpose, leaving: order[1] ?? '', reason: 'DECLINED', skipped: [{ supervisorId: order[4] ?? '', reasons: ['SUSPENDED'] }] } };
  const closed: DrawEvent = { type: 'DrawClosed', data: { purpose, cause: 'SUPERVISION_CANCELLED' } };

  it('follows the draw from its number to its end', () => {
    const states = [frozen.slice(0, 1), frozen, drawn, [...drawn, replaced], [...drawn, closed]].map((events) => fileOf(events).state);
    expect(states).toEqual(['PREPARED', 'FROZEN', 'COMPLETED', 'COMPLETED', 'CLOSED']);
    expect(fileOf(prepared(known({ roster: entries(2) }))).state).toBe('FAILED');
    expect(fileOf([...drawn, closed])).toMatchObject({ stateName: '已关闭', closedBecause: 'SUPERVISION_CANCELLED', caseId: CASE_ID, kind: 'SPECIAL_CASE' });
    expect(folded(drawFile, FIRST, on(`draw-${FIRST}`, [closed]))).toBeNull();
  });

  it('counts the substitutes that are left, and keeps every replacement with its reason', () => {
    expect(fileOf(drawn).substitutesLeft).toEqual(order.slice(3));
    const file = fileOf([...drawn, replaced, exhausted]);
    expect(file.substitutesLeft).toEqual(order.slice(4));
    expect(file.replacements).toEqual([
      { leaving: order[0], reason: 'RECUSED', skipped: [], substitute: { supervisorId: order[3], personId: 'p' }, at: '2026-03-02T02:00:00.000Z' },
      { leaving: order[1], reason: 'DECLINED', skipped: [{ supervisorId: order[4], reasons: ['SUSPENDED'] }], at: '2026-03-02T02:00:00.000Z' },
    ]);
  });

  it('holds all that the offline check needs, once there is a result', () => {
    expect(recordOf(fileOf(frozen))).toBeUndefined();
    expect(recordOf(fileOf(frozen.slice(0, 1)))).toBeUndefined();
    const record = recordOf(fileOf([...drawn, replaced, closed]));
    expect(record?.result).toEqual(order.slice(0, 3));
    expect(record && verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
  });
});

describe('the roster', () => {
  const credential = on('supervisor-c-1', carded);
  const bar = (credentialId: string) => recorded({ type: 'BarRecorded', data: { credentialId, decision: 'QUALIFICATION_CANCELLED', decisionNo: '闽处1号', credentials: ['c-1', 'c-2'] } }, { stream: 'person-p-lin' });
  const reversal = (stillBarred: boolean) =>
    recorded({ type: 'BarReversed', data: { credentialId: 'c-2', outcomeOf: 'COURT', documentNo: '1', reasons: '撤销', credentials: ['c-1', 'c-2'], stillBarred } }, { stream: 'person-p-lin' });
  const entryOf = (...events: readonly RecordedEvent[]): RosterEntry | null => folded(drawRoster, 'c-1', [...credential, ...events]);

  it('has everyone who applied, with the credential as it stands', () => {
    expect(entryOf()).toMatchObject({ supervisorId: 'c-1', barred: false, barFollowed: false, credential: { personId: 'p-lin', area: '3501' } });
    expect(folded(drawRoster, 'c-9', [bar('c-2')])).toBeNull();
  });

  it('knows a bar by whichever credential, and whether it was its own', () => {
    expect(entryOf(bar('c-2'))).toMatchObject({ barred: true, barFollowed: false });
    expect(entryOf(bar('c-1'))).toMatchObject({ barred: true, barFollowed: true });
    expect(entryOf(bar('c-1'), bar('c-2'))).toMatchObject({ barred: true, barFollowed: true });
    expect(entryOf(bar('c-2'), reversal(false))).toMatchObject({ barred: false });
    expect(entryOf(bar('c-2'), reversal(true))).toMatchObject({ barred: true });
  });

  it('passes over what a person’s stream says of claims', () => {
    const claim = recorded({ type: 'CredentialClaimed', data: { supervisorType: 'EXTERNAL', credentialId: 'c-1' } }, { stream: 'person-p-lin' });
    expect(drawRoster.keys(claim)).toEqual([]);
  });
});

describe('who is taken up by a case', () => {
  const DRAWN = { type: 'DrawCompleted', data: { purpose, drawn: [1, 2, 3].map(member), poolDigest: '', proof: '', beta: '', order: [] } };
  const taken = (before: readonly Told[], ...then: readonly RecordedEvent[]): OccupiedTask | null => folded(drawTasks, CASE_ID, [...on(`case-${CASE_ID}`, before), ...then]);
  const result = on(`draw-${FIRST}`, [DRAWN]);
  const seated = and(through('DefineMatters'), system, at('03-02'), 'SeatDrawnSupervisors', { drawId: FIRST, members: [1, 2, 3].map(member) });
  const last = (events: readonly Told[]) => on(`case-${CASE_ID}`, events.slice(-1));

  it('are those drawn, from the draw itself', () => {
    expect(taken(through('DefineMatters'))).toEqual({ caseId: CASE_ID, from: '2026-03-23', to: '2026-03-24', persons: [], open: true });
    expect(taken(through('DefineMatters'), ...result)?.persons).toEqual(['p-1', 'p-2', 'p-3']);
  });

  it('are no longer those who left, but who took their seat', () => {
    const declined = and(seated, supervisor(2), at('03-02'), 'DeclineAssignment', { reason: '住院' });
    const recused = and(seated, fuzhou, at('03-02'), 'RecuseSupervisor', { supervisorId: 's-2', reason: 'COLLEAGUE', detail: '同事' });
    const silent = and(and(seated, fuzhou, at('03-02'), 'RemindAssignment', { supervisorId: 's-2' }), fuzhou, at('03-03'), 'RecordNoAnswer', { supervisorId: 's-2' });
    for (const left of [declined, recused, silent]) expect(taken(seated, ...result, ...last(left))?.persons).toEqual(['p-1', 'p-3']);
    const substitute = on(`draw-${FIRST}`, [{ type: 'MemberReplaced', data: { purpose, leaving: 's-2', reason: 'DECLINED', skipped: [], substitute: member(4) } }]);
    expect(taken(seated, ...result, ...last(declined), ...substitute)?.persons).toEqual(['p-1', 'p-3', 'p-4']);
  });

  it('are free when the days on site are over, or the case is cancelled', () => {
    expect(taken(through('StartOnSite'), ...result)?.open).toBe(true);
    expect(taken(through('EndOnSite'), ...result)?.open).toBe(false);
    expect(taken(seated, ...result, ...last(and(seated, fuzhou, at('03-02'), 'CancelSupervision', { reason: '停业' })))?.open).toBe(false);
  });
});

describe('who is taken up by a daily supervision', () => {
  const result = on('draw-1-d1', [{ type: 'DrawCompleted', data: { purpose: { kind: 'DAILY_CASE', caseId: CASE_ID }, drawn: [member(1)], poolDigest: '', proof: '', beta: '', order: [] } }]);
  const taken = (then: readonly Fact[]): OccupiedTask | null =>
    folded(drawTasks, dailyTaskKey(CASE_ID), [...on(`daily-${CASE_ID}`, throughDaily('PlanDailySupervision')), ...result, ...on(`daily-${CASE_ID}`, then)]);
  const dispatched = throughDaily('DispatchSupervisor');

  it('are those drawn, apart from a special supervision of the same id, on the days of the session', () => {
    expect(taken([])).toEqual({ caseId: dailyTaskKey(CASE_ID), from: '2026-03-10', to: '2026-03-11', persons: ['p-1'], open: true });
    expect(folded(drawTasks, CASE_ID, [...on(`case-${CASE_ID}`, through('DefineMatters')), ...result])?.persons).toEqual([]);
    const moved = andDaily(dispatched, system, at('03-05'), 'FollowSession', { startsAt: '2026-03-12T01:00:00.000Z', endsAt: '2026-03-12T09:00:00.000Z' });
    expect(taken(moved.slice(-1))).toMatchObject({ from: '2026-03-12', to: '2026-03-12', open: true });
  });

  it('are free when they leave, and when it has ended, nobody came, or it is cancelled', () => {
    const ineligible = { type: 'SupervisorFoundIneligible', data: { ...member(1), drawId: 'd-1', reasons: ['SUSPENDED'] } };
    expect(taken([ineligible])?.persons).toEqual([]);
    const nobody = andDaily(throughDaily('AcceptDailyAssignment'), system, session.endsAt, 'EndDailyAsPlanned');
    const cancelled = andDaily(dispatched, fuzhou, at('03-05'), 'CancelDailySupervision', { reason: '场次取消' });
    for (const events of [throughDaily('EndDailySupervision'), nobody, cancelled]) expect(taken(events.slice(dispatched.length))?.open).toBe(false);
  });
});
