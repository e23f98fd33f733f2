import { sanctionDuesWithTheCalendar, sanctionLinks } from '#libs/agencies/agency-sanction.reaction';
import { filingDueWithTheCalendar } from '#libs/agencies/training.reaction';
import { recomputeWithTheCalendar } from '#libs/cases/case-deadline.reaction';
import { caseAndDraw } from '#libs/cases/case.reaction';
import { dailyAndDraw, dailyFollowsSession, dailyReleases, recordDueWithTheCalendar } from '#libs/cases/daily.reaction';
import { complaintDuesWithTheCalendar } from '#libs/complaints/complaint.reaction';
import { drawsEnd } from '#libs/draws/draw.reaction';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { publicationDueWithTheCalendar, resultsArePublished } from '#libs/publication/publication.reaction';
import { recomputeScoreSheets } from '#libs/sessions/session-deadline.reaction';
import { sessionAndDraw, sessionReleases } from '#libs/sessions/session.reaction';
import { dailyAssessmentFiles } from '#libs/supervisors/assessment-daily.reaction';
import { internalAssessmentFiles, trainingAssessmentFiles } from '#libs/supervisors/assessment-internal.reaction';
import { assessmentFiles } from '#libs/supervisors/assessment.reaction';
import { fraudTaints, supervisorReaction } from '#libs/supervisors/supervisor.reaction';

/** What follows by itself; the draws are proven by whoever holds their key. */
export const REACTIONS: readonly (Reaction | SearchingReaction)[] = [
  supervisorReaction,
  fraudTaints,
  sanctionLinks,
  sanctionDuesWithTheCalendar,
  assessmentFiles,
  dailyAssessmentFiles,
  internalAssessmentFiles,
  trainingAssessmentFiles,
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
  publicationDueWithTheCalendar,
  complaintDuesWithTheCalendar,
  filingDueWithTheCalendar,
];
