import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { workingDay, workingSpell } from '#libs/simulation/office-hours';

/** A class of the provincial centre, with the days on which its paper work is done. */
export interface TrainingClass {
  readonly name: string;
  readonly confirmOn: LegalDate;
  readonly enrolOn: LegalDate;
  readonly startsOn: LegalDate;
  readonly examinedOn: LegalDate;
  readonly scoredOn: LegalDate;
  readonly reExamAllowedOn: LegalDate;
  readonly reExaminedOn: LegalDate;
}

const MONTHS = ['03', '06', '09', '11'] as const;
const DAYS_OF_CLASS = 4;

function trainingClass(name: string, notBefore: LegalDate): TrainingClass {
  const startsOn = workingSpell(notBefore, DAYS_OF_CLASS + 1);
  const examinedOn = addDays(startsOn, DAYS_OF_CLASS);
  return {
    name,
    confirmOn: workingDay(startsOn, -9),
    enrolOn: workingDay(startsOn, -5),
    startsOn,
    examinedOn,
    scoredOn: workingDay(examinedOn, 2),
    reExamAllowedOn: workingDay(examinedOn, 6),
    reExaminedOn: workingDay(examinedOn, 18),
  };
}

const planned = new Map<number, readonly TrainingClass[]>();

/** Four classes a year; the simulated year ends with a fifth, whose examination falls into the next. */
export function classesOf(year: number): readonly TrainingClass[] {
  const classes = planned.get(year) ?? MONTHS.map((month, index) => trainingClass(`${year}年第${index + 1}期`, `${year}-${month}-02`));
  planned.set(year, classes);
  return classes;
}

export const classOverNewYear = (year: number): TrainingClass => trainingClass(`${year}年第5期`, `${year}-12-28`);
export const classOfNextYear = (year: number): TrainingClass => trainingClass(`${year + 1}年第1期`, `${year + 1}-01-11`);
