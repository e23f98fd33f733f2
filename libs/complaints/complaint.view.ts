import type { ComplaintChannel, ComplaintEvent } from '#libs/complaints/complaint.events';
import { COMPLAINT_STATES, type Complaint, evolveComplaint } from '#libs/complaints/complaint.evolve';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 举报: one document a complaint, without the person who complained. */
export interface ComplaintFile extends Complaint {
  readonly complaintId: string;
  readonly stageName: string;
  readonly channel: ComplaintChannel;
  readonly content: string;
  readonly receivedOn: LegalDate;
  /** End of the period that runs out first. */
  readonly dueAt?: Instant | undefined;
}

const firstDue = ({ receiptDue, closingDue }: Complaint): Instant | undefined => [receiptDue, closingDue].flatMap((due) => (due === undefined ? [] : [due.dueAt])).sort()[0];

function apply(file: ComplaintFile | null, event: Recorded<ComplaintEvent>, complaintId: string): ComplaintFile | null {
  const complaint = evolveComplaint(file ?? undefined, event);
  const received = event.type === 'ComplaintReceived' ? { ...event.data, receivedOn: legalDateOf(event.meta.occurredAt) } : file;
  if (complaint === undefined || received === null) return null;
  const { channel, content, receivedOn } = received;
  return { ...complaint, complaintId, channel, content, receivedOn, stageName: COMPLAINT_STATES[complaint.stage], dueAt: firstDue(complaint) };
}

export const complaintFile: View<ComplaintFile> = {
  name: 'complaint-file',
  version: 1,
  categories: ['complaint'],
  indexes: ['holder', 'stage', 'agencyId', 'receivedOn', 'dueAt'],
  keys: (event) => [event.stream.slice('complaint-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<ComplaintEvent>, key),
};
