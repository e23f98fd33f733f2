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

type Kept = Pick<ArchiveEntry, 'sealedOn' | 'files' | 'templates' | 'accesses' | 'accessedAt' | 'disposedOn'>;
const NOTHING: Kept = { sealedOn: '', files: [], templates: [], accesses: 0 };

/** What no rule asks for. */
function keptAfter(before: Kept, { type, data, meta }: Recorded<ArchiveEvent>): Kept {
  const today = legalDateOf(meta.occurredAt);
  if (type === 'ArchivePackageSealed') return { ...before, sealedOn: today, files: data.files, templates: data.templates };
  if (type === 'ArchiveAccessed') return { ...before, accesses: before.accesses + 1, accessedAt: meta.occurredAt };
  return type === 'ArchiveDisposed' ? { ...before, disposedOn: today } : before;
}

function apply(entry: ArchiveEntry | null, event: Recorded<ArchiveEvent>, archiveId: string): ArchiveEntry | null {
  const archive = evolveArchive(entry ?? undefined, event);
  if (archive === undefined) return null;
  const kind = categoryOf(archive.subject) as ArchivedKind;
  const { retention, state } = archive;
  return { ...keptAfter(entry ?? NOTHING, event), ...archive, archiveId, kind, kindName: ARCHIVED_KINDS[kind], stateName: ARCHIVE_STATES[state], keepUntil: retention.date };
}

export const archiveFile: View<ArchiveEntry> = {
  name: 'archive-file',
  version: 1,
  categories: ['archive'],
  indexes: ['keeper', 'kind', 'state', 'subject', 'sealedOn', 'keepUntil'],
  keys: (event) => [event.stream.slice('archive-'.length)],
  apply: (entry, event, key) => apply(entry, event as unknown as Recorded<ArchiveEvent>, key),
};
