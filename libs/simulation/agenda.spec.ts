import fc from 'fast-check';
import { Agenda } from '#libs/simulation/agenda';
import { apportion, repeated } from '#libs/simulation/apportion';

const instant = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

describe('the agenda', () => {
  it('gives what comes first, and what was entered first of one instant, also while more is entered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.array(fc.nat(30)), (early, late) => {
        const agenda = new Agenda<number>();
        const entered: { at: string; item: number }[] = [];
        const enter = (n: number): void => {
          entered.push({ at: instant(n), item: entered.length });
          agenda.enter(instant(n), entered.length - 1);
        };
        early.forEach(enter);
        const first = agenda.takeFirst();
        const after = early.length === 0 ? 0 : Math.min(...early);
        late.forEach((n) => enter(after + 1 + n));
        const taken = [...first];
        while (agenda.next() !== undefined) taken.push(...agenda.takeFirst());
        expect(taken).toEqual(entered.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.item - b.item)).map(({ item }) => item));
      }),
    );
  });
});

describe('shares of a whole', () => {
  it('add up, and none is off by one or more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.dictionary(fc.string(), fc.integer({ min: 1, max: 50 }), { minKeys: 1, noNullPrototype: true }), (total, weights) => {
        const shares = apportion(total, weights);
        const sum = Object.values(weights).reduce((a, b) => a + b, 0);
        expect(repeated(shares)).toHaveLength(total);
        for (const [key, share] of Object.entries(shares)) expect(Math.abs(share - (total * (weights[key] ?? 0)) / sum)).toBeLessThan(1);
      }),
    );
  });

  it('are the real figures at full size', () => {
    expect(apportion(188, { EMPLOYER: 64, SOCIAL_ORG: 33, SCHOOL: 91 })).toEqual({ EMPLOYER: 64, SOCIAL_ORG: 33, SCHOOL: 91 });
  });
});
