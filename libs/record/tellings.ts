import { tellAgency } from '#libs/agencies/agency.timeline';
import { tellProvider, tellTraining } from '#libs/agencies/training.timeline';
import { tellAgencySanction } from '#libs/agencies/agency-sanction.timeline';
import { tellWorkingNorms } from '#libs/agencies/working-norm.timeline';
import { tellViolationBook } from '#libs/agencies/violation-book.timeline';
import { tellArchive } from '#libs/archives/archive.timeline';
import { tellCalendar } from '#libs/calendar/calendar.timeline';
import { tellCase } from '#libs/cases/case.timeline';
import { tellDaily, tellDailyTask } from '#libs/cases/daily.timeline';
import { tellSupervisionFrequency } from '#libs/cases/supervision-frequency.timeline';
import { tellNumbering } from '#libs/cases/numbering.timeline';
import { tellComplaint } from '#libs/complaints/complaint.timeline';
import { tellReporter } from '#libs/complaints/reporter.timeline';
import { tellDraw, tellDrawKeys } from '#libs/draws/draw.timeline';
import { categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import type { Telling } from '#libs/event-sourcing/telling';
import { tellPolicy } from '#libs/policy/policy.timeline';
import { tellPublication } from '#libs/publication/publication.timeline';
import { tellSession } from '#libs/sessions/session.timeline';
import { tellScoreSheets, tellSessionRoles, tellSessionSlot } from '#libs/sessions/session-claims.timeline';
import { tellAssessment } from '#libs/supervisors/assessment.timeline';
import { tellCardStock } from '#libs/supervisors/card.timeline';
import { tellInternalCard } from '#libs/supervisors/internal-card.timeline';
import { tellPerson } from '#libs/supervisors/person.timeline';
import { tellSupervisor } from '#libs/supervisors/supervisor.timeline';
import { tellWebhook } from '#libs/webhooks/webhook.timeline';

/** What the events of a category say to a reader. */
export const TELLINGS: Readonly<Record<string, Telling>> = {
  agency: tellAgency,
  training: tellTraining,
  provider: tellProvider,
  agencysanction: tellAgencySanction,
  violations: tellViolationBook,
  norms: tellWorkingNorms,
  supervisor: tellSupervisor,
  assessment: tellAssessment,
  person: tellPerson,
  cards: tellCardStock,
  internalcard: tellInternalCard,
  case: tellCase,
  daily: tellDaily,
  dailytask: tellDailyTask,
  frequency: tellSupervisionFrequency,
  numbers: tellNumbering,
  calendar: tellCalendar,
  complaint: tellComplaint,
  reporter: tellReporter,
  archive: tellArchive,
  draw: tellDraw,
  drawkeys: tellDrawKeys,
  session: tellSession,
  sessionslot: tellSessionSlot,
  sessionroles: tellSessionRoles,
  scoresheets: tellScoreSheets,
  publication: tellPublication,
  policy: tellPolicy,
  webhook: tellWebhook,
};

/** The sentence for any event of the record, in its current version. */
export function tell(event: RecordedEvent): string {
  const telling = TELLINGS[categoryOf(event.stream)];
  if (telling === undefined) throw new Error(`nothing tells ${event.stream}`);
  return telling(event);
}
