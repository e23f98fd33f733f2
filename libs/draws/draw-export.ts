import type { DrawFile } from '#libs/draws/draw-file.view';
import { type DrawLabels, type DrawRecord, drawRecordOf } from '#libs/draws/draw-record';
import type { Drawn } from '#libs/draws/tickets';

/** The record of a completed draw, for `dudao draw verify`; undefined for any other. */
export function recordOf(file: DrawFile): DrawRecord | undefined {
  const drawn = drawnIn(file);
  const labels = labelsOf(file);
  return file.pool && drawn && labels && drawRecordOf(file.pool, drawn, labels);
}

function drawnIn({ poolDigest, proof, beta, order, drawn, targets }: DrawFile): Drawn | undefined {
  if (poolDigest === undefined || proof === undefined || beta === undefined) return undefined;
  return { poolDigest, proof, beta, order, result: targets ?? drawn.map(({ supervisorId }) => supervisorId) };
}

function labelsOf({ drawId, publicKey, preparedAt, frozenAt, drawnAt }: DrawFile): DrawLabels | undefined {
  if (publicKey === undefined || frozenAt === undefined || drawnAt === undefined) return undefined;
  return { drawId, publicKey, preparedAt, frozenAt, drawnAt };
}
