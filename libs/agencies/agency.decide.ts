import { requireCenter, requireSystem } from '#libs/access/policy';
import type { RegisterAgency, RemindOfTraining } from '#libs/agencies/agency.commands';
import { agencyBasis, type AgencyEvent } from '#libs/agencies/agency.events';
import { type Agency, type AgencyState, evolveAgency, trainingDueOn } from '#libs/agencies/agency.evolve';
import { agencyRules } from '#libs/agencies/agency.rules';
import { trainingFile } from '#libs/agencies/training.view';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { type Area, areaOfDivision } from '#libs/regulation/areas';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

function areaIn(division: string): Area {
  const area = areaOfDivision(division);
  require(area, agencyRules.AgencyIsInFujian, division);
  return area;
}

const registerAgency: CommandRule<RegisterAgency, AgencyState, AgencyEvent> = {
  creates: true,
  authorise: ({ division, isCentralBranch }, _state, { actor }) => {
    requireCenter(actor, { area: areaIn(division), isCentralBranch });
  },
  decide: ({ name, agencyType, division, isCentralBranch, filedOn }, _state, { now }) => {
    require(isLegalDate(filedOn) && filedOn <= legalDateOf(now), agencyRules.FilingDayIsReal, filedOn);
    return [{ type: 'AgencyRegistered', data: { name, agencyType, division, area: areaIn(division), isCentralBranch, filedOn } }];
  },
};

interface KnowsTraining {
  /** Last day of the agency's latest training; empty where there was none. */
  readonly lastHeldOn: LegalDate | '';
}

const remindOfTraining: CommandRule<RemindOfTraining, Agency, AgencyEvent, KnowsTraining> = {
  gather: async (_command, _state, lookup, agencyId) => {
    const [latest] = await lookup.find(trainingFile, { where: { agencyId }, order: { member: 'heldOn', descending: true }, limit: 1 });
    return { lastHeldOn: latest?.heldOn ?? '' };
  },
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ since }, { remindedSince }, { occurredAt, known: { lastHeldOn } }) => {
    const dueOn = trainingDueOn(since);
    if (lastHeldOn > since || remindedSince === since || legalDateOf(occurredAt) <= dueOn) return [];
    return [{ type: 'TrainingDueReminded', data: { since, dueOn, intervalMonths: parameter('training.internalIntervalMonths', since) } }];
  },
};

export const agencyDecider: Decider<AgencyState, AgencyEvent> = {
  category: 'agency',
  initial: undefined,
  evolve: evolveAgency,
  basis: agencyBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { RegisterAgency: registerAgency, RemindOfTraining: remindOfTraining },
};
