import type { ArchiveEvent, ArchivePackageSealed, Retention } from '#libs/archives/archive.events';
import type { Recorded } from '#libs/event-sourcing/event';

export const ARCHIVE_STATES = { SEALED: '保管中', RETENTION_ENDED: '保管期满待鉴定', DISPOSAL_PROPOSED: '待确认销毁', DISPOSED: '已销毁' } as const;
export type ArchiveStateName = keyof typeof ARCHIVE_STATES;

/** What the rules ask of an archive. */
export interface Archive extends Pick<ArchivePackageSealed['data'], 'subject' | 'version' | 'keeper' | 'closedOn' | 'lastHash'> {
  readonly state: ArchiveStateName;
  /** How many events are sealed. */
  readonly sealed: number;
  readonly retention: Retention;
  /** `by`: reference of who proposed it. */
  readonly proposal?: { readonly by: string; readonly appraisal: string } | undefined;
}

export type ArchiveState = Archive | undefined;

function sealedAs({ subject, version, keeper, closedOn, lastHash, events, retention }: ArchivePackageSealed['data']): Archive {
  return { state: 'SEALED', subject, version, keeper, closedOn, lastHash, sealed: events.length, retention, proposal: undefined };
}

export function evolveArchive(state: ArchiveState, event: Recorded<ArchiveEvent>): ArchiveState {
  if (event.type === 'ArchivePackageSealed') return sealedAs(event.data);
  return state === undefined ? undefined : { ...state, ...changeBy(event) };
}

function changeBy(event: Exclude<Recorded<ArchiveEvent>, { readonly type: 'ArchivePackageSealed' }>): Partial<Archive> {
  switch (event.type) {
    case 'ArchiveAccessed':
      return {};
    case 'ArchiveRetentionExtended':
      return { state: 'SEALED', retention: event.data.retention, proposal: undefined };
    case 'ArchiveRetentionEnded':
      return { state: 'RETENTION_ENDED' };
    case 'ArchiveDisposalProposed':
      return { state: 'DISPOSAL_PROPOSED', proposal: { by: event.meta.actor, appraisal: event.data.appraisal } };
    case 'ArchiveDisposed':
      return { state: 'DISPOSED', proposal: undefined };
  }
}
