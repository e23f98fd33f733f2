import { at, fuzhou, province, school, supervisor } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import type { DrawEvent } from '#libs/draws/draw.events';
import { drawRules } from '#libs/draws/draw.rules';
import { recordOf } from '#libs/draws/draw-export';
import { type DrawFile, drawFile } from '#libs/draws/draw-file.view';
import { targetDrawRules } from '#libs/draws/target-draw.rules';
import { verifyDraw } from '#libs/draws/verify-draw';
import type { Actor } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { KEY, proofOf, PUBLIC_KEY } from '#test/support/draw-story';

const NOW = at('03-02', 12);
const ID = '3501-sessions-2026-03-09-t1';
const purpose = { kind: 'TARGETS', of: 'SESSIONS', period: '2026-03-09' } as const;
const keys = [{ publicKey: PUBLIC_KEY, usableFrom: '2026-03-02', retired: false }];
const judged = [
  { candidateId: 'b', reasons: [] }, { candidateId: 'a', reasons: [] }, { candidateId: 'c', reasons: [] },
  { candidateId: 'd', reasons: ['ALREADY_SUPERVISED'] },
];
const KNOWN = { earlier: undefined, keys, judged, taken: { last: {}, byHolder: {} } };

const asked = (body: object = {}, { by = fuzhou, target = ID, known = {} }: { readonly by?: Actor; readonly target?: string; readonly known?: object } = {}) =>
  given(drawDecider).about(target).by(by).at(NOW).knowing({ ...KNOWN, ...known })
    .afterPreparing(recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: `draw-${target}` } }))
    .when('PrepareTargetDraw', { of: 'SESSIONS', period: '2026-03-09', k: 2, ...body });
const facts = (body: object = {}): readonly DrawEvent[] => asked(body).facts;
const complete = (events: readonly DrawEvent[]) => given(drawDecider, events).about(ID).at(NOW).knowing({ keys }).when('CompleteDraw', { proof: proofOf(events, KEY) });
const stateAfter = (events: readonly DrawEvent[]) => given(drawDecider, events).about(ID).state();

describe('a draw of what is supervised', () => {
  it('freezes everything of the period, with the reason of each that is left out', () => {
    asked().expectFacts([
      { type: 'DrawPrepared', data: { purpose, ordinal: 1, serial: '榕技督抽〔2026〕7号', area: '3501', drawnBy: '3501', k: 2 } },
      {
        type: 'PoolFrozen',
        data: {
          purpose, candidates: [], onSiteFrom: '2026-03-09', onSiteTo: '2026-03-15', publicKey: PUBLIC_KEY,
          pool: {
            serial: '榕技督抽〔2026〕7号', kind: 'TARGET', purpose: '督导场次 2026-03-09', scope: '3501', k: 2, ruleVersion: 'fd1',
            eligible: ['a', 'b', 'c'], exclusions: [{ candidateId: 'd', reason: 'ALREADY_SUPERVISED' }],
          },
        },
      },
    ]);
    asked({ of: 'AGENCIES', period: '2026-02' }, { target: '3501-agencies-2026-02-t1' }).expectRefusal(targetDrawRules.TargetPeriodIsNotOver);
    expect(asked({ of: 'AGENCIES', period: '2026-03' }, { target: '3501-agencies-2026-03-t1' }).facts[1]).toMatchObject({ data: { onSiteFrom: '2026-03-01', onSiteTo: '2026-03-31', pool: { purpose: '督导评价机构 2026-03' } } });
  });

  it('is completed by the same proof, draws nobody, and is checked offline by the same verifier', () => {
    const { facts: done } = complete(facts());
    const events = [...facts(), ...done];
    const [completed] = done;
    if (completed?.type !== 'DrawCompleted') throw new Error('not completed');
    expect(completed.data).toMatchObject({ drawn: [], targets: completed.data.order.slice(0, 2).map(({ candidateId }) => candidateId) });
    const file = events.reduce<DrawFile | null>((before, fact, revision) => drawFile.apply(before, recorded(fact, { stream: `draw-${ID}`, revision }), ID), null);
    expect(file).toMatchObject({ kind: 'TARGETS', of: 'SESSIONS', period: '2026-03-09', state: 'COMPLETED', substitutesLeft: [completed.data.order[2]?.candidateId] });
    const record = recordOf(file as DrawFile);
    if (record === undefined) throw new Error('no record');
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
    expect(verifyDraw({ ...record, result: record.result.toReversed() }, { publicKey: PUBLIC_KEY }).ok).toBe(false);
    expect(verifyDraw({ ...record, exclusions: [] }, { publicKey: PUBLIC_KEY }).ok).toBe(false);
  });

  it('fails where there is less than is asked for', () => {
    expect(asked({ k: 4 }).facts.at(-1)).toEqual({ type: 'DrawFailed', data: { purpose, k: 4, eligible: 3 } });
  });

  it('is for centres, each for itself', () => {
    for (const by of [school, supervisor(1)]) asked({}, { by }).expectRefusal(targetDrawRules.CentersDrawTargets);
    asked({}, { by: province }).expectRefusal(targetDrawRules.TargetDrawsAreCounted);
    asked({}, { by: province, target: 'FJ-sessions-2026-03-09-t1' }).expectTypes(['DrawPrepared', 'PoolFrozen']);
  });

  it('is of a week or a month that is not over, in its order', () => {
    for (const period of ['2026-03-10', '2026-03', '2026-02-30']) asked({ period }).expectRefusal(targetDrawRules.TargetPeriodIsAWeekOrAMonth);
    for (const period of ['2026-03-09', '2026-13']) asked({ of: 'AGENCIES', period }).expectRefusal(targetDrawRules.TargetPeriodIsAWeekOrAMonth);
    asked({ period: '2026-02-23' }).expectRefusal(targetDrawRules.TargetPeriodIsNotOver);
    for (const target of ['3501-sessions-2026-03-09-t2', '3501-sessions-2026-03-09-1', '3501-sessions-2026-03-16-t1', '3501-agencies-2026-03-t1']) {
      asked({}, { target }).expectRefusal(targetDrawRules.TargetDrawsAreCounted);
    }
    asked({}, { known: { keys: [] } }).expectRefusal(drawRules.KeyWasAnnounced);
  });

  it('happens once a period; again only where nothing was drawn', () => {
    const again = (earlier: unknown, known: object = {}) => asked({}, { target: '3501-sessions-2026-03-09-t2', known: { earlier, ...known } });
    const frozen = facts();
    again(stateAfter([...frozen, ...complete(frozen).facts])).expectRefusal(targetDrawRules.TargetsOfAPeriodAreDrawnOnce);
    again(stateAfter(frozen)).expectRefusal(targetDrawRules.TargetsOfAPeriodAreDrawnOnce);
    again(stateAfter(facts({ k: 4 }))).expectTypes(['DrawPrepared', 'PoolFrozen']);
    const retired = [{ publicKey: PUBLIC_KEY, usableFrom: '2026-03-01', retired: true }, { publicKey: 'ab'.repeat(32), usableFrom: '2026-03-02', retired: false }];
    again(stateAfter(frozen), { keys: retired }).expectTypes(['DrawPrepared', 'PoolFrozen']);
    again(stateAfter([...frozen, ...complete(frozen).facts]), { keys: retired }).expectRefusal(targetDrawRules.TargetsOfAPeriodAreDrawnOnce);
  });
});
