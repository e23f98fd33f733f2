import { packageDifferences } from '#libs/archives/package-check';
import type { EventMeta } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';

const log = ['Opened', 'Heard', 'Closed'].map((type, revision) => recorded({ type, data: {} }, { revision, meta: { hash: `h${revision}` } as EventMeta }));
const sealed = { events: log.map(({ type, meta: { hash } }) => ({ type, hash })) };

describe('a package held against the log', () => {
  it('matches what was sealed, also where the file went on', () => {
    expect(packageDifferences(sealed, log)).toEqual([]);
    expect(packageDifferences({ events: sealed.events.slice(0, 2) }, log)).toEqual([]);
  });

  it('names each event that is gone or another', () => {
    const rewritten = [log[0], recorded({ type: 'Heard', data: {} }, { revision: 1, meta: { hash: 'other' } as EventMeta })] as typeof log;
    expect(packageDifferences(sealed, rewritten).map(({ revision, type, fault }) => [revision, type, fault])).toEqual([[1, 'Heard', 'CHANGED'], [2, 'Closed', 'MISSING']]);
    const renamed = [{ ...recorded({ type: 'Other', data: {} }), meta: (log[0] as (typeof log)[0]).meta }, ...log.slice(1)];
    expect(packageDifferences(sealed, renamed)).toMatchObject([{ revision: 0, fault: 'CHANGED', sentence: '日志中的事件与封存时不同' }]);
  });
});
