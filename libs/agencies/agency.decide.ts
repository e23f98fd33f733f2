import { requireCenter } from '#libs/access/policy';
import type { RegisterAgency } from '#libs/agencies/agency.commands';
import { agencyBasis, type AgencyEvent } from '#libs/agencies/agency.events';
import { type AgencyState, evolveAgency } from '#libs/agencies/agency.evolve';
import { agencyRules } from '#libs/agencies/agency.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { areaOfDivision } from '#libs/regulation/areas';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';

const registerAgency: CommandRule<RegisterAgency, AgencyState, AgencyEvent> = {
  creates: true,
  authorise: ({ division, isCentralBranch }, _state, { actor }) => {
    const area = areaOfDivision(division);
    require(area, agencyRules.AgencyIsInFujian, division);
    requireCenter(actor, { area, isCentralBranch });
  },
  decide: ({ name, agencyType, division, isCentralBranch, filedOn }, _state, { now }) => {
    const area = areaOfDivision(division);
    require(area, agencyRules.AgencyIsInFujian, division);
    require(isLegalDate(filedOn) && filedOn <= legalDateOf(now), agencyRules.FilingDayIsReal, filedOn);
    return [{ type: 'AgencyRegistered', data: { name, agencyType, division, area, isCentralBranch, filedOn } }];
  },
};

export const agencyDecider: Decider<AgencyState, AgencyEvent> = {
  category: 'agency',
  initial: undefined,
  evolve: evolveAgency,
  basis: agencyBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { RegisterAgency: registerAgency },
};
