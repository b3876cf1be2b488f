// What GitHub's runner downloads: `git archive` of the commit, without what .gitattributes leaves out. It is small, and
// all that the action needs. Here it is made of the files in the working tree, so that it has the bundle under test.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import { errorsOf } from '../support/rollout.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MEGABYTE = 1_000_000;

const scratch = mkdtempSync(join(tmpdir(), 'download-'));
const action = join(scratch, 'action');
let archive: Buffer;

beforeAll(() => {
  archive = archiveOfWorkingTree();
  mkdirSync(action);
  execFileSync('tar', ['-x', '-C', action], { input: archive });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** With an index and an object store of its own, so that the repository is not touched. */
function archiveOfWorkingTree(): Buffer {
  const objects = join(scratch, 'objects');
  mkdirSync(objects);
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: ROOT,
      maxBuffer: 100 * MEGABYTE,
      env: {
        ...process.env,
        GIT_INDEX_FILE: join(scratch, 'index'),
        GIT_OBJECT_DIRECTORY: objects,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: pathOf('objects'),
      },
    });
  git('add', '--all', '.');
  return git('archive', git('write-tree').toString().trim());
}

function pathOf(name: string): string {
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const args = ['rev-parse', '--path-format=absolute', '--git-path', name];
  return execFileSync('git', args, options).trim();
}

describe('What a runner downloads', () => {
  it('is at most 1.0 MB', () => {
    expect(gzipSync(archive, { level: 6 }).length).toBeLessThanOrEqual(MEGABYTE);
  });

  it('is the action, its licence, and what people read first', () => {
    expect(readdirSync(action).sort()).toEqual([
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'action.yml',
      'dist',
      'package.json',
    ]);
  });

  it('runs as an action', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      const run = await scene.release({ steps: '50%/2m' }, { action });
      expect(errorsOf(run)).toEqual([]);
      expect(run).toMatchObject({ exitCode: 0, complaints: [] });
      expect(run.outputs).toMatchObject({ outcome: 'promoted' });
      expect(readFileSync(run.outputs['report-html'] ?? '', 'utf8')).toContain('</html>');
    });
  });

  it('runs as a command line', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const said = execFileSync(process.execPath, [join(action, 'dist/cli.js'), '--version']);
    expect(said.toString().trim()).toBe(version);
  });
});
