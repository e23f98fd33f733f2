import fc from 'fast-check';

import { lengthPrefixed } from '#libs/proof/length-prefix';

/** The parts back from the bytes; that this works is the proof that no two lists share their bytes. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + view.getUint32(at);
    parts.push(bytes.slice(at + 4, end));
    at = end;
  }
  return parts;
}

describe('length-prefixed parts', () => {
  it('are four bytes of length, then the bytes', () => {
    expect([...lengthPrefixed('甲', Uint8Array.of(9))]).toEqual([0, 0, 0, 3, 0xe7, 0x94, 0xb2, 0, 0, 0, 1, 9]);
    expect([...lengthPrefixed('')]).toEqual([0, 0, 0, 0]);
  });

  it('can be told apart again, whatever they hold', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
    fc.assert(fc.property(fc.array(part), (parts) => {
      const bytes = parts.map((each) => (typeof each === 'string' ? new TextEncoder().encode(each) : each));
      expect(partsOf(lengthPrefixed(...parts)).map(String)).toEqual(bytes.map(String));
    }));
  });
});
