import type { DrawEvent } from '#libs/draws/draw.events';
import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import type { Feed } from '#libs/event-sourcing/feed';

const PURPOSE = { kind: true, caseId: true, of: true, period: true } as const;

/** A draw without its candidates: its number, its key and what proves its outcome. The days stay inside, for the supervision may be covert. */
export const drawFeed: Feed<DrawEvent> = {
  DrawPrepared: { purpose: PURPOSE, ordinal: true, serial: true, area: true, dispatcher: true, drawnBy: true, scope: true, k: true },
  PoolFrozen: { purpose: PURPOSE, pool: { serial: true, k: true, ruleVersion: true }, publicKey: true },
  DrawFailed: { purpose: PURPOSE, k: true, eligible: true },
  DrawCompleted: { purpose: PURPOSE, poolDigest: true, proof: true, beta: true },
  MemberReplaced: { purpose: PURPOSE },
  SubstitutesExhausted: { purpose: PURPOSE },
  DrawClosed: { purpose: PURPOSE, cause: true },
};

/** The keys are public. */
export const drawKeyFeed: Feed<DrawKeyEvent> = {
  DrawKeyRegistered: { publicKey: true, usableFrom: true },
  DrawKeyRetired: { publicKey: true },
};
