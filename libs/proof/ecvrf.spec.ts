import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';

import { ecvrfKeyPair, isPublicKey, proofToHash, prove, verify } from '#libs/proof/ecvrf';

/** RFC 9381, appendix B.3. */
const examples = [
  {
    number: 16,
    secretKey: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    alpha: '',
    proof: '8657106690b5526245a92b003bb079ccd1a92130477671f6fc01ad16f26f723f26f8a57ccaed74ee1b190bed1f479d9727d2d0f9b005a6e456a35d4fb0daab1268a1b0db10836d9826a528ca76567805',
    beta: '90cf1df3b703cce59e2a35b925d411164068269d7b2d29f3301c03dd757876ff66b71dda49d2de59d03450451af026798e8f81cd2e333de5cdf4f3e140fdd8ae',
  },
  {
    number: 17,
    secretKey: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    alpha: '72',
    proof: 'f3141cd382dc42909d19ec5110469e4feae18300e94f304590abdced48aed5933bf0864a62558b3ed7f2fea45c92a465301b3bbf5e3e54ddf2d935be3b67926da3ef39226bbc355bdc9850112c8f4b02',
    beta: 'eb4440665d3891d668e7e0fcaf587f1b4bd7fbfe99d0eb2211ccec90496310eb5e33821bc613efb94db5e5b54c70a848a0bef4553a41befc57663b56373a5031',
  },
  {
    number: 18,
    secretKey: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    alpha: 'af82',
    proof: '9bc0f79119cc5604bf02d23b4caede71393cedfbb191434dd016d30177ccbf8096bb474e53895c362d8628ee9f9ea3c0e52c7a5c691b6c18c9979866568add7a2d41b00b05081ed0f58ee5e31b3a970e',
    beta: '645427e5d00c62a23fb703732fa5d892940935942101e456ecca7bb217c61c452118fec1219202a0edcf038bb6373241578be7217ba85a2687f7a0310b2df19f',
  },
];

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};
const everyFlip = (bytes: Uint8Array): Uint8Array[] => Array.from({ length: bytes.length * 8 }, (_, bit) => flipped(bytes, bit));

describe.each(examples)('example $number of RFC 9381', (example) => {
  const { publicKey, secretKey } = ecvrfKeyPair(hexToBytes(example.secretKey));
  const alpha = hexToBytes(example.alpha);

  it('has the public key, the proof and the output of the standard', () => {
    expect(bytesToHex(publicKey)).toBe(example.publicKey);
    expect(bytesToHex(prove(secretKey, alpha))).toBe(example.proof);
    expect(bytesToHex(proofToHash(hexToBytes(example.proof)))).toBe(example.beta);
  });

  it('verifies', () => {
    const beta = verify(publicKey, alpha, hexToBytes(example.proof));
    expect(beta && bytesToHex(beta)).toBe(example.beta);
  });
});

describe('a proof', () => {
  const { publicKey, secretKey } = ecvrfKeyPair(new Uint8Array(32).fill(7));
  const alpha = utf8ToBytes('闽督抽〔2026〕0001号');
  const proof = prove(secretKey, alpha);

  it('is refused when any bit of it, of the key or of the input is flipped', () => {
    expect(verify(publicKey, alpha, proof)).toEqual(proofToHash(proof));
    expect(everyFlip(proof).filter((bad) => verify(publicKey, alpha, bad) !== undefined)).toEqual([]);
    expect(everyFlip(publicKey).filter((bad) => verify(bad, alpha, proof) !== undefined)).toEqual([]);
    expect(everyFlip(alpha).filter((bad) => verify(publicKey, bad, proof) !== undefined)).toEqual([]);
  });

  it('is refused at any other length, and for any other bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 100 });
    fc.assert(fc.property(bytes, bytes, (key, other) => verify(key, alpha, other) === undefined && verify(publicKey, alpha, other) === undefined));
    expect(verify(publicKey, alpha, new Uint8Array([...proof, 0]))).toBeUndefined();
    expect(() => proofToHash(proof.subarray(1))).toThrow(RangeError);
  });

  it('is refused in its second spelling, with the order of the group added to the scalar', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const scalar = proof.subarray(48).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
    const respelt = proof.map((byte, index) => (index < 48 ? byte : Number((scalar >> BigInt((index - 48) * 8)) & 255n)));
    expect(scalar < 2n ** 256n).toBe(true);
    expect(verify(publicKey, alpha, respelt)).toBeUndefined();
  });

  it('of a random key for a random input verifies, twice the same', () => {
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seed, fc.uint8Array(), (bytes, input) => {
        const keys = ecvrfKeyPair(bytes);
        const first = prove(keys.secretKey, input);
        expect(prove(keys.secretKey, input)).toEqual(first);
        expect(verify(keys.publicKey, input, first)).toEqual(proofToHash(first));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a public key', () => {
  it('is refused when it is of small order: it would let its holder choose among outputs', () => {
    expect(ED25519_TORSION_SUBGROUP.filter((point) => isPublicKey(hexToBytes(point)))).toEqual([]);
  });

  it('is refused in its second spelling, with the prime added to y', () => {
    const spelt = (y: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, index) => Number((y >> BigInt(index * 8)) & 255n));
    const small = Array.from({ length: 17 }, (_, index) => BigInt(index + 2)).filter((y) => isPublicKey(spelt(y)));
    expect(small.length).toBeGreaterThan(3);
    expect(small.filter((y) => isPublicKey(spelt(y + 2n ** 255n - 19n)))).toEqual([]);
  });
});
