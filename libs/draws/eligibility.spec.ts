import { and, at, CASE_ID, fuzhou, member, supervisor, system, through } from '#libs/cases/case-story';
import { judging, type Task, wasAppointed } from '#libs/draws/eligibility';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import type { ExclusionReason } from '#libs/regulation/own-codes';
import {
  applied, appointed, cancelled, carded, fact, internalCarded, inTraining, selection, passed, renewed, renewedCarded, resigned, secondTerm, decision, NEXT_CARD,
} from '#libs/supervisors/supervisor-story';
import { caseAfter, entry, MATTERS } from '#test/support/draw-story';

const task = (change: Partial<Task> = {}): Task => ({ taskKey: CASE_ID, theCase: MATTERS, scope: 'OWN_APPOINTED', today: '2026-03-02', roster: [], tasks: [], engaged: [], ...change });
const reasons = (candidate: RosterEntry, change: Partial<Task> = {}): readonly ExclusionReason[] => {
  const asked = task({ roster: [candidate], ...change });
  return judging(asked)(candidate);
};
const suspension = (decidedBy: '3501' | '3502' | 'FJ', scope: 'ALL' | 'OWN', endsOn: string) =>
  fact('DispatchSuspended', { ...decision('停1号', decidedBy), scope, endsOn });
const taking = (from: string, to: string, caseId = 'another') => [{ caseId, from, to, persons: ['p-1'], open: true }];

