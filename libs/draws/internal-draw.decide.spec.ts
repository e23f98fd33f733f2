import { school } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import { drawRules } from '#libs/draws/draw.rules';
import type { Draw } from '#libs/draws/draw.evolve';
import { internalOrdinalIn, ordinalIn } from '#libs/draws/draw-id';
import type { KnownForInternalDraw } from '#libs/draws/internal-draw-knowledge';
import { type InternalTask, judgingInternal } from '#libs/draws/internal-eligibility';
import { given, recorded } from '#libs/event-sourcing/given';
import { NO_NUMBERS } from '#libs/regulation/numbering.evolve';
import type { ExclusionReason } from '#libs/regulation/own-codes';
import { sessionDecider } from '#libs/sessions/session.decide';
import type { SessionEvent } from '#libs/sessions/session.events';
import type { Session } from '#libs/sessions/session.evolve';
import { NO_ROLES } from '#libs/sessions/session-roles.evolve';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import { decision, fact, internalAppointed } from '#libs/supervisors/supervisor-story';
import { PUBLIC_KEY } from '#test/support/draw-story';
import { internalOf, internalRenewed, registeredFact, registration } from '#test/support/session-story';

const carded = [...internalRenewed, fact('CardIssued', { number: 'N3524-0002', validFrom: '2024-09-02', validUntil: '2027-09-02', title: '内督' })];
const hong = internalOf('i-1', carded);
const sessionAfter = (...facts: readonly SessionEvent[]): Session => given(sessionDecider, [registeredFact, ...facts]).state() as Session;
const session = sessionAfter();
const role = (personId: string) => ({ held: { [personId]: { personId, role: 'EXAMINER' as const, holder: 'session-1', claimNo: 1 } }, claims: 1 });
const taken = (sessionId: string, startsAt: string, endsAt: string) => ({ sessionId, startsAt, endsAt, persons: ['p-hong'], everDrawn: ['p-hong'] });

describe('who can supervise a session from inside', () => {
  const task: InternalTask = { sessionId: '1', session, roles: NO_ROLES, now: '2026-02-20T02:00:00.000Z', roster: [], sessions: [], tasks: [] };
  const reasons = (candidate: RosterEntry, change: Partial<InternalTask> = {}): readonly ExclusionReason[] => judgingInternal({ ...task, roster: [candidate], ...change })(candidate);
  const suspended = (endsOn: string) => internalOf('i-1', [...carded, fact('DispatchSuspended', { ...decision('停1号', '3502'), scope: 'OWN', endsOn })]);

  it.each<[string, RosterEntry, Partial<InternalTask>, readonly ExclusionReason[]]>([
    ['in term with a card', hong, {}, []],
    ['out of term', internalOf('i-1', internalAppointed), {}, ['OUT_OF_TERM']],
    ['without the card of the term', internalOf('i-1', internalRenewed), {}, ['NO_CARD']],
    ['suspended by whomever on the day', suspended('2026-03-03'), {}, ['SUSPENDED']],
    ['suspended on the day of the draw', suspended('2026-02-20'), {}, ['SUSPENDED']],
    ['suspended until before the draw', suspended('2026-02-19'), {}, []],
    ['barred by another credential', hong, { roster: [{ ...hong, supervisorId: 's-1', barred: true }] }, ['BARRED']],
    ['in another role of the session', hong, { roles: role('p-hong') }, ['CONCURRENT_ROLE']],
    ['in another session at the time', hong, { sessions: [taken('2', '2026-03-03T08:59:59.000Z', '2026-03-03T10:00:00.000Z')] }, ['TIME_OVERLAP']],
    ['in another session before and after', hong, { sessions: [taken('2', '2026-03-03T09:00:00.000Z', '2026-03-03T10:00:00.000Z'), taken('3', '2026-03-02T01:00:00.000Z', registration.startsAt)] }, []],
    ['on an external supervision that day', hong, { tasks: [{ caseId: 'c', from: '2026-03-03', to: '2026-03-04', persons: ['p-hong'], open: true }] }, ['TIME_OVERLAP']],
    ['drawn for it before', hong, { sessions: [{ ...taken('1', registration.startsAt, registration.endsAt), persons: [] }] }, ['ALREADY_DRAWN']],
  ])('is judged, %s', (_what, candidate, change, expected) => {
    expect(reasons(candidate, change)).toEqual(expected);
  });

  it('is judged by the days that are left', () => {
    const late = { now: '2026-03-10T02:00:00.000Z' };
    expect(reasons(internalOf('i-1', [...carded, fact('DispatchSuspended', { ...decision('停1号', '3502'), scope: 'ALL', endsOn: '2026-03-09' })]), late)).toEqual([]);
  });
});

