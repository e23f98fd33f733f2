import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/**
 * ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381: the holder of the key has one possible output for an input, and anyone
 * can check it under the public key.
 */
export interface EcvrfKeyPair {
  /** 32 bytes, an Ed25519 seed. */
  readonly secretKey: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

const { Point } = ed25519;
type Point = typeof Point.BASE;

const ORDER = Point.Fn.ORDER;
const POINT_BYTES = 32;
const CHALLENGE_BYTES = 16;
const PROOF_BYTES = POINT_BYTES + CHALLENGE_BYTES + 32;

const SUITE = 0x03;
const ENCODE_TO_CURVE = 0x01;
const CHALLENGE = 0x02;
const PROOF_TO_HASH = 0x03;
const END = 0x00;

interface DecodedProof {
  readonly gamma: Point;
  readonly challenge: bigint;
  readonly scalar: bigint;
}

const suiteHash = (use: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  sha512(concatBytes(Uint8Array.of(SUITE, use), ...parts, Uint8Array.of(END)));

/** @param seed 32 random bytes; they are the secret key. */
export const ecvrfKeyPair = (seed: Uint8Array): EcvrfKeyPair => ({ secretKey: seed.slice(), publicKey: ed25519.getPublicKey(seed) });

/** The proof, 80 bytes: always the same for the same key and input. */
export function prove(secretKey: Uint8Array, alpha: Uint8Array): Uint8Array {
  const { scalar: secret, prefix, pointBytes: publicKey } = ed25519.utils.getExtendedPublicKey(secretKey);
  const point = encodeToCurve(publicKey, alpha);
  const gamma = point.multiply(secret);
  const nonce = Point.Fn.create(bytesToNumberLE(sha512(concatBytes(prefix, point.toBytes()))));
  const challenge = challengeOf(publicKey, point, gamma, Point.BASE.multiply(nonce), point.multiply(nonce));
  const scalar = Point.Fn.create(nonce + challenge * secret);
  return concatBytes(gamma.toBytes(), numberToBytesLE(challenge, CHALLENGE_BYTES), numberToBytesLE(scalar, 32));
}

/**
 * The output, 64 bytes, of a proof that is known to be good: of one's own, or after {@link verify}.
 * @throws RangeError when the bytes are no proof at all
 */
export function proofToHash(proof: Uint8Array): Uint8Array {
  const decoded = decodeProof(proof);
  if (decoded === undefined) throw new RangeError('not an ECVRF proof');
  return outputOf(decoded.gamma);
}

/** The output when the proof is that of this key for this input, else undefined. Never throws. */
export function verify(publicKey: Uint8Array, alpha: Uint8Array, proof: Uint8Array): Uint8Array | undefined {
  const key = decodePublicKey(publicKey);
  const decoded = decodeProof(proof);
  if (key === undefined || decoded === undefined) return undefined;
  const { gamma, challenge, scalar } = decoded;
  const point = encodeToCurve(publicKey, alpha);
  const u = Point.BASE.multiplyUnsafe(scalar).subtract(key.multiplyUnsafe(challenge));
  const v = point.multiplyUnsafe(scalar).subtract(gamma.multiplyUnsafe(challenge));
  return challengeOf(publicKey, point, gamma, u, v) === challenge ? outputOf(gamma) : undefined;
}

/** Whether the bytes are a public key that leaves its holder only one output per input (RFC 9381, 5.4.5). */
export const isPublicKey = (publicKey: Uint8Array): boolean => decodePublicKey(publicKey) !== undefined;

function decodePublicKey(bytes: Uint8Array): Point | undefined {
  const point = decodePoint(bytes);
  return point === undefined || point.isSmallOrder() ? undefined : point;
}

function decodePoint(bytes: Uint8Array): Point | undefined {
  if (bytes.length !== POINT_BYTES) return undefined;
  try {
    return Point.fromBytes(bytes);
  } catch {
    return undefined;
  }
}

function decodeProof(proof: Uint8Array): DecodedProof | undefined {
  if (proof.length !== PROOF_BYTES) return undefined;
  const gamma = decodePoint(proof.subarray(0, POINT_BYTES));
  const challenge = bytesToNumberLE(proof.subarray(POINT_BYTES, POINT_BYTES + CHALLENGE_BYTES));
  const scalar = bytesToNumberLE(proof.subarray(POINT_BYTES + CHALLENGE_BYTES));
  return gamma === undefined || scalar >= ORDER ? undefined : { gamma, challenge, scalar };
}

/** Try and increment (RFC 9381, 5.4.1.1); one try in two succeeds. */
function encodeToCurve(publicKey: Uint8Array, alpha: Uint8Array): Point {
  for (let counter = 0; counter < 256; counter += 1) {
    const hash = suiteHash(ENCODE_TO_CURVE, publicKey, alpha, Uint8Array.of(counter));
    const point = decodePoint(hash.subarray(0, POINT_BYTES))?.clearCofactor();
    if (point !== undefined && !point.is0()) return point;
  }
  throw new Error('no point in 256 tries');
}

const challengeOf = (publicKey: Uint8Array, ...points: readonly Point[]): bigint =>
  bytesToNumberLE(suiteHash(CHALLENGE, publicKey, ...points.map((point) => point.toBytes())).subarray(0, CHALLENGE_BYTES));

const outputOf = (gamma: Point): Uint8Array => suiteHash(PROOF_TO_HASH, gamma.clearCofactor().toBytes());
