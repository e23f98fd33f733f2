import { openLog, storesOf } from '#apps/cli/src/log';
import { type Answer, showProgress, Usage } from '#apps/cli/src/output';
import { progressText } from '#libs/event-sourcing/progress';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { verifyView } from '#libs/event-sourcing/verify-view';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import type { ViewRuntime } from '#libs/event-sourcing/view-runner';
import { UPCASTERS } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { openDocumentStore } from '#libs/stores/open-stores';

async function withRuntime<T>(dataDir: string, work: (runtime: ViewRuntime) => Promise<T>): Promise<T> {
  const store = upcastingReader(await openLog(dataDir), UPCASTERS);
  const documents = await openDocumentStore(storesOf(dataDir));
  try {
    return await work({ store, documents });
  } finally {
    await documents.close();
    await store.close();
  }
}

/** Rebuilds one view, or all, beside the live documents and switches: `rebuild NAME`. */
export async function rebuild(dataDir: string, [name]: readonly string[]): Promise<Answer> {
  const views = name === undefined ? VIEWS_OF_RECORD : VIEWS_OF_RECORD.filter((view) => view.name === name);
  if (views.length === 0) throw new Usage(`no view ${name}; there are: ${VIEWS_OF_RECORD.map((view) => view.name).join(', ')}`);
  const start = performance.now();
  const { events, parked } = await withRuntime(dataDir, (runtime) =>
    rebuildViews(runtime, views, (progress) => showProgress(progressText(progress, (performance.now() - start) / 1000))),
  );
  const json = { views: views.map((view) => view.name), events, parked };
  return { ok: parked === 0, lines: [`${parked === 0 ? '✔' : '✘'} ${json.views.join(', ')}: ${events} events, ${parked} documents stopped`], json };
}

/** Live documents against a rebuild, by hash: `verify views`. */
export async function verifyViews(dataDir: string): Promise<Answer> {
  const verdicts = await withRuntime(dataDir, async (runtime) => {
    const found = [];
    for (const view of VIEWS_OF_RECORD) found.push(await verifyView(runtime, view));
    return found;
  });
  const lines = verdicts.map(({ view, documents, live, equal }) => `${equal ? '✔' : '✘'} ${view}: ${documents} documents, ${live.slice(0, 16)}`);
  return { ok: verdicts.every(({ equal }) => equal), lines, json: verdicts };
}
