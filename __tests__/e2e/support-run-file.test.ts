// Test files share the modules that a process has loaded. They must share nothing else, and a test that fails must fail.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import runFile from '../../tools/jest/run-file.mjs';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const GLOBALS = "import { beforeEach, expect, it, jest } from '@jest/globals';";
/** In the order of their names. */
const ORDER = `const Sequencer = require(${JSON.stringify(at('node_modules/@jest/test-sequencer'))}).default;
module.exports = class extends Sequencer {
  sort(tests) { return [...tests].sort((a, b) => a.path.localeCompare(b.path)); }
};`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'run-file-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function jest(files: Readonly<Record<string, string>>) {
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
  const { status, stderr } = spawnSync(
    process.execPath,
    [at('node_modules/jest/bin/jest.js'), '--runInBand', '--config=jest.config.json'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );
  return { status, said: stderr };
}

describe('A test file', () => {
  it('shares the modules that are loaded, and nothing else', () => {
    const { status, said } = jest({
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
    const { status, said } = jest({
      'a.test.ts': `${GLOBALS}
interface Weight { readonly percent: number }

it('fails', () => {
  const weight: Weight = { percent: 5 };
  expect(weight.percent).toBe(10);
});`,
    });
    expect(status).toBe(1);
    expect(said).toContain('> 6 |   expect(weight.percent).toBe(10);');
    expect(said).toContain('Tests:       1 failed, 1 total');
  });

  it.each([
    ['cannot be read', 'const = 1;', 'a.test.ts:2:6'],
    ['throws', "throw new Error('at once');", 'at once'],
    ['never ends', "it('waits', () => new Promise(() => {}), 100);", 'Exceeded timeout of 100 ms'],
    [
      'fails beside its tests',
      "it('goes on', () => new Promise(() => setTimeout(() => { throw new Error('later'); }, 1)), 500);",
      'later',
    ],
  ])('fails if it %s', (_, code, why) => {
    const { status, said } = jest({ 'a.test.ts': `${GLOBALS}\n${code}` });
    expect(status).toBe(1);
    expect(said).toContain(why);
  });

  it('is not watched, as what has been loaded would stay', async () => {
    await expect(runFile({ watchAll: true })).rejects.toThrow('Run jest again instead.');
  });
});
