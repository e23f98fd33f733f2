import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AgenciesController } from '#apps/server/src/agencies/agencies.controller';
import { TrainingProvidersController } from '#apps/server/src/agencies/training-providers.controller';
import { TrainingsController } from '#apps/server/src/agencies/trainings.controller';
import { AgencyCorrectionController } from '#apps/server/src/agencies/agency-correction.controller';
import { WorkingNormsController } from '#apps/server/src/agencies/working-norms.controller';
import { AgencyLadderController } from '#apps/server/src/agencies/agency-ladder.controller';
import { AgencySanctionDecisionsController } from '#apps/server/src/agencies/agency-sanction-decisions.controller';
import { AgencySanctionsController } from '#apps/server/src/agencies/agency-sanctions.controller';
import { ArchivePackages } from '#apps/server/src/archives/archive-packages';
import { ArchivesController } from '#apps/server/src/archives/archives.controller';
import { CalendarController } from '#apps/server/src/calendar/calendar.controller';
import { CaseGroupController } from '#apps/server/src/cases/case-group.controller';
import { CaseIntakeController } from '#apps/server/src/cases/case-intake.controller';
import { CaseOnsiteController } from '#apps/server/src/cases/case-onsite.controller';
import { CaseOpinionController } from '#apps/server/src/cases/case-opinion.controller';
import { CasePowersController } from '#apps/server/src/cases/case-powers.controller';
import { CaseRectificationController } from '#apps/server/src/cases/case-rectification.controller';
import { DailiesController } from '#apps/server/src/cases/dailies.controller';
import { DailyConductController } from '#apps/server/src/cases/daily-conduct.controller';
import { DailyDispatchController } from '#apps/server/src/cases/daily-dispatch.controller';
import { DailyMeasuresController } from '#apps/server/src/cases/daily-measures.controller';
import { DailyPowersController } from '#apps/server/src/cases/daily-powers.controller';
import { DailyPlanController } from '#apps/server/src/cases/daily-plan.controller';
import { DailyReviewController } from '#apps/server/src/cases/daily-review.controller';
import { SupervisionFrequenciesController } from '#apps/server/src/cases/supervision-frequencies.controller';
import { CatalogController } from '#apps/server/src/catalog/catalog.controller';
import { PoliciesController } from '#apps/server/src/policy/policies.controller';
import { PublicResultsController } from '#apps/server/src/publication/public-results.controller';
import { PublicationsController } from '#apps/server/src/publication/publications.controller';
import { RegulationController } from '#apps/server/src/regulation/regulation.controller';
import { CasesController } from '#apps/server/src/cases/cases.controller';
import { ComplaintHandlingController } from '#apps/server/src/complaints/complaint-handling.controller';
import { ComplaintsController } from '#apps/server/src/complaints/complaints.controller';
import { ReporterIdentity } from '#apps/server/src/complaints/reporter-identity';
import { ReportersController } from '#apps/server/src/complaints/reporters.controller';
import { DrawKeysController } from '#apps/server/src/draws/draw-keys.controller';
import { DrawsController } from '#apps/server/src/draws/draws.controller';
import { FeedController } from '#apps/server/src/feed/feed.controller';
import { type FeedLimits, FeedStreams } from '#apps/server/src/feed/feed-streams';
import { ActorGuard } from '#apps/server/src/http/actor-guard';
import type { ActorSource } from '#apps/server/src/http/actor-source';
import { EventsController } from '#apps/server/src/http/events.controller';
import { FindDocumentsHandler } from '#apps/server/src/http/find-documents';
import { HealthController } from '#apps/server/src/http/health.controller';
import { History, ReadDifferenceHandler, ReadPastHandler } from '#apps/server/src/http/history';
import { MeController } from '#apps/server/src/http/me.controller';
import { PlainInput } from '#apps/server/src/http/plain-input';
import { ACTORS, CLOCK, EVENTS, FEED_LIMITS, JOURNAL, VAULT, VIEWS, WEBHOOKS } from '#apps/server/src/http/ports';
import { ProblemFilter } from '#apps/server/src/http/problem-filter';
import { ReadDocumentHandler } from '#apps/server/src/http/read-document';
import { SubmitHandler } from '#apps/server/src/http/submit';
import { StreamFacts } from '#apps/server/src/http/stream-facts';
import { ReadTimelineHandler } from '#apps/server/src/http/timeline';
import { ShapeValidation } from '#apps/server/src/http/validation';
import { AskContributionsHandler } from '#apps/server/src/oversight/contributions';
import { LedgerAnswers } from '#apps/server/src/oversight/ledger-answers';
import { AskDifferenceHandler, AskNumbersHandler } from '#apps/server/src/oversight/numbers';
import { OversightController } from '#apps/server/src/oversight/oversight.controller';
import { AskAgencyFileHandler } from '#apps/server/src/oversight/agency-file';
import { FileParts } from '#apps/server/src/oversight/file-parts';
import { FilesController } from '#apps/server/src/oversight/files.controller';
import { AskSupervisorFileHandler } from '#apps/server/src/oversight/supervisor-file';
import { TodoSheets } from '#apps/server/src/oversight/todo-sheets';
import { AskDoneTodosHandler, AskTodosHandler } from '#apps/server/src/oversight/todos';
import { TodosController } from '#apps/server/src/oversight/todos.controller';
import { AskUpcomingHandler } from '#apps/server/src/oversight/upcoming';
import { InternalSupervisionController } from '#apps/server/src/sessions/internal-supervision.controller';
import { ScoreSheetTemplatesController } from '#apps/server/src/sessions/score-sheet-templates.controller';
import { SessionsController } from '#apps/server/src/sessions/sessions.controller';
import { ApplicationController } from '#apps/server/src/supervisors/application.controller';
import { AssessmentsController } from '#apps/server/src/supervisors/assessments.controller';
import { AppointmentController } from '#apps/server/src/supervisors/appointment.controller';
import { CardStockController } from '#apps/server/src/supervisors/card-stock.controller';
import { PersonController } from '#apps/server/src/supervisors/person.controller';
import { SanctionController } from '#apps/server/src/supervisors/sanction.controller';
import { SupervisorsController } from '#apps/server/src/supervisors/supervisors.controller';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { MetricsController } from '#apps/server/src/telemetry/metrics.controller';
import { WebhookAccess, type WebhookMeans } from '#apps/server/src/webhooks/webhook-access';
import { WebhooksController } from '#apps/server/src/webhooks/webhooks.controller';
import type { Clock } from '#libs/event-sourcing/clock';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import type { Vault } from '#libs/vault/vault';
import type { WebhookJournal } from '#libs/webhooks/webhook-journal';

