import type { FrequencyScope, SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import type { Area } from '#libs/regulation/areas';

/** What is in force within one area, by scope. */
export interface SupervisionFrequencies {
  /** Absent until the first is raised. */
  readonly area?: Area;
  readonly inForce: readonly { readonly scope: FrequencyScope; readonly timesPerYear: number }[];
}

export const NO_FREQUENCIES: SupervisionFrequencies = { inForce: [] };

export const isSameScope = (one: FrequencyScope, other: FrequencyScope): boolean => one.kind === other.kind && one.value === other.value;

/** Daily supervisions a year; 0 where nobody has set any: the Measures name no number. */
export const frequencyOf = ({ inForce }: SupervisionFrequencies, scope: FrequencyScope): number =>
  inForce.find((frequency) => isSameScope(frequency.scope, scope))?.timesPerYear ?? 0;

export function evolveSupervisionFrequencies({ inForce }: SupervisionFrequencies, { data }: SupervisionFrequencyEvent): SupervisionFrequencies {
  const { area, scope, timesPerYear } = data;
  return { area, inForce: [...inForce.filter((frequency) => !isSameScope(frequency.scope, scope)), { scope, timesPerYear }] };
}
