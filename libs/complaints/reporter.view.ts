import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { AccessPurpose, IdentityField, ReporterEvent } from '#libs/complaints/reporter.events';
import { evolveReporter, NOTHING_SEALED, type Reporter } from '#libs/complaints/reporter.evolve';
import type { Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { Area } from '#libs/regulation/areas';

/** One time that the identity was read. */
interface Reading {
  readonly at: Instant;
  readonly by: string;
  readonly accessPurpose: AccessPurpose;
  readonly reason: string;
}

/** 举报人身份的保护情况: what is sealed, never what it says; who asked for it, and who read it. */
export interface ReporterFile {
  readonly complaintId: string;
  /** The centre that answers for the complaint now. */
  readonly holder: Area;
  readonly state: 'SEALED' | 'ERASED' | 'NONE';
  readonly fields: readonly IdentityField[];
  readonly request?: Reporter['request'];
  readonly erasureProposedBy?: string;
  readonly readings: readonly Reading[];
}

const stateOf = ({ erased, seals }: Reporter): ReporterFile['state'] => (erased ? 'ERASED' : seals.length > 0 ? 'SEALED' : 'NONE');

/** The document with the fold it is made from; readers get the file. */
export interface ReporterDocument extends ReporterFile {
  readonly reporter: Reporter;
}

export const reporterFileOf = ({ reporter: _fold, ...file }: ReporterDocument): ReporterFile => file;

function after(document: ReporterDocument, event: Recorded<ReporterEvent>): ReporterDocument {
  const reporter = evolveReporter(document.reporter, event);
  const { seals, request, erasure } = reporter;
  const reading = event.type === 'ReporterIdentityOpened' ? [{ at: event.meta.recordedAt, by: event.meta.actor, accessPurpose: event.data.accessPurpose, reason: event.data.reason }] : [];
  const proposed = erasure === undefined ? {} : { erasureProposedBy: erasure.by };
  return { ...document, ...proposed, reporter, state: stateOf(reporter), fields: seals.at(-1)?.fields ?? [], request, readings: [...document.readings, ...reading] };
}

const isOfReporter = (event: RecordedEvent): boolean => event.stream.startsWith('reporter-');

export const reporterFile: View<ReporterDocument> = {
  name: 'reporter-file',
  version: 1,
  categories: ['complaint', 'reporter'],
  indexes: ['holder'],
  keys: (event) => [event.stream.slice(event.stream.indexOf('-') + 1)],
  apply: (document, stored, complaintId) => {
    if (document !== null && isOfReporter(stored)) return after(document, stored as unknown as Recorded<ReporterEvent>);
    const event = stored as unknown as Recorded<ComplaintEvent>;
    if (event.type === 'ComplaintReceived') {
      return { complaintId, holder: event.data.holder, state: 'NONE', fields: [], readings: [], reporter: NOTHING_SEALED };
    }
    return document !== null && event.type === 'ComplaintTransferred' ? { ...document, holder: event.data.to } : document;
  },
};
