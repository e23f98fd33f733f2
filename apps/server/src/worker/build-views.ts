import { setTimeout as pause } from 'node:timers/promises';
import { Leases, type LeaseParts } from '#libs/event-sourcing/lease';
import { progressText } from '#libs/event-sourcing/progress';
import { dropRetired, rebuildViews, staleViews } from '#libs/event-sourcing/rebuild-views';
import type { View } from '#libs/event-sourcing/view';
import type { ViewRuntime } from '#libs/event-sourcing/view-runner';

const TELL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 500;

export interface Building {
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
  /** Where workers divide the building: what is this one's. Without them, all of it is. */
  readonly leases?: Pick<Leases, 'mine' | 'release'> | undefined;
  /** How long to wait before looking whether the others have built theirs. */
  readonly rest?: (signal: AbortSignal) => Promise<unknown>;
}

const pieceOf = ({ name }: View<object>): string => `build:${name}`;

/** Workers that build divide the views as those who fold do, but among themselves: whoever follows the log already builds nothing. */
export const buildLeases = (parts: Omit<LeaseParts, 'work' | 'weights' | 'crew'>, views: readonly View<object>[]): Leases =>
  new Leases({ ...parts, crew: 'builder', work: views.map(pieceOf), weights: new Map(views.map((view) => [pieceOf(view), view.weight ?? 1])) });

/**
 * Builds every view whose documents are of another version of the program, beside those that serve; resolves when all
 * are built, by whomever. Told about once a second; one that was aborted goes on where it stopped.
 */
export async function buildViews(runtime: ViewRuntime, views: readonly View<object>[], building: Building): Promise<void> {
  const { signal, leases, rest = (until) => pause(LOOK_EVERY_MS, undefined, { signal: until }) } = building;
  await dropRetired(runtime, views);
  try {
    for (;;) {
      const stale = await staleViews(runtime, views);
      if (stale.length === 0) return;
      signal.throwIfAborted();
      const held = await leases?.mine();
      const mine = stale.filter((view) => held?.has(pieceOf(view)) ?? true);
      if (mine.length > 0) await buildShare(runtime, mine, building);
      else await rest(signal);
    }
  } finally {
    await leases?.release();
  }
}

/** A part of the share is another worker's now: what it folded so far is kept. */
class ShareChanged extends Error {}

async function buildShare(runtime: ViewRuntime, share: readonly View<object>[], { tell, signal, leases }: Building): Promise<void> {
  const names = share.map(({ name }) => name).join(', ');
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  let told = start;
  try {
    const { events, parked } = await rebuildViews(runtime, share, async (progress) => {
      signal.throwIfAborted();
      const held = await leases?.mine();
      if (held !== undefined && !share.every((view) => held.has(pieceOf(view)))) throw new ShareChanged();
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      tell(`building ${names}: ${progressText(progress, seconds())}`);
    });
    tell(`built ${names}: ${events} events, ${parked} documents stopped, ${seconds().toFixed(1)} s`);
  } catch (error) {
    if (!(error instanceof ShareChanged)) throw error;
  }
}
