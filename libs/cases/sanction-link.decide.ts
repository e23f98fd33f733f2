import { requireSystem } from '#libs/access/policy';
import type { Case } from '#libs/cases/case.evolve';
import type { Daily } from '#libs/cases/daily.evolve';
import type { LinkCaseToSanction } from '#libs/cases/sanction-link.commands';
import type { CaseLinkedToSanction } from '#libs/cases/sanction-link.events';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CommandRule } from '#libs/event-sourcing/decider';

/** Whatever has become of the supervision: what was done against it may come to light later. */
const link = <S extends Supervision>(): CommandRule<LinkCaseToSanction, S, CaseLinkedToSanction> => ({
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ sanctionId, grounds }, { sanctions }) => (sanctions.includes(sanctionId) ? [] : [{ type: 'CaseLinkedToSanction', data: { sanctionId, grounds } }]),
});

export const caseLinks = { LinkCaseToSanction: link<Case>() };
export const dailyLinks = { LinkDailyToSanction: link<Daily>() };
