import { accessRules } from '#libs/access/access.rules';
import { and, at, CASE_ID, fuzhou, member, province, school, supervisor, system, through, type Told, xiamen } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import type { DrawEvent } from '#libs/draws/draw.events';
import { drawRules } from '#libs/draws/draw.rules';
import { KnownTooEarly } from '#libs/event-sourcing/decider';
import { NotAllowed } from '#libs/event-sourcing/rule';
import { passed, resigned } from '#libs/supervisors/supervisor-story';
import { caseAfter, completed, drawAfter, entries, entry, FIRST, known, MATTERS, NOW, prepare, prepared, PUBLIC_KEY, SECOND } from '#test/support/draw-story';

const purpose = { kind: 'SPECIAL_CASE', caseId: CASE_ID } as const;
const dataOf = <T extends DrawEvent['type']>(facts: readonly DrawEvent[], type: T) => facts.find((fact) => fact.type === type)?.data as Extract<DrawEvent, { type: T }>['data'];

const DRAWN = [1, 2, 3].map(member);
const firstDraw = drawAfter(completed(prepared()));
/** The case with the first draw seated; then s-2 has left; then nobody could follow. */
const seated: readonly Told[] = and(through('DefineMatters'), system, at('03-02'), 'SeatDrawnSupervisors', { drawId: FIRST, members: DRAWN });
const left = and(seated, supervisor(2), at('03-02'), 'DeclineAssignment', { reason: '住院' });
const vacant = and(left, system, at('03-02'), 'LeaveSeatVacant', { drawId: FIRST, leaving: 's-2' });
const furtherDraw = known({ theCase: caseAfter(vacant), earlier: firstDraw, exhausted: firstDraw });
const failed = drawAfter(prepared(known({ roster: entries(2) })));

describe('the first draw of a case', () => {
  it('freezes everyone who can be sent, under a number and the announced key', () => {
    prepare().expectFacts([
      { type: 'DrawPrepared', data: { purpose, ordinal: 1, serial: '榕技督抽〔2026〕7号', area: '3501', dispatcher: '3501', drawnBy: '3501', scope: 'OWN_APPOINTED', k: 3 } },
      {
        type: 'PoolFrozen',
        data: {
          purpose, candidates: [1, 2, 3, 4, 5].map(member), onSiteFrom: '2026-03-23', onSiteTo: '2026-03-24', publicKey: PUBLIC_KEY,
          pool: {
            serial: '榕技督抽〔2026〕7号', kind: 'SUPERVISOR', purpose: '专项督导', scope: 'OWN_APPOINTED', k: 3, ruleVersion: 'fd1',
            eligible: ['s-1', 's-2', 's-3', 's-4', 's-5'], exclusions: [],
          },
        },
      },
    ]);
  });

  it('fails where fewer can be sent than are needed, and says who cannot', () => {
    const facts = prepared(known({ roster: entries(2) }));
    expect(facts.map(({ type }) => type)).toEqual(['DrawPrepared', 'PoolFrozen', 'DrawFailed']);
    expect(dataOf(facts, 'DrawFailed')).toEqual({ purpose, k: 3, eligible: 2 });
    expect(prepared(known({ roster: entries(3) })).map(({ type }) => type)).toEqual(['DrawPrepared', 'PoolFrozen']);
  });

  it('names everyone who was ever appointed, and no applicant', () => {
    const { pool } = dataOf(prepared(known({ roster: [...entries(3), entry(4, passed), entry(5, resigned)] })), 'PoolFrozen');
    expect(pool).toMatchObject({ eligible: ['s-1', 's-2', 's-3'], exclusions: [{ candidateId: 's-5', reason: 'OUT_OF_TERM' }] });
  });

  it('takes the number that an attempt before it has left behind, else one of its centre', () => {
    const rule = drawDecider.commands['PrepareDraw'];
    const held = { last: { 2026: 4 }, byHolder: { [`draw-${FIRST}`]: { year: 2026, serial: 4, holder: `draw-${FIRST}` } } };
    const context = { target: FIRST, now: NOW, occurredAt: NOW, actor: fuzhou, known: known(), prepared: [] };
    const body = { caseId: CASE_ID };
    expect(rule?.prepare?.(body, undefined, context)).toEqual({ name: 'TakeNumber', target: 'DRAW-3501', body: { holder: `draw-${FIRST}` } });
    expect(rule?.prepare?.(body, undefined, { ...context, known: known({ taken: { 3501: held } }) })).toBeUndefined();
    expect(dataOf(prepared(known({ taken: { 3501: held } })), 'DrawPrepared').serial).toBe('榕技督抽〔2026〕4号');
    expect(() => rule?.decide(body, undefined, context)).toThrow(KnownTooEarly);
  });

  it('may fill a larger group, never a smaller one', () => {
    expect(dataOf(prepared(known(), { body: { k: 5 } }), 'PoolFrozen').pool.k).toBe(5);
    prepare(known(), { body: { k: 2 } }).expectRefusal(drawRules.FirstDrawFillsTheGroup);
  });

  it('waits for the matters, and is too late after the deliberation or the end', () => {
    prepare(known({ theCase: caseAfter(through('OpenSpecialSupervision')) })).expectRefusal(drawRules.MattersPrecedeTheDraw);
    prepare(known({ theCase: caseAfter(through('FormPreliminaryOpinion')) })).expectRefusal(drawRules.CaseTakesMembers);
    const cancelled = and(through('DefineMatters'), fuzhou, at('03-02'), 'CancelSupervision', { reason: '停业' });
    prepare(known({ theCase: caseAfter(cancelled) })).expectRefusal(drawRules.CaseTakesMembers);
    prepare(known({ theCase: undefined })).expectRefusal(drawRules.DrawIsForACase);
  });

  it.each([['case-9-1'], [`${CASE_ID}-0`], [`${CASE_ID}-01`], [`${CASE_ID}-2`], [`${CASE_ID}-100`], [CASE_ID]])('is not called %s', (target) => {
    prepare(known(), { target }).expectRefusal(drawRules.DrawsOfACaseAreCounted);
  });
});

