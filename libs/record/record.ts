import { agencyDecider } from '#libs/agencies/agency.decide';
import { agencyRegister } from '#libs/agencies/agency.view';
import { providerDecider } from '#libs/agencies/provider.decide';
import { providerRegister } from '#libs/agencies/provider.view';
import { trainingDecider } from '#libs/agencies/training.decide';
import { trainingFile } from '#libs/agencies/training.view';
import { agencySanctionDecider } from '#libs/agencies/agency-sanction.decide';
import { agencySanctionFile } from '#libs/agencies/agency-sanction.view';
import { servedSanction } from '#libs/agencies/served-sanction.view';
import { workingNormDecider } from '#libs/agencies/working-norm.decide';
import { workingNormRegister } from '#libs/agencies/working-norm.view';
import { violationBookDecider } from '#libs/agencies/violation-book.decide';
import { agencyCase } from '#libs/cases/agency-case.view';
import { calendarDecider } from '#libs/calendar/calendar.decide';
import { workCalendar } from '#libs/calendar/calendar.view';
import { caseDecider } from '#libs/cases/case.decide';
import { caseAndDraw } from '#libs/cases/case.reaction';
import { sanctionDuesWithTheCalendar, sanctionLinks } from '#libs/agencies/agency-sanction.reaction';
import { recomputeWithTheCalendar } from '#libs/cases/case-deadline.reaction';
import { caseFile } from '#libs/cases/case-file.view';
import { caseSeat, dailySeat } from '#libs/cases/case-seat.view';
import { dailyDecider } from '#libs/cases/daily.decide';
import { dailyAndDraw, dailyFollowsSession, dailyReleases, recordDueWithTheCalendar } from '#libs/cases/daily.reaction';
import { dailyFile } from '#libs/cases/daily-file.view';
import { dailyMeasuresFile } from '#libs/cases/daily-measures.view';
import { dailyTaskDecider } from '#libs/cases/daily-task.decide';
import { supervisionFrequencyDecider } from '#libs/cases/supervision-frequency.decide';
import { supervisionFrequencyRegister } from '#libs/cases/supervision-frequency.view';
import { numberingDecider } from '#libs/cases/numbering.decide';
import { drawDecider } from '#libs/draws/draw.decide';
import { drawProver, drawsEnd } from '#libs/draws/draw.reaction';
import { drawFile } from '#libs/draws/draw-file.view';
import { drawKeyDecider } from '#libs/draws/draw-key.decide';
import { drawKeyRegister } from '#libs/draws/draw-key.view';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { drawSessions } from '#libs/draws/draw-sessions.view';
import { targetAgencies, targetSessions } from '#libs/draws/draw-targets.view';
import { drawTasks } from '#libs/draws/draw-tasks.view';
import { complaintDecider } from '#libs/complaints/complaint.decide';
import { complaintFile } from '#libs/complaints/complaint.view';
import { reporterDecider } from '#libs/complaints/reporter.decide';
import { reporterFile } from '#libs/complaints/reporter.view';
import type { Clock } from '#libs/event-sourcing/clock';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import { Leases } from '#libs/event-sourcing/lease';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { StreamFolds } from '#libs/event-sourcing/stream-folds';
import { pendingTimers } from '#libs/event-sourcing/timer';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting, type UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { type Around, ViewRunner } from '#libs/event-sourcing/view-runner';
import { piecesOfWork, weightsOfWork, Worker, type WorkerParts } from '#libs/event-sourcing/worker';
import type { EcvrfKeyPair } from '#libs/proof/ecvrf';
import { publicResults } from '#libs/publication/public-result.view';
import { publicationDecider } from '#libs/publication/publication.decide';
import { resultsArePublished } from '#libs/publication/publication.reaction';
import { publicationFile } from '#libs/publication/publication.view';
import { policyDecider } from '#libs/policy/policy.decide';
import { POLICY_ID, type PolicyEvent } from '#libs/policy/policy.events';
import { evolvePolicy, FIRST_POLICY, type PolicyState } from '#libs/policy/policy.evolve';
import { policyRegister } from '#libs/policy/policy.view';
import { termsOf } from '#libs/policy/policy-terms';
import { ledger } from '#libs/oversight/ledger.view';
import { supervisorTasks } from '#libs/oversight/supervisor-task.view';
import { ruleUses } from '#libs/oversight/rule-uses.view';
import { link } from '#libs/proof/hash-chain';
import { assessmentDecider } from '#libs/supervisors/assessment.decide';
import { dailyAssessmentFiles } from '#libs/supervisors/assessment-daily.reaction';
import { assessmentFiles } from '#libs/supervisors/assessment.reaction';
import { assessmentFile } from '#libs/supervisors/assessment.view';
import { cardDecider } from '#libs/supervisors/card.decide';
import { internalCardDecider } from '#libs/supervisors/internal-card.decide';
import { TIMER_SOURCES } from '#libs/record/timer-sources';
import { scoreSheetTemplateDecider } from '#libs/sessions/score-sheet-template.decide';
import { scoreSheetTemplates } from '#libs/sessions/score-sheet-template.view';
import { sessionDecider } from '#libs/sessions/session.decide';
import { sessionAndDraw, sessionReleases } from '#libs/sessions/session.reaction';
import { recomputeScoreSheets } from '#libs/sessions/session-deadline.reaction';
import { sessionSeat } from '#libs/sessions/session-seat.view';
import { sessionFile } from '#libs/sessions/session.view';
import { sessionRolesDecider } from '#libs/sessions/session-roles.decide';
import { sessionSlotDecider } from '#libs/sessions/session-slot.decide';
import { sessionSupervisors } from '#libs/sessions/session-supervisors.view';
import { personDecider } from '#libs/supervisors/person.decide';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import { supervisorReaction } from '#libs/supervisors/supervisor.reaction';
import { supervisorRegister } from '#libs/supervisors/supervisor.view';
import { caseSeats } from '#libs/supervisors/tasks.view';
import { webhookDecider } from '#libs/webhooks/webhook.decide';
import { webhookFile } from '#libs/webhooks/webhook.view';
import { WEBHOOK_PIECES } from '#libs/webhooks/webhook-deliveries';
import { WebhookJournal } from '#libs/webhooks/webhook-journal';
import { lookupIn } from '#libs/record/record-lookup';
import { TODO_SHEETS } from '#libs/record/todo-sources';

