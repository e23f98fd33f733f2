import { availableParallelism } from 'node:os';
import { SettableClock } from '#libs/event-sourcing/clock';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { openRecord } from '#libs/record/record';
import { drawSecret } from '#libs/simulation/province.story';
import { simulateYear } from '#libs/simulation/simulate-year';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { type Line, line } from '#test/bench/bench-line';
import { median, seconds } from '#test/bench/work';
import { ChildProgram } from '#test/support/child-program';
import { PASSING } from '#test/support/passing-store';
import { temporaryFolder } from '#test/support/temporary-folder';

const ROUNDS = 3;
const PARTITIONS = [1, 2, 4];
const SCALE = { agencies: 12, supervisors: 60, sessions: 40, dailies: 12, cases: 8 };
const SEED = 'bench';

/** A simulated year, so that every part of the record has events to fold. */
async function simulated(log: string, path: string): Promise<void> {
  const events = await SqliteEventStore.open(log, PASSING);
  const documents = await SqliteDocumentStore.open(path, PASSING);
  const clock = new SettableClock('2000-01-01T00:00:00.000Z');
  const onRefused = (_request: unknown, reason: Error): never => {
    throw reason;
  };
  const record = openRecord({ events, documents, clock, onRefused, drawKey: ecvrfKeyPair(drawSecret(SEED)) });
  await simulateYear({ record, clock, year: 2026, seed: SEED, scale: SCALE });
  await documents.close();
  await events.close();
}

interface Rebuilt {
  readonly events: number;
  readonly took: number;
}

/** From the word to begin, given to processes that are up, until the last of them has moved its views over. */
async function rebuilt(log: string, path: string, parts: number): Promise<Rebuilt> {
  const programs = Array.from({ length: parts }, (_none, part) => new ChildProgram('test/bench/rebuild-share.ts', [log, path, String(part), String(parts)]));
  let answers: readonly string[] = [];
  try {
    for (const program of programs) await program.printed(1);
    const took = await seconds(async () => {
      answers = await Promise.all(programs.map((program) => program.ask('begin')));
    });
    const [events] = new Set(answers.map(Number));
    if (!events || answers.some((answer) => Number(answer) !== events)) throw new Error(`partitions did not read the same log: ${answers.join()}`);
    return { events, took };
  } finally {
    for (const program of programs) await program.kill();
  }
}

/**
 * Rebuild of the views of a record by 1, 2 and 4 partitions. A partition is what a worker holds: a share of whole views,
 * folded by a process of its own, which reads the whole log; all write to one document store.
 */
export async function partitions(): Promise<readonly Line[]> {
  const folder = temporaryFolder();
  const log = folder.file('events.db');
  await simulated(log, folder.file('simulated.db'));
  const rounds: (readonly Rebuilt[])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const results: Rebuilt[] = [];
    for (const parts of PARTITIONS) results.push(await rebuilt(log, folder.file(`documents-${round}-${parts}.db`), parts));
    rounds.push(results);
  }
  folder.remove();
  return PARTITIONS.map((parts, at) => speedUp(parts, rounds.map((results) => ({ one: rate(results[0]), these: rate(results[at]) }))));
}

const rate = (result: Rebuilt | undefined): number => (result === undefined ? 0 : result.events / result.took);

function speedUp(parts: number, rounds: readonly { readonly one: number; readonly these: number }[]): Line {
  const name = `rebuild of the views of a simulated year on ${availableParallelism()} cores, partitions (a process each): ${parts} / 1 (events per second)`;
  return line(name, median(rounds.map(({ these }) => these)), median(rounds.map(({ one }) => one)), 'peer', median(rounds.map(({ one, these }) => these / one)));
}
