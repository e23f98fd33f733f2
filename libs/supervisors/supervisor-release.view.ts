import { seesMatter } from '#libs/access/sight';
import type { Actor, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Credential } from '#libs/supervisors/credential.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';
import type { SupervisorEntry } from '#libs/supervisors/supervisor.view';

/** Numbers of the proposals that the actor knows nothing of. The body that selected the person decides on them. */
const hiddenIn = ({ proposals, personId, selection }: Credential, actor: Actor): readonly string[] =>
  selection?.by === actor.role ? [] : proposals.filter(({ proposedBy, open }) => !seesMatter(actor, { by: proposedBy, person: personId, decided: !open })).map(({ proposalNo }) => proposalNo);

/** The entry without the proposals that the actor may not know of, and without the traces they leave. */
export function supervisorShownTo(entry: SupervisorEntry, actor: Actor): SupervisorEntry {
  const { credential } = entry;
  const hidden = hiddenIn(credential, actor);
  const open = credential.proposals.filter(({ proposalNo, open }) => open && hidden.includes(proposalNo));
  const assessments = credential.assessments.filter((no) => !open.some(({ cause }) => cause.kind === 'ASSESSMENT_FAIL' && cause.assessmentNo === no));
  const decisions = Object.fromEntries(Object.entries(credential.decisions).filter(([no, type]) => type !== 'DisqualificationProposed' || !hidden.includes(no)));
  const proposals = credential.proposals.filter(({ proposalNo }) => !hidden.includes(proposalNo));
  return { ...entry, credential: { ...credential, proposals, decisions, assessments } };
}

function proposalNoOf({ type, data }: Recorded<SupervisorEvent>): string | undefined {
  if (type === 'DisqualificationProposed') return data.decisionNo;
  return type === 'DisqualificationDismissed' ? data.proposalNo : undefined;
}

/** The facts without those proposals, and without what became of them. */
export function supervisorToldTo(events: readonly RecordedEvent[], actor: Actor): readonly RecordedEvent[] {
  const facts = events as unknown as readonly Recorded<SupervisorEvent>[];
  const credential = facts.reduce(evolveSupervisor, undefined);
  const hidden = credential === undefined ? [] : hiddenIn(credential, actor);
  return events.filter((_event, index) => !hidden.includes(proposalNoOf(facts[index] as Recorded<SupervisorEvent>) ?? ''));
}
