import { accessRules } from '#libs/access/access.rules';
import { archiveDecider } from '#libs/archives/archive.decide';
import type { ArchiveEvent, Retention } from '#libs/archives/archive.events';
import { archiveRules } from '#libs/archives/archive.rules';
import { type ArchivedFile, readArchivedFile } from '#libs/archives/archived-file';
import { CASE_ID, dataOf, fuzhou, province, school, supervisor, system, through, type Told, xiamen } from '#libs/cases/case-story';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Actor, EventMeta, Fact } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import type { Rule } from '#libs/event-sourcing/rule';

const STREAM = `case-${CASE_ID}`;
const NOW = '2026-05-06T02:00:00.000Z';
const END = '2031-04-23T16:00:00.000Z';
const second: Actor = { ...fuzhou, person: 'reviewer-3501' };
const auditor: Actor = { person: 'auditor-1', role: 'AUDITOR', organisation: 'FJ' };

/** A lookup over these events, each with a hash of its own. */
const lookupOf = (events: readonly (Fact & { readonly occurredAt?: string })[], hashOf = (revision: number): string => `h${revision}`) =>
  ({
    fold: async (_stream: string, initial: unknown, evolve: (state: unknown, event: unknown) => unknown) =>
      events.reduce((state, fact, revision) => evolve(state, recorded(fact, { ...fact, revision, meta: { hash: hashOf(revision) } as EventMeta })), initial),
  }) as unknown as Lookup;
const fileOf = async (events: readonly (Fact & { readonly occurredAt?: string })[], stream = STREAM, hashOf?: (revision: number) => string) => readArchivedFile(stream, lookupOf(events, hashOf));

const complaint = (...more: readonly Fact[]) => [
  { type: 'ComplaintReceived', data: { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '代考', accused: ['clerk-accused'], holder: 'FJ' } },
  { type: 'ComplaintTransferred', data: { from: 'FJ', to: '3501', reason: '由所在地中心办理' } },
  ...more,
];
const CLOSED: Fact = { type: 'ComplaintClosed', data: {} };

const closedCase = (): readonly Told[] => through('CloseCase');
let file: ArchivedFile;
let sealed: ArchiveEvent;
let retention: Retention;
beforeAll(async () => {
  file = (await fileOf(closedCase())) as ArchivedFile;
  [sealed] = given(archiveDecider).about(STREAM).by(fuzhou).at(NOW).knowing({ file }).when('SealArchivePackage').facts as [ArchiveEvent];
  ({ retention } = sealed.data as { readonly retention: Retention });
});

const by = <E extends ArchiveEvent>(actor: Actor, event: E): E & { readonly meta: Partial<EventMeta> } => ({ ...event, meta: { actor: actor.person } });
const proposed = by(fuzhou, { type: 'ArchiveDisposalProposed', data: { appraisal: '无继续保存价值' } });
const disposed: ArchiveEvent = { type: 'ArchiveDisposed', data: { appraisal: '无继续保存价值' } };
const after = (...events: readonly ArchiveEvent[]) => given(archiveDecider, events as never).about(STREAM).by(fuzhou).at(NOW).knowing({ file });
const kept = (...events: readonly ArchiveEvent[]) => after(sealed, ...events);
const atTheEnd = (...events: readonly ArchiveEvent[]) => kept(...events).at(END);

