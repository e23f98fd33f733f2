import { type Context, KnownTooEarly, type Lookup, type Request } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { legalDateOf } from '#libs/regulation/legal-date';
import { type NumberSeries, seriesName } from '#libs/regulation/number-series';
import type { NumberingEvent, NumberTaken } from '#libs/regulation/numbering.events';
import { evolveNumbering, heldIn, NO_NUMBERS, type NumbersTaken } from '#libs/regulation/numbering.evolve';
import { formatDocumentNumber } from '#libs/regulation/numbers';

/** What a command knows that gives its record a number of one series. */
export interface KnowsNumbers {
  readonly taken: NumbersTaken;
}

export const gatherNumbers = (series: NumberSeries, lookup: Lookup): Promise<NumbersTaken> =>
  lookup.fold<NumbersTaken, NumberingEvent>(`numbers-${seriesName(series)}`, NO_NUMBERS, evolveNumbering);

/** A record that is to bear a number: by its stream, with what is known of the series. */
export interface NumberBearer extends KnowsNumbers {
  readonly series: NumberSeries;
  readonly holder: string;
}

const heldNow = ({ taken, holder }: NumberBearer, now: Instant): NumberTaken['data'] | undefined => heldIn(taken, holder, Number(legalDateOf(now).slice(0, 4)));

/** The `prepare` of such a command; nothing where an attempt that broke off has taken the number already. */
export const takeNumber = (bearer: NumberBearer, { now }: Pick<Context, 'now'>): Request | undefined =>
  heldNow(bearer, now) === undefined ? { name: 'TakeNumber', target: seriesName(bearer.series), body: { holder: bearer.holder } } : undefined;

/**
 * 发文字号 from the number held already, else from the one prepared for this command.
 * @throws KnownTooEarly where another command took it meanwhile
 */
export function takenNumber(bearer: NumberBearer, { now, prepared }: Pick<Context, 'now' | 'prepared'>): string {
  const fresh = prepared.find(({ type }) => type === 'NumberTaken')?.data as NumberTaken['data'] | undefined;
  const number = heldNow(bearer, now) ?? fresh;
  if (number === undefined) throw new KnownTooEarly(`${bearer.holder} has a number by now`);
  return formatDocumentNumber({ ...bearer.series, year: number.year, serial: number.serial });
}
