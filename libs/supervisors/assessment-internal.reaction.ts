import type { TrainingEvent } from '#libs/agencies/training.events';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import { evolveSession, type Session, type SessionState } from '#libs/sessions/session.evolve';
import type { SessionEvent } from '#libs/sessions/session.events';
import type { AddLearningEntry, AddTaskEntry, OpenAssessmentFile } from '#libs/supervisors/assessment.commands';
import type { DispatchingBody } from '#libs/supervisors/assessment.events';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { assessmentFile } from '#libs/supervisors/assessment.view';

/** 委派机构 of internal supervision is the agency: it draws for its own session. */
const agencyOf = ({ agencyId }: Session): DispatchingBody => ({ by: 'AGENCY', organisation: agencyId });

/** All who supervise the session answer for the day on which its score sheet is due (D-03). */
function ofSheet(sessionId: string, session: Session, outcome: AddTaskEntry['outcome'], at: string): readonly Request[] {
  const day = legalDateOf(at);
  const lateDays = Math.max(0, daysBetween(session.scoreSheetDue?.date ?? day, day));
  const body: AddTaskEntry = { caseId: sessionId, kind: 'DAILY', outcome, day, lateDays };
  return session.internalSupervisors.map(({ supervisorId }) => ({ name: 'AddTaskEntry', target: assessmentIdOf(agencyOf(session), supervisorId), body }));
}

function requests(event: Recorded<SessionEvent>, sessionId: string, session: Session): readonly Request[] {
  switch (event.type) {
    case 'InternalSupervisorAssigned': {
      const { supervisorId, personId } = event.data;
      const dispatcher = agencyOf(session);
      return [{ name: 'OpenAssessmentFile', target: assessmentIdOf(dispatcher, supervisorId), body: { dispatcher, supervisorId, personId, caseId: sessionId } satisfies OpenAssessmentFile }];
    }
    case 'ScoreSheetOverdue':
      return ofSheet(sessionId, session, 'OVERDUE', event.meta.occurredAt);
    case 'ScoreSheetUploaded':
      return event.data.version === 1 ? ofSheet(sessionId, session, 'DELIVERED', event.meta.occurredAt) : [];
    default:
      return [];
  }
}

const WATCHED: readonly SessionEvent['type'][] = ['InternalSupervisorAssigned', 'ScoreSheetOverdue', 'ScoreSheetUploaded'];

/** What internal supervision brings to the files: the first dispatch, and the score sheet to its day (R2.8-2). */
export const internalAssessmentFiles: SearchingReaction = {
  name: 'internal-assessment-files',
  categories: ['session'],
  search: async (recorded, lookup) => {
    const event = recorded as unknown as Recorded<SessionEvent>;
    if (!WATCHED.includes(event.type)) return [];
    const session = await lookup.fold<SessionState, SessionEvent>(event.stream, undefined, (before, each) => (each.revision <= event.revision ? evolveSession(before, each) : before));
    return session === undefined ? [] : requests(event, event.stream.slice('session-'.length), session);
  },
};

/** Title of the plan that was last drafted before the event. */
const titleUntil = (event: Recorded<TrainingEvent>, lookup: Lookup): Promise<string> =>
  lookup.fold<string, TrainingEvent>(event.stream, '', (title, each) => (each.type === 'TrainingPlanDrafted' && each.revision <= event.revision ? each.data.title : title));

/** What a training of internal supervisors brings to the files of those who took part and have one (R2.9-1). */
export const trainingAssessmentFiles: SearchingReaction = {
  name: 'training-assessment-files',
  categories: ['training'],
  search: async (recorded, lookup) => {
    const event = recorded as unknown as Recorded<TrainingEvent>;
    if (event.type !== 'TrainingHeld') return [];
    const { endedOn: completedOn, hours, attended } = event.data;
    const body: AddLearningEntry = { title: await titleUntil(event, lookup), hours, completedOn };
    const files = await Promise.all(attended.map((supervisorId) => findEvery(lookup, assessmentFile, { where: { supervisorId } }, ({ assessmentId }) => assessmentId)));
    return files.flat().map(({ assessmentId }) => ({ name: 'AddLearningEntry', target: assessmentId, body }));
  },
};
