import type { AssignmentAccepted } from '#libs/cases/case-group.events';
import type { DrawCompleted, MemberReplaced } from '#libs/draws/draw.events';
import { categoryOf, type LegalDate, type Recorded, type RecordedEvent } from '#libs/event-sourcing/event';
import { changed } from '#libs/oversight/ledger.metric';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { latestTerm } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

/** By which a supervisor is drawn, and takes an assignment on. */
type TaskFact = DrawCompleted | MemberReplaced | AssignmentAccepted;
export type SupervisorFact = SupervisorEvent | TaskFact;

/** What the numbers ask of a supervisor. */
export interface SupervisorProgress {
  readonly credential: Credential;
  /** For each draw of the last year by a centre, as a substitute too: the first day on which it counts no more. */
  readonly drawn: readonly LegalDate[];
  /** The same for each assignment of a centre that they accepted. */
  readonly accepted: readonly LegalDate[];
}

/** Days for which a draw and an assignment count, their own the first. */
const YEAR = 365;

export const timesOn = (until: readonly LegalDate[], on: LegalDate): number => until.filter((day) => on < day).length;

const isTask = (event: Recorded<SupervisorFact>): event is Recorded<TaskFact> => !event.stream.startsWith('supervisor-');

const drawnIn = ({ purpose, ...data }: DrawCompleted['data'] | MemberReplaced['data']): readonly string[] => {
  if (!('caseId' in purpose)) return [];
  return 'drawn' in data ? data.drawn.map(({ supervisorId }) => supervisorId) : [(data as MemberReplaced['data']).substitute.supervisorId];
};

function tasksIn(event: RecordedEvent): readonly string[] {
  const { type, data } = event as unknown as Recorded<TaskFact>;
  switch (type) {
    case 'DrawCompleted':
    case 'MemberReplaced':
      return drawnIn(data);
    case 'AssignmentAccepted':
      return [data.supervisorId];
    default:
      return [];
  }
}

/** Keys of the documents of those whom the event is about. */
export const supervisorsIn = (event: RecordedEvent): readonly string[] =>
  categoryOf(event.stream) === 'supervisor' ? [event.stream] : tasksIn(event).map((supervisorId) => `supervisor-${supervisorId}`);

/** Only what a standing rests on: the ledger keeps a state a day. */
function lean({ seriousDecision: _decision, selection: _selection, ...credential }: Credential): Credential {
  return { ...credential, terms: credential.terms.slice(-1), cards: [], proposals: [], decisions: {}, assessments: [] };
}

export function openedSupervisor(event: Recorded<SupervisorFact>): SupervisorProgress | undefined {
  const credential = event.type === 'SupervisorApplied' ? evolveSupervisor(undefined, event) : undefined;
  return credential === undefined ? undefined : { credential: lean(credential), drawn: [], accepted: [] };
}

/** With one of the day, without those that count no more. */
const within = (until: readonly LegalDate[], on: LegalDate): readonly LegalDate[] => [...until.filter((day) => on < day), addDays(on, YEAR)];

function evolveTask(before: SupervisorProgress, { type, meta }: Recorded<TaskFact>): SupervisorProgress {
  const on = legalDateOf(meta.occurredAt);
  return type === 'AssignmentAccepted' ? changed(before, { accepted: within(before.accepted, on) }) : changed(before, { drawn: within(before.drawn, on) });
}

export function evolveProgress(before: SupervisorProgress, event: Recorded<SupervisorFact>): SupervisorProgress {
  if (isTask(event)) return evolveTask(before, event);
  const credential = evolveSupervisor(before.credential, event as Recorded<SupervisorEvent>);
  return credential === undefined ? before : { ...before, credential: lean(credential) };
}

export function turns({ credential, drawn, accepted }: SupervisorProgress): readonly LegalDate[] {
  const lastDays = [...credential.suspensions.map(({ endsOn }) => endsOn), ...[latestTerm(credential)?.termEnd ?? []].flat()];
  return [...lastDays.map((day) => addDays(day, 1)), ...drawn, ...accepted];
}
