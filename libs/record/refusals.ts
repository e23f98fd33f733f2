import { accessRules } from '#libs/access/access.rules';
import { agencyGroundRules, agencySanctionRules, correctionRules, ladderRules } from '#libs/agencies/agency-sanction.rules';
import { workingNormRules } from '#libs/agencies/working-norm.rules';
import { agencyRules } from '#libs/agencies/agency.rules';
import { providerRules, trainingRules } from '#libs/agencies/training.rules';
import { archiveRules } from '#libs/archives/archive.rules';
import { calendarRules } from '#libs/calendar/calendar.rules';
import { groupRules } from '#libs/cases/case-group.rules';
import { intakeRules } from '#libs/cases/case-intake.rules';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { rectificationRules } from '#libs/cases/case-rectification.rules';
import { caseRules } from '#libs/cases/case.rules';
import { dailyRules } from '#libs/cases/daily.rules';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import { dailyDispatchRules } from '#libs/cases/daily-dispatch.rules';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import { dailyPowersRules } from '#libs/cases/daily-powers.rules';
import { dailyRecordRules } from '#libs/cases/daily-record.rules';
import { dailyPlanRules } from '#libs/cases/daily-plan.rules';
import { dailyTaskRules } from '#libs/cases/daily-task.rules';
import { supervisionFrequencyRules } from '#libs/cases/supervision-frequency.rules';
import { matterComplaintRules } from '#libs/cases/matter-complaint.rules';
import { numberingRules } from '#libs/cases/numbering.rules';
import { powersRules } from '#libs/cases/powers.rules';
import { complaintRules } from '#libs/complaints/complaint.rules';
import { reporterRules } from '#libs/complaints/reporter.rules';
import { drawKeyRules } from '#libs/draws/draw-key.rules';
import { drawRules } from '#libs/draws/draw.rules';
import { targetDrawRules } from '#libs/draws/target-draw.rules';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import { sessionRules } from '#libs/sessions/session.rules';
import { applicationRules } from '#libs/supervisors/application.rules';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { assessmentRules } from '#libs/supervisors/assessment.rules';
import { cardRules } from '#libs/supervisors/card.rules';
import { groundRules, sanctionRules } from '#libs/supervisors/sanction.rules';
import { policyRules } from '#libs/policy/policy.rules';
import { publicationRules } from '#libs/publication/publication.rules';
import { webhookRules } from '#libs/webhooks/webhook.rules';
import type { Rule } from '#libs/event-sourcing/rule';

/** Every reason for refusal of the record. */
export const REFUSALS: readonly Rule[] = [
  accessRules,
  agencyRules,
  workingNormRules,
  trainingRules,
  providerRules,
  agencySanctionRules,
  correctionRules,
  ladderRules,
  agencyGroundRules,
  calendarRules,
  groupRules,
  intakeRules,
  onSiteRules,
  opinionRules,
  rectificationRules,
  caseRules,
  powersRules,
  dailyRules,
  dailyPlanRules,
  dailyConductRules,
  dailyDispatchRules,
  dailyPowersRules,
  dailyRecordRules,
  dailyMeasuresRules,
  dailyTaskRules,
  supervisionFrequencyRules,
  matterComplaintRules,
  numberingRules,
  complaintRules,
  reporterRules,
  archiveRules,
  drawKeyRules,
  drawRules,
  targetDrawRules,
  sessionRules,
  scoreSheetRules,
  applicationRules,
  assessmentRules,
  appointmentRules,
  cardRules,
  groundRules,
  sanctionRules,
  publicationRules,
  policyRules,
  webhookRules,
].flatMap((rules) => Object.values<Rule>(rules));
