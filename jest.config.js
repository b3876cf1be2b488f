import { availableParallelism } from 'node:os';

export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testRunner: '<rootDir>/tools/jest/run-file.mjs',
  testEnvironment: '<rootDir>/tools/jest/environment.mjs',
  transform: {},
  // For a test that hangs: a slow machine only takes longer.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tools/jest/waiting-tests-first.mjs',
  // Most tests wait for a simulated clock more than they compute.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // `apart`: each file of tests has a process of its own, in which nothing has been loaded.
  ...(process.env.CANARY_TESTS === 'apart' && { workerIdleMemoryLimit: '1KB' }),
};
