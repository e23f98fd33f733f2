import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type AgencyState, evolveAgency } from '#libs/agencies/agency.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import type { ApplyAsSupervisor } from '#libs/supervisors/application.commands';
import type { Selection } from '#libs/supervisors/application.events';
import { applicationRules } from '#libs/supervisors/application.rules';
import { gatherPerson, type KnownPerson } from '#libs/supervisors/guards.decide';

export interface KnownApplicant extends KnownPerson {
  /** Area of each named agency that is registered, by id. */
  readonly agencyAreas: Readonly<Record<string, Area>>;
}

export async function gatherApplicant(personId: string, selection: Selection | undefined, lookup: Lookup): Promise<KnownApplicant> {
  const areas = (selection?.agencies ?? []).map(async (agencyId) => {
    const agency = await lookup.fold<AgencyState, AgencyEvent>(`agency-${agencyId}`, undefined, evolveAgency);
    return agency === undefined ? [] : [[agencyId, agency.area] as const];
  });
  return { ...(await gatherPerson(personId, lookup)), agencyAreas: Object.fromEntries((await Promise.all(areas)).flat()) };
}

/** An internal supervisor is selected by one body for registered agencies: an agency for itself, a department for those it lists (A-45b). */
export function requireSelection({ supervisorType, selection, area }: ApplyAsSupervisor, { agencyAreas }: KnownApplicant): void {
  require((supervisorType === 'INTERNAL') === (selection !== undefined), applicationRules.SelectionIsForInternals);
  if (selection === undefined) return;
  const { by, organisation, agencies } = selection;
  const isItsOwn = by === 'INDUSTRY_DEPT' || agencies.every((agencyId) => agencyId === organisation);
  require(isItsOwn && agencies.length > 0 && agencies.every((agencyId) => agencyId in agencyAreas), applicationRules.SelectionNamesItsAgencies);
  require(area === (by === 'AGENCY' ? agencyAreas[organisation] : 'FJ'), applicationRules.AreaIsThatOfTheBody, area);
}
