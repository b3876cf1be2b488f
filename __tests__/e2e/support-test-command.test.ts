// `npm test` runs a few files again that fail at first. It must never make a failure pass.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const COMMAND = fileURLToPath(new URL('../../tools/test.mjs', import.meta.url));
const PASSES = "it('passes', () => {});";
const FAILS = "it('fails', () => { throw new Error('always'); });";
/** Fails the first time only. */
const STUMBLES = `it('stumbles', () => {
  const { existsSync, writeFileSync } = require('node:fs');
  if (existsSync('stumbled')) return;
  writeFileSync('stumbled', '');
  throw new Error('once');
});`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'test-command-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function test(files: Readonly<Record<string, string>>) {
  mkdirSync(join(folder, '__tests__'));
  // Without Babel, which takes longer to load than these files to run.
  const config = { testEnvironment: 'node', transform: {}, watchman: false };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, '__tests__', `${name}.test.js`), text);
  }
  const args = [COMMAND, '--config=jest.config.json', '--json', '--outputFile=results.json'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const { numPassedTests, numFailedTests, success } = JSON.parse(
    readFileSync(join(folder, 'results.json'), 'utf8'),
  );
  return { status, stdout, results: [success, numPassedTests, numFailedTests] };
}

describe('npm test', () => {
  it('passes at once where nothing fails', () => {
    const { status, stdout, results } = test({ a: PASSES });
    expect({ status, stdout, results }).toEqual({ status: 0, stdout: '', results: [true, 1, 0] });
  });

  it('runs what fails once more, and names what passes then', () => {
    const { status, stdout, results } = test({ a: PASSES, b: STUMBLES + PASSES });
    expect({ status, results }).toEqual({ status: 0, results: [true, 3, 0] });
    expect(stdout).toContain('Failed at first, and passed when run alone: __tests__/b.test.js');
  });

  it.each([
    ['fails again', { a: PASSES, b: STUMBLES, c: FAILS }, [false, 1, 2]],
    ['cannot be loaded', { a: PASSES, b: 'syntax error' }, [false, 1, 0]],
    [
      'fails in many files',
      Object.fromEntries([...'abcdefg'].map((name) => [name, FAILS])),
      [false, 0, 7],
    ],
  ])('fails when a test %s', (_, files, results) => {
    const ran = test(files);
    expect(ran.status).toBe(1);
    expect(ran.results).toEqual(results);
  });
});
