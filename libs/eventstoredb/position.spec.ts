import fc from 'fast-check';
import { bytesBetween, isAfter, positionText, type ServerPosition, serverPosition } from '#libs/eventstoredb/position';

const anyBytes = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
/** Of an event that came in through gRPC, or of one of a transaction, whose parts lie before its commit. */
const anyPosition: fc.Arbitrary<ServerPosition> = fc
  .tuple(anyBytes, fc.option(anyBytes))
  .map(([commit, prepare]) => ({ commit, prepare: prepare === null || prepare > commit ? commit : prepare }));
const self = (commit: bigint): ServerPosition => ({ commit, prepare: commit });

describe('a position in the log of a server', () => {
  it('is 20 digits, and names the second number only where there is one', () => {
    expect(positionText(self(4_096n))).toBe('00000000000000004096');
    expect(positionText({ commit: 4_096n, prepare: 128n })).toBe('00000000000000004096/00000000000000000128');
  });

  it('comes back from its text', () => {
    fc.assert(fc.property(anyPosition, (position) => expect(serverPosition(positionText(position))).toEqual(position)));
  });

  it('has a text that is ordered as the log is', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (one, other) => {
        expect(positionText(self(one)) > positionText(self(other))).toBe(isAfter(self(one), self(other)));
      }),
    );
    const parts = [3n, 20n, 100n].map((prepare) => ({ commit: 128n, prepare }));
    expect(parts.map(positionText).toSorted()).toEqual(parts.map(positionText));
    expect(isAfter(parts[1] ?? self(0n), parts[0] ?? self(0n))).toBe(true);
  });

  it.each(['4096', '0000000000000000409x', '00000000000000004096/128', '00000000000000004096/'])('is not %s', (text) => {
    expect(() => serverPosition(text)).toThrow(RangeError);
  });

  it.each([-1n, 2n ** 63n, 2n ** 64n - 1n])('is not %d, which servers say that do not know it', (commit) => {
    expect(() => positionText(self(commit))).toThrow(RangeError);
  });

  it('lies some bytes behind another', () => {
    expect([bytesBetween(self(100n), self(350n)), bytesBetween(self(350n), self(100n))]).toEqual([250, 0]);
  });
});