describe('the key of a draw', () => {
  const key = (publicKey: string, usableFrom: string, retired = false) => ({ publicKey, usableFrom, retired });

  it('was announced long enough, and nobody chooses it', () => {
    const keys = [key('aa', '2026-01-01'), key('bb', '2026-03-02'), key('cc', '2026-03-03')];
    expect(dataOf(prepared(known({ keys })), 'PoolFrozen').publicKey).toBe('bb');
    prepare(known({ keys: [key('aa', '2026-03-03')] })).expectRefusal(drawRules.KeyWasAnnounced);
    prepare(known({ keys: [] })).expectRefusal(drawRules.KeyWasAnnounced);
  });

  it('is not a retired one', () => {
    expect(dataOf(prepared(known({ keys: [key('aa', '2026-01-01'), key('bb', '2026-01-02', true)] })), 'PoolFrozen').publicKey).toBe('aa');
    prepare(known({ keys: [key('aa', '2026-01-01', true)] })).expectRefusal(drawRules.KeyWasAnnounced);
  });
});

describe('a further draw', () => {
  it('waits until the one before is settled', () => {
    const second = { target: SECOND };
    prepare(known({ earlier: drawAfter(prepared()) }), second).expectRefusal(drawRules.EarlierDrawIsSettled);
    prepare(known({ earlier: firstDraw }), second).expectRefusal(drawRules.EarlierDrawIsSettled);
    prepare(known({ earlier: firstDraw, theCase: caseAfter(seated) }), second).expectRefusal(drawRules.SeatIsVacant);
    prepare(known({ earlier: firstDraw, theCase: caseAfter(left) }), second).expectRefusal(drawRules.SeatIsVacant);
  });

  it('follows one that failed, and fills the group', () => {
    const facts = prepared(known({ earlier: failed }), { target: SECOND });
    expect(dataOf(facts, 'DrawPrepared')).toMatchObject({ ordinal: 2, k: 3 });
    expect(dataOf(facts, 'PoolFrozen').pool.replacement).toBeUndefined();
  });

  it('follows one whose key was retired before it could be completed', () => {
    const keys = [{ publicKey: 'aa', usableFrom: '2026-01-01', retired: false }, { publicKey: PUBLIC_KEY, usableFrom: '2026-03-02', retired: true }];
    expect(dataOf(prepared(known({ earlier: drawAfter(prepared()), keys }), { target: SECOND }), 'PoolFrozen').publicKey).toBe('aa');
  });

  it('fills the one seat that nobody could take, and says whose it was', () => {
    const facts = prepared(furtherDraw, { target: SECOND });
    expect(dataOf(facts, 'DrawPrepared')).toMatchObject({ ordinal: 2, k: 1 });
    expect(dataOf(facts, 'PoolFrozen').pool).toMatchObject({
      replacement: { serial: '榕技督抽〔2026〕7号', candidateId: 's-2', reason: 'DECLINED' },
      eligible: ['s-4', 's-5'],
      exclusions: [
        { candidateId: 's-1', reason: 'ALREADY_DRAWN' }, { candidateId: 's-2', reason: 'ALREADY_DRAWN' },
        { candidateId: 's-2', reason: 'DECLINED' }, { candidateId: 's-3', reason: 'ALREADY_DRAWN' },
      ],
    });
    prepare(furtherDraw, { target: SECOND, body: { k: 2 } }).expectRefusal(drawRules.FurtherDrawFillsOneSeat);
    expect(prepared({ ...furtherDraw, roster: entries(3) }, { target: SECOND }).at(-1)).toMatchObject({ type: 'DrawFailed', data: { k: 1, eligible: 0 } });
  });
});