describe('sealing an archive', () => {
  it('lists every event of the closed file with its hash, the files and the templates', () => {
    const events = closedCase();
    expect(sealed).toMatchObject({
      type: 'ArchivePackageSealed',
      data: {
        subject: STREAM, version: 1, keeper: '3501', closedOn: '2026-04-23', lastHash: `h${events.length - 1}`,
        events: events.map(({ type }, revision) => ({ type, hash: `h${revision}` })),
        files: [{ evidenceId: 'ev-1', sha256: 'a'.repeat(64) }, { evidenceId: 'ev-9', sha256: 'a'.repeat(64) }],
      },
    });
    expect(sealed.data).toMatchObject({ templates: [NO_CONFLICT_DECLARATION.version] });
  });

  it('keeps it for the years of D-13 from the closing on, as the closing said, and says why', () => {
    expect(retention).toEqual({
      from: '2026-04-23', date: dataOf(closedCase(), 'CaseClosed').keepUntil, dueAt: END, basis: 'D-13 评价机构档案管理规定',
      explanation: '2026年4月23日办结,电子档案保管5年,至2031年4月23日24时届满(D-13 评价机构档案管理规定)。',
    });
  });

  it('is of what is closed only', async () => {
    const open = async (events: readonly Fact[], stream = STREAM) => after().about(stream).knowing({ file: await fileOf(events, stream) }).when('SealArchivePackage');
    (await open(through('VerifyRectification'))).expectRefusal(archiveRules.OnlyTheClosedIsArchived);
    (await open([])).expectRefusal(archiveRules.OnlyTheClosedIsArchived);
    (await open(closedCase(), 'session-1')).expectRefusal(archiveRules.OnlyTheClosedIsArchived);
    (await open(complaint(), 'complaint-1')).expectRefusal(archiveRules.OnlyTheClosedIsArchived);
    (await open(complaint(CLOSED, { type: 'ComplaintReopened', data: { reason: '新证据' } }), 'complaint-1')).expectRefusal(archiveRules.OnlyTheClosedIsArchived);
    (await open(complaint(CLOSED), 'complaint-1')).expectTypes(['ArchivePackageSealed']);
  });

  it.each(['NoMeasureDecided', 'DailySupervisionClosed'])('is of a daily supervision after %s', async (type) => {
    const daily = [{ type: 'DailySupervisionPlanned', data: { dispatcher: '3501', area: '3501', isCentralBranch: false } }, { type, data: { keepUntil: '2031-03-02' } }];
    after().about('daily-1').knowing({ file: await fileOf(daily, 'daily-1') }).when('SealArchivePackage').expectTypes(['ArchivePackageSealed']);
    after().about('daily-1').knowing({ file: await fileOf(daily.slice(0, 1), 'daily-1') }).when('SealArchivePackage').expectRefusal(archiveRules.OnlyTheClosedIsArchived);
  });

  it('adds nothing when asked again, and a version when the file has grown', async () => {
    kept().when('SealArchivePackage').expectFacts([]);
    const grown = await fileOf([...closedCase(), { type: 'CaseLinkedToSanction', data: { sanctionId: 'x' }, occurredAt: NOW }]);
    const [again] = kept().knowing({ file: grown }).when('SealArchivePackage').facts;
    expect(again?.data).toMatchObject({ version: 2, retention });
  });

  it('keeps a retention that was made longer', async () => {
    const longer = { ...retention, date: '2040-01-01' };
    const grown = await fileOf([...closedCase(), { type: 'CaseLinkedToSanction', data: { sanctionId: 'x' } }]);
    const [again] = kept({ type: 'ArchiveRetentionExtended', data: { retention: longer, reason: '诉讼' } }).knowing({ file: grown }).when('SealArchivePackage').facts;
    expect(again?.data).toMatchObject({ retention: longer });
  });

  it('is refused where what was sealed is no more what it was', async () => {
    const changed = await fileOf(closedCase(), STREAM, (revision) => `x${revision}`);
    kept().knowing({ file: changed }).when('SealArchivePackage').expectRefusal(archiveRules.SealedEventsStand);
  });

  it.each<[string, Actor, Rule]>([
    ['the agency', school, archiveRules.OnlyTheKeeperArchives],
    ['a supervisor', supervisor(1), archiveRules.OnlyTheKeeperArchives],
    ['another centre', xiamen, accessRules.CenterActsInItsOwnArea],
    ['the province, which did not lead it', province, archiveRules.OnlyTheKeeperArchives],
  ])('as its keeping and disposal is not for %s', (_who, actor, rule) => {
    for (const [command, body] of [['SealArchivePackage', {}], ['ExtendArchiveRetention', { keepUntil: '2040-01-01', reason: '诉讼' }], ['ProposeArchiveDisposal', { appraisal: '无' }], ['ConfirmArchiveDisposal', {}]] as const) {
      atTheEnd(proposed).by(actor).when(command, body).expectRefusal(rule);
    }
  });
});

