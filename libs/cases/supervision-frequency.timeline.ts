import { FREQUENCY_SCOPES, type FrequencyScope, type SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES, isArea } from '#libs/regulation/areas';

const named = ({ kind, value }: FrequencyScope): string => `${FREQUENCY_SCOPES[kind]}${kind === 'AREA' && isArea(value) ? AREA_NAMES[value] : value}`;

const SENTENCES: Sentences<SupervisionFrequencyEvent> = {
  SupervisionFrequencyRaised: ({ area, raisedBy, scope, timesPerYear, reasons }) =>
    `${AREA_NAMES[raisedBy]}中心将${AREA_NAMES[area]}范围内${named(scope)}的日常督导频次提高到每年至少${timesPerYear}次,理由:${reasons}`,
};

/** 日常督导频次的历程. */
export const tellSupervisionFrequency = telling(SENTENCES);
