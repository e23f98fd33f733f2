import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PublishWorkCalendar } from '#libs/calendar/calendar.commands';
import type { RegisterDrawKey } from '#libs/draws/draw-key.commands';
import { DRAW_KEYS } from '#libs/draws/draw-key.events';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { CALENDAR_ID } from '#libs/regulation/calendar.events';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { department, province } from '#libs/simulation/actors';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** The secret behind the draws of the simulated record, 32 bytes. Whoever knows the seed knows it: for made-up data only. */
export const drawSecret = (seed: string): Uint8Array => createHash('sha256').update(`${seed} draw key`).digest();

function* publish(year: number): Story {
  const notice = CALENDAR_FJ_2021_2026[year];
  if (notice === undefined) throw new Error(`no notice of ${year}`);
  const { documentNo, off, work } = notice;
  const body: PublishWorkCalendar = { year, documentNo: documentNo ?? `${year}年放假安排`, off: [...off], work: [...work] };
  yield* send(department, 'PublishWorkCalendar', CALENDAR_ID, body);
}

/** The notices known when the record opens, then each year's in the November before it; the last one's comes late, in its February. */
export function* calendarStory(firstYear: number, lastYear: number): Story {
  for (const year of Object.keys(CALENDAR_FJ_2021_2026).map(Number).toSorted((a, b) => a - b).filter((known) => known <= lastYear)) {
    const announcedOn = workingDay(year === lastYear ? `${year}-02-24` : `${year - 1}-11-05`, 0);
    if (year > firstYear) yield* waitUntil(timeOf(announcedOn, '16:00'));
    yield* publish(year);
  }
}

/** The key of the year's draws is announced in the December before it. */
export function* drawKeyStory(year: number, seed: string): Story {
  const body: RegisterDrawKey = { publicKey: bytesToHex(ecvrfKeyPair(drawSecret(seed)).publicKey) };
  yield* waitUntil(timeOf(workingDay(`${year - 1}-12-08`, 0), '10:00'));
  yield* send(province, 'RegisterDrawKey', DRAW_KEYS, body);
}
