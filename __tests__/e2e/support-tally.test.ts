// The last line of .ci/run must never call a failure a success.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const TALLY = fileURLToPath(new URL('../../tools/tally.mjs', import.meta.url));
const TESTS = 'lint, types and tests (npm test)';

function tally(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { status, stdout } = spawnSync(process.execPath, [TALLY, folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

const jest = (passed: number, failed = 0, broken = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: broken,
  });

describe('the tally of .ci/run', () => {
  it('adds tests, verifiers and the checks that have no parts', () => {
    const checks = `passed install (npm ci)\npassed ${TESTS}\npassed dist\npassed verify\n`;
    const files = { checks, 'jest.json': jest(40), 'verify.counts': '12 passed, 0 failed\n' };
    expect(tally(files)).toEqual({ status: 0, last: '54 passed, 0 failed' });
  });

  it('counts failed tests once, not again for the command that ran them', () => {
    const files = { checks: `failed ${TESTS}\n`, 'jest.json': jest(40, 2) };
    expect(tally(files)).toEqual({ status: 1, last: '40 passed, 2 failed' });
  });

  it('counts lint or types that failed although every test passed', () => {
    const files = { checks: `failed ${TESTS}\n`, 'jest.json': jest(40) };
    expect(tally(files)).toEqual({ status: 1, last: '40 passed, 1 failed' });
  });

  it('counts a test file that could not be loaded', () => {
    const files = { checks: `failed ${TESTS}\n`, 'jest.json': jest(40, 0, 1) };
    expect(tally(files)).toEqual({ status: 1, last: '40 passed, 1 failed' });
  });

  it('counts a verifier that died before it could count', () => {
    const files = { checks: 'failed verify\n', 'jest.json': jest(1), 'verify.counts': '\n' };
    expect(tally(files)).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('fails when no test ran', () => {
    expect(tally({ checks: 'passed install (npm ci)\n' })).toEqual({
      status: 1,
      last: '1 passed, 1 failed',
    });
  });
});
