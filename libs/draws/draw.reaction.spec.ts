import { and, at, CASE_ID, fuzhou, through } from '#libs/cases/case-story';
import { drawProver, drawsEnd } from '#libs/draws/draw.reaction';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { Fact } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { completed, entries, FIRST, KEY, known, OTHER_KEY, prepared, proofOf, SECOND } from '#test/support/draw-story';

const answers = (key: typeof KEY, facts: readonly Fact[]) => facts.flatMap((fact) => drawProver(key).requests(recorded(fact, { stream: `draw-${FIRST}` })));

describe('the holder of the key', () => {
  it('answers a frozen pool with its one proof, and nothing else', () => {
    expect(answers(KEY, completed(prepared()))).toEqual([{ name: 'CompleteDraw', target: FIRST, body: { proof: proofOf(prepared()) } }]);
  });

  it('is silent where the pool is too small, or under another key', () => {
    expect(answers(KEY, prepared(known({ roster: entries(2) })))).toEqual([]);
    expect(answers(OTHER_KEY, prepared())).toEqual([]);
  });

  it('reads the log from the start with each new key', () => {
    expect(drawProver(KEY).name).not.toBe(drawProver(OTHER_KEY).name);
    expect(drawProver(KEY).name).not.toContain(Buffer.from(KEY.secretKey).toString('hex').slice(0, 16));
  });
});

describe('the end of a case', () => {
  const asked: Find[] = [];
  const find = async (_view: unknown, query: Find) => {
    asked.push(query);
    return [{ drawId: FIRST }, { drawId: SECOND }];
  };
  const lookup = { find } as unknown as Lookup;
  const search = (fact: Fact | undefined) => drawsEnd.search(recorded(fact ?? { type: '', data: {} }, { stream: `case-${CASE_ID}` }), lookup);

  it('closes all draws of the case when nobody can join it any more', async () => {
    const cause = { cause: 'PRELIMINARY_OPINION_FORMED' };
    expect(await search(through('FormPreliminaryOpinion').at(-1))).toEqual([FIRST, SECOND].map((target) => ({ name: 'CloseDraw', target, body: cause })));
    const cancelled = and(through('DefineMatters'), fuzhou, at('03-02'), 'CancelSupervision', { reason: '停业' });
    expect(await search(cancelled.at(-1))).toMatchObject([{ body: { cause: 'SUPERVISION_CANCELLED' } }, { target: SECOND }]);
    expect(asked).toMatchObject([1, 2].map(() => ({ where: { kind: 'SPECIAL_CASE', caseId: CASE_ID } })));
  });

  it('leaves them open as long as somebody can', async () => {
    for (const fact of through('EndOnSite')) expect(await search(fact)).toEqual([]);
  });
});
