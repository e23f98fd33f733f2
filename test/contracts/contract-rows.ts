import { relative, resolve } from 'node:path';

/** A driver, and the specs that hold it against the contract of its port. */
export interface ContractedDriver {
  readonly port: 'event store' | 'document store';
  readonly driver: string;
  readonly against: 'real' | 'double';
  /** What it was run against. */
  readonly server: string;
  readonly spec: string;
  /** What the outermost title begins with, where the specs of several drivers share a file. */
  readonly suite?: string;
}

/** As Jest says it with `--json`. */
export interface SpecResult {
  readonly name: string;
  readonly assertionResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[];
}

export interface ContractRow extends Pick<ContractedDriver, 'port' | 'driver' | 'against'> {
  readonly passed: number;
  readonly failed: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const driversIn = ({ EVENTSTORE_URL, MONGODB_URL }: Environment): readonly ContractedDriver[] => [
  { port: 'event store', driver: 'SQLite', against: 'real', server: 'node:sqlite', spec: 'libs/sqlite/event-store.spec.ts' },
  { port: 'event store', driver: 'EventStoreDB', ...(EVENTSTORE_URL === undefined ? { against: 'double', server: 'gRPC double' } : { against: 'real', server: 'EVENTSTORE_URL' }), spec: 'libs/eventstoredb/event-store.spec.ts' },
  { port: 'document store', driver: 'SQLite', against: 'real', server: 'node:sqlite', spec: 'test/contracts/document-stores.spec.ts', suite: 'on SQLite' },
  { port: 'document store', driver: 'MongoDB', against: 'real', server: MONGODB_URL === undefined ? 'FerretDB' : 'MONGODB_URL', spec: 'test/contracts/document-stores.spec.ts', suite: 'on MongoDB' },
];

/** What became of a driver. A spec that broke off before its first test counts as one that failed. */
export function contractRow({ port, driver, against, spec, suite = '' }: ContractedDriver, results: readonly SpecResult[]): ContractRow {
  const file = results.find(({ name }) => relative(resolve('.'), name) === spec);
  const tests = (file?.assertionResults ?? []).filter(({ ancestorTitles }) => (ancestorTitles[0] ?? '').startsWith(suite));
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  return { port, driver, against, passed: count('passed'), failed: count('failed') + (tests.length === 0 ? 1 : 0) };
}

/** A driver whose contract was not run has shown nothing. */
export const holds = ({ passed, failed }: ContractRow): boolean => failed === 0 && passed > 0;
