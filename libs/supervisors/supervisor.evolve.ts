import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { Credential, CredentialFolds, SupervisorState } from '#libs/supervisors/credential.evolve';
import { applicationFolds, openedCredential } from '#libs/supervisors/application.evolve';
import type { SupervisorApplied } from '#libs/supervisors/application.events';
import { appointmentFolds } from '#libs/supervisors/appointment.evolve';
import { sanctionFolds } from '#libs/supervisors/sanction.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const folds: CredentialFolds<Exclude<SupervisorEvent, SupervisorApplied>> = { ...applicationFolds, ...appointmentFolds, ...sanctionFolds };

export function evolveSupervisor(state: SupervisorState, event: Recorded<SupervisorEvent>): SupervisorState {
  if (event.type === 'SupervisorApplied') return openedCredential(event.data);
  if (state === undefined) throw new Error(`${event.type} before SupervisorApplied in ${event.stream}`);
  // The table pairs every type with the fold of its own data; TypeScript cannot follow the pair through the lookup.
  const fold = folds[event.type] as (credential: Credential, data: object, occurredAt: Instant) => Credential;
  return fold(state, event.data, event.meta.occurredAt);
}
