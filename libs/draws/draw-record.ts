import type { FrozenPool } from '#libs/draws/frozen-pool';
import type { Drawn } from '#libs/draws/tickets';
import type { Instant } from '#libs/event-sourcing/event';

export const DRAW_RECORD_FORMAT = 'dudao-draw/1';

/** What the proof does not cover: to be compared with the log, where the serial finds it. */
export interface DrawLabels {
  readonly drawId: string;
  /** 32 bytes in hexadecimal; announced before the first draw under it. */
  readonly publicKey: string;
  readonly preparedAt: Instant;
  readonly frozenAt: Instant;
  readonly drawnAt: Instant;
}

/** A draw with all that is needed to run it again, offline. Persons are references, not names. */
export interface DrawRecord extends FrozenPool, Drawn, DrawLabels {
  readonly format: typeof DRAW_RECORD_FORMAT;
  /** How the seed came about: the output of a verifiable random function. */
  readonly mode: 'ECVRF';
}

export const drawRecordOf = (pool: FrozenPool, drawn: Drawn, labels: DrawLabels): DrawRecord => ({
  format: DRAW_RECORD_FORMAT,
  mode: 'ECVRF',
  serial: pool.serial,
  drawId: labels.drawId,
  kind: pool.kind,
  purpose: pool.purpose,
  scope: pool.scope,
  k: pool.k,
  ruleVersion: pool.ruleVersion,
  ...(pool.replacement === undefined ? {} : { replacement: pool.replacement }),
  preparedAt: labels.preparedAt,
  frozenAt: labels.frozenAt,
  drawnAt: labels.drawnAt,
  eligible: pool.eligible,
  exclusions: pool.exclusions,
  publicKey: labels.publicKey,
  poolDigest: drawn.poolDigest,
  proof: drawn.proof,
  beta: drawn.beta,
  order: drawn.order,
  result: drawn.result,
});

/** The record as the file that is handed out. */
export const drawRecordText = (record: DrawRecord): string => `${JSON.stringify(record, undefined, 2)}\n`;