/** What the routes stand on. Tests bring their own. */
export interface Parts {
  readonly events: UpcastingStore;
  readonly views: ViewReader;
  readonly commands: CommandHandler;
  readonly actors: ActorSource;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly webhooks: WebhookMeans;
  readonly journal: WebhookJournal;
  /** Absent where the API is not served. */
  readonly vault: Vault | undefined;
  /** Greatest number of readers that follow the feed over open connections. */
  readonly feed: FeedLimits;
}

const AGENCIES = [AgenciesController, TrainingsController, TrainingProvidersController, WorkingNormsController];
const AGENCY_SANCTIONS = [AgencySanctionsController, AgencySanctionDecisionsController, AgencyCorrectionController, AgencyLadderController];
const CASES = [CasesController, CaseIntakeController, CaseGroupController, CaseOnsiteController, CaseOpinionController, CaseRectificationController, CasePowersController];
const COMPLAINTS = [ComplaintsController, ComplaintHandlingController, ReportersController];
const SESSIONS = [SessionsController, InternalSupervisionController, ScoreSheetTemplatesController];
const SUPERVISORS = [SupervisorsController, ApplicationController, AppointmentController, SanctionController, AssessmentsController, CardStockController, PersonController];
const DAILY_CASES = [DailiesController, DailyPlanController, DailyPowersController, DailyDispatchController, DailyConductController, DailyReviewController, DailyMeasuresController];

const SURFACE = [
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: ActorGuard },
  { provide: APP_PIPE, useClass: PlainInput },
  { provide: APP_PIPE, useClass: ShapeValidation },
];
const HEALTH = [HealthController, MetricsController];

@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [
    ...HEALTH,
    MeController,
    CatalogController,
    RegulationController,
    FeedController,
    EventsController,
    ...AGENCIES,
    ...AGENCY_SANCTIONS,
    CalendarController,
    ...COMPLAINTS,
    ArchivesController,
    ...SESSIONS,
    ...SUPERVISORS,
    ...CASES,
    ...DAILY_CASES,
    SupervisionFrequenciesController,
    DrawsController,
    DrawKeysController,
    PoliciesController,
    PublicationsController,
    PublicResultsController,
    OversightController,
    TodosController,
    FilesController,
    WebhooksController,
  ],
  providers: [
    SubmitHandler,
    FindDocumentsHandler,
    ReadDocumentHandler,
    StreamFacts,
    History,
    ReadPastHandler,
    ReadDifferenceHandler,
    ReadTimelineHandler,
    LedgerAnswers,
    AskNumbersHandler,
    AskContributionsHandler,
    AskDifferenceHandler,
    TodoSheets,
    AskTodosHandler,
    AskDoneTodosHandler,
    AskUpcomingHandler,
    FileParts,
    AskAgencyFileHandler,
    AskSupervisorFileHandler,
    FeedStreams,
    WebhookAccess,
    ReporterIdentity,
    ArchivePackages,
    ...SURFACE,
  ],
})
class AppModule {}

/** What a process without the API says of itself. */
@Module({ controllers: HEALTH, providers: SURFACE })
class WorkerModule {}

/** The whole API, or only what a worker says of itself. */
export const appModule = ({ events, views, commands, actors, clock, metrics, webhooks, journal, vault, feed }: Parts, serves: 'api' | 'health'): DynamicModule => ({
  module: serves === 'api' ? AppModule : WorkerModule,
  providers: [
    { provide: EVENTS, useValue: events },
    { provide: VIEWS, useValue: views },
    { provide: ACTORS, useValue: actors },
    { provide: WEBHOOKS, useValue: webhooks },
    { provide: JOURNAL, useValue: journal },
    { provide: VAULT, useValue: vault },
    { provide: FEED_LIMITS, useValue: feed },
    { provide: CLOCK, useValue: clock },
    { provide: CommandHandler, useValue: commands },
    { provide: Metrics, useValue: metrics },
  ],
});
