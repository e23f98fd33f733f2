import type { Decider } from '#libs/event-sourcing/decider';
import { applicationCommands } from '#libs/supervisors/application.decide';
import { appointmentCommands } from '#libs/supervisors/appointment.decide';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import { disqualificationCommands } from '#libs/supervisors/disqualification.decide';
import { heldCardCommands } from '#libs/supervisors/held-card.decide';
import { sanctionCommands } from '#libs/supervisors/sanction.decide';
import { leakCommands } from '#libs/supervisors/leak.decide';
import { supervisorBasis, type SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

export const supervisorDecider: Decider<SupervisorState, SupervisorEvent> = {
  category: 'supervisor',
  initial: undefined,
  evolve: evolveSupervisor,
  basis: supervisorBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...applicationCommands, ...appointmentCommands, ...heldCardCommands, ...sanctionCommands, ...leakCommands, ...disqualificationCommands },
};
