import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import { pointerOf } from '#libs/event-sourcing/view-runner';
import { verifyStore } from '#libs/proof/hash-chain';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { broken } from '#test/properties/invariants';
import { miscounted } from '#test/properties/ledger-recount';
import { LivingRecord } from '#test/properties/living-record';
import { nameOf, Play } from '#test/properties/play';
import { anyScript, type Script } from '#test/properties/script';
import type { Beginnings } from '#test/properties/staffed-record';
import { asLog } from '#test/properties/typed-log';

/** How often each thing occurred. */
export type Counts = Map<string, number>;

export interface Seen {
  readonly events: Counts;
  readonly refusals: Counts;
  readonly faults: Counts;
}

export const nothingSeen = (): Seen => ({ events: new Map(), refusals: new Map(), faults: new Map() });
const count = (counts: Counts, what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);

/** A history after which something did not hold, told so that a person can follow it. */
export class HistoryFailed extends Error {
  constructor(faults: readonly string[], transcript: readonly string[], cause?: unknown) {
    super([...faults, '', ...transcript].join('\n'), { cause });
    this.name = 'HistoryFailed';
  }
}

/** Documents of the live views that are not what folding the log gives. */
async function wrongDocuments({ stores: { documents } }: LivingRecord, log: readonly RecordedEvent[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const view of VIEWS_OF_RECORD) {
    const folded = new Map<string, object | null>();
    for (const event of log.filter(({ stream }) => view.categories.includes(categoryOf(stream)))) {
      for (const key of view.keys(event)) folded.set(key, view.apply(folded.get(key) ?? null, event, key));
    }
    for await (const { key, body } of documents.scan((await documents.pointer(pointerOf(view))) ?? '')) {
      if (!isDeepStrictEqual(body, JSON.parse(JSON.stringify(folded.get(key) ?? null)))) wrong.push(`view ${view.name}: ${key} is not what the log gives`);
      folded.delete(key);
    }
    wrong.push(...[...folded.keys()].map((key) => `view ${view.name}: ${key} is missing`));
  }
  return wrong;
}

async function* onePage(events: readonly RecordedEvent[]) {
  yield { events };
}

async function faultsOf(living: LivingRecord): Promise<readonly string[]> {
  const log = await living.log();
  const { ok, bad } = await verifyStore(onePage(log));
  return [...broken(asLog(log)), ...(ok ? [] : [`chain: ${JSON.stringify(bad)}`]), ...(await wrongDocuments(living, log)), ...miscounted(log)];
}

const textOf = ({ id, position, dataText, metaText }: RecordedEvent): string => `${position} ${id} ${dataText} ${metaText}`;

/** Whether the earlier log is the beginning of the later one, byte for byte. */
const isBeginning = (earlier: readonly RecordedEvent[], later: readonly RecordedEvent[]): boolean => earlier.every((event, index) => later[index] !== undefined && textOf(event) === textOf(later[index]));

/** Plays the script over a disk of its own and holds the record to everything that must be so. @throws HistoryFailed */
export async function playHistory({ onFiles, staffed, focus, steps }: Script, beginnings: Beginnings, seen: Seen): Promise<void> {
  const refused = (_request: object, reason: Error): unknown => count(seen.refusals, nameOf(reason));
  const living = await LivingRecord.open('2026-03-02T02:00:00.000Z', refused, beginnings.disk(onFiles, staffed));
  const play = new Play(living, focus, seen.refusals);
  try {
    for (const step of steps.slice(0, steps.length / 2)) await play.perform(step);
    const half = await living.log();
    for (const step of steps.slice(steps.length / 2)) await play.perform(step);
    await play.end();
    const log = await living.log();
    for (const { type } of log) count(seen.events, type);
    for (const fault of living.faults.happened) count(seen.faults, fault);
    const faults = [...(await faultsOf(living)), ...(isBeginning(half, log) ? [] : ['the log was changed'])];
    if (faults.length > 0) throw new HistoryFailed(faults, play.transcript);
  } catch (error) {
    throw error instanceof HistoryFailed ? error : new HistoryFailed([String(error), String((error as Error).cause ?? '')], play.transcript, error);
  } finally {
    await living.remove();
  }
}

export const scriptOf = (seed: number): Script => fc.sample(anyScript, { seed, numRuns: 1 })[0] as Script;

/** The shortest history that still fails, found from the one of the seed. */
export async function shrunk(seed: number, beginnings: Beginnings): Promise<string> {
  const property = fc.asyncProperty(anyScript, (script) => playHistory(script, beginnings, nothingSeen()));
  const { counterexample, errorInstance } = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: false });
  return `${String(errorInstance instanceof Error ? errorInstance.message : errorInstance)}\n\n${JSON.stringify(counterexample)}`;
}
