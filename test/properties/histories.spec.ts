import { DECIDERS } from '#libs/record/deciders';
import type { LivingRecord } from '#test/properties/living-record';
import { nothingSeen, playHistory, scriptOf } from '#test/properties/run-history';
import { FAULTS } from '#test/properties/faults';
import { staffedRecord } from '#test/properties/staffed-record';

/** Their seeds are fixed, so that a run is the same everywhere; `npm run properties` plays others, and more. */
const SEEDS = Array.from({ length: 30 }, (_none, index) => index + 1);
const seen = nothingSeen();

/** Each far along a way of its own: histories that only collect refusals do not reach them. */
const DEEP = ['OpinionDelivered', 'RectificationReturned', 'MemberReplaced', 'SubstitutesExhausted', 'BarRecorded', 'DeadlineRecomputed', 'RenewalApplied', 'CardReplaced', 'InvestigationOpened', 'ComplaintClosed', 'DrawClosed'];

/** Streams of which nobody asks anything here: their own specs tell them. */
const UNASKED: readonly string[] = ['daily', 'dailytask', 'frequency', 'publication', 'policy'];
const ASKED = DECIDERS.filter(({ category }) => !UNASKED.includes(category)).flatMap(({ basis }) => Object.keys(basis));

describe('histories by chance over the whole record', () => {
  let staff: LivingRecord;
  beforeAll(async () => {
    staff = await staffedRecord();
  }, 60_000);
  afterAll(() => staff.remove());

  it.each(SEEDS)('seed %i: every invariant holds, chains are whole, views are what the log gives', async (seed) => {
    await playHistory(scriptOf(seed), staff, seen);
  }, 60_000);

  it('reach deep, are refused in many ways, and meet every fault', () => {
    expect(DEEP.filter((type) => !seen.events.has(type))).toEqual([]);
    expect(ASKED.filter((type) => seen.events.has(type)).length).toBeGreaterThan(0.7 * ASKED.length);
    expect(seen.refusals.size).toBeGreaterThan(70);
    expect(seen.refusals.get('CommandIdReused')).toBeGreaterThan(10);
    expect(FAULTS.filter((fault) => !seen.faults.has(fault))).toEqual([]);
  });
});
