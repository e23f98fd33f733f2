import { agencySanctionDecider } from '#libs/agencies/agency-sanction.decide';
import { agencyDecider } from '#libs/agencies/agency.decide';
import { providerDecider } from '#libs/agencies/provider.decide';
import { trainingDecider } from '#libs/agencies/training.decide';
import { violationBookDecider } from '#libs/agencies/violation-book.decide';
import { workingNormDecider } from '#libs/agencies/working-norm.decide';
import { archiveDecider } from '#libs/archives/archive.decide';
import { calendarDecider } from '#libs/calendar/calendar.decide';
import { caseDecider } from '#libs/cases/case.decide';
import { dailyTaskDecider } from '#libs/cases/daily-task.decide';
import { dailyDecider } from '#libs/cases/daily.decide';
import { numberingDecider } from '#libs/cases/numbering.decide';
import { supervisionFrequencyDecider } from '#libs/cases/supervision-frequency.decide';
import { complaintDecider } from '#libs/complaints/complaint.decide';
import { reporterDecider } from '#libs/complaints/reporter.decide';
import { drawKeyDecider } from '#libs/draws/draw-key.decide';
import { drawDecider } from '#libs/draws/draw.decide';
import { policyDecider } from '#libs/policy/policy.decide';
import { publicationDecider } from '#libs/publication/publication.decide';
import { scoreSheetTemplateDecider } from '#libs/sessions/score-sheet-template.decide';
import { sessionRolesDecider } from '#libs/sessions/session-roles.decide';
import { sessionSlotDecider } from '#libs/sessions/session-slot.decide';
import { sessionDecider } from '#libs/sessions/session.decide';
import { assessmentDecider } from '#libs/supervisors/assessment.decide';
import { cardDecider } from '#libs/supervisors/card.decide';
import { internalCardDecider } from '#libs/supervisors/internal-card.decide';
import { personDecider } from '#libs/supervisors/person.decide';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import { webhookDecider } from '#libs/webhooks/webhook.decide';

/** Who decides in each kind of stream. */
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
  archiveDecider,
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
