// The results so far, in a file to which each is added as it comes: a run that is stopped goes on
// where it was.

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Finding } from './judge.ts';

export interface Entry {
  /** `stage-variable/17/cut-after`. */
  readonly name: string;
  /** The operation that was struck; empty when the rollout made fewer calls. */
  readonly operation: string;
  /** How many faults struck; 1 where nothing is said. */
  readonly faults?: number;
  /** Who ended it, and what stands: `post: stable`. */
  readonly ending: string;
  readonly users: { readonly requests: number; readonly failed: number };
  readonly findings: readonly (Finding | { readonly breach: 'hang'; readonly why: string })[];
  /** Of every step, where something was found. */
  readonly logs?: readonly string[];
}

export interface Ledger {
  has(name: string): boolean;
  add(entry: Entry): void;
  /** The latest of each name. */
  entries(): readonly Entry[];
}

/** @param again forgets what failed, so that it is run once more */
export function openLedger(file: string, again: boolean): Ledger {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const entries = new Map<string, Entry>();
  for (const line of lines.filter((text) => text !== '')) {
    const entry = JSON.parse(line) as Entry;
    entries.set(entry.name, entry);
  }
  const done = [...entries.values()].filter(({ findings }) => !again || findings.length === 0);
  const names = new Set(done.map(({ name }) => name));
  return {
    has: (name) => names.has(name),
    add: (entry) => {
      entries.set(entry.name, entry);
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
    entries: () => [...entries.values()],
  };
}