describe('who draws', () => {
  it.each([
    [xiamen, accessRules.CenterActsInItsOwnArea], [school, drawRules.DispatcherDraws], [supervisor(1), drawRules.DispatcherDraws], [system, drawRules.DispatcherDraws],
  ])('is not %j', (by, rule) => {
    const { refusal } = prepare(known(), { by });
    expect(refusal).toBeInstanceOf(NotAllowed);
    expect(refusal?.rule).toEqual(rule);
  });

  it('is the dispatcher alone, where the pool is its own', () => {
    const ledByProvince = { ...MATTERS, dispatcher: 'FJ' } as const;
    prepare(known({ theCase: ledByProvince })).expectRefusal(drawRules.DispatcherDraws);
    prepare(known(), { by: province, body: { scope: 'OWN_APPOINTED' } }).expectRefusal(drawRules.DispatcherDraws);
    expect(dataOf(prepared(known({ theCase: ledByProvince }), { by: province, body: { scope: 'OWN_APPOINTED' } }), 'DrawFailed').eligible).toBe(0);
  });

  it('is the provincial centre, where the pool is the province', () => {
    prepare(known({ earlier: failed }), { target: SECOND, body: { scope: 'PROVINCE' } }).expectRefusal(drawRules.OnlyTheProvinceDrawsFromTheProvince);
    const widened = prepared(known({ earlier: failed }), { target: SECOND, by: province });
    expect(dataOf(widened, 'DrawPrepared')).toMatchObject({ scope: 'PROVINCE', drawnBy: 'FJ', dispatcher: '3501', serial: '闽技督抽〔2026〕7号' });
    expect(dataOf(prepared(known({ theCase: { ...MATTERS, dispatcher: 'FJ' } }), { by: province }), 'DrawPrepared')).toMatchObject({ scope: 'PROVINCE' });
  });

  it('widens a city’s pool only after it did not do', () => {
    prepare(known(), { by: province }).expectRefusal(drawRules.WideningFollowsAnEmptyPool);
    expect(dataOf(prepared(furtherDraw, { target: SECOND, by: province }), 'DrawPrepared')).toMatchObject({ scope: 'PROVINCE' });
    const keys = [{ publicKey: 'aa', usableFrom: '2026-01-01', retired: false }, { publicKey: PUBLIC_KEY, usableFrom: '2026-03-02', retired: true }];
    const again = (scope: 'PROVINCE' | 'OWN_APPOINTED') => prepare(known({ earlier: { ...drawAfter(prepared()), scope }, keys }), { target: SECOND, by: province });
    expect(dataOf(again('PROVINCE').facts, 'DrawPrepared')).toMatchObject({ scope: 'PROVINCE' });
    again('OWN_APPOINTED').expectRefusal(drawRules.WideningFollowsAnEmptyPool);
  });
});
