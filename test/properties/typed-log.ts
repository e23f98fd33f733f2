import type { AgencyEvent } from '#libs/agencies/agency.events';
import type { ProviderEvent } from '#libs/agencies/provider.events';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import type { WorkingNormEvent } from '#libs/agencies/working-norm.events';
import type { ViolationBookEvent } from '#libs/agencies/violation-book.events';
import type { ArchiveEvent } from '#libs/archives/archive.events';
import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import type { SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import type { NumberingEvent } from '#libs/regulation/numbering.events';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { ReporterEvent } from '#libs/complaints/reporter.events';
import type { DrawEvent, Purpose } from '#libs/draws/draw.events';
import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { PolicyEvent } from '#libs/policy/policy.events';
import type { PublicationEvent } from '#libs/publication/publication.events';
import type { CalendarEvent } from '#libs/regulation/calendar.events';
import type { ScoreSheetTemplateEvent } from '#libs/sessions/score-sheet-template.events';
import type { SessionEvent } from '#libs/sessions/session.events';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import type { SessionSlotEvent } from '#libs/sessions/session-slot.events';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';
import type { CardEvent } from '#libs/supervisors/card.events';
import type { InternalCardEvent } from '#libs/supervisors/internal-card.events';
import type { PersonEvent } from '#libs/supervisors/person.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import type { WebhookEvent } from '#libs/webhooks/webhook.events';

/** Any fact of the record. */
export type AnyEvent =
  | AgencyEvent
  | AgencySanctionEvent
  | ViolationBookEvent
  | WorkingNormEvent
  | TrainingEvent
  | ProviderEvent
  | AssessmentEvent
  | CaseEvent
  | DailyEvent
  | DailyTaskEvent
  | SupervisionFrequencyEvent
  | NumberingEvent
  | ComplaintEvent
  | ReporterEvent
  | ArchiveEvent
  | DrawEvent
  | DrawKeyEvent
  | CalendarEvent
  | CardEvent
  | InternalCardEvent
  | PersonEvent
  | SupervisorEvent
  | SessionEvent
  | SessionRolesEvent
  | SessionSlotEvent
  | ScoreSheetTemplateEvent
  | PublicationEvent
  | PolicyEvent
  | WebhookEvent;
export type Logged = Recorded<AnyEvent>;
export type Of<T extends AnyEvent['type']> = Extract<Logged, { readonly type: T }>;

/** The whole log, in its order. */
export type Log = readonly Logged[];
export const asLog = (events: readonly RecordedEvent[]): Log => events as unknown as Log;

/** What holds after every history. Returns one sentence for each place where it does not. */
export type Invariant = (log: Log) => readonly string[];

export const idIn = ({ stream }: Pick<RecordedEvent, 'stream'>): string => stream.slice(stream.indexOf('-') + 1);
export const at = ({ stream, revision, type }: Logged): string => `${stream}@${revision} ${type}`;
export const isOf = <T extends AnyEvent['type']>(event: Logged, ...types: readonly T[]): event is Of<T> => (types as readonly string[]).includes(event.type);
export const allOf = <T extends AnyEvent['type']>(log: Log, ...types: readonly T[]): readonly Of<T>[] => log.filter((event): event is Of<T> => isOf(event, ...types));
export const before = (log: Log, event: Logged): Log => log.slice(0, log.indexOf(event));
export const inStream = (log: Log, stream: string): Log => log.filter((event) => event.stream === stream);
/** The stream of the special or daily supervision that a draw is for; none where it is for a session or for targets. */
export function supervisionOf(purpose: Purpose | undefined): string | undefined {
  if (purpose?.kind === 'SPECIAL_CASE') return `case-${purpose.caseId}`;
  return purpose?.kind === 'DAILY_CASE' ? `daily-${purpose.caseId}` : undefined;
}
/** A sentence where the condition does not hold. */
export const unless = (holds: boolean, event: Logged, what: string): readonly string[] => (holds ? [] : [`${at(event)}: ${what}`]);
export const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
