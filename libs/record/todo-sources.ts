import { agencySanctionTodos } from '#libs/agencies/agency-sanction.todos';
import { agencyTodos, trainingTodos } from '#libs/agencies/training.todos';
import { archiveTodos } from '#libs/archives/archive.todos';
import { caseTodos } from '#libs/cases/case.todos';
import { dailyTodos } from '#libs/cases/daily.todos';
import { complaintTodos } from '#libs/complaints/complaint.todos';
import type { TodoSource } from '#libs/event-sourcing/todo';
import { todoSheets } from '#libs/oversight/todo.view';
import { publicationTodos } from '#libs/publication/publication.todos';
import { sessionTodos } from '#libs/sessions/session.todos';
import { assessmentTodos } from '#libs/supervisors/assessment.todos';
import { supervisorTodos } from '#libs/supervisors/supervisor.todos';
import { webhookTodos } from '#libs/webhooks/webhook.todos';

export const TODO_SOURCES: readonly TodoSource[] = [
  agencyTodos,
  trainingTodos,
  agencySanctionTodos,
  supervisorTodos,
  assessmentTodos,
  caseTodos,
  dailyTodos,
  sessionTodos,
  complaintTodos,
  archiveTodos,
  publicationTodos,
  webhookTodos,
];

export const TODO_SHEETS = todoSheets(TODO_SOURCES);
