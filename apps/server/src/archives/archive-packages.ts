import { Inject, Injectable } from '@nestjs/common';
import { EVENTS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { entryOf, type TimelineEntry } from '#apps/server/src/http/timeline';
import type { ArchivePackageSealed } from '#libs/archives/archive.events';
import { type PackageDifference, packageDifferences } from '#libs/archives/package-check';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { UpcastingReader } from '#libs/event-sourcing/upcasting';
import { verifyStream, type BadEvent } from '#libs/proof/hash-chain';
import { tell } from '#libs/record/tellings';

/** 归档包, held against the log as it is now. */
export interface CheckedPackage {
  readonly package: ArchivePackageSealed['data'];
  /** Whether each sealed event is in the log as it was, and the chain of the file holds. */
  readonly matches: boolean;
  readonly differences: readonly PackageDifference[];
  /** The first event of the file's chain that is not what was written. */
  readonly bad?: BadEvent;
  /** Events that the file gained after the sealing. */
  readonly since: number;
}

/** An outcome that brings the sealed file: not where the command had been carried out before. */
export interface ArchiveOutcome extends Outcome {
  readonly records?: readonly TimelineEntry[];
}

@Injectable()
export class ArchivePackages {
  constructor(@Inject(EVENTS) private readonly events: UpcastingReader) {}

  async check(archiveId: string): Promise<CheckedPackage> {
    const sealed = await this.sealedIn(archiveId);
    const log = await this.eventsOf(sealed.subject);
    const differences = packageDifferences(sealed, log);
    const { bad } = await verifyStream(log);
    const since = Math.max(0, log.length - sealed.events.length);
    return { package: sealed, matches: differences.length === 0 && bad === undefined, differences, ...(bad !== undefined && { bad }), since };
  }

  /** Only after the record says who reads it, and why. */
  async shown(outcome: Outcome, archiveId: string): Promise<ArchiveOutcome> {
    if (outcome.repeated) return outcome;
    const { subject, events } = await this.sealedIn(archiveId);
    const file = await this.eventsOf(subject);
    return { ...outcome, records: file.slice(0, events.length).map((event) => entryOf(event, tell)) };
  }

  private async sealedIn(archiveId: string): Promise<ArchivePackageSealed['data']> {
    const sealed = (await this.eventsOf(`archive-${archiveId}`)).findLast(({ type }) => type === 'ArchivePackageSealed');
    if (sealed === undefined) throw notFound();
    return sealed.data as ArchivePackageSealed['data'];
  }

  private async eventsOf(stream: string): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.events.readStream(stream)) events.push(event);
    return events;
  }
}
