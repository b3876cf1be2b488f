// docs/dependencies.md names each dependency, and `npm ci` prints no warning on any supported Node.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEMO_PACKAGES, partOf } from '../../../tools/demo-packages.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** npm's own. */
const { satisfies } = createRequire(import.meta.url)('semver') as {
  satisfies: (version: string, range: string) => boolean;
};

interface Locked {
  readonly engines?: { readonly node?: string };
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** What npm installs on Linux with glibc. */
function installed(packages: object): number {
  const fits = ({ os = ['linux'], cpu = ['x64'], libc = ['glibc'], link }: Locked) =>
    !link && os.includes('linux') && cpu.includes('x64') && libc.includes('glibc');
  return Object.entries<Locked>({ ...packages }).filter(
    ([place, one]) => place.includes('node_modules/') && fits(one),
  ).length;
}

describe('The dependencies', () => {
  it('are all explained, and no others are', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const rows = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(Object.keys(devDependencies).sort());
  });

  it.each(['20.20.0', '22.22.0', '24.18.0'])('are all made for Node %s', (node) => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      readonly packages: Readonly<Record<string, Locked>>;
    };
    const others = Object.entries(packages).filter(
      ([, { engines }]) => engines?.node !== undefined && !satisfies(node, engines.node),
    );
    expect(others.map(([name, { engines }]) => `${name}: ${engines?.node}`)).toEqual([]);
  });

  it('are as many as the page says', () => {
    const lock = JSON.parse(read('package-lock.json'));
    const part = partOf(lock, DEMO_PACKAGES)['package-lock.json'];
    const all = `installs ${installed(lock.packages)} packages`;
    expect(read('docs/dependencies.md')).toContain(all);
    expect(read('docs/dependencies.md')).toContain(`install ${installed(part.packages)} of them`);
  });
});
