import { createHash } from 'node:crypto';
import { build, dropCollection } from '#libs/event-sourcing/rebuild-views';
import type { View } from '#libs/event-sourcing/view';
import { collectionName, declareCollection, pointerOf, type ViewRuntime } from '#libs/event-sourcing/view-runner';

export interface ViewVerdict {
  readonly view: string;
  readonly documents: number;
  readonly live: string;
  readonly rebuilt: string;
  readonly equal: boolean;
}

/** Rebuilds a view beside the live one up to the same position and compares both by hash. */
export async function verifyView(runtime: ViewRuntime, view: View<object>): Promise<ViewVerdict> {
  const live = (await runtime.documents.pointer(pointerOf(view))) ?? collectionName(view, 1);
  const scratch = `${live}.verify`;
  await dropCollection(runtime, scratch);
  for (;;) {
    const checkpoint = await runtime.documents.checkpoint(live);
    if (checkpoint !== undefined) await build(runtime, [{ view, collection: scratch }], checkpoint.position, () => undefined);
    else await declareCollection(runtime.documents, view, scratch);
    const [liveHash, rebuiltHash] = [await hashOf(runtime, live), await hashOf(runtime, scratch)];
    const moved = (await runtime.documents.checkpoint(live))?.position !== checkpoint?.position;
    if (moved) continue;
    await dropCollection(runtime, scratch);
    return { view: view.name, documents: rebuiltHash.count, live: liveHash.hash, rebuilt: rebuiltHash.hash, equal: liveHash.hash === rebuiltHash.hash };
  }
}

async function hashOf({ documents }: ViewRuntime, collection: string): Promise<{ count: number; hash: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { key, position, body } of documents.scan(collection)) {
    hash.update(`${JSON.stringify([key, position, body], membersInOrder)}\n`);
    count += 1;
  }
  return { count, hash: hash.digest('hex') };
}

/** A document that was stored between two of its events has lost the members without a value, and with them their places. */
const membersInOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