describe('a draw for a session', () => {
  const keys = [{ publicKey: PUBLIC_KEY, usableFrom: '2026-02-01', retired: false }];
  const known: KnownForInternalDraw = { session, roles: NO_ROLES, earlier: undefined, keys, taken: NO_NUMBERS, internal: [hong], roster: [hong], sessions: [], tasks: [] };
  const prepare = (change: Partial<KnownForInternalDraw> = {}, target = '1-i1', body: object = {}) =>
    given(drawDecider).about(target).by(school).at('2026-02-20T02:00:00.000Z').knowing({ ...known, ...change })
      .afterPreparing(recorded({ type: 'NumberTaken', data: { year: 2026, serial: 3, holder: `draw-${target}` } }))
      .when('PrepareInternalDraw', { sessionId: '1', ...body });
  const drawn = (facts = prepare().facts): Draw => ({ ...(given(drawDecider, facts).state() as Draw), stage: 'COMPLETED', seated: ['i-1'] });

  it('freezes the internal supervisors of the agency, and fails where they are too few', () => {
    expect(prepare().facts).toMatchObject([
      { type: 'DrawPrepared', data: { ordinal: 1, serial: '榕技督内抽〔2026〕3号', area: '3501', agencyId: 'agency-1', k: 1 } },
      { type: 'PoolFrozen', data: { onSiteFrom: '2026-03-03', onSiteTo: '2026-03-03', candidates: [{ supervisorId: 'i-1', personId: 'p-hong' }], publicKey: PUBLIC_KEY } },
    ]);
    prepare({}, '1-i1', { k: 2 }).expectTypes(['DrawPrepared', 'PoolFrozen', 'DrawFailed']);
    prepare({ internal: [internalOf('i-2', carded.slice(0, 4))] }).expectTypes(['DrawPrepared', 'PoolFrozen', 'DrawFailed']);
  });

  it('needs a session that still takes somebody, and a key', () => {
    const cancelled = sessionAfter({ type: 'SessionCancelled', data: { claim: session.claim, reason: '报名不足' } });
    prepare({ session: cancelled }).expectRefusal(drawRules.SessionTakesInternalSupervisors);
    prepare({ session: undefined }).expectRefusal(drawRules.DrawIsForASession);
    prepare({ keys: [] }).expectRefusal(drawRules.KeyWasAnnounced);
  });

  it('is counted apart from the draws of cases', () => {
    for (const target of ['1-1', '1-i0', '1-i2', '2-i1', '1-i100']) prepare({}, target).expectRefusal(drawRules.DrawsOfASessionAreCounted);
    expect([internalOrdinalIn('1-i12', '1'), internalOrdinalIn('1-12', '1'), ordinalIn('1-i12', '1')]).toEqual([12, undefined, undefined]);
  });

  it('follows another only when that one is settled and has left nobody', () => {
    const again = (change: Partial<KnownForInternalDraw>) => prepare(change, '1-i2');
    const supervised = sessionAfter({ type: 'InternalSupervisorAssigned', data: { supervisorId: 'i-1', personId: 'p-hong', claimNo: 1, drawId: '1-i1', singleCandidatePool: true } });
    again({ earlier: drawn() }).expectRefusal(drawRules.EarlierInternalDrawIsSettled);
    again({ earlier: { ...drawn(), stage: 'FROZEN' } }).expectRefusal(drawRules.EarlierInternalDrawIsSettled);
    again({ earlier: drawn(), session: supervised }).expectRefusal(drawRules.NobodySupervisesTheSession);
    again({ earlier: drawn(), session: { ...supervised, internalSupervisors: [] } }).expectTypes(['DrawPrepared', 'PoolFrozen']);
    again({ earlier: { ...drawn(), stage: 'FAILED' } }).expectTypes(['DrawPrepared', 'PoolFrozen']);
    again({ earlier: drawn(), roles: role('p-hong') }).expectTypes(['DrawPrepared', 'PoolFrozen', 'DrawFailed']);
    const retired = [{ publicKey: PUBLIC_KEY, usableFrom: '2026-02-01', retired: true }, { publicKey: 'aa', usableFrom: '2026-02-01', retired: false }];
    again({ earlier: { ...drawn(), stage: 'FROZEN' }, keys: retired }).expectTypes(['DrawPrepared', 'PoolFrozen']);
  });
});
