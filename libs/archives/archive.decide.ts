import type { AccessArchive, ExtendArchiveRetention, ProposeArchiveDisposal, SealArchivePackage } from '#libs/archives/archive.commands';
import { archiveBasis, type ArchiveEvent, type ArchivePackageSealed, type Retention } from '#libs/archives/archive.events';
import { type Archive, type ArchiveState, evolveArchive } from '#libs/archives/archive.evolve';
import { type ArchiveRule, byKeeper, byReader, bySystem, gatherFile, requireKept, requireSealedStands, requireWhole, type SealRule } from '#libs/archives/archive.guards';
import { archiveRules } from '#libs/archives/archive.rules';
import type { ArchivedFile } from '#libs/archives/archived-file';
import type { Decider } from '#libs/event-sourcing/decider';
import { categoryOf, type LegalDate } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { DEADLINES_CATALOGUE } from '#libs/regulation/deadlines-catalogue';
import { addYears, chineseDate, endOfDay, isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

const KEEPING = DEADLINES_CATALOGUE.find(({ id }) => id === 'D-13');
const BASIS = `D-13 ${KEEPING?.basis ?? ''}`;

const kept = (from: LegalDate, date: LegalDate, explanation: string): Retention => ({ from, date, dueAt: endOfDay(date), basis: BASIS, explanation });

/** The minimum from the day of the closing on; one that an appraisal made longer stays. */
function retentionFrom(closedOn: LegalDate, before: Retention | undefined): Retention {
  const years = parameter('retention.electronicYears', closedOn);
  const last = addYears(closedOn, years);
  if (before !== undefined && before.date > last) return before;
  return kept(closedOn, last, `${chineseDate(closedOn)}办结,电子档案保管${years}年,至${chineseDate(last)}24时届满(${BASIS})。`);
}

function packageOf(subject: string, { keeper, closedOn = '', events, files, templates }: ArchivedFile, before: ArchiveState): ArchivePackageSealed['data'] {
  const [version, retention] = [(before?.version ?? 0) + 1, retentionFrom(closedOn, before?.retention)];
  return { subject, version, keeper, closedOn, events, lastHash: events.at(-1)?.hash ?? '', files, templates, retention };
}

const sealArchivePackage: SealRule<SealArchivePackage> = {
  creates: 'either',
  gather: gatherFile,
  authorise: byKeeper,
  guard: (_command, archive, { known: { file } }) => {
    requireKept(archive);
    if (archive !== undefined) requireSealedStands(archive, file);
    require(file?.closedOn, archiveRules.OnlyTheClosedIsArchived);
  },
  decide: (_command, archive, { target, known: { file } }) => {
    require(file, archiveRules.OnlyTheClosedIsArchived);
    return file.events.length === archive?.sealed ? [] : [{ type: 'ArchivePackageSealed', data: packageOf(target, file, archive) }];
  },
};

const accessArchive: ArchiveRule<AccessArchive> = {
  gather: gatherFile,
  authorise: byReader,
  guard: (_command, archive) => requireKept(archive),
  decide: ({ reason }, { version }) => [{ type: 'ArchiveAccessed', data: { version, reason } }],
};

const extendArchiveRetention: ArchiveRule<ExtendArchiveRetention> = {
  gather: gatherFile,
  authorise: byKeeper,
  guard: ({ keepUntil }, archive, { now }) => {
    requireKept(archive);
    const grows = isLegalDate(keepUntil) && keepUntil > archive.retention.date && keepUntil > legalDateOf(now);
    require(grows, archiveRules.RetentionOnlyGrows, keepUntil);
  },
  decide: ({ keepUntil, reason }, _archive, { now }) => {
    const explanation = `经鉴定延长保管至${chineseDate(keepUntil)}24时:${reason}`;
    return [{ type: 'ArchiveRetentionExtended', data: { retention: kept(legalDateOf(now), keepUntil, explanation), reason } }];
  },
};

const flagRetentionEnded: ArchiveRule<object> = {
  authorise: bySystem,
  decide: (_command, { state, retention }, { now }) => (state === 'SEALED' && isLate(retention, now) ? [{ type: 'ArchiveRetentionEnded', data: { retention } }] : []),
};

const proposeArchiveDisposal: ArchiveRule<ProposeArchiveDisposal> = {
  gather: gatherFile,
  authorise: byKeeper,
  guard: (_command, archive, context) => {
    requireKept(archive);
    require(archive.proposal === undefined, archiveRules.DisposalIsProposedOnce);
    require(isLate(archive.retention, context.now), archiveRules.DisposalFollowsTheRetention, archive.retention.explanation);
    requireWhole(archive, context);
  },
  decide: ({ appraisal }) => [{ type: 'ArchiveDisposalProposed', data: { appraisal } }],
};

/** Again after it was done: so that a program that ended in between can destroy the keys. */
const confirmArchiveDisposal: ArchiveRule<object> = {
  gather: gatherFile,
  authorise: byKeeper,
  guard: (_command, archive, context) => {
    if (archive.state === 'DISPOSED') return;
    require(archive.proposal, archiveRules.DisposalIsProposedFirst);
    requireWhole(archive, context);
    if (context.actor.person === archive.proposal.by) throw new NotAllowed(archiveRules.DisposalTakesTwoPersons);
  },
  prepare: (_command, { proposal }, { target }) =>
    proposal === undefined || categoryOf(target) !== 'complaint'
      ? undefined
      : { name: 'EraseReporterWithArchive', target: target.slice('complaint-'.length), body: { reason: proposal.appraisal } },
  decide: (_command, { proposal }) => (proposal === undefined ? [] : [{ type: 'ArchiveDisposed', data: { appraisal: proposal.appraisal } }]),
};

const keeperOf = (archive: ArchiveState): Archive['keeper'] => archive?.keeper ?? 'FJ';

export const archiveDecider: Decider<ArchiveState, ArchiveEvent> = {
  category: 'archive',
  initial: undefined,
  evolve: evolveArchive,
  basis: archiveBasis,
  area: keeperOf,
  commands: {
    SealArchivePackage: sealArchivePackage,
    AccessArchive: accessArchive,
    ExtendArchiveRetention: extendArchiveRetention,
    FlagRetentionEnded: flagRetentionEnded,
    ProposeArchiveDisposal: proposeArchiveDisposal,
    ConfirmArchiveDisposal: confirmArchiveDisposal,
  },
};
