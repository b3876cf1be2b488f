import { availableParallelism } from 'node:os';

export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts'],
  // For a test that hangs: a slow machine only takes longer.
  testTimeout: 300_000,
  testSequencer: '<rootDir>/tools/waiting-tests-first.mjs',
  // Most tests wait for a simulated clock more than they compute.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
};
