import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import { storesOf } from '#apps/cli/src/log';
import { type Answer, showProgress, Usage } from '#apps/cli/src/output';
import { DAILY_STAGES } from '#libs/cases/daily.stage';
import { CASE_STAGES } from '#libs/cases/case.stage';
import { SettableClock } from '#libs/event-sourcing/clock';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { daysBetween, startOfDay } from '#libs/regulation/legal-date';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { POLICIES } from '#libs/regulation/parameters';
import { drawSecret } from '#libs/simulation/province.story';
import { FULL_SCALE, openingDay, type Scale, simulateYear } from '#libs/simulation/simulate-year';
import { type Counts, summarise } from '#libs/simulation/summary';
import { openDocumentStore, openEventStore } from '#libs/stores/open-stores';
import { SESSION_STAGES } from '#libs/sessions/session.evolve';
import { STANDING_NAMES } from '#libs/supervisors/standing.evolve';

export interface SimulateOptions {
  readonly year?: string | undefined;
  readonly seed?: string | undefined;
  /** Part of the full size, for a quick look: `0.1`. */
  readonly scale?: string | undefined;
  /** Part of the recognition sessions and of what is supervised at them, where it is another. */
  readonly sessions?: string | undefined;
}

const BAR = 24;

/** Years whose calendar is published and whose terms began under the Measures. */
function yearFrom(text = '2026'): number {
  const isPublished = CALENDAR_FJ_2021_2026[text] !== undefined;
  if (!isPublished || POLICIES.every(({ validFrom }) => validFrom > openingDay(Number(text)))) throw new Usage(`no year that can be simulated: ${text}`);
  return Number(text);
}

function partFrom(option: string, text: string): (full: number) => number {
  const part = Number(text);
  if (!(part > 0 && part <= 1)) throw new Usage(`--${option} is over 0 and at most 1: ${text}`);
  return (full) => Math.max(1, Math.round(full * part));
}

function scaleFrom({ scale = '1', sessions = scale }: SimulateOptions): Scale {
  const [of, ofSessions] = [partFrom('scale', scale), partFrom('sessions', sessions)];
  return {
    agencies: of(FULL_SCALE.agencies),
    supervisors: of(FULL_SCALE.supervisors),
    cases: of(FULL_SCALE.cases),
    sessions: ofSessions(FULL_SCALE.sessions),
    dailies: ofSessions(FULL_SCALE.dailies),
  };
}

interface OpenStore {
  readonly events: EventStore;
  readonly documents: DocumentStore;
}

/** A made-up year counts once it is whole: a machine that stops before leaves nothing that anyone was promised. */
const WHOLE_OR_NOTHING = { durability: 'AT_CLOSE' } as const;

async function withEmptyStore<T>(dataDir: string, work: (store: OpenStore) => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true });
  const events = await openEventStore(storesOf(dataDir), WHOLE_OR_NOTHING);
  try {
    if ((await events.head()) !== undefined) throw new Usage(`the store in ${dataDir} is not empty: a simulation begins in an empty one`);
    const documents = await openDocumentStore(storesOf(dataDir), WHOLE_OR_NOTHING);
    return await work({ events, documents }).finally(() => documents.close());
  } finally {
    await events.close();
  }
}

/** Tells each day on a terminal, each quarter elsewhere. */
function progress(record: SupervisionRecord, year: number, start: number) {
  const first = openingDay(year);
  const days = daysBetween(first, `${year}-12-31`);
  return async (day: string): Promise<void> => {
    if (!process.stderr.isTTY && !/-(01|04|07|10)-01$/.test(day)) return;
    const events = record.events.distance(undefined, await record.events.head());
    const part = Math.max(0, daysBetween(first, day)) / days;
    const bar = '█'.repeat(Math.round(part * BAR)).padEnd(BAR, '░');
    const text = `${day} ${bar} ${Math.round(part * 100)} % · ${events} events · ${Math.round((events * 1000) / (performance.now() - start))} events/s`;
    if (process.stderr.isTTY) showProgress(text);
    else process.stderr.write(`${text}\n`);
  };
}

const told = (title: string, counts: Counts, names: Readonly<Record<string, string>> = {}): string => {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  const parts = Object.keys(names).length === 0 ? Object.keys(counts) : Object.keys(names).filter((name) => name in counts);
  return `${title} ${sum}: ${parts.map((name) => `${names[name] ?? name} ${counts[name]}`).join(' · ')}`;
};

const AGENCY_TYPES = { EMPLOYER: '用人单位', SOCIAL_ORG: '社会培训评价组织', SCHOOL: '院校' };

/** Fills an empty store with a made-up year of supervision: `simulate --year 2026 --seed N`. */
export async function simulate(dataDir: string, options: SimulateOptions): Promise<Answer> {
  const year = yearFrom(options.year);
  const seed = options.seed ?? '1';
  const scale = scaleFrom(options);
  return withEmptyStore(dataDir, async ({ events, documents }) => {
    const start = performance.now();
    const unexpected: string[] = [];
    const clock = new SettableClock(startOfDay(openingDay(year)));
    const secret = drawSecret(seed);
    const record = openRecord({ events, documents, clock, drawKey: ecvrfKeyPair(secret), onRefused: ({ name, target }, { message }) => unexpected.push(`${name} ${target}: ${message}`) });
    writeFileSync(join(dataDir, 'draw.key'), `${bytesToHex(secret)}\n`, { mode: 0o600 });
    const { commands, refusals } = await simulateYear({ record, clock, year, seed, scale, onDay: progress(record, year, start) });
    const summary = await summarise(record.views, `${year}-12-31`);
    const json = { year, seed, scale, until: clock.now(), commands, events: events.distance(undefined, await events.head()), ...summary, refusals, unexpected };
    return {
      ok: unexpected.length === 0,
      json,
      lines: [
        `${unexpected.length === 0 ? '✔' : '✘'} ${year}, seed ${seed}: ${json.commands} commands, ${json.events} events in ${((performance.now() - start) / 1000).toFixed(1)} s`,
        told('评价机构', summary.agencies, AGENCY_TYPES),
        told('外督', summary.supervisors, STANDING_NAMES),
        told('内督', summary.internalSupervisors, STANDING_NAMES),
        told('认定场次', summary.sessions, SESSION_STAGES),
        told('日常督导', summary.dailies, DAILY_STAGES),
        told('专项督导', summary.cases, CASE_STAGES),
        told('有意安排的驳回', refusals),
        ...unexpected.map((line) => `✘ ${line}`),
      ],
    };
  });
}
