import type { Fact } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

/** What is supervised more often. */
export const FREQUENCY_SCOPES = { AGENCY: '评价机构', OCCUPATION: '职业', AREA: '地区' } as const;

export interface FrequencyScope {
  readonly kind: keyof typeof FREQUENCY_SCOPES;
  /** Id of the agency, name of the occupation as sessions bear it, or the area. */
  readonly value: string;
}

/** 提高督导频次: of daily supervision, within one area. Stream `frequency-<area>`. */
export type SupervisionFrequencyRaised = Fact<
  'SupervisionFrequencyRaised',
  {
    /** Area of the agency's filing, or within which the occupation is supervised, or the area itself. */
    readonly area: Area;
    /** The centre that raised it: 委派机构. */
    readonly raisedBy: Area;
    readonly scope: FrequencyScope;
    /** Daily supervisions a year, at least; more than were in force for the scope. */
    readonly timesPerYear: number;
    readonly reasons: string;
  }
>;

export type SupervisionFrequencyEvent = SupervisionFrequencyRaised;

export const supervisionFrequencyBasis: Readonly<Record<SupervisionFrequencyEvent['type'], readonly string[]>> = {
  SupervisionFrequencyRaised: ['R3.3.外(五)'],
};
