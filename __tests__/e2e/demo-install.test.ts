// `npm run demo` in a fresh clone: it installs a small part of the lock file, and that is all it needs. npm is played by a
// script that takes the packages from this project's node_modules; `npm run verify -- newcomer` asks the registry.

import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'demo-install-')));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const NEEDED = [
  ...['package.json', 'package-lock.json', '.npmrc', 'action.yml', 'dist', 'demo', 'simulator'],
  ...['tools', '__tests__/support'],
];

function clone(name: string): string {
  const folder = join(scratch, name);
  for (const path of NEEDED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  return folder;
}

/** A script in the place of npm's. */
function npm(name: string, script: string): string {
  const path = join(scratch, name, 'npm-cli.js');
  mkdirSync(join(scratch, name), { recursive: true });
  writeFileSync(path, script);
  return path;
}

const INSTALLS = npm(
  'installs',
  `const { cpSync, existsSync, readFileSync } = require('node:fs');
   const [command, ...flags] = process.argv.slice(2);
   if (command !== 'ci' || !flags.includes('--include=dev')) throw new Error(process.argv.join(' '));
   for (const place of Object.keys(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)) {
     const from = ${JSON.stringify(`${ROOT}/`)} + place;
     // The Node of the runner is large, and these tests run on it or do without.
     if (place !== '' && !/node-(linux|darwin|win|bin)/.test(place) && existsSync(from))
       cpSync(from, place, { recursive: true });
   }
   console.log('added some packages');`,
);
const FAILS = npm('fails', 'console.error("no network"); process.exit(7);');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(folder: string, npmCli: string, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, npm_execpath: npmCli };
  const argv = ['tools/start.mjs', ...args];
  return new Promise((done) => {
    execFile(process.execPath, argv, { cwd: folder, env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe('npm run demo in a fresh clone', () => {
  it('installs what it needs, once, and plays', async () => {
    const folder = clone('fresh');
    const first = await start(folder, INSTALLS, 'demo/main.ts', '--scenario', 'unchanged');
    expect(first.stderr).toContain('Installing what the demo needs');
    expect(first.stderr).toContain('added some packages');
    expect(first.stdout).not.toContain('added some packages');
    expect(JSON.parse(first.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      scenario: 'unchanged',
      outcome: 'unchanged',
    });
    expect(first.code).toBe(0);
    const installed = readdirSync(join(folder, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['emulate', 'tsx']));
    expect(installed).not.toContain('jest');
    expect(existsSync(join(folder, 'build/demo'))).toBe(false);

    const second = await start(folder, FAILS, 'simulator/main.ts', '--help');
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain('npm run simulator');
  }, 120_000);

  it('leaves no half of an installation', async () => {
    const folder = clone('offline');
    const { code, stdout, stderr } = await start(folder, FAILS, 'demo/main.ts');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('no network');
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  });

  it('does not touch an installation that lacks its packages', async () => {
    const folder = clone('other');
    const mine = join(folder, 'node_modules/mine');
    mkdirSync(mine, { recursive: true });
    const { code, stderr } = await start(folder, INSTALLS, 'demo/main.ts');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^node_modules has no @aws-sdk\/.*, tsx, yaml: run `npm ci`\.\n$/);
    expect(readdirSync(join(folder, 'node_modules'))).toEqual(['mine']);
  });
});
