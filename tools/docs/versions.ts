// The versions of the documentation: the newest release of each minor version that has a site, and the branch.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Version } from './build-site.ts';

/** The newest tag of each minor version, the newest first. */
export function newestOfEachMinor(tags: readonly string[]): readonly string[] {
  const releases = tags
    .flatMap((tag) => {
      const [, major, minor, patch] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag) ?? [];
      return patch === undefined ? [] : [{ tag, parts: [major, minor, patch].map(Number) }];
    })
    .sort((one, two) => compare(two.parts, one.parts));
  const seen = new Set<string>();
  return releases.flatMap(({ tag, parts: [major, minor] }) => {
    const name = `${major}.${minor}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [tag];
  });
}

function compare(one: readonly number[], two: readonly number[]): number {
  for (const [i, value] of one.entries()) {
    const difference = value - (two[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * All versions: the newest release at the base itself, the others and the branch below it. Without a release, the branch
 * is at the base.
 *
 * @param work a folder for the pages of the releases
 */
export function allVersions(root: string, base: string, work: string): readonly Version[] {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const tags = git('tag', '--list', 'v*').split('\n');
  const released = newestOfEachMinor(tags).filter(
    (tag) => git('ls-tree', tag, 'docs/README.md') !== '',
  );
  const versions = released.map((tag, i) => {
    const folder = join(work, tag);
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('git', ['-C', root, 'archive', tag], { maxBuffer: 1 << 28 });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    const minor = tag.replace(/\.\d+$/, '');
    return {
      name: i === 0 ? `${minor} (latest)` : minor,
      ref: tag,
      root: folder,
      base: i === 0 ? base : `${base}${minor}/`,
    };
  });
  const branch = { name: 'main (next)', ref: 'main', root };
  return [...versions, { ...branch, base: released.length === 0 ? base : `${base}main/` }];
}
