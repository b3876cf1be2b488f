// What the demo installs is what it imports, and a true part of the lock file.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEMO_PACKAGES, NODE_OF_THE_RUNNER, partOf } from '../../../tools/demo-packages.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

/** Types are gone when the code runs. */
const IMPORT =
  /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\bfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function scripts(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => join(ROOT, folder, file));
}

/** All packages that are loaded with these files, in the end. */
function packagesOf(files: readonly string[]): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, atOnce, later] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const specifier = atOnce ?? later ?? '';
      if (specifier.startsWith('.')) visit(resolve(dirname(file), specifier));
      else if (!specifier.startsWith('node:')) packages.add(nameOf(specifier));
    }
  };
  for (const file of files) visit(file);
  return packages;
}

function nameOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

describe('the packages of the demo', () => {
  it('are those that the demo and the simulator import, and tsx, which runs them', () => {
    const imported = packagesOf([...scripts('demo'), ...scripts('simulator')]);
    expect([...imported, 'tsx'].sort()).toEqual([...DEMO_PACKAGES].sort());
  });

  it('are enough to start: the rest of what starts it is Node', () => {
    expect([...packagesOf([join(ROOT, 'tools/start.mjs')])]).toEqual(['tsx']);
  });

  it('are a small part of the lock file, in the same versions and places', () => {
    const names = [...DEMO_PACKAGES, NODE_OF_THE_RUNNER];
    const { 'package.json': project, 'package-lock.json': lock } = partOf(LOCK, names);
    expect(Object.keys(project.devDependencies)).toEqual(names);
    const { '': root, ...packages } = lock.packages;
    expect(root.devDependencies).toEqual(project.devDependencies);
    expect(LOCK.packages).toMatchObject(packages);
    const all = Object.values(packages as Readonly<Record<string, { readonly cpu?: unknown }>>);
    // The others are for other platforms, all but two.
    expect(all.filter(({ cpu }) => cpu === undefined).length).toBeLessThanOrEqual(45);
  });
});

describe('a part of a lock file', () => {
  const version = '1.0.0';
  const lock = {
    name: 'project',
    version,
    lockfileVersion: 3,
    packages: {
      '': { devDependencies: { a: '^1.0.0', z: '^1.0.0' } },
      'node_modules/@x/c': { version, dependencies: { b: '2' } },
      'node_modules/@x/c/node_modules/b': { version: '2.0.0', dependencies: { d: '1' } },
      'node_modules/a': {
        version,
        dependencies: { '@x/c': '1' },
        optionalDependencies: { linux: '1', removed: '1' },
        peerDependencies: { d: '1' },
      },
      'node_modules/b': { version },
      'node_modules/d': { version, dependencies: { a: '1' } },
      'node_modules/linux': { version, os: ['linux'], optional: true },
      'node_modules/z': { version, dependencies: { b: '1' } },
    },
  };

  it('has what is needed, of any kind, from where Node finds it', () => {
    const { 'package.json': project, 'package-lock.json': part } = partOf(lock, ['a']);
    expect(project).toEqual({
      name: 'project-demo',
      version,
      private: true,
      devDependencies: { a: '^1.0.0' },
    });
    expect(Object.keys(part.packages)).toEqual([
      '',
      'node_modules/@x/c',
      'node_modules/@x/c/node_modules/b',
      'node_modules/a',
      'node_modules/d',
      'node_modules/linux',
    ]);
  });
});
