import fc from 'fast-check';
import { type Change, differences } from '#apps/server/src/http/differences';

describe('differences of two documents', () => {
  it('name the places that changed, came and went', () => {
    const before = { state: 'OPENED', group: ['a', 'b'], due: { on: '2026-11-24' }, reason: 'x', 'a/b': 1 };
    const after = { state: 'ON_SITE', group: ['a', 'c', 'd'], due: { on: '2026-11-24' }, late: null, 'a/b': { c: 2 } };
    expect(differences(before, after)).toEqual([
      { path: '/state', old: 'OPENED', new: 'ON_SITE' },
      { path: '/group/1', old: 'b', new: 'c' },
      { path: '/group/2', new: 'd' },
      { path: '/reason', old: 'x' },
      { path: '/a~1b', old: 1, new: { c: 2 } },
      { path: '/late', new: null },
    ]);
  });

  it('are none between equal documents, and the same in both directions', () => {
    const turned = ({ path, ...values }: Change): Change => ({
      path,
      ...('new' in values && { old: values.new }),
      ...('old' in values && { new: values.old }),
    });
    const byPath = (changes: readonly Change[]) => [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differences(one, structuredClone(one))).toEqual([]);
        expect(byPath(differences(one, other).map(turned))).toEqual(byPath(differences(other, one)));
      }),
    );
  });
});
