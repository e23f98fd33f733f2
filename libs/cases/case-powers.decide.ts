import { byAgency, byGroup } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { isCovert } from '#libs/cases/case.guards';
import { isBefore } from '#libs/cases/case.stage';
import { powerCommands } from '#libs/cases/powers.decide';

/** The powers in a special supervision: from the notice, or the start on site where it is covert, until the group has formed its preliminary opinion. */
export const casePowers = powerCommands<Case>({
  bySupervisor: byGroup,
  byAgency,
  isUnderWay: ({ stage, opinion }) => !isBefore(stage, 'NOTIFIED') && opinion.preliminary === undefined,
  isCovert,
});
