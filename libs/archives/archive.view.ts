import { ARCHIVED_KINDS, type ArchivedKind, type ArchiveEvent, type SealedFile } from '#libs/archives/archive.events';
import { type Archive, ARCHIVE_STATES, evolveArchive } from '#libs/archives/archive.evolve';
import { categoryOf, type Instant, type LegalDate, type Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 档案: one document a package; its list of events is asked for by itself. */
export interface ArchiveEntry extends Archive {
  readonly archiveId: string;
  readonly kind: ArchivedKind;
  readonly kindName: string;
  readonly stateName: string;
  readonly sealedOn: LegalDate;
  readonly files: readonly SealedFile[];
  readonly templates: readonly string[];
  /** Last day of the retention. */
  readonly keepUntil: LegalDate;
  /** How often it was read, and when at last; by whom and why says the timeline. */
  readonly accesses: number;
  readonly accessedAt?: Instant;
  readonly disposedOn?: LegalDate;
}

function changeBy(entry: ArchiveEntry | null, { type, data, meta }: Recorded<ArchiveEvent>): Partial<ArchiveEntry> {
  const today = legalDateOf(meta.occurredAt);
  if (type === 'ArchivePackageSealed') return { sealedOn: today, files: data.files, templates: data.templates };
  if (type === 'ArchiveAccessed') return { accesses: (entry?.accesses ?? 0) + 1, accessedAt: meta.occurredAt };
  return type === 'ArchiveDisposed' ? { disposedOn: today } : {};
}

function apply(entry: ArchiveEntry | null, event: Recorded<ArchiveEvent>, archiveId: string): ArchiveEntry | null {
  const archive = evolveArchive(entry ?? undefined, event);
  if (archive === undefined) return null;
  const kind = categoryOf(archive.subject) as ArchivedKind;
  const { sealedOn = '', files = [], templates = [], accesses = 0, accessedAt, disposedOn } = { ...entry, ...changeBy(entry, event) };
  return {
    ...archive, archiveId, kind, kindName: ARCHIVED_KINDS[kind], stateName: ARCHIVE_STATES[archive.state], sealedOn, files, templates, keepUntil: archive.retention.date, accesses,
    ...(accessedAt !== undefined && { accessedAt }), ...(disposedOn !== undefined && { disposedOn }),
  };
}

export const archiveFile: View<ArchiveEntry> = {
  name: 'archive-file',
  version: 1,
  categories: ['archive'],
  indexes: ['keeper', 'kind', 'state', 'subject', 'sealedOn', 'keepUntil'],
  keys: (event) => [event.stream.slice('archive-'.length)],
  apply: (entry, event, key) => apply(entry, event as unknown as Recorded<ArchiveEvent>, key),
};
