import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contractRow, driversIn, holds } from '#test/contracts/contract-rows';

const result = (spec: string, ...tests: readonly (readonly [title: string, status: string])[]) => ({
  name: resolve(spec), assertionResults: tests.map(([title, status]) => ({ status, ancestorTitles: [title, 'the store'] })),
});
const [sqlite, eventStoreDb, , mongodb] = driversIn({});
const documents = 'test/contracts/document-stores.spec.ts';

describe('what `contract` says', () => {
  it('is a row for each driver: its port, against what it ran, and how its tests ended', () => {
    const results = [
      result('libs/sqlite/event-store.spec.ts', ['the event store', 'passed'], ['the event store', 'passed']),
      result(documents, ['on SQLite', 'failed'], ['on SQLite', 'passed'], ['on MongoDB', 'passed'], ['on MongoDB', 'pending']),
      result('libs/eventstoredb/event-store.spec.ts', ['the event store', 'passed']),
    ];
    expect(driversIn({}).map((driver) => contractRow(driver, results))).toEqual([
      { port: 'event store', driver: 'SQLite', against: 'real', passed: 2, failed: 0 },
      { port: 'event store', driver: 'EventStoreDB', against: 'double', passed: 1, failed: 0 },
      { port: 'document store', driver: 'SQLite', against: 'real', passed: 1, failed: 1 },
      { port: 'document store', driver: 'MongoDB', against: 'real', passed: 1, failed: 0 },
    ]);
  });

  it('names the real server where one is given', () => {
    expect(driversIn({ EVENTSTORE_URL: 'esdb://log:2113', MONGODB_URL: 'mongodb://documents' }).map(({ against, server }) => [against, server])).toEqual([
      ['real', 'node:sqlite'], ['real', 'EVENTSTORE_URL'], ['real', 'node:sqlite'], ['real', 'MONGODB_URL'],
    ]);
  });

  it.each([
    ['did not run at all', []],
    ['broke off', [result(documents)]],
    ['were skipped', [result(documents, ['on MongoDB (needs MONGODB_URL, or Go and `npm test`)', 'pending'])]],
  ])('does not hold where the specs %s', (_what, results) => {
    for (const driver of [sqlite, eventStoreDb, mongodb]) expect(driver && holds(contractRow(driver, results))).toBe(false);
  });

  it('comes from specs that `npm test` runs, too', () => {
    for (const { spec } of driversIn({})) expect([spec, existsSync(spec)]).toEqual([expect.stringMatching(/^(libs|apps|test)\/.*\.spec\.ts$/), true]);
  });
});
