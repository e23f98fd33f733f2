import { accessRules } from '#libs/access/access.rules';
import { fuzhou } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import { drawRules } from '#libs/draws/draw.rules';
import { drawRecordOf } from '#libs/draws/draw-record';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import { verifyDraw } from '#libs/draws/verify-draw';
import { MAX_EVENT_BYTES } from '#libs/event-sourcing/event-store';
import { given } from '#libs/event-sourcing/given';
import { complete, completed, drawAfter, entries, FIRST, known, NOW, OTHER_KEY, prepared, proofOf, PUBLIC_KEY } from '#test/support/draw-story';

const frozen = prepared();
const failed = prepared(known({ roster: entries(2) }));
const close = (events: typeof frozen) => given(drawDecider, events).about(FIRST).when('CloseDraw', { cause: 'SUPERVISION_CANCELLED' });

describe('completing a draw', () => {
  it('takes the one proof of the frozen pool, and seats the first of the order that follows from it', () => {
    const { facts, refusal } = complete(frozen, proofOf(frozen));
    expect(refusal).toBeUndefined();
    const pool = drawAfter(frozen).frozen?.pool;
    const [fact] = facts;
    if (fact?.type !== 'DrawCompleted' || pool === undefined) throw new Error('not completed');
    const { drawn, purpose: _purpose, ...result } = fact.data;
    const labels = { drawId: FIRST, publicKey: PUBLIC_KEY, preparedAt: NOW, frozenAt: NOW, drawnAt: NOW };
    const record = drawRecordOf(pool, { ...result, result: drawn.map(({ supervisorId }) => supervisorId) }, labels);
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
    expect(drawn.map(({ personId }) => personId)).toEqual(record.result.map((supervisorId) => supervisorId.replace('s-', 'p-')));
  });

  it('refuses the proof of another key, of another pool, and no proof', () => {
    complete(frozen, proofOf(frozen, OTHER_KEY)).expectRefusal(drawRules.ProofBelongsToTheDraw);
    complete(frozen, proofOf(prepared(known({ roster: entries(6) })))).expectRefusal(drawRules.ProofBelongsToTheDraw);
    complete(frozen, '00'.repeat(80)).expectRefusal(drawRules.ProofBelongsToTheDraw);
  });

  it('happens once, and not where nobody is to be drawn', () => {
    complete(completed(frozen), proofOf(frozen)).expectFacts([]);
    complete(failed, proofOf(failed)).expectFacts([]);
    complete([...frozen, ...close(frozen).facts], proofOf(frozen)).expectFacts([]);
  });

  it('is void once the key is retired', () => {
    complete(frozen, proofOf(frozen), [{ publicKey: PUBLIC_KEY, usableFrom: '2026-03-02', retired: true }]).expectRefusal(drawRules.KeyIsNotRetired);
  });

  it('is nobody’s act', () => {
    given(drawDecider, frozen).about(FIRST).by(fuzhou).knowing({ keys: [] }).when('CompleteDraw', { proof: proofOf(frozen) }).expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('the pool of a whole province', () => {
  it('fits one event, and so does its result: 1,500 supervisors with ids as long as they come', () => {
    const [one] = entries(1);
    const id = (kind: string, no: number): string => `01930000-0000-7000-8000-${kind}${String(no).padStart(11, '0')}`;
    const roster = Array.from({ length: 1500 }, (_, no) => ({ ...one, supervisorId: id('a', no), credential: { ...one?.credential, personId: id('b', no) } }) as RosterEntry);
    const sizes = completed(prepared(known({ roster }))).map((fact) => JSON.stringify(fact).length);
    expect(Math.max(...sizes)).toBeGreaterThan(200_000);
    expect(Math.max(...sizes)).toBeLessThan(MAX_EVENT_BYTES - 2048);
  });
});

describe('closing a draw', () => {
  it('happens once, whether it was completed or not, and not to one that failed', () => {
    const purpose = drawAfter(frozen).purpose;
    for (const events of [frozen, completed(frozen)]) {
      close(events).expectFacts([{ type: 'DrawClosed', data: { purpose, cause: 'SUPERVISION_CANCELLED' } }]);
      close([...events, ...close(events).facts]).expectFacts([]);
    }
    close(failed).expectFacts([]);
  });
});
