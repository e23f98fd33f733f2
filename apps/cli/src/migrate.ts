import { type Answer, showProgress, Usage } from '#apps/cli/src/output';
import { copyLog, differingStreams } from '#libs/event-sourcing/copy-log';
import { openEventStore } from '#libs/stores/open-stores';
import type { Environment } from '#libs/stores/settings-table';
import { readStoreSettings } from '#libs/stores/store-settings';

const KINDS = ['sqlite', 'eventstoredb'];

/**
 * Copies the log from one kind of store to the other, both where the settings say, and compares stream by stream:
 * `migrate --from sqlite --to eventstoredb`. Given again, it goes on where it was stopped. Views are built anew by the
 * next worker. Servers must be stopped: a running one holds an embedded store, and what it wrote to a server's log
 * meanwhile would show as a difference.
 */
export async function migrate(environment: Environment, from: string | undefined, to: string | undefined): Promise<Answer> {
  if (from === undefined || to === undefined || from === to || ![from, to].every((kind) => KINDS.includes(kind))) throw new Usage(`migrate --from KIND --to KIND, two of ${KINDS.join(', ')}`);
  const open = (kind: string) => openEventStore(readStoreSettings({ ...environment, EVENT_STORE: kind }));
  const source = await open(from);
  const target = await open(to).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  try {
    const end = await source.head();
    const events = await copyLog(source, target, (copied) => showProgress(`${copied} events …`));
    if ((await source.head()) !== end) throw new Error(`the log in ${from} grew meanwhile: stop whoever writes it, and go on`);
    const { streams, differing } = await differingStreams(source, target);
    const ok = differing.length === 0;
    const found = ok ? `✔ ${from} → ${to}: ${events} 个事件、${streams} 个流,逐流核对一致` : `✘ ${from} → ${to}: ${differing.length} 个流不一致`;
    return { ok, lines: [found, ...differing], json: { from, to, events, streams, differing } };
  } finally {
    await target.close();
    await source.close();
  }
}
