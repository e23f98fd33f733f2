import { agencySanctionTimers } from '#libs/agencies/agency-sanction.timers';
import { agencyTimers } from '#libs/agencies/agency.timers';
import { archiveTimers } from '#libs/archives/archive.timers';
import { caseTimers } from '#libs/cases/case.timers';
import { dailyTimers } from '#libs/cases/daily.timers';
import { complaintTimers } from '#libs/complaints/complaint.timers';
import type { TimerSource } from '#libs/event-sourcing/timer';
import { publicationTimers } from '#libs/publication/publication.timers';
import { sessionTimers } from '#libs/sessions/session.timers';
import { assessmentTimers } from '#libs/supervisors/assessment.timers';
import { supervisorTimers } from '#libs/supervisors/supervisor.timers';
import { webhookTimers } from '#libs/webhooks/webhook.timers';

/** What happens by itself, by capability. */
export const TIMER_SOURCES: readonly TimerSource[] = [
  agencyTimers,
  supervisorTimers,
  assessmentTimers,
  caseTimers,
  dailyTimers,
  complaintTimers,
  archiveTimers,
  sessionTimers,
  agencySanctionTimers,
  publicationTimers,
  webhookTimers,
];
