const PREFIX_BYTES = 4;
/** A UTF-16 unit is never more than three bytes of UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

const roomFor = (part: string | Uint8Array): number => PREFIX_BYTES + (typeof part === 'string' ? part.length * MAX_BYTES_PER_UNIT : part.length);

function put(part: string | Uint8Array, into: Uint8Array): number {
  if (typeof part === 'string') return encoder.encodeInto(part, into).written;
  into.set(part);
  return part.length;
}

/**
 * Every part as four bytes of length (big-endian) and its bytes (text as UTF-8), one after the other: two different
 * lists of parts never give the same bytes.
 */
export function lengthPrefixed(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + roomFor(part), 0));
  const view = new DataView(bytes.buffer);
  let end = 0;
  for (const part of parts) {
    const length = put(part, bytes.subarray(end + PREFIX_BYTES));
    view.setUint32(end, length);
    end += PREFIX_BYTES + length;
  }
  return bytes.subarray(0, end);
}
