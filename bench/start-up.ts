// Measures the time and memory that the bundle needs from its start until it reports a missing input, as
// ratios to plain Node on the same machine, pair by pair, so that the load of the machine cancels out.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../tools/node24.ts';

export interface StartUp {
  /** Median of the pairwise ratios to `node -e 0`. */
  readonly wall: number;
  readonly memory: number;
  readonly pairs: number;
  readonly node: string;
}

interface Cost {
  readonly milliseconds: number;
  /** Peak resident set, kilobytes. */
  readonly peak: number;
}

const bundle = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const probe = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url));

/** Alternates the bundle and plain Node; the first pair is not counted. */
export async function measureStartUp(pairs = 15): Promise<StartUp> {
  if (!existsSync(bundle)) throw new Error('dist/ does not exist; run npm run bundle');
  const node = findNode24();
  const wall: number[] = [];
  const memory: number[] = [];
  for (let i = 0; i <= pairs; i++) {
    const ours = await cost(node.path, [bundle]);
    const bare = await cost(node.path, ['-e', '0']);
    if (i === 0) continue;
    wall.push(ours.milliseconds / bare.milliseconds);
    memory.push(ours.peak / bare.peak);
  }
  return { wall: median(wall), memory: median(memory), pairs, node: node.version };
}

function cost(node: string, args: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(node, ['--require', probe, ...args], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stdio[3]?.on('data', (data) => {
      text += data;
    });
    child.once('error', reject);
    child.once('close', () => {
      resolve({ milliseconds: performance.now() - began, peak: Number(text) });
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
