import fc from 'fast-check';
import { CASE_ID } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import { LEAVING_REASONS, type DrawEvent } from '#libs/draws/draw.events';
import { barredPersons, type RosterEntry } from '#libs/supervisors/roster.evolve';
import { verifyDraw } from '#libs/draws/verify-draw';
import { given } from '#libs/event-sourcing/given';
import { appointed, cancelled, carded, renewed, renewedCarded } from '#libs/supervisors/supervisor-story';
import { complete, completed, drawAfter, entry, exportedFrom, FIRST, known, MATTERS, NOW, prepared, proofOf, PUBLIC_KEY } from '#test/support/draw-story';

const STORIES = [renewedCarded, renewedCarded, renewedCarded, renewed, carded, appointed, cancelled];
/** Some people have two credentials; some are barred, by one of them or by a third. */
const anyEntry = fc.record({ story: fc.nat(STORIES.length - 1), person: fc.nat(11), barred: fc.constantFrom(false, false, false, true), barFollowed: fc.boolean() });
const others = fc.array(anyEntry, { maxLength: 10 }).map((all) =>
  all.map(({ story, person, ...flags }, index): RosterEntry => {
    const { credential, ...rest } = entry(index + 1, STORIES[story], flags);
    return { ...rest, credential: { ...credential, personId: `p-${person}` } };
  }),
);
/** Some of whom nothing speaks against, so that most draws find enough, among others of whom much does. */
const anyRoster = fc.tuple(fc.integer({ min: 2, max: 7 }), others).map(([sound, rest]) =>
  [...rest, ...Array.from({ length: sound }, (_, no) => entry(101 + no))]);
const anyLeaving = fc.array(fc.record({ who: fc.nat(20), reason: fc.constantFrom(...Object.keys(LEAVING_REASONS)), roster: fc.nat(3) }), { maxLength: 8 });

/** The draw after its members have left one after the other, while the roster changes under it. */
function lived(roster: readonly RosterEntry[], rosters: readonly (readonly RosterEntry[])[], leaving: readonly { who: number; reason: string; roster: number }[]) {
  let events: readonly DrawEvent[] = prepared(known({ roster }));
  if (drawAfter(events).stage === 'FAILED') return events;
  events = completed(events);
  for (const { who, reason, roster: now } of leaving) {
    const { seated } = drawAfter(events);
    const body = { caseId: CASE_ID, supervisorId: seated[who % seated.length], reason };
    const knowing = { theCase: MATTERS, roster: rosters[now] ?? roster, tasks: [], engaged: [], takesMembers: true };
    const ask = (after: readonly DrawEvent[]) => given(drawDecider, after).about(FIRST).at(NOW).knowing(knowing).when('ReplaceMember', body);
    const { facts, refusal } = ask(events);
    if (refusal !== undefined) throw refusal;
    events = [...events, ...facts];
    ask(events).expectFacts([]);
  }
  return events;
}

const anyHistory = fc.tuple(anyRoster, fc.array(anyRoster, { maxLength: 3 }), anyLeaving);

describe('whatever the roster and whoever leaves', () => {
  it('nobody barred is in a pool, and everyone ever appointed is in it or out of it with a reason', () => {
    let pools = 0;
    fc.assert(fc.property(anyRoster, (roster) => {
      const { frozen } = drawAfter(prepared(known({ roster })));
      const barred = barredPersons(roster);
      const eligible = frozen?.pool.eligible ?? [];
      const excluded = new Set(frozen?.pool.exclusions.map(({ candidateId }) => candidateId));
      pools += eligible.length > 0 && barred.size > 0 ? 1 : 0;
      expect(frozen?.candidates.filter(({ personId }) => barred.has(personId))).toEqual([]);
      expect([...eligible, ...excluded].sort()).toEqual(roster.map(({ supervisorId }) => supervisorId).sort());
      expect(frozen?.candidates.map(({ supervisorId }) => supervisorId)).toEqual(eligible);
    }));
    expect(pools).toBeGreaterThan(10);
  });

  it('the result is of the pool, follows from the log alone, and comes once', () => {
    let draws = 0;
    fc.assert(fc.property(anyHistory, ([roster, rosters, leaving]) => {
      const events = lived(roster, rosters, leaving);
      const record = exportedFrom(events);
      if (record === undefined) return;
      draws += 1;
      expect(record.result.every((supervisorId) => record.eligible.includes(supervisorId))).toBe(true);
      expect(verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
      expect(events.filter(({ type }) => type === 'DrawCompleted')).toHaveLength(1);
      complete(events, proofOf(events)).expectFacts([]);
    }), { numRuns: 60 });
    expect(draws).toBeGreaterThan(10);
  });

  it('a seat goes to nobody who had one, in the order of the draw but for those passed over with a reason', () => {
    let replaced = 0;
    fc.assert(fc.property(anyHistory, ([roster, rosters, leaving]) => {
      const events = lived(roster, rosters, leaving);
      const { order, seated } = drawAfter(events);
      expect(new Set(seated).size).toBe(seated.length);
      for (const [index, event] of events.entries()) {
        if (event.type !== 'MemberReplaced' && event.type !== 'SubstitutesExhausted') continue;
        replaced += 1;
        const before = drawAfter(events.slice(0, index)).seated;
        const turn = order.filter((supervisorId) => !before.includes(supervisorId));
        const named = [...event.data.skipped.map(({ supervisorId }) => supervisorId), ...(event.type === 'MemberReplaced' ? [event.data.substitute.supervisorId] : [])];
        expect(named).toEqual(turn.slice(0, named.length));
        expect(event.data.skipped.every(({ reasons }) => reasons.length > 0)).toBe(true);
        if (event.type === 'SubstitutesExhausted') expect(named).toEqual(turn);
      }
    }), { numRuns: 60 });
    expect(replaced).toBeGreaterThan(10);
  });
});
