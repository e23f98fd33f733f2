import type { DrawFile } from '#libs/draws/draw-file.view';
import { type DrawRecord, drawRecordOf } from '#libs/draws/draw-record';

/** The record of a completed draw, for `dudao draw verify`; undefined for any other. */
export function recordOf({ drawId, pool, poolDigest, publicKey, proof, beta, order, drawn, targets, preparedAt, frozenAt, drawnAt }: DrawFile): DrawRecord | undefined {
  if (pool === undefined || poolDigest === undefined || publicKey === undefined || proof === undefined || beta === undefined) return undefined;
  if (frozenAt === undefined || drawnAt === undefined) return undefined;
  const result = targets ?? drawn.map(({ supervisorId }) => supervisorId);
  return drawRecordOf(pool, { poolDigest, proof, beta, order, result }, { drawId, publicKey, preparedAt, frozenAt, drawnAt });
}
