import { DECIDERS } from '#libs/record/deciders';
import { FAULTS } from '#test/properties/faults';
import { nothingSeen, playHistory, scriptOf } from '#test/properties/run-history';
import { Beginnings } from '#test/properties/staffed-record';

/** Histories in one spec file: there are four, so that the suite plays them side by side. */
const PART = 125;

/** Each far along a way of its own: histories that only collect refusals do not reach them. */
const DEEP = [
  'OpinionDelivered', 'RectificationReturned', 'MemberReplaced', 'SubstitutesExhausted', 'BarRecorded', 'RenewalApplied', 'CardReplaced', 'InvestigationOpened', 'ComplaintClosed',
  'DrawClosed', 'RecordReviewed', 'PublicationDue', 'PolicyVersionApproved', 'SupervisionFrequencyRaised',
];
const ALL = DECIDERS.flatMap(({ basis }) => Object.keys(basis));

/**
 * The part-th of the histories by chance over the whole record. Their seeds are fixed, so that a run is the same everywhere;
 * `npm run properties` plays others, and more.
 */
export function describeHistories(part: number): void {
  const seen = nothingSeen();
  const seeds = Array.from({ length: PART }, (_none, index) => part * PART + index + 1);

  describe(`histories by chance over the whole record, part ${part + 1}`, () => {
    let beginnings: Beginnings;
    beforeAll(async () => {
      beginnings = await Beginnings.made();
    }, 60_000);
    afterAll(() => beginnings.remove());

    it.each(seeds)('seed %i: every invariant holds, chains are whole, views are what the log gives', async (seed) => {
      await playHistory(scriptOf(seed), beginnings, seen);
    }, 60_000);

    it('reach deep, are refused in many ways, and meet every fault', () => {
      expect(DEEP.filter((type) => !seen.events.has(type))).toEqual([]);
      expect(ALL.filter((type) => seen.events.has(type)).length).toBeGreaterThan(0.75 * ALL.length);
      expect(seen.refusals.size).toBeGreaterThan(150);
      expect(seen.refusals.get('CommandIdReused')).toBeGreaterThan(30);
      expect(FAULTS.filter((fault) => !seen.faults.has(fault))).toEqual([]);
    });
  });
}
