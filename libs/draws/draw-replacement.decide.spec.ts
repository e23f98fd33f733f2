import { and, at, CASE_ID, fuzhou, supervisor, system, through } from '#libs/cases/case-story';
import { accessRules } from '#libs/access/access.rules';
import type { Case } from '#libs/cases/case.evolve';
import type { Daily } from '#libs/cases/daily.evolve';
import { afterDaily, andDaily, throughDaily } from '#libs/cases/daily-story';
import { drawDecider } from '#libs/draws/draw.decide';
import type { DrawEvent } from '#libs/draws/draw.events';
import { candidateOf } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { dailyTerms, specialTerms } from '#libs/draws/draw-terms';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import { given } from '#libs/event-sourcing/given';
import { renewed } from '#libs/supervisors/supervisor-story';
import { caseAfter, completed, drawAfter, entries, entry, FIRST, NOW, prepared } from '#test/support/draw-story';

const drawn = completed(prepared());
const draw = drawAfter(drawn);
const { purpose } = draw;
const [first = '', second = '', third = '', fourth = '', fifth = ''] = draw.order;
const seated = and(through('DefineMatters'), system, at('03-02'), 'SeatDrawnSupervisors', {
  drawId: FIRST, members: [first, second, third].map((supervisorId) => candidateOf(draw, supervisorId)),
});
const recusal = { supervisorId: first, reason: 'COLLEAGUE', detail: '与考生同事' };
const left = caseAfter(and(seated, supervisor(Number(first.slice(2))), at('03-02'), 'RecuseSupervisor', recusal));

interface Knowing {
  readonly theCase?: Case | undefined;
  readonly roster?: readonly RosterEntry[];
}
function replace(events: readonly DrawEvent[], leaving: string, knowing: Knowing = {}, body: object = {}, by = system) {
  const { theCase } = { theCase: left, ...knowing };
  const takesMembers = theCase !== undefined && specialTerms.takesMembers(theCase);
  return given(drawDecider, events).about(FIRST).by(by).at(NOW).knowing({ roster: entries(5), tasks: [], engaged: [], ...knowing, theCase, takesMembers })
    .when('ReplaceMember', { caseId: CASE_ID, supervisorId: leaving, reason: 'RECUSED', ...body });
}
const without = (supervisorId: string, story = renewed): readonly RosterEntry[] =>
  entries(5).map((candidate) => (candidate.supervisorId === supervisorId ? entry(Number(supervisorId.slice(2)), story) : candidate));
const andThen = (events: readonly DrawEvent[], leaving: string, knowing: Knowing = {}) => [...events, ...replace(events, leaving, knowing).facts];

describe('the seat of one who leaves', () => {
  it('goes to the next in the order', () => {
    replace(drawn, first).expectFacts([
      { type: 'MemberReplaced', data: { purpose, leaving: first, reason: 'RECUSED', skipped: [], substitute: candidateOf(draw, fourth) } },
    ]);
  });

  it('is filled once, however often it is asked', () => {
    replace(andThen(drawn, first), first).expectFacts([]);
    replace(andThen(andThen(drawn, first), second), first).expectFacts([]);
  });

  it('passes over whoever cannot be sent that day, and says why; they keep their place for a later seat', () => {
    const roster = without(fourth);
    replace(drawn, first, { roster }).expectFacts([
      {
        type: 'MemberReplaced',
        data: { purpose, leaving: first, reason: 'RECUSED', skipped: [{ supervisorId: fourth, reasons: ['NO_CARD'] }], substitute: candidateOf(draw, fifth) },
      },
    ]);
    expect(replace(andThen(drawn, first, { roster }), second).facts).toMatchObject([{ type: 'MemberReplaced', data: { substitute: { supervisorId: fourth } } }]);
  });

  it('stays vacant where nobody is left in the order, and that too is said once', () => {
    const usedUp = andThen(andThen(drawn, first), second);
    expect(drawAfter(usedUp).seated).toEqual([first, second, third, fourth, fifth]);
    replace(usedUp, third).expectFacts([{ type: 'SubstitutesExhausted', data: { purpose, leaving: third, reason: 'RECUSED', skipped: [] } }]);
    replace(andThen(usedUp, third), third).expectFacts([]);
    const barred = entries(5).map((candidate) => ({ ...candidate, barred: true }));
    expect(replace(drawn, first, { roster: barred }).facts).toMatchObject([
      { type: 'SubstitutesExhausted', data: { skipped: [{ supervisorId: fourth, reasons: ['BARRED'] }, { supervisorId: fifth, reasons: ['BARRED'] }] } },
    ]);
  });

  it('may go to a substitute’s substitute', () => {
    expect(replace(andThen(drawn, first), fourth).facts).toMatchObject([{ type: 'MemberReplaced', data: { leaving: fourth, substitute: { supervisorId: fifth } } }]);
  });

  it('stays as it is once nobody can join', () => {
    const closed: readonly DrawEvent[] = [...drawn, { type: 'DrawClosed', data: { purpose, cause: 'PRELIMINARY_OPINION_FORMED' } }];
    replace(closed, first).expectFacts([]);
    replace(drawn, first, { theCase: caseAfter(through('FormPreliminaryOpinion')) }).expectFacts([]);
    replace(drawn, first, { theCase: caseAfter(and(seated, fuzhou, at('03-02'), 'CancelSupervision', { reason: '停业' })) }).expectFacts([]);
    replace(drawn, first, { theCase: undefined }).expectFacts([]);
  });

  it('must be one of the draw, for its case', () => {
    replace(drawn, fourth).expectRefusal(drawRules.LeavingMemberWasDrawn);
    replace(prepared(), first).expectRefusal(drawRules.LeavingMemberWasDrawn);
    replace(drawn, first, {}, { caseId: 'another' }).expectRefusal(drawRules.LeavingMemberWasDrawn);
  });

  it('is filled by the system alone', () => {
    replace(drawn, first, {}, {}, fuzhou).expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('the draw of a daily supervision', () => {
  const missed = andDaily(throughDaily('AcceptDailyAssignment'), system, at('03-11', 17), 'EndDailyAsPlanned');
  const state = afterDaily(missed, system, at('03-12')).state() as Daily;

  it('replaces also who leaves one that was missed, for it may be moved; a further draw waits until it is (R2.5-2, R3.2-2)', () => {
    expect(dailyTerms.takesMembers(state)).toBe(true);
    expect(() => dailyTerms.requireReady(state)).toThrow(drawRules.DailyTakesDrawn.name);
    const moved = afterDaily(andDaily(missed, system, at('03-12'), 'FollowSession', { startsAt: '2026-03-17T01:00:00.000Z', endsAt: '2026-03-17T09:00:00.000Z' }), system, at('03-12')).state() as Daily;
    expect(() => dailyTerms.requireReady(moved)).not.toThrow();
    expect(dailyTerms.takesMembers(afterDaily(throughDaily('EndDailySupervision'), system, at('03-12')).state() as Daily)).toBe(false);
  });
});
