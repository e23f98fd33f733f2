import type { DrawEvent } from '#libs/draws/draw.events';
import { type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import type { PoolScope } from '#libs/regulation/own-codes';

const purpose = { kind: 'SPECIAL_CASE', caseId: 'c-1' } as const;
const member = (no: number) => ({ supervisorId: `s-${no}`, personId: `p-${no}` });
const on = (day: string, fact: DrawEvent): Dated => ({ ...fact, occurredAt: `2026-03-${day}T02:00:00.000Z` });

const prepared = (scope: PoolScope): Dated =>
  on('02', { type: 'DrawPrepared', data: { purpose, ordinal: 1, serial: '3501-2026-0001', area: '3501', dispatcher: '3501', drawnBy: '3501', scope, k: 2 } });
const frozen = (scope: PoolScope): Dated => {
  const exclusions = [{ candidateId: 's-8', reason: 'SUSPENDED' }, { candidateId: 's-8', reason: 'OUT_OF_TERM' }, { candidateId: 's-9', reason: 'SUSPENDED' }];
  const pool = { serial: '3501-2026-0001', kind: 'SUPERVISOR', purpose: '督导', scope, k: 2, ruleVersion: '1', eligible: ['s-1', 's-2', 's-3'], exclusions } as const;
  return on('02', { type: 'PoolFrozen', data: { purpose, pool, candidates: [1, 2, 3].map(member), onSiteFrom: '2026-03-23', onSiteTo: '2026-03-24', publicKey: 'a'.repeat(64) } });
};
const completed = on('03', {
  type: 'DrawCompleted',
  data: { purpose, drawn: [member(1), member(2)], poolDigest: 'b'.repeat(64), proof: 'c'.repeat(160), beta: 'd'.repeat(128), order: [1, 2, 3].map((no) => ({ candidateId: `s-${no}`, ticket: String(no).repeat(64) })) },
});
const replaced = on('05', { type: 'MemberReplaced', data: { purpose, leaving: 's-1', reason: 'RECUSED', skipped: [], substitute: member(3) } });
const exhausted = on('06', { type: 'SubstitutesExhausted', data: { purpose, leaving: 's-2', reason: 'DECLINED', skipped: [] } });
const failed = on('02', { type: 'DrawFailed', data: { purpose, k: 2, eligible: 1 } });

describe('draws', () => {
  const documents = foldedLedger([
    ...streamOf('draw-c-1-1', '3501', [prepared('OWN_APPOINTED'), frozen('OWN_APPOINTED'), failed]),
    ...streamOf('draw-c-1-2', '3501', [prepared('PROVINCE'), frozen('PROVINCE'), completed, replaced, exhausted], 100),
  ]);

  it('count once each, by how far they had come on the day', () => {
    const day = (occurredUpTo: string) => table(documents, question('Draws', {}, { occurredUpTo }), 'drawStage', 'poolScope');
    expect(day('2026-03-02')).toEqual({ 'FAILED OWN_APPOINTED': 1, 'FROZEN PROVINCE': 1 });
    expect(day('2026-03-03')).toEqual({ 'FAILED OWN_APPOINTED': 1, 'COMPLETED PROVINCE': 1 });
  });

  it('count whom they gave a seat, who was replaced and why, and whom the pool left out', () => {
    expect(table(documents, question('SupervisorsDrawn'), 'area', 'poolScope')).toEqual({ '3501 PROVINCE': 2 });
    expect(table(documents, question('Replacements'), 'replacement', 'leavingReason')).toEqual({ 'REPLACED RECUSED': 1, 'EXHAUSTED DECLINED': 1 });
    expect(table(documents, question('PoolExclusions', { poolScope: 'PROVINCE' }), 'exclusionReason')).toEqual({ OUT_OF_TERM: 1, SUSPENDED: 2 });
  });
});

describe('draws inside an agency, and of targets', () => {
  const inside = { kind: 'INTERNAL_SUPERVISION', sessionId: 's-1' } as const;
  const targets = { kind: 'TARGETS', of: 'SESSIONS', period: '2026-03-02' } as const;
  const count = { ordinal: 1, serial: '1', area: '3501', k: 1 } as const;
  const outcome = { poolDigest: '', proof: '', beta: '', order: [] } as const;
  const documents = foldedLedger([
    ...streamOf('draw-s-1', '3501', [on('02', { type: 'DrawPrepared', data: { ...count, purpose: inside, agencyId: 'agency-1' } }), on('02', { type: 'DrawCompleted', data: { ...outcome, purpose: inside, drawn: [member(1)] } })]),
    ...streamOf('draw-t-1', '3501', [on('02', { type: 'DrawPrepared', data: { ...count, purpose: targets, drawnBy: '3501' } }), on('02', { type: 'DrawCompleted', data: { ...outcome, purpose: targets, drawn: [], targets: ['s-1', 's-2'] } })], 100),
  ]);

  it('count beside the others, by what they are for', () => {
    expect(table(documents, question('Draws'), 'drawStage', 'drawPurpose', 'poolScope')).toEqual({ 'COMPLETED INTERNAL_SUPERVISION AGENCY': 1, 'COMPLETED TARGETS TARGETS': 1 });
    expect(table(documents, question('SupervisorsDrawn'), 'drawPurpose')).toEqual({ INTERNAL_SUPERVISION: 1 });
    expect(table(documents, question('TargetsDrawn'), 'targetKind')).toEqual({ SESSIONS: 2 });
  });
});
