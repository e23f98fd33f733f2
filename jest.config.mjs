import { existsSync, statfsSync } from 'node:fs';
import { SWC_OPTIONS } from './scripts/swc-options.mjs';

// `npm run zones` runs the suite elsewhere; everybody else in one zone, so that a run says the same on every machine.
process.env.TZ = process.env.TEST_ZONE ?? 'UTC';

/** Where there is room in memory the stores of specs live there: they are held to what survives a process, not a power cut. */
const MEMORY = '/dev/shm';
const ROOM = 1024 ** 3;
const roomIn = ({ bavail, bsize }) => bavail * bsize;
if (existsSync(MEMORY) && roomIn(statfsSync(MEMORY)) > ROOM) process.env.TMPDIR = MEMORY;

export default {
  rootDir: '.',
  testEnvironment: 'node',
  // Jest would leave one core of two idle.
  maxWorkers: '100%',
  testTimeout: 20_000,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/scripts/run-folder.mjs',
  globalTeardown: '<rootDir>/scripts/remove-run-folder.mjs',
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/check-facts.ts'],
  moduleNameMapper: {
    '^#(libs|apps|test)/(.*\\.json)$': '<rootDir>/$1/$2',
    '^#(libs|apps|test)/(.*)$': '<rootDir>/$1/$2.ts',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', SWC_OPTIONS] },
};
