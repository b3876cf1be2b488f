// The results so far, appended to a file one by one: an interrupted run continues where it stopped.

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';

export interface Entry {
  /** `stage-variable/17/cut-after`. */
  readonly name: string;
  /** The operation at which the fault was injected; empty if the rollout made fewer calls. */
  readonly operation: string;
  /** The number of injected faults; default 1. */
  readonly faults?: number;
  /** The step that ended the rollout, and the final state: `post: stable`. */
  readonly ending: string;
  readonly users: { readonly requests: number; readonly failed: number };
  readonly findings: readonly (Finding | { readonly breach: 'hang'; readonly why: string })[];
  /** The log of every step, if there are findings. */
  readonly logs?: readonly string[];
}

export interface Ledger {
  has(name: string): boolean;
  add(entry: Entry): void;
  /** The latest entry of each name. */
  entries(): readonly Entry[];
}

/** @param again ignores failed results, so that they run again */
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