describe('who can be sent', () => {
  it('is in term, carries a card and is free', () => {
    expect(reasons(entry(1))).toEqual([]);
  });

  it.each<[string, RosterEntry, readonly ExclusionReason[]]>([
    ['out of term', entry(1, carded), ['OUT_OF_TERM']],
    ['resigned', entry(1, resigned), ['OUT_OF_TERM']],
    ['renewed, the new card not yet issued', entry(1, renewed), ['NO_CARD']],
    ['whose card is void', entry(1, [...renewedCarded, fact('CardVoided', { number: NEXT_CARD, reason: '遗失' })]), ['CARD_VOID']],
    ['suspended on the day of the draw only', entry(1, [...renewedCarded, suspension('3501', 'OWN', '2026-03-02')]), ['SUSPENDED']],
    ['suspended by another centre for all', entry(1, [...renewedCarded, suspension('3502', 'ALL', '2026-03-23')]), ['SUSPENDED']],
    ['disqualified', entry(1, cancelled), ['BARRED', 'OUT_OF_TERM']],
    ['barred by another credential', entry(1, renewedCarded, { barred: true }), ['BARRED']],
    ['of another centre', entry(1, renewedCarded.map((event) => (event.type === 'SupervisorApplied' ? fact('SupervisorApplied', { ...event.data, area: '3502' }) : event))), ['OUT_OF_JURISDICTION']],
    ['internal', entry(1, renewedCarded.map((event) => (event.type === 'SupervisorApplied' ? fact('SupervisorApplied', { ...event.data, supervisorType: 'INTERNAL' }) : event))), ['WRONG_TYPE']],
    ['several of it', entry(1, [...renewed, suspension('FJ', 'ALL', '2026-12-31')], { barred: true }), ['BARRED', 'NO_CARD', 'SUSPENDED']],
  ])('is nobody who is %s', (_what, candidate, expected) => {
    expect(reasons(candidate)).toEqual(expected);
  });

  it('is nobody who supervises the agency from inside, until that credential has ended', () => {
    const inside = (agencyId: string) => entry(1, internalCarded.map((event) => (event.type === 'SupervisorApplied' ? fact('SupervisorApplied', { ...event.data, selection: { ...selection, agencies: [agencyId] } }) : event)));
    const own = { ...inside('agency-1'), supervisorId: 'i-1' };
    const asked = (other: RosterEntry) => judging(task({ roster: [entry(1), other] }))(entry(1));
    expect(asked(own)).toEqual(['OWN_AGENCY']);
    expect(asked({ ...inside('agency-2'), supervisorId: 'i-1' })).toEqual([]);
    expect(asked({ ...own, credential: { ...own.credential, ended: 'RESIGNED' } })).toEqual([]);
  });

  it('is nobody whose term or card ends before the last day on site', () => {
    const lastDay = (termEnd: string) => entry(1, renewedCarded.map((event) => {
      if (event.type === 'AppointmentRenewed') return fact('AppointmentRenewed', { ...secondTerm, termEnd });
      return event.type === 'CardIssued' && event.data.number === NEXT_CARD ? fact('CardIssued', { ...event.data, validUntil: termEnd }) : event;
    }));
    expect(reasons(lastDay('2026-03-24'))).toEqual([]);
    expect(reasons(lastDay('2026-03-23'))).toEqual(['OUT_OF_TERM']);
    expect(reasons(lastDay('2026-03-10'), { today: '2026-03-25' })).toEqual(['OUT_OF_TERM']);
  });

  it('may be suspended by another centre for its own tasks, or between the draw and the days on site', () => {
    expect(reasons(entry(1, [...renewedCarded, suspension('3502', 'OWN', '2026-12-31')]))).toEqual([]);
    expect(reasons(entry(1, [...renewedCarded, suspension('3501', 'OWN', '2026-03-01')]))).toEqual([]);
  });

  it('comes from anywhere in the province where the pool is the province', () => {
    const xiamen = entry(1, renewedCarded.map((event) => (event.type === 'SupervisorApplied' ? fact('SupervisorApplied', { ...event.data, area: '3502' }) : event)));
    expect(reasons(xiamen, { scope: 'PROVINCE' })).toEqual([]);
  });

  it('is on no other task on the same days', () => {
    expect(reasons(entry(1), { tasks: taking('2026-03-24', '2026-03-30') })).toEqual(['TIME_OVERLAP']);
    expect(reasons(entry(1), { tasks: taking('2026-03-20', '2026-03-23') })).toEqual(['TIME_OVERLAP']);
    expect(reasons(entry(1), { tasks: [...taking('2026-03-20', '2026-03-22'), ...taking('2026-03-25', '2026-03-25')] })).toEqual([]);
    expect(reasons(entry(2), { tasks: taking('2026-03-23', '2026-03-24') })).toEqual([]);
    expect(reasons(entry(1), { tasks: taking('2026-03-25', '2026-03-25'), today: '2026-03-25' })).toEqual(['TIME_OVERLAP']);
  });

  it('has not been drawn for the case before, whatever became of it', () => {
    const seated = and(through('DefineMatters'), system, at('03-02'), 'SeatDrawnSupervisors', { drawId: 'd-1', members: [1, 2, 3].map(member) });
    const recusal = { supervisorId: 's-1', reason: 'COLLEAGUE', detail: '与考生同事' };
    const recusedBy = (by: typeof fuzhou) => caseAfter(and(seated, by, at('03-02'), 'RecuseSupervisor', recusal));
    expect(reasons(entry(1), { theCase: caseAfter(seated) })).toEqual(['ALREADY_DRAWN']);
    expect(reasons(entry(1), { tasks: taking('2026-03-23', '2026-03-24', CASE_ID) })).toEqual(['ALREADY_DRAWN']);
    expect(reasons(entry(1), { theCase: recusedBy(supervisor(1)) })).toEqual(['ALREADY_DRAWN', 'RECUSAL_DECLARED']);
    expect(reasons(entry(1), { theCase: recusedBy(fuzhou) })).toEqual(['ALREADY_DRAWN', 'RECUSAL_DETECTED']);
    const reminded = and(seated, fuzhou, at('03-02'), 'RemindAssignment', { supervisorId: 's-1' });
    expect(reasons(entry(1), { theCase: caseAfter(and(reminded, fuzhou, at('03-03'), 'RecordNoAnswer', { supervisorId: 's-1' })) })).toEqual(['ALREADY_DRAWN', 'DECLINED']);
  });
});

describe('a bar on the person', () => {
  const sanctioned = entry(1, cancelled);
  const other: RosterEntry = { ...entry(2), credential: { ...entry(2).credential, personId: 'p-1' } };

  it('holds for every credential from the moment of the sanction, before it has reached the person', () => {
    expect(judging(task({ roster: [sanctioned, other] }))(other)).toEqual(['BARRED']);
  });

  it('ends for the others when it is reversed', () => {
    const reversed = { ...sanctioned, barred: false, barFollowed: true };
    expect(judging(task({ roster: [reversed, other] }))(other)).toEqual([]);
    expect(judging(task({ roster: [reversed, other] }))(reversed)).toContain('BARRED');
  });
});

describe('the names of a draw', () => {
  it('are those of all who were ever appointed', () => {
    expect([applied, inTraining, passed].map((story) => wasAppointed(entry(1, story)))).toEqual([false, false, false]);
    expect([appointed, carded, resigned, cancelled].map((story) => wasAppointed(entry(1, story)))).toEqual([true, true, true, true]);
  });
});
