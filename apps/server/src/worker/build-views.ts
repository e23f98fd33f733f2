import { progressText } from '#libs/event-sourcing/progress';
import { dropRetired, rebuildViews, staleViews } from '#libs/event-sourcing/rebuild-views';
import type { View } from '#libs/event-sourcing/view';
import type { ViewRuntime } from '#libs/event-sourcing/view-runner';

const TELL_EVERY_MS = 1_000;

/**
 * Builds every view whose documents are of another version of the program, beside those that serve. Told about once a
 * second; one that was aborted goes on where it stopped.
 */
export async function buildViews(runtime: ViewRuntime, views: readonly View<object>[], tell: (line: string) => void, signal: AbortSignal): Promise<void> {
  await dropRetired(runtime, views);
  const stale = await staleViews(runtime, views);
  if (stale.length === 0) return;
  const names = stale.map(({ name }) => name).join(', ');
  const start = performance.now();
  let told = start;
  const { events, parked } = await rebuildViews(runtime, stale, (progress) => {
    signal.throwIfAborted();
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    tell(`building ${names}: ${progressText(progress, (now - start) / 1000)}`);
  });
  tell(`built ${names}: ${events} events, ${parked} documents stopped, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
