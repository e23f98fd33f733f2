import { correctionCommands } from '#libs/agencies/agency-correction.decide';
import { criticismCommands } from '#libs/agencies/agency-criticism.decide';
import { holdCommands } from '#libs/agencies/agency-hold.decide';
import { revocationCommands } from '#libs/agencies/agency-revocation.decide';
import { openingCommands } from '#libs/agencies/agency-sanction-opening.decide';
import { agencySanctionBasis, type AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import { type AgencySanctionState, evolveAgencySanction } from '#libs/agencies/agency-sanction.evolve';
import { sanctionDueCommands } from '#libs/agencies/sanction-dues.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const agencySanctionDecider: Decider<AgencySanctionState, AgencySanctionEvent> = {
  category: 'agencysanction',
  initial: undefined,
  evolve: evolveAgencySanction,
  basis: agencySanctionBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...openingCommands, ...holdCommands, ...correctionCommands, ...criticismCommands, ...revocationCommands, ...sanctionDueCommands },
};
