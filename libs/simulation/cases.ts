import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { TargetSelection } from '#libs/regulation/own-codes';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';

/** What is decided about a case before it begins; the rest is decided as it goes. */
export interface SimulatedCase {
  readonly no: number;
  readonly caseId: string;
  readonly agency: SimulatedAgency;
  readonly dispatcher: Area;
  readonly openedAt: string;
  readonly openedOn: LegalDate;
  readonly selection: TargetSelection;
  readonly random: Random;
}

/** Working days of the year on which cases are opened: from the first week to the middle of December. */
const FIRST = 3;
const LAST = 236;
const SELECTIONS: readonly TargetSelection[] = ['PLANNED', 'PLANNED', 'PLANNED', 'PLANNED', 'PLANNED', 'RISK', 'RISK', 'COMPLAINT'];

/** The province also supervises agencies of the cities now and then. */
const BY_PROVINCE = 0.12;

export function planCases(count: number, agencies: readonly SimulatedAgency[], year: number, seed: string): readonly SimulatedCase[] {
  const random = randomFor(seed, 'cases');
  const known = random.shuffled(agencies.filter(({ registeredAt }) => registeredAt < `${year}`));
  return Array.from({ length: count }, (_none, no) => {
    const agency = known[no % known.length] as SimulatedAgency;
    const openedOn = workingDay(`${year}-01-01`, FIRST + Math.floor(((no + random.next()) * (LAST - FIRST)) / count));
    const openedAt = officeTime(random, openedOn);
    return {
      no, agency, openedOn, openedAt,
      caseId: idAt(openedAt, `${seed} case ${no}`),
      dispatcher: random.chance(BY_PROVINCE) ? 'FJ' : agency.center,
      selection: random.pick(SELECTIONS),
      random: randomFor(seed, `case ${no}`),
    };
  });
}
