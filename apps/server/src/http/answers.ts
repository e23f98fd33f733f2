import type { ReporterOutcome } from '#apps/server/src/complaints/reporter-identity';
import type { DocumentPage } from '#apps/server/src/http/find-documents';
import type { EventPage } from '#apps/server/src/http/events.controller';
import type { Liveness, Readiness } from '#apps/server/src/http/health.controller';
import type { Difference, Past } from '#apps/server/src/http/history';
import type { Problem } from '#apps/server/src/http/problem';
import type { Timeline } from '#apps/server/src/http/timeline';
import type { Regulation } from '#apps/server/src/regulation/regulation.controller';
import type { SecretOutcome } from '#apps/server/src/webhooks/webhook-access';
import type { DeliveryPage } from '#apps/server/src/webhooks/webhooks.controller';
import type { AgencyEntry } from '#libs/agencies/agency.view';
import type { ProviderEntry } from '#libs/agencies/provider.view';
import type { TrainingFile } from '#libs/agencies/training.view';
import type { AgencySanctionFile } from '#libs/agencies/agency-sanction.view';
import type { ServedSanction } from '#libs/agencies/served-sanction.view';
import type { WorkingNormEntry } from '#libs/agencies/working-norm.view';
import type { CalendarYears } from '#libs/calendar/calendar.view';
import type { AgencyCase } from '#libs/cases/agency-case.view';
import type { CaseFile } from '#libs/cases/case-file.view';
import type { DailyFile } from '#libs/cases/daily-file.view';
import type { DailyMeasuresFile } from '#libs/cases/daily-measures.view';
import type { SupervisionFrequencyEntry } from '#libs/cases/supervision-frequency.view';
import type { ComplaintFile } from '#libs/complaints/complaint.view';
import type { ReporterFile } from '#libs/complaints/reporter.view';
import type { DrawFile, DrawLine } from '#libs/draws/draw-file.view';
import type { DrawKeyEntry } from '#libs/draws/draw-key.view';
import type { DrawRecord } from '#libs/draws/draw-record';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor } from '#libs/event-sourcing/event';
import type { CloudEvent } from '#libs/record/cloud-event';
import type { Catalog } from '#libs/record/event-catalog';
import type { EventSchema } from '#libs/record/event-schemas';
import type { PublicResult } from '#libs/publication/public-result.view';
import type { PublicationFile } from '#libs/publication/publication.view';
import type { Deadline } from '#libs/regulation/deadline';
import type { ScoreSheetTemplate } from '#libs/sessions/score-sheet-template.evolve';
import type { SessionFile } from '#libs/sessions/session.view';
import type { AssessmentFile } from '#libs/supervisors/assessment.view';
import type { SupervisorEntry } from '#libs/supervisors/supervisor.view';
import type { WebhookFile } from '#libs/webhooks/webhook.view';

/** A case: whole for those who lead, supervise and check it; for its agency as far as it has been told. */
export type Case = CaseFile | AgencyCase;

/** A sanction case: whole for the centres, for its agency as far as it was served. */
export type AgencySanction = AgencySanctionFile | ServedSanction;

/** What every query answers, by its operationId. `npm run answers` makes the schemas of OpenAPI from these types. */
export interface Answers {
  readonly Live: Liveness;
  readonly Ready: Readiness;
  readonly GetMe: Actor;
  readonly PullEvents: readonly CloudEvent[];
  readonly ReadEvents: EventPage;
  readonly ReadCatalog: Catalog;
  readonly ReadRegulation: Regulation;
  readonly ReadEventSchema: EventSchema;
  readonly ReadReleasedSchema: EventSchema;
  readonly ListAgencies: DocumentPage<AgencyEntry>;
  readonly GetAgency: AgencyEntry;
  readonly ListTrainings: DocumentPage<TrainingFile>;
  readonly GetTraining: TrainingFile;
  readonly GetTrainingTimeline: Timeline;
  readonly ListTrainingProviders: DocumentPage<ProviderEntry>;
  readonly ListWorkingNorms: DocumentPage<WorkingNormEntry>;
  readonly ListSupervisionFrequencies: DocumentPage<SupervisionFrequencyEntry>;
  readonly ListAgencySanctions: DocumentPage<AgencySanction>;
  readonly GetAgencySanction: AgencySanction;
  readonly GetAgencySanctionTimeline: Timeline;
  readonly GetAgencySanctionAsOf: Past<AgencySanction>;
  readonly GetAgencySanctionDifference: Difference;
  readonly ListSupervisors: DocumentPage<SupervisorEntry>;
  readonly GetSupervisor: SupervisorEntry;
  readonly GetSupervisorTimeline: Timeline;
  readonly ListAssessmentFiles: DocumentPage<AssessmentFile>;
  readonly GetAssessmentFile: AssessmentFile;
  readonly GetAssessmentFileTimeline: Timeline;
  readonly ListCases: DocumentPage<Case>;
  readonly GetCase: Case;
  readonly GetCaseTimeline: Timeline;
  readonly GetCaseAsOf: Past<Case>;
  readonly GetCaseDifference: Difference;
  readonly ListDailyCases: DocumentPage<DailyFile>;
  readonly GetDailyCase: DailyFile;
  readonly GetDailyCaseTimeline: Timeline;
  readonly GetDailyCaseAsOf: Past<DailyFile>;
  readonly GetDailyCaseDifference: Difference;
  readonly ListDailyMeasures: DocumentPage<DailyMeasuresFile>;
  readonly GetDailyMeasures: DailyMeasuresFile;
  readonly ListComplaints: DocumentPage<ComplaintFile>;
  readonly GetComplaint: ComplaintFile;
  readonly GetComplaintTimeline: Timeline;
  readonly GetComplaintAsOf: Past<ComplaintFile>;
  readonly GetComplaintDifference: Difference;
  readonly GetReporter: ReporterFile;
  readonly ListSessions: DocumentPage<SessionFile>;
  readonly GetSession: SessionFile;
  readonly GetSessionTimeline: Timeline;
  readonly GetSessionAsOf: Past<SessionFile>;
  readonly GetSessionDifference: Difference;
  readonly ListScoreSheetTemplates: DocumentPage<ScoreSheetTemplate>;
  readonly ListDraws: DocumentPage<DrawLine>;
  readonly GetDraw: DrawFile;
  readonly GetDrawRecord: DrawRecord;
  readonly GetDrawTimeline: Timeline;
  readonly GetDrawAsOf: Past<DrawFile>;
  readonly GetDrawDifference: Difference;
  readonly ListDrawKeys: DocumentPage<DrawKeyEntry>;
  readonly GetWorkCalendar: CalendarYears;
  readonly CountDue: Deadline;
  readonly GetWorkCalendarTimeline: Timeline;
  readonly ListPublications: DocumentPage<PublicationFile>;
  readonly GetPublication: PublicationFile;
  readonly GetPublicationTimeline: Timeline;
  readonly ListPublicResults: DocumentPage<PublicResult>;
  readonly GetPublicResult: PublicResult;
  readonly ListWebhooks: DocumentPage<WebhookFile>;
  readonly GetWebhook: WebhookFile;
  readonly GetWebhookTimeline: Timeline;
  readonly ListWebhookDeliveries: DeliveryPage;
}

/** What commands and refusals answer, whatever they are about. */
export interface CommonAnswers {
  readonly outcome: Outcome;
  readonly secretOutcome: SecretOutcome;
  readonly reporterOutcome: ReporterOutcome;
  readonly problem: Problem;
}
