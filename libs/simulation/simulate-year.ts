import type { SettableClock } from '#libs/event-sourcing/clock';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { SupervisionRecord } from '#libs/record/record';
import { addDays } from '#libs/regulation/legal-date';
import { agencyStory, ALL_AGENCIES, planAgencies } from '#libs/simulation/agencies';
import { cardStockStory } from '#libs/simulation/card-stock.story';
import { ALL_SUPERVISORS, planCareers } from '#libs/simulation/careers';
import { careerStory } from '#libs/simulation/career.story';
import { planCases } from '#libs/simulation/cases';
import { caseStory } from '#libs/simulation/case.story';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { calendarStory, drawKeyStory } from '#libs/simulation/province.story';
import { randomFor } from '#libs/simulation/random';
import { StoryLoop, type Told } from '#libs/simulation/run-stories';

export interface Scale {
  readonly agencies: number;
  readonly supervisors: number;
  readonly cases: number;
}

export const FULL_SCALE: Scale = { agencies: ALL_AGENCIES, supervisors: ALL_SUPERVISORS, cases: 120 };

/** Terms that end in the year began three years before: the record opens then. */
const YEARS_BEFORE = 3;

/** The first working day of the record. */
export const openingDay = (year: number): LegalDate => workingDay(`${year - YEARS_BEFORE}-01-01`, 1);

export interface Simulated {
  /** Opened with the key of {@link drawSecret}, over empty stores. */
  readonly record: SupervisionRecord;
  readonly clock: SettableClock;
  readonly year: number;
  readonly seed: string;
  readonly scale: Scale;
  readonly onDay?: (day: LegalDate, told: Told) => void;
}

/** A year of special supervision, and the years of recruiting before it, as commands to the record. */
export function simulateYear({ record, clock, year, seed, scale, onDay }: Simulated): Promise<Told> {
  const opening = openingDay(year);
  const loop = new StoryLoop({ record, clock, seed, ...(onDay && { onDay }) });
  const start = timeOf(opening, '08:00');
  loop.begin(start, 'calendar', calendarStory(year - YEARS_BEFORE, year));
  loop.begin(start, 'draw key', drawKeyStory(year, seed));
  loop.begin(start, 'card stock', cardStockStory(year - YEARS_BEFORE, year));
  const agencies = planAgencies(scale.agencies, randomFor(seed, 'agencies'), opening);
  for (const agency of agencies) loop.begin(agency.registeredAt, `agency ${agency.agencyId}`, agencyStory(agency));
  for (const career of planCareers(scale.supervisors, year, seed)) {
    const name = `career ${career.no}`;
    loop.begin(start, name, careerStory(career, randomFor(seed, name), year));
  }
  for (const one of planCases(scale.cases, agencies, year, seed)) loop.begin(one.openedAt, `case ${one.no}`, caseStory(one));
  return loop.run(addDays(opening, -1), `${year}-12-31`);
}
