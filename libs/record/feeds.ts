import { agencyFeed } from '#libs/agencies/agency.feed';
import { providerFeed, trainingFeed } from '#libs/agencies/training.feed';
import { agencySanctionFeed, violationBookFeed } from '#libs/agencies/agency-sanction.feed';
import { workingNormFeed } from '#libs/agencies/working-norm.feed';
import { archiveFeed } from '#libs/archives/archive.feed';
import { calendarFeed } from '#libs/calendar/calendar.feed';
import { CASE_FOR_OVERSEERS, caseFeed } from '#libs/cases/case.feed';
import { dailyFeed, dailyTaskFeed } from '#libs/cases/daily.feed';
import { supervisionFrequencyFeed } from '#libs/cases/supervision-frequency.feed';
import { numberingFeed } from '#libs/cases/numbering.feed';
import { COMPLAINT_FOR_OVERSEERS, complaintFeed } from '#libs/complaints/complaint.feed';
import { reporterFeed } from '#libs/complaints/reporter.feed';
import { drawFeed, drawKeyFeed } from '#libs/draws/draw.feed';
import type { AnyMembers } from '#libs/event-sourcing/feed';
import { policyFeed } from '#libs/policy/policy.feed';
import { publicationFeed } from '#libs/publication/publication.feed';
import { scoreSheetTemplateFeed, sessionFeed, sessionRolesFeed, sessionSlotFeed } from '#libs/sessions/session.feed';
import { assessmentFeed } from '#libs/supervisors/assessment.feed';
import { cardFeed, internalCardFeed } from '#libs/supervisors/card.feed';
import { personFeed } from '#libs/supervisors/person.feed';
import { supervisorFeed } from '#libs/supervisors/supervisor.feed';
import { webhookFeed } from '#libs/webhooks/webhook.feed';

/** What leaves of each kind of fact, by category of streams. */
const FEEDS: Readonly<Record<string, Readonly<Record<string, AnyMembers | string>>>> = {
  agency: agencyFeed,
  agencysanction: agencySanctionFeed,
  violations: violationBookFeed,
  norms: workingNormFeed,
  supervisor: supervisorFeed,
  assessment: assessmentFeed,
  person: personFeed,
  cards: cardFeed,
  internalcard: internalCardFeed,
  case: caseFeed,
  numbers: numberingFeed,
  calendar: calendarFeed,
  complaint: complaintFeed,
  reporter: reporterFeed,
  archive: archiveFeed,
  draw: drawFeed,
  drawkeys: drawKeyFeed,
  publication: publicationFeed,
  policy: policyFeed,
  webhook: webhookFeed,
  training: trainingFeed,
  provider: providerFeed,
  session: sessionFeed,
  scoresheets: scoreSheetTemplateFeed,
  sessionslot: sessionSlotFeed,
  sessionroles: sessionRolesFeed,
  daily: dailyFeed,
  dailytask: dailyTaskFeed,
  frequency: supervisionFrequencyFeed,
};

/** The decision on every event type of the record. */
export const OUTGOING: Readonly<Record<string, AnyMembers | string>> = Object.assign({}, ...Object.values(FEEDS));

/** The members of the data that leave; undefined where the event stays inside. */
export function membersLeaving(type: string): AnyMembers | undefined {
  const decided = OUTGOING[type];
  return typeof decided === 'string' ? undefined : decided;
}

const FOR_OVERSEERS: ReadonlySet<string> = new Set([...CASE_FOR_OVERSEERS, ...COMPLAINT_FOR_OVERSEERS]);

/** Whether the event leaves only to those who oversee: the province, its auditors, the centre of the area. */
export const isForOverseers = (type: string): boolean => FOR_OVERSEERS.has(type);

/** Categories of streams of which something leaves. */
export const FEED_CATEGORIES: readonly string[] = Object.keys(FEEDS).filter((category) => Object.values(FEEDS[category] ?? {}).some((decided) => typeof decided !== 'string'));