describe('reading an archive', () => {
  it('says who and why, for the keeper and those who answer for the record', () => {
    for (const actor of [fuzhou, province, auditor]) kept().by(actor).when('AccessArchive', { reason: '复核' }).expectFacts([{ type: 'ArchiveAccessed', data: { version: 1, reason: '复核' } }]);
    for (const actor of [school, supervisor(1)]) kept().by(actor).when('AccessArchive', { reason: '复核' }).expectRefusal(archiveRules.ArchiveIsForTheKeeperAndAuditors);
    kept().by(xiamen).when('AccessArchive', { reason: '复核' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
  });

  it('is not for somebody complained of, nor is anything else about it', async () => {
    const known = { file: await fileOf(complaint(CLOSED), 'complaint-1') };
    for (const role of [fuzhou, auditor]) kept().about('complaint-1').knowing(known).by({ ...role, person: 'clerk-accused' }).when('AccessArchive', { reason: '看' }).expectRefusal(archiveRules.AccusedNeverOpensTheArchive);
    after().about('complaint-1').knowing(known).by({ ...fuzhou, person: 'clerk-accused' }).when('SealArchivePackage').expectRefusal(archiveRules.AccusedNeverOpensTheArchive);
  });
});

describe('the retention of an archive', () => {
  it('only grows', () => {
    kept().when('ExtendArchiveRetention', { keepUntil: '2036-04-23', reason: '涉诉' }).expectFacts([{
      type: 'ArchiveRetentionExtended',
      data: { retention: { from: '2026-05-06', date: '2036-04-23', dueAt: '2036-04-23T16:00:00.000Z', basis: retention.basis, explanation: '经鉴定延长保管至2036年4月23日24时:涉诉' }, reason: '涉诉' },
    }]);
    for (const keepUntil of ['2031-04-23', '2027-01-01', '2036-02-30']) kept().when('ExtendArchiveRetention', { keepUntil, reason: '涉诉' }).expectRefusal(archiveRules.RetentionOnlyGrows);
    kept().at('2032-05-06T02:00:00.000Z').when('ExtendArchiveRetention', { keepUntil: '2032-05-06', reason: '涉诉' }).expectRefusal(archiveRules.RetentionOnlyGrows);
  });

  it('ends by itself, once', () => {
    const ended: ArchiveEvent = { type: 'ArchiveRetentionEnded', data: { retention } };
    atTheEnd().by(system).when('FlagRetentionEnded').expectFacts([ended]);
    atTheEnd(ended).by(system).when('FlagRetentionEnded').expectFacts([]);
    kept().by(system).at('2031-04-23T15:59:59.999Z').when('FlagRetentionEnded').expectFacts([]);
    atTheEnd().when('FlagRetentionEnded').expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('disposing of an archive', () => {
  it('takes two persons, after the retention', () => {
    atTheEnd().when('ProposeArchiveDisposal', { appraisal: '无继续保存价值' }).expectFacts([{ type: 'ArchiveDisposalProposed', data: { appraisal: '无继续保存价值' } }]);
    kept().when('ProposeArchiveDisposal', { appraisal: '无' }).expectRefusal(archiveRules.DisposalFollowsTheRetention);
    atTheEnd(proposed).when('ProposeArchiveDisposal', { appraisal: '无' }).expectRefusal(archiveRules.DisposalIsProposedOnce);
    atTheEnd().by(second).when('ConfirmArchiveDisposal').expectRefusal(archiveRules.DisposalIsProposedFirst);
    atTheEnd(proposed).when('ConfirmArchiveDisposal').expectRefusal(archiveRules.DisposalTakesTwoPersons);
    atTheEnd(proposed).by(second).when('ConfirmArchiveDisposal').expectFacts([disposed]);
    atTheEnd(proposed, disposed).by(second).when('ConfirmArchiveDisposal').expectFacts([]);
  });

  it('is given up by keeping it longer', () => {
    const extended: ArchiveEvent = { type: 'ArchiveRetentionExtended', data: { retention: { ...retention, date: '2040-01-01', dueAt: '2040-01-01T16:00:00.000Z' }, reason: '涉诉' } };
    atTheEnd(proposed, extended).by(second).when('ConfirmArchiveDisposal').expectRefusal(archiveRules.DisposalIsProposedFirst);
  });

  it('is of a file that is closed and whole', async () => {
    const grown = await fileOf([...closedCase(), { type: 'CaseLinkedToSanction', data: { sanctionId: 'x' } }]);
    const changed = await fileOf(closedCase(), STREAM, (revision) => `x${revision}`);
    for (const [known, rule] of [[grown, archiveRules.PackageIsWholeAtTheEnd], [changed, archiveRules.SealedEventsStand]] as const) {
      atTheEnd().knowing({ file: known }).when('ProposeArchiveDisposal', { appraisal: '无' }).expectRefusal(rule);
      atTheEnd(proposed).by(second).knowing({ file: known }).when('ConfirmArchiveDisposal').expectRefusal(rule);
    }
  });

  it('leaves nothing to read, to extend or to seal', () => {
    for (const [command, body] of [['AccessArchive', { reason: '看' }], ['ExtendArchiveRetention', { keepUntil: '2040-01-01', reason: '无' }], ['ProposeArchiveDisposal', { appraisal: '无' }], ['SealArchivePackage', {}]] as const) {
      atTheEnd(proposed, disposed).when(command, body).expectRefusal(archiveRules.DisposedArchiveStaysClosed);
    }
  });

  it('of a complaint erases who complained first; other files have nobody to erase', () => {
    const { prepare } = archiveDecider.commands['ConfirmArchiveDisposal'] as { prepare(command: object, state: object, context: object): unknown };
    const state = { proposal: { by: 'one', appraisal: '期满' } };
    expect(prepare({}, state, { target: 'complaint-1' })).toEqual({ name: 'EraseReporterWithArchive', target: '1', body: { reason: '期满' } });
    expect(prepare({}, state, { target: 'case-1' })).toBeUndefined();
    expect(prepare({}, {}, { target: 'complaint-1' })).toBeUndefined();
  });
});
