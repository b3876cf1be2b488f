// `npx github:org/canary-action` runs what is committed: nothing is built, and no other package is installed. npm does
// the same with any Git address, so a local repository stands for GitHub, and the registry is a closed port.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), 'npx-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function repository(): Promise<string> {
  const folder = join(scratch, 'repository');
  mkdirSync(folder);
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'dist', 'README.md']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  const git = (...args: readonly string[]) => run('git', args, { cwd: folder });
  await git('init', '--quiet');
  await git('add', '--all');
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  await git(...author, 'commit', '--quiet', '--message', 'All');
  return folder;
}

describe('npx with the repository', () => {
  it('runs the command line without building or installing anything', async () => {
    const address = `git+${pathToFileURL(await repository())}`;
    const cwd = join(scratch, 'elsewhere');
    const cache = join(scratch, 'cache');
    mkdirSync(cwd);
    const env = {
      PATH: process.env.PATH,
      HOME: scratch,
      npm_config_cache: cache,
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
    };
    const { stdout } = await run('npx', ['--yes', address, '--version'], { cwd, env });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(stdout.trim()).toBe(version);
    const [installed = ''] = readdirSync(join(cache, '_npx'));
    const modules = join(cache, '_npx', installed, 'node_modules');
    expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['canary-action']);
  }, 120_000);

  it('has no script that npm runs when it prepares a Git dependency', () => {
    const { scripts, dependencies, optionalDependencies, workspaces } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    // pacote, lib/git.js: with any of these it installs all development dependencies first.
    const preparing = ['postinstall', 'build', 'preinstall', 'install', 'prepack', 'prepare'];
    expect(preparing.filter((name) => name in scripts)).toEqual([]);
    expect([dependencies, optionalDependencies, workspaces]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
