import type { Area } from '#libs/regulation/areas';
import { apportion, repeated } from '#libs/simulation/apportion';
import { timeOf } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { classesOf, classOfNextYear, classOverNewYear, type TrainingClass } from '#libs/simulation/training-classes';

/** How a career goes, and how many of 300 go that way; the others are appointed and stay so. */
const FATES = {
  APPLIED: 5, CONDITIONS_CONFIRMED: 4, REJECTED: 9, APPLIES_TWICE: 3, IN_TRAINING: 8, EXAM_PASSED: 6, EXAM_FAILED: 4, NEVER_PASSED: 6, PASSED_AT_SECOND: 9,
  WITHOUT_CARD: 3, CARD_REPLACED: 6, CRITICISED: 5, SUSPENDED: 5, RESUMED: 7, SUSPENSION_LAPSES: 6, PROPOSAL_DISMISSED: 2,
  CANCELLED: 3, CANCELLED_BY_ASSESSMENT: 2, BAR_REVERSED: 1, RENEWAL_REFUSED: 3, RESIGNED: 8, EXPIRES: 16, RENEWED: 24, RENEWAL_UNDER_WAY: 5,
} as const;
export type Fate = keyof typeof FATES | 'APPOINTED';

export interface Career {
  readonly no: number;
  readonly credentialId: string;
  readonly personId: string;
  readonly area: Area;
  readonly fate: Fate;
  readonly training: TrainingClass;
}

export const ALL_SUPERVISORS = 300;
/** Small centres chose few: their own pools run short, and the province draws from all. */
const BY_AREA = { FJ: 42, 3501: 66, 3502: 58, 3505: 60, 3506: 28, 3509: 13, 3504: 11, 3503: 7, 3507: 6, 3508: 6, PT: 3 } as const;

function fatesOf(count: number): readonly Fate[] {
  const scaled = Object.entries(FATES).map(([fate, of300]) => [fate, Math.max(1, Math.round((of300 * count) / ALL_SUPERVISORS))] as const);
  const special = repeated(Object.fromEntries(scaled) as Record<keyof typeof FATES, number>);
  const others = Math.max(0, count - special.length);
  return [...special.slice(0, count), ...Array.from({ length: others }, (): Fate => 'APPOINTED')];
}

type Classes = (year: number) => readonly TrainingClass[];
const threeYearsBefore: Classes = (year) => classesOf(year - 3);
const beforeWinter: Classes = (year) => classesOf(year).slice(0, 3);
const winter: Classes = (year) => classesOf(year).slice(3);
const atYearsEnd: Classes = (year) => [classOverNewYear(year)];
const nextYear: Classes = (year) => [classOfNextYear(year)];
const recent: Classes = (year) => [...classesOf(year - 2), ...classesOf(year - 1), ...classesOf(year).slice(0, 1)];

/** The classes that lead to the fate in time: terms begun three years before end in the simulated year. */
const CLASSES: Partial<Readonly<Record<Fate, Classes>>> = {
  APPLIED: nextYear, CONDITIONS_CONFIRMED: nextYear, IN_TRAINING: atYearsEnd, EXAM_PASSED: winter, EXAM_FAILED: winter,
  REJECTED: beforeWinter, NEVER_PASSED: beforeWinter, PASSED_AT_SECOND: beforeWinter, WITHOUT_CARD: beforeWinter,
  EXPIRES: threeYearsBefore, RENEWED: threeYearsBefore, RENEWAL_REFUSED: threeYearsBefore, RENEWAL_UNDER_WAY: (year) => winter(year - 3),
};

export function planCareers(count: number, year: number, seed: string): readonly Career[] {
  const random = randomFor(seed, 'careers');
  const areas = random.shuffled(repeated(apportion(count, BY_AREA)));
  return fatesOf(count).map((fate, no) => {
    const training = random.pick((CLASSES[fate] ?? recent)(year));
    const at = timeOf(training.confirmOn, '08:00');
    return { no, credentialId: idAt(at, `${seed} credential ${no}`), personId: idAt(at, `${seed} person ${no}`), area: areas[no] as Area, fate, training };
  });
}
