import { FJ_2021 } from '#libs/regulation/parameter-list';
import type { ParameterName } from '#libs/regulation/parameters';
import { POOL_SCOPES } from '#libs/regulation/own-codes';

/** What a parameter may not fall below: the law, the readings, and what a proof rests on. */
export const LEAST: Readonly<Partial<Record<ParameterName, number>>> = {
  'defence.workingDays': 5,
  'defence.minimumWorkingDays': 5,
  'group.exceptionMinimum': 2,
  'draw.keyNoticeDays': 7,
  'catchAll.minimumCharacters': 20,
  'retention.paperYears': 3,
  'retention.electronicYears': 5,
  'retention.networkLogMonths': 6,
  'retention.impactAssessmentYears': 3,
};

/** The choices of a parameter that is one of several words. */
const CHOICES: Readonly<Partial<Record<ParameterName, readonly string[]>>> = {
  'draw.poolScopeOfMunicipalCenter': Object.keys(POOL_SCOPES),
  'draw.poolScopeOfProvincialCenter': Object.keys(POOL_SCOPES),
  'term.lastDayReading': ['CORRESPONDING_DAY', 'DAY_BEFORE'],
};

/** Zero is a number of times, not of days. */
const isCount = (name: ParameterName, value: number): boolean => Number.isSafeInteger(value) && value >= (FJ_2021[name].unit === 'times' ? 0 : 1) && value <= 3_660;

function isPattern(text: string): boolean {
  try {
    return text.startsWith('^') && text.endsWith('$') && new RegExp(text).source === text;
  } catch {
    return false;
  }
}

/** The value that the text says; undefined where it is not of the parameter's kind. */
export function valueFrom(name: ParameterName, text: string): number | string | boolean | undefined {
  switch (typeof FJ_2021[name].value) {
    case 'number':
      return /^\d{1,4}$/.test(text) && isCount(name, Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return ['true', 'false'].includes(text) ? text === 'true' : undefined;
    default:
      return (CHOICES[name]?.includes(text) ?? isPattern(text)) ? text : undefined;
  }
}

/** Parameters that folds of past facts rest on: another value would change what was. */
export const FOLDED: readonly ParameterName[] = ['training.internalIntervalMonths', 'term.renewalWindowDays', 'assessment.cycleMonths'];
