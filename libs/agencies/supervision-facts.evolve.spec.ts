import { readSupervision, wasDenied } from '#libs/agencies/supervision-facts.evolve';
import type { CaseEvent } from '#libs/cases/case.events';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';

/** A lookup that finds these facts in every stream. */
const finding = (...facts: readonly object[]): Lookup =>
  ({ fold: async (_stream: string, initial: unknown, evolve: (state: unknown, event: Recorded<CaseEvent>) => unknown) => (facts as Recorded<CaseEvent>[]).reduce(evolve, initial) }) as Lookup;

const opened = { type: 'SpecialSupervisionOpened', data: { agencyId: 'agency-1' } };
const asked = { type: 'MaterialRequested', data: { no: 1, item: 'C2.01', text: '请提供命题记录', answerDue: { date: '2026-04-06' } } };
const inquired = { type: 'InquiryRaised', data: { no: 2, item: 'C2.01', text: '请说明', answerDue: { date: '2026-04-06' } } };
const of = (...facts: readonly object[]) => readSupervision('case-1', finding(opened, ...facts));

describe('what the record of a supervision says of the agency', () => {
  it('names it, and says whether it refused to rectify', async () => {
    expect(await of()).toEqual({ agencyId: 'agency-1', refusedToRectify: false, asks: [] });
    expect(await of({ type: 'RectificationRefused', data: {} })).toMatchObject({ refusedToRectify: true });
    const daily = finding({ type: 'DailySupervisionPlanned', data: { agencyId: 'agency-1' } }, { type: 'ImprovementRefused', data: {} });
    expect(await readSupervision('daily-1', daily)).toEqual({ agencyId: 'agency-1', refusedToRectify: true, asks: [] });
  });

  it('is a denial where it was refused, or nobody answered by the last day (R4.2(一))', async () => {
    const denied = async (today: string, ...facts: readonly object[]) => wasDenied(await of(...facts), today);
    expect(await denied('2026-04-06', asked)).toBe(false);
    expect(await denied('2026-04-07', asked)).toBe(true);
    expect(await denied('2026-04-07', asked, { type: 'MaterialProvided', data: { no: 1, evidence: [], late: false } })).toBe(false);
    expect(await denied('2026-04-06', asked, { type: 'MaterialRefused', data: { no: 1, reason: '商业秘密' } })).toBe(true);
    expect(await denied('2026-04-07', inquired, { type: 'InquiryAnswered', data: { no: 2, answer: '已说明', evidence: [], late: false } })).toBe(false);
    expect(await denied('2026-04-07', asked, inquired, { type: 'InquiryAnswered', data: { no: 2, answer: '已说明', evidence: [], late: false } })).toBe(true);
  });
});
