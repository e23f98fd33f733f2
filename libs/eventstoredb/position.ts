import type { GlobalPosition } from '#libs/event-sourcing/event';

/**
 * Place of an event in the server's transaction log, in bytes. Both numbers are equal for every event that came in
 * through gRPC; they differ only for the transactions of the old TCP protocol.
 */
export interface ServerPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** What old servers say where they do not know a position. */
const UNKNOWN = 2n ** 63n;

const digits = (bytes: bigint): string => String(bytes).padStart(20, '0');

/** @throws RangeError where the server did not say the position */
export function positionText({ commit, prepare }: ServerPosition): GlobalPosition {
  if (commit < 0n || commit >= UNKNOWN) throw new RangeError(`${commit} is no place in a log: the server is too old to name it`);
  return commit === prepare ? digits(commit) : `${digits(commit)}/${digits(prepare)}`;
}

/** @throws RangeError for a position that this driver did not give out. */
export function serverPosition(position: GlobalPosition): ServerPosition {
  const [, commit, prepare] = /^(\d{20})(?:\/(\d{20}))?$/.exec(position) ?? [];
  if (commit === undefined) throw new RangeError(`${position} is no position of an EventStoreDB log`);
  return { commit: BigInt(commit), prepare: BigInt(prepare ?? commit) };
}

export const isAfter = (one: ServerPosition, other: ServerPosition): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

/** In bytes of log, never less than none. */
export const bytesBetween = (after: ServerPosition, upTo: ServerPosition): number => Math.max(0, Number(upTo.commit - after.commit));
