import type { Instant } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { type WebhookFile, webhookFile } from '#libs/webhooks/webhook.view';
import { MOST_ENDPOINTS } from '#libs/webhooks/webhook-deliveries';
import type { WebhookJournal } from '#libs/webhooks/webhook-journal';

/** How far deliveries are behind the log: of the endpoint that is furthest behind, suspended ones left out. */
export interface WebhookLag {
  readonly active: number;
  readonly suspended: number;
  /** In the unit of the event store. */
  readonly behind: number;
  /** Age of the first event that was not looked at. */
  readonly seconds: number;
}

export interface LagParts {
  readonly store: Pick<EventStore, 'head' | 'distance' | 'readAll'>;
  readonly views: Pick<ViewReader, 'find'>;
  readonly journal: WebhookJournal;
  readonly now: Instant;
}

export async function webhookLag(parts: LagParts): Promise<WebhookLag> {
  const found = await parts.views.find(webhookFile, { limit: MOST_ENDPOINTS });
  const files = found.flatMap(({ body }) => body ?? []);
  const active = files.filter(({ isSuspended }) => !isSuspended);
  let [behind, seconds] = [0, 0];
  for (const file of active) {
    const lag = await lagOf(file, parts);
    [behind, seconds] = [Math.max(behind, lag.behind), Math.max(seconds, lag.seconds)];
  }
  return { active: active.length, suspended: files.length - active.length, behind, seconds };
}

async function lagOf({ webhookId, registeredAt }: WebhookFile, { store, journal, now }: LagParts): Promise<Pick<WebhookLag, 'behind' | 'seconds'>> {
  const { progress } = await journal.progressOf(webhookId, registeredAt);
  const [next] = (await store.readAll({ after: progress.scannedTo, max: 1 })).events;
  if (next === undefined) return { behind: 0, seconds: 0 };
  return { behind: store.distance(progress.scannedTo, await store.head()), seconds: (Date.parse(now) - Date.parse(next.meta.recordedAt)) / 1000 };
}
