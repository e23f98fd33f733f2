import { LedgerAnswers } from '#apps/server/src/oversight/ledger-answers';
import { SettableClock } from '#libs/event-sourcing/clock';
import type { EventReader } from '#libs/event-sourcing/event-store';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

const auditor = { person: 'p-auditor', role: 'AUDITOR', organisation: 'FJ' };
const place = (position: number): string => String(position).padStart(20, '0');

/** Answers over a view of which so many documents have stopped, at a log of that length. */
function over({ stopped, head }: { readonly stopped: number; readonly head?: string }) {
  const reads = { count: 0 };
  const find = async () => {
    reads.count += 1;
    return [];
  };
  const lag = async () => [{ view: 'ledger', position: head, behind: 0, parked: stopped }, { view: 'case-file', position: head, behind: 0, parked: 9 }];
  const views = { find, lag } as unknown as ViewReader;
  return { reads, answers: new LedgerAnswers({ head: async () => head } as EventReader, views, new SettableClock('2026-11-24T17:00:00.000Z')) };
}

describe('a question to the ledger', () => {
  it('rests on the head of the log and on today in Shanghai, unless it says otherwise', async () => {
    const { answers } = over({ stopped: 0, head: place(7) });
    const of = (asked: object) => answers.question(auditor, { metric: 'CaseStates', ...asked });
    expect(await of({})).toMatchObject({ position: place(7), occurredUpTo: '2026-11-25', where: {} });
    expect(await of({ minPosition: place(9) })).toMatchObject({ position: place(9) });
    expect(await of({ minPosition: place(5), position: place(3) })).toMatchObject({ position: place(3) });
    expect(await of({ recordedUpTo: '2026-11-20' })).toMatchObject({ occurredUpTo: '2026-11-20' });
    expect(await of({ recordedUpTo: '2027-01-01' })).toMatchObject({ occurredUpTo: '2026-11-25' });
    expect(await of({ recordedUpTo: '2026-11-20', occurredUpTo: '2026-12-31' })).toMatchObject({ occurredUpTo: '2026-12-31' });
    expect((await over({ stopped: 0 }).answers.question(auditor, { metric: 'CaseStates' })).position).toBeUndefined();
  });

  it('reads the documents once a place of the log, but every time while some have stopped, and says so', async () => {
    for (const [stopped, count] of [[0, 1], [2, 3]] as const) {
      const { answers, reads } = over({ stopped, head: place(7) });
      const question = await answers.question(auditor, { metric: 'CaseStates' });
      for (let time = 0; time < 3; time += 1) expect(await answers.sums(question)).toEqual({ parts: [], stopped });
      expect([stopped, reads.count]).toEqual([stopped, count]);
      expect((await answers.contributions(question)).stopped).toBe(stopped);
    }
  });
});