export const DECIDERS = [
  agencyDecider,
  trainingDecider,
  providerDecider,
  agencySanctionDecider,
  violationBookDecider,
  workingNormDecider,
  supervisorDecider,
  assessmentDecider,
  personDecider,
  cardDecider,
  internalCardDecider,
  caseDecider,
  dailyDecider,
  dailyTaskDecider,
  supervisionFrequencyDecider,
  numberingDecider,
  complaintDecider,
  reporterDecider,
  calendarDecider,
  drawDecider,
  drawKeyDecider,
  sessionDecider,
  sessionSlotDecider,
  sessionRolesDecider,
  scoreSheetTemplateDecider,
  publicationDecider,
  policyDecider,
  webhookDecider,
] as const;
export const REACTIONS: readonly (Reaction | SearchingReaction)[] = [
  supervisorReaction,
  sanctionLinks,
  sanctionDuesWithTheCalendar,
  assessmentFiles,
  dailyAssessmentFiles,
  caseAndDraw,
  recomputeWithTheCalendar,
  dailyAndDraw,
  dailyReleases,
  dailyFollowsSession,
  recordDueWithTheCalendar,
  drawsEnd,
  sessionReleases,
  sessionAndDraw,
  recomputeScoreSheets,
  resultsArePublished,
];

export const UPCASTERS = new Upcasters();
export const TIMERS = pendingTimers(TIMER_SOURCES);
export const RULE_USES = ruleUses(DECIDERS.map(({ category }) => category));

// Each view has its own document; the runner folds them all.
export const VIEWS_OF_RECORD = [
  TIMERS,
  agencyRegister,
  trainingFile,
  providerRegister,
  agencySanctionFile,
  servedSanction,
  workingNormRegister,
  supervisorRegister,
  assessmentFile,
  caseSeats,
  caseFile,
  agencyCase,
  caseSeat,
  dailyFile,
  dailyMeasuresFile,
  supervisionFrequencyRegister,
  dailySeat,
  complaintFile,
  reporterFile,
  workCalendar,
  drawFile,
  drawKeyRegister,
  drawRoster,
  drawTasks,
  targetSessions,
  targetAgencies,
  sessionSupervisors,
  sessionFile,
  sessionSeat,
  scoreSheetTemplates,
  drawSessions,
  publicationFile,
  publicResults,
  policyRegister,
  webhookFile,
  TODO_SHEETS,
  supervisorTasks,
  ledger,
  RULE_USES,
] as unknown as readonly View<object>[];

export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly onRefused: WorkerParts['onRefused'];
  /** Whoever holds it completes draws; without it they wait. */
  readonly drawKey?: EcvrfKeyPair | undefined;
  /** Where several workers share the record: a name that no other worker ever has. */
  readonly worker?: string | undefined;
  /** Called around the folding of events into a view. */
  readonly aroundFold?: Around | undefined;
}

/** The supervision record over its stores: what every program of it works with. */
export interface SupervisionRecord {
  readonly events: UpcastingStore;
  readonly folds: StreamFolds;
  readonly views: ViewRunner;
  readonly commands: CommandHandler;
  readonly worker: Worker;
  /** Present where several workers share the record. */
  readonly leases: Leases | undefined;
  /** What became of deliveries to subscribers. */
  readonly journal: WebhookJournal;
}

export function openRecord({ events: store, documents, clock, onRefused, drawKey, aroundFold, worker: owner }: Stores): SupervisionRecord {
  const events = upcasting(store, UPCASTERS);
  const views = new ViewRunner({ store: events, documents, around: aroundFold }, VIEWS_OF_RECORD);
  const folds = new StreamFolds(events);
  const lookup = lookupIn(folds, views);
  const terms = async () => termsOf((await lookup.fold<PolicyState, PolicyEvent>(`policy-${POLICY_ID}`, FIRST_POLICY, evolvePolicy)).policies);
  const commands = new CommandHandler({ store: events, folds, clock, lookup, link, terms }, DECIDERS);
  const reactions = drawKey === undefined ? REACTIONS : [...REACTIONS, drawProver(drawKey)];
  const leases = owner === undefined ? undefined : new Leases({ documents, clock, owner, work: [...piecesOfWork(VIEWS_OF_RECORD, reactions), ...WEBHOOK_PIECES], weights: weightsOfWork(VIEWS_OF_RECORD) });
  const worker = new Worker({ store: events, documents, clock, commands, views, lookup, reactions, timers: TIMERS, leases, onRefused });
  const journal = new WebhookJournal(documents, events.storeId);
  return { events, folds, views, commands, worker, leases, journal };
}
