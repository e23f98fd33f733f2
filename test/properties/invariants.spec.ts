import { tellStory } from '#test/recorded-events/story';
import { INVARIANTS } from '#test/properties/invariants';
import { allOf, type AnyEvent, asLog, type Log, type Logged } from '#test/properties/typed-log';

type Change = (log: Log) => Log;
type Type = AnyEvent['type'];

const isIn = (type: Type, stream?: string) => (event: Logged): boolean => event.type === type && (stream === undefined || event.stream === stream);
const without = (type: Type, stream: string): Change => (log) => log.filter((event) => !isIn(type, stream)(event));
/** The first of its kind with other data, or with other metadata. */
const changed = (type: Type, data: object, meta: object = {}, stream?: string): Change => (log) => {
  const index = log.findIndex(isIn(type, stream));
  return log.map((event, at) => (at === index ? ({ ...event, data: { ...event.data, ...data }, meta: { ...event.meta, ...meta } } as Logged) : event));
};
/** Another event, made from the first of a kind, where the log has reached one of a second kind. */
const added = (made: Partial<Logged> & { readonly like: Type }, when: Type, stream?: string): Change => (log) => {
  const { like, ...members } = made;
  const index = log.findIndex(isIn(when, stream));
  return log.toSpliced(index, 0, { ...log.find(isIn(like)), ...members } as Logged);
};
const again = (type: Type, stream?: string): Change => (log) => [...log, { ...log.find(isIn(type, stream)) } as Logged];

const DRAW = 'draw-drawn-1';
const CASE = 'case-rectified';
const ARCHIVE = 'archive-complaint-long-ago';
const SUSPENDED = { decidedBy: '3501', scope: 'ALL', endsOn: '2027-01-01' };
/** The deadline that a notice sets, otherwise counted. */
const recounted = (change: object): Change => (log) => {
  const served = allOf(log, 'SupervisionNoticeServed').find(({ stream }) => stream === CASE);
  return changed('SupervisionNoticeServed', { selfReportDue: { ...served?.data.selfReportDue, ...change } }, {}, CASE)(log);
};

