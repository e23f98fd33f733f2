import { packageDifferences } from '#libs/archives/package-check';
import { allOf, before, idIn, type Invariant, inStream, type Log, type Logged, type Of, sameText, unless } from '#test/properties/typed-log';

const CLOSINGS = ['CaseClosed', 'NoMeasureDecided', 'DailySupervisionClosed', 'ComplaintClosed'];

/** The file as it was when the event was decided: what raced with it, in the same moment, may stand before it in the log. */
function fileBefore(log: Log, event: Logged, sealed: number): Log {
  const file = inStream(before(log, event), idIn(event));
  return file.filter(({ meta }, index) => index < sealed || meta.recordedAt !== event.meta.recordedAt);
}

/** The whole file, which was closed and not opened again. */
function sealsAClosedFile(log: Log, event: Of<'ArchivePackageSealed'>): readonly string[] {
  const file = fileBefore(log, event, event.data.events.length);
  const closed = file.findLastIndex(({ type }) => CLOSINGS.includes(type));
  return [
    ...unless(sameText(event.data.events, file.map(({ type, meta }) => ({ type, hash: meta.hash }))), event, 'is not the file'),
    ...unless(closed >= 0 && closed > file.findLastIndex(({ type }) => type === 'ComplaintReopened'), event, 'of a file that is open'),
  ];
}

/** Nobody disposes alone, or before the last day that was known then, or of a file that has gone on. */
function disposedAsProposed(log: Log, event: Of<'ArchiveDisposed'>): readonly string[] {
  const archive = inStream(before(log, event), event.stream);
  const proposal = allOf(archive, 'ArchiveDisposalProposed').at(-1);
  const kept = allOf(archive, 'ArchivePackageSealed', 'ArchiveRetentionExtended').at(-1);
  const sealed = allOf(archive, 'ArchivePackageSealed').at(-1);
  return [
    ...unless(proposal !== undefined && proposal.meta.actor !== event.meta.actor, event, 'by one person'),
    ...unless(kept !== undefined && kept.data.retention.dueAt <= event.meta.occurredAt && kept.revision < (proposal?.revision ?? 0), event, 'before its period is over'),
    ...unless(sealed?.data.events.length === fileBefore(log, event, sealed?.data.events.length ?? 0).length, event, 'of a file that has gone on'),
    ...unless(inStream(log, event.stream).at(-1) === (event as Logged), event, 'is not the end'),
    ...unless(!inStream(log, idIn(event)).some(({ type, meta }) => type === 'ComplaintReopened' && meta.recordedAt > event.meta.recordedAt), event, 'of a complaint that went on'),
  ];
}

/** An archive holds its closed file as the log has it; two persons dispose of it, once its period is over. */
export const archivesHoldTheClosed: Invariant = (log) => [
  ...allOf(log, 'ArchivePackageSealed').flatMap((event) => [
    ...sealsAClosedFile(log, event),
    ...unless(packageDifferences(event.data, inStream(log, event.data.subject)).length === 0, event, 'the log is another one'),
  ]),
  ...allOf(log, 'ArchiveDisposed').flatMap((event) => disposedAsProposed(log, event)),
];
