// Adds up the results that .ci/run recorded: jest's tests, the counts of the verifiers, and each other check.
// Fails if anything failed or if no test ran.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.'] = process.argv.slice(2);
const jest = jestCounts(read('jest.json'));
const verify = verifyCounts(read('verify.counts'));
const checks = read('checks').split('\n').filter(Boolean);

// A check with counted parts is counted itself only if it failed and no part did.
const counted = { 'lint, types and tests (npm test)': jest, verify };
let passed = jest.passed + verify.passed;
let failed = jest.failed + verify.failed;
for (const line of checks) {
  const [, outcome, name] = /^(passed|failed) (.*)$/.exec(line) ?? [];
  const parts = counted[name];
  if (outcome === 'failed') console.log(`failed: ${name}`);
  if (outcome === 'passed' && !(parts?.passed > 0)) passed += 1;
  if (outcome === 'failed' && !(parts?.failed > 0)) failed += 1;
}
if (jest.passed + jest.failed === 0) {
  console.log('failed: no test ran');
  failed = Math.max(failed, 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function read(file) {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

/** A test file that could not be loaded counts as one failure. */
function jestCounts(json) {
  if (json === '') return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(json);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function verifyCounts(text) {
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed/.exec(text) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}
