import { before, through } from '#libs/cases/case-story';
import type { Find, StoredDocument } from '#libs/event-sourcing/document-store';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import { LedgerDays } from '#libs/oversight/ledger.days';
import { METRICS } from '#libs/oversight/ledger.metrics';
import { answers, rowsOf } from '#libs/oversight/ledger.numbers';
import { readLedger } from '#libs/oversight/ledger.reader';
import { foldedLedger, question, streamOf } from '#libs/oversight/ledger-story';

const [closed, open] = [through('CloseCase'), before('VerifyRectification')];

/** Live documents of so many cases, three in four of them closed; counts how often they are read. */
function documentsOf(cases: number) {
  const events = Array.from({ length: cases }, (_none, index) =>
    streamOf(`case-${String(index).padStart(4, '0')}`, index % 2 === 0 ? '3501' : 'PT', index % 4 === 0 ? open : closed, 100 * index)).flat();
  const stored = foldedLedger(events).map((body): StoredDocument<LedgerDocument> => ({ key: body.stream, position: '', body }));
  const reads = { count: 0, fail: false };
  const find = async (_view: unknown, { where = {}, after, limit }: Find) => {
    reads.count += 1;
    if (reads.fail) throw new Error('behind');
    return stored.filter(({ key, body }) => key > (after?.key ?? '') && Object.entries(where).every(([member, value]) => (body as never)[member] === value)).slice(0, limit);
  };
  return { views: { find } as unknown as Pick<ViewReader, 'find'>, reads, end: events.at(-1)?.position ?? '' };
}

const place = (position: number): string => String(position).padStart(20, '0');

describe('sums by day', () => {
  it('answer every question as the contributions do, over several pages of documents', async () => {
    const { views, end } = documentsOf(250);
    const days = await new LedgerDays(views).of('case', end);
    for (const { name, category } of METRICS.filter((metric) => metric.category === 'case')) {
      const asked = { ...question(name, { area: 'PT' }, { occurredUpTo: '2026-04-20' }), position: end };
      const contributions = await readLedger(views, asked);
      const by = asked.metric.dimensions;
      expect([category, name, rowsOf(days.filter((part) => answers(part, asked)), by, {})]).toEqual([category, name, rowsOf(contributions, by, {})]);
    }
    expect(days.length).toBeLessThan(200);
  });

  it('are read once a place of the log, and anew for the next', async () => {
    const { views, reads, end } = documentsOf(3);
    const days = new LedgerDays(views);
    expect(await days.of('case', end)).toBe(await days.of('case', end));
    expect(reads.count).toBe(1);
    const earlier = await days.of('case', place(10));
    expect(earlier.filter(({ metric }) => metric === 'CasesOpened')).toMatchObject([{ delta: 1 }]);
    expect(await days.of('case', end)).toBe(await days.of('case', end));
    expect(reads.count).toBe(2);
    await days.of('case', place(9999));
    expect(reads.count).toBe(3);
  });

  it('are not kept when reading failed, nor after they are forgotten', async () => {
    const { views, reads, end } = documentsOf(3);
    const days = new LedgerDays(views);
    reads.fail = true;
    await expect(days.of('case', end)).rejects.toThrow('behind');
    reads.fail = false;
    const first = await days.of('case', end);
    days.forget();
    expect(await days.of('case', end)).not.toBe(first);
  });
});
