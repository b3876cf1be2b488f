// Test files share the modules that a process has loaded. They must share nothing else, and a test that fails must fail.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import runFile from '../../tools/jest/run-file.mjs';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const GLOBALS = "import { beforeEach, expect, it, jest } from '@jest/globals';";
/** In the order of their names. */
const ORDER = `const Sequencer = require(${JSON.stringify(at('node_modules/@jest/test-sequencer'))}).default;
module.exports = class extends Sequencer {
  sort(tests) { return [...tests].sort((a, b) => a.path.localeCompare(b.path)); }
};`;

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** Runs the files in one process, which is most of the work. */
function jest(folder: string, files: Readonly<Record<string, string>>) {
  const config = {
    testMatch: ['<rootDir>/*.test.ts'],
    testRunner: at('tools/jest/run-file.mjs'),
    testEnvironment: at('tools/jest/environment.mjs'),
    testSequencer: '<rootDir>/order.cjs',
    transform: {},
  };
  mkdirSync(join(folder, 'node_modules'));
  const all = {
    ...files,
    'jest.config.json': JSON.stringify(config),
    'order.cjs': ORDER,
    'package.json': '{ "type": "module" }',
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  const args = ['--runInBand', '--config=jest.config.json', '--json', '--outputFile=results.json'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [at('node_modules/jest/bin/jest.js'), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );
  const results: readonly FileResult[] = JSON.parse(
    readFileSync(join(folder, 'results.json'), 'utf8'),
  ).testResults;
  return { status, said: stderr, of: new Map(results.map((one) => [basename(one.name), one])) };
}

/** Each fails in its own way. */
const FAILING: Readonly<Record<string, string>> = {
  shown: `interface Weight { readonly percent: number }

it('fails', () => {
  const weight: Weight = { percent: 5 };
  expect(weight.percent).toBe(10);
});`,
  unreadable: 'const = 1;',
  throws: "throw new Error('at once');",
  endless: "it('waits', () => new Promise(() => {}), 100);",
  beside:
    "it('goes on', () => new Promise(() => setTimeout(() => { throw new Error('later'); }, 1)), 500);",
};

describe('A test file', () => {
  let folder: string;
  let failed: ReturnType<typeof jest>;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'run-file-')));
    const files = Object.entries(FAILING).map(([name, code]) => [
      `${name}.test.ts`,
      `${GLOBALS}\n${code}`,
    ]);
    const other = join(folder, 'failing');
    mkdirSync(other);
    failed = jest(other, Object.fromEntries(files));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shares the modules that are loaded, and nothing else', () => {
    const { status, said } = jest(folder, {
      'shared.ts': `export const loaded = { times: 0, listeners: 0 };
        /** What jest itself tells of each test. */
        export const listeners = () => globalThis[Symbol.for('EVENT_HANDLERS')].length;`,
      'a.test.ts': `${GLOBALS}
        import { listeners, loaded } from './shared.ts';
        beforeEach(() => { loaded.times++; });
        it('leaves traces', () => {
          loaded.listeners = listeners();
          process.env.LEFT = 'by a';
          process.env.PATH += ':/left';
          process.chdir('node_modules');
        });`,
      'b.test.ts': `${GLOBALS}
        import { listeners, loaded } from './shared.ts';
        it('finds no trace but the module', () => {
          expect(loaded).toEqual({ times: 1, listeners: listeners() });
          expect([process.env.LEFT, process.env.PATH?.endsWith(':/left')]).toEqual([undefined, false]);
          expect(process.cwd()).toBe(${JSON.stringify(folder)});
        });
        it('has its own clock', async () => {
          jest.useFakeTimers({ now: 0 });
          const later = new Promise((resolve) => setTimeout(() => resolve(Date.now()), 1000));
          await jest.advanceTimersByTimeAsync(1000);
          expect(await later).toBe(1000);
          jest.useRealTimers();
        });
        it('compares in one realm', () => {
          expect({ at: 'now', why: new Error('x') }).toEqual({
            at: expect.any(String),
            why: expect.any(Error),
          });
        });`,
    });
    expect(said).toContain('Tests:       4 passed, 4 total');
    expect(status).toBe(0);
  });

  it('shows what fails where it is written', () => {
    const { message, assertionResults } = failed.of.get('shown.test.ts') ?? {};
    expect(message).toContain('> 6 |   expect(weight.percent).toBe(10);');
    expect(assertionResults?.map(({ status }) => status)).toEqual(['failed']);
    expect(failed.status).toBe(1);
    expect(failed.said).toContain('Test Suites: 5 failed, 5 total');
  });

  it.each([
    ['cannot be read', 'unreadable.test.ts', 'unreadable.test.ts:2:6'],
    ['throws', 'throws.test.ts', 'at once'],
    ['never ends', 'endless.test.ts', 'Exceeded timeout of 100 ms'],
    ['fails beside its tests', 'beside.test.ts', 'later'],
  ])('fails if it %s', (_, file, why) => {
    const { status, message } = failed.of.get(file) ?? {};
    expect(status).toBe('failed');
    expect(message).toContain(why);
  });

  it('is not watched, as what has been loaded would stay', async () => {
    await expect(runFile({ watchAll: true })).rejects.toThrow('Run jest again instead.');
  });
});
