import type { TrainingBody } from '#libs/agencies/training.events';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { agencyActor, industryActor } from '#libs/simulation/actors';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { SHARES } from '#libs/simulation/shares';

/** Somebody who becomes an internal supervisor. */
export interface Trainee {
  /** Of all trainees of the record: the serial of the card. */
  readonly no: number;
  readonly credentialId: string;
  readonly personId: string;
}

/** One internal training, and those whom the body selected for it. */
export interface SimulatedTraining {
  readonly trainingId: string;
  readonly by: Exclude<TrainingBody['by'], 'PROVINCIAL_CENTER'>;
  readonly organisation: string;
  readonly actor: Actor;
  readonly area: Area;
  /** Agencies whose sessions the trainees may supervise. */
  readonly agencies: readonly string[];
  readonly draftedOn: LegalDate;
  readonly startsOn: LegalDate;
  readonly trainees: readonly Trainee[];
  readonly random: Random;
}

const DEPARTMENTS = ['industry-machinery', 'industry-electronics', 'industry-construction'] as const;
/** Agencies that a department lists. */
const LISTED = 3;
/** Working days after the 1st of the month: before the year from September to November, in the year from March to October. */
const BEFORE = { month: '09-01', days: 55 };
const WITHIN = { month: '03-01', days: 160 };

interface Body extends Pick<SimulatedTraining, 'by' | 'organisation' | 'actor' | 'area' | 'agencies'> {
  readonly size: number;
}

const ofAgency = ({ agencyId, area }: SimulatedAgency, size: number): Body =>
  ({ by: 'AGENCY', organisation: agencyId, actor: agencyActor(agencyId), area, agencies: [agencyId], size });

function departments(agencies: readonly SimulatedAgency[], random: Random): readonly Body[] {
  return DEPARTMENTS.map((organisation) => {
    const listed = random.shuffled(agencies).slice(0, LISTED).map(({ agencyId }) => agencyId);
    return { by: 'INDUSTRY_DEPT', organisation, actor: industryActor(organisation), area: 'FJ', agencies: listed, size: random.between(2, 4) };
  });
}

/** Every agency trains in the autumn before the year, some once more in the year; departments train for those they list. */
export function planTrainings(agencies: readonly SimulatedAgency[], year: number, seed: string): readonly SimulatedTraining[] {
  const random = randomFor(seed, 'trainings');
  const first = [...agencies.map((agency) => ofAgency(agency, random.between(2, 4))), ...departments(agencies, random)];
  const more = agencies.filter(() => random.chance(SHARES.training.again)).map((agency) => ofAgency(agency, random.between(1, 2)));
  const planned = [...first.map((body) => ({ body, from: `${year - 1}-${BEFORE.month}`, days: BEFORE.days })), ...more.map((body) => ({ body, from: `${year}-${WITHIN.month}`, days: WITHIN.days }))];
  let trainees = 0;
  return planned.map(({ body: { size, ...body }, from, days }, index) => {
    const startsOn = workingDay(from, random.between(1, days));
    const draftedOn = workingDay(startsOn, -random.between(9, 14));
    const id = (what: string): string => idAt(timeOf(draftedOn, '08:00'), `${seed} ${what}`);
    const people = Array.from({ length: size }, (): Trainee => {
      const no = (trainees += 1);
      return { no, credentialId: id(`internal credential ${no}`), personId: id(`internal person ${no}`) };
    });
    return { ...body, trainingId: id(`training ${index}`), draftedOn, startsOn, trainees: people, random: randomFor(seed, `training ${index}`) };
  });
}
