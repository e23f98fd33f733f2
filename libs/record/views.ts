import { agencySanctionFile } from '#libs/agencies/agency-sanction.view';
import { agencyRegister } from '#libs/agencies/agency.view';
import { providerRegister } from '#libs/agencies/provider.view';
import { servedSanction } from '#libs/agencies/served-sanction.view';
import { trainingFile } from '#libs/agencies/training.view';
import { workingNormRegister } from '#libs/agencies/working-norm.view';
import { archiveFile } from '#libs/archives/archive.view';
import { workCalendar } from '#libs/calendar/calendar.view';
import { agencyCase } from '#libs/cases/agency-case.view';
import { caseFile } from '#libs/cases/case-file.view';
import { caseSeat, dailySeat } from '#libs/cases/case-seat.view';
import { dailyFile } from '#libs/cases/daily-file.view';
import { dailyMeasuresFile } from '#libs/cases/daily-measures.view';
import { supervisionFrequencyRegister } from '#libs/cases/supervision-frequency.view';
import { complaintFile } from '#libs/complaints/complaint.view';
import { reporterFile } from '#libs/complaints/reporter.view';
import { drawFile } from '#libs/draws/draw-file.view';
import { drawKeyRegister } from '#libs/draws/draw-key.view';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { drawSessions } from '#libs/draws/draw-sessions.view';
import { targetAgencies, targetSessions } from '#libs/draws/draw-targets.view';
import { drawTasks } from '#libs/draws/draw-tasks.view';
import { pendingTimers } from '#libs/event-sourcing/timer';
import type { View } from '#libs/event-sourcing/view';
import { ledger } from '#libs/oversight/ledger.view';
import { ruleUses } from '#libs/oversight/rule-uses.view';
import { supervisorTasks } from '#libs/oversight/supervisor-task.view';
import { policyRegister } from '#libs/policy/policy.view';
import { publicResults } from '#libs/publication/public-result.view';
import { publicationFile } from '#libs/publication/publication.view';
import { DECIDERS } from '#libs/record/deciders';
import { TIMER_SOURCES } from '#libs/record/timer-sources';
import { TODO_SHEETS } from '#libs/record/todo-sources';
import { scoreSheetTemplates } from '#libs/sessions/score-sheet-template.view';
import { sessionSeat } from '#libs/sessions/session-seat.view';
import { sessionSupervisors } from '#libs/sessions/session-supervisors.view';
import { sessionFile } from '#libs/sessions/session.view';
import { assessmentFile } from '#libs/supervisors/assessment.view';
import { supervisorRegister } from '#libs/supervisors/supervisor.view';
import { caseSeats } from '#libs/supervisors/tasks.view';
import { webhookFile } from '#libs/webhooks/webhook.view';

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
  archiveFile,
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