/** What would have to be seen, by the invariant that must see it. */
const PLANTED: readonly (readonly [invariant: string, what: string, change: Change])[] = [
  ['1 assignments are drawn', 'a draw that was not made', without('DrawCompleted', DRAW)],
  ['1 assignments are drawn', 'somebody else in the seats', changed('SupervisorsDrawn', { members: [{ supervisorId: 's-9', personId: 'p-9' }] }, {}, 'case-drawn')],
  ['1 assignments are drawn', 'a draw made twice', again('DrawCompleted', DRAW)],
  ['1 assignments are drawn', 'another result than the proof gives', changed('DrawCompleted', { order: [] }, {}, DRAW)],
  ['1 assignments are drawn', 'a key that was never announced', without('DrawKeyRegistered', 'drawkeys-FJ')],
  ['2 assigned were eligible', 'no card', without('CardIssued', 'supervisor-s-1')],
  ['2 assigned were eligible', 'no term', without('SupervisorAppointed', 'supervisor-s-2')],
  ['2 assigned were eligible', 'a suspension', added({ like: 'DispatchSuspended', stream: 'supervisor-s-1', data: SUSPENDED } as never, 'DrawPrepared', DRAW)],
  ['3 one person, one role', 'a second role', changed('SessionStaffAssigned', { personId: 'p-internal' }, {}, 'session-supervised')],
  ['3 one person, one role', 'a role that was not claimed', without('SessionRoleClaimed', 'sessionroles-held')],
  ['4 barred are never drawn', 'a barred person in the pool', added({ like: 'QualificationCancelled', stream: 'supervisor-s-other', data: { personId: 'p-1' } } as never, 'PoolFrozen', DRAW)],
  ['4 barred are never drawn', 'a sanction that never reached the person', without('BarRecorded', 'person-p-zheng')],
  ...(['RecordSubmitted', 'RecordReviewed'] as const).map((type) => ['5 measures rest on records', `no ${type}`, without(type, 'daily-daily-measured')] as const),
  ['6 opinions follow the procedure', 'no hearing', without('ViewsHeard', CASE)],
  ['6 opinions follow the procedure', 'no group', without('GroupFormed', CASE)],
  ['6 opinions follow the procedure', 'no defence', without('DefenceSubmitted', CASE)],
  ['6 opinions follow the procedure', 'two members without an exception', changed('GroupFormed', { members: [{}, {}] }, {}, CASE)],
  ['7 the ladder is climbed', 'a criticism of what is not serious', changed('ViolationCaseOpened', { severity: 'ORDINARY' }, {}, 'agencysanction-criticised')],
  ['7 the ladder is climbed', 'a revocation by one person', changed('QualificationRevoked', {}, { actor: 'clerk-3501' })],
  ['7 the ladder is climbed', 'a hold after the revocation', again('PlatformOperationHeld', 'agencysanction-corrected')],
  ['8 numbers are unique', 'a number of two decisions', again('AgencyCriticised', 'agencysanction-criticised')],
  ['8 numbers are unique', 'more cards lost than there were', changed('BlankCardsWrittenOff', { count: 99 })],
  ['8 numbers are unique', 'a number borne twice', changed('CardReplaced', { number: 'R35210001' })],
  ['8 numbers are unique', 'a number that was never taken', without('BlankCardAssigned', 'cards-FJ')],
  ['8 numbers are unique', 'a gap among the numbers', changed('NumberTaken', { serial: 7 })],
  ['9 submitted papers stand', 'a second opinion', again('OpinionIssued', CASE)],
  ['9 submitted papers stand', 'a report that replaces one', changed('RectificationReportSubmitted', { version: 2 })],
  ['9 submitted papers stand', 'other findings', changed('OpinionIssued', { findings: [{ no: 1, item: 'C1' }] })],
  ['9 submitted papers stand', 'a paper after the end', again('RectificationVerified', CASE)],
  ['10 deadlines hold', 'a day too many', recounted({ days: 11 })],
  ['10 deadlines hold', 'an end on a day off', recounted({ date: '2026-05-02' })],
  ['10 deadlines hold', 'a calendar that was not published', without('WorkCalendarPublished', 'calendar-FJ')],
  ['10 deadlines hold', 'called provisional without cause', recounted({ provisional: true })],
  ['10 deadlines hold', 'a deadline that moved after it was met', changed('DeadlineRecomputed', { deadline: 'defence' })],
  ['11 centres keep to their areas', 'a case of another centre', changed('ViolationCaseOpened', {}, { organisation: '3502' })],
  ['11 centres keep to their areas', 'another city', changed('OpinionIssued', {}, { organisation: '3502' })],
  ['11 centres keep to their areas', 'a branch of a central body', changed('AgencyRegistered', { isCentralBranch: true })],
  ['11 centres keep to their areas', '平潭 under 福州', changed('AgencyRegistered', { division: '350128' })],
  ['12 the public is told of nobody', 'a phone number', changed('PublicationApproved', { findings: '考生电话13800000000' })],
  ['12 the public is told of nobody', 'a complaint', changed('PublicationDue', { items: ['C3'] })],
  ['12 the public is told of nobody', 'somebody of the pool', changed('PublicationDue', { draws: [{ order: [] }] })],
  ['12 the public is told of nobody', 'one person for two', changed('PublicationApproved', {}, { actor: 'clerk-3501' })],
  ['12 the public is told of nobody', 'another version than was proposed', changed('PublicationApproved', { version: 9 })],
  ['13 started sessions are covered', 'a start without anybody', without('InternalSupervisorAssigned', 'session-supervised')],
  ['13 started sessions are covered', 'a flag that is missing', without('SessionNotCovered', 'session-uncovered')],
  ['random targets were drawn', 'no draw', changed('DailySupervisionPlanned', { targetDrawId: 'none' }, {}, 'daily-daily-target')],
  ['random targets were drawn', 'a session beside those drawn', changed('DailySupervisionPlanned', { sessionId: 'target-two' }, {}, 'daily-daily-target')],
  ['random targets were drawn', 'drawn by another centre', changed('DailySupervisionPlanned', { dispatcher: 'FJ' }, {}, 'daily-daily-target')],
  ['random targets were drawn', 'drawn afterwards', without('DrawCompleted', 'draw-3502-sessions-2026-07-06-t1')],
  ['results follow the score sheet', 'results without it', without('ScoreSheetUploaded', 'session-supervised')],
  ['archives hold the closed', 'a package of other events', changed('ArchivePackageSealed', { events: [] }, {}, ARCHIVE)],
  ['archives hold the closed', 'a file that was never closed', without('ComplaintClosed', 'complaint-long-ago')],
  ['archives hold the closed', 'a disposal by one person', changed('ArchiveDisposed', {}, { actor: 'clerk-3501' }, ARCHIVE)],
  ['archives hold the closed', 'a disposal that nobody proposed', without('ArchiveDisposalProposed', ARCHIVE)],
  ['archives hold the closed', 'a disposal before its time', changed('ArchiveRetentionExtended', { retention: { dueAt: '2031-01-01T16:00:00.000Z' } }, {}, ARCHIVE)],
  ['archives hold the closed', 'a complaint that goes on without its archive', (log) => [...log, { ...allOf(log, 'ArchiveDisposed')[0], type: 'ComplaintReopened', stream: 'complaint-long-ago', meta: { ...allOf(log, 'ArchiveDisposed')[0]?.meta, recordedAt: '2031-01-01T00:00:00.000Z' } } as unknown as Logged]],
  ['archives hold the closed', 'something after the end', again('ArchiveAccessed', ARCHIVE)],
  ['commands take effect once', 'a second effect', again('OpinionIssued', CASE)],
];

describe('the invariants over the log', () => {
  let log: Log = [];
  const found = (name: string, of: Log): readonly string[] => INVARIANTS[name]?.(of) ?? [];
  beforeAll(async () => {
    log = asLog(await tellStory());
  }, 60_000);

  it('hold for the story, but for the seats that it gives without a draw', () => {
    for (const name of Object.keys(INVARIANTS)) expect([name, found(name, log).filter((fault) => !fault.endsWith('no draw gave this'))]).toEqual([name, []]);
  });

  it.each(PLANTED)('%s: see %s', (name, _what, change) => {
    const before = new Set(found(name, log));
    expect(found(name, change(log)).filter((fault) => !before.has(fault))).not.toEqual([]);
  });

  it('are each seen to fail', () => {
    expect([...new Set(PLANTED.map(([name]) => name))]).toEqual(Object.keys(INVARIANTS));
  });
});
