import type { ArchivePackageSealed } from '#libs/archives/archive.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';

type SealedPackage = Pick<ArchivePackageSealed['data'], 'events'>;

export const PACKAGE_FAULTS = { MISSING: '日志中没有该事件', CHANGED: '日志中的事件与封存时不同' } as const;
type PackageFault = keyof typeof PACKAGE_FAULTS;

/** An event that is not in the log as it was sealed. */
export interface PackageDifference {
  readonly revision: number;
  readonly type: string;
  readonly fault: PackageFault;
  readonly sentence: string;
}

/** The log of the file may go on after the sealing: only what was sealed is compared. Its chain is for others to walk. */
export function packageDifferences({ events }: SealedPackage, log: readonly Pick<RecordedEvent, 'type' | 'meta'>[]): readonly PackageDifference[] {
  return events.flatMap(({ type, hash }, revision) => {
    const found = log[revision];
    if (found?.meta.hash === hash && found.type === type) return [];
    const fault = found === undefined ? 'MISSING' : 'CHANGED';
    return [{ revision, type, fault, sentence: PACKAGE_FAULTS[fault] }];
  });
}
