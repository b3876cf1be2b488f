// Numbers and times, formatted for reading.

import { formatPercent } from '../analysis/figures.ts';
import { formatDuration } from '../base/duration.ts';
import type { Phase } from '../rollout/phase.ts';
import { isBake, type Plan, rampOf } from '../rollout/plan.ts';
import type { Totals } from '../rollout/traffic.ts';
import type { Outcome } from './report.ts';

/** `12:03:10 UTC` of a time in seconds since the epoch. */
export function clockTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(11, 19)} UTC`;
}

/** `12:03 UTC`, for a time that is known to the minute. */
export function clockMinute(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;
}

/** `2025-06-01 12:03 UTC`. */
export function dateTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** `0.42%`, `12%`; `–` if there were no requests. */
export function errorRate({ requests, errors }: Totals): string {
  return requests === 0 ? '–' : formatPercent(errors / requests);
}

/** `1,204 requests, 5 failed (0.42%)`. */
export function formatTotals(totals: Totals): string {
  if (totals.requests === 0) return 'no requests';
  const requests = `${count(totals.requests)} request${totals.requests === 1 ? '' : 's'}`;
  return totals.errors === 0
    ? `${requests}, none failed`
    : `${requests}, ${count(totals.errors)} failed (${errorRate(totals)})`;
}

/** `━━━━━───────────────` for 25%; a cell is 5%, so that the usual weights differ. */
export function bar(percent: number, width = 20): string {
  const share = Math.min(100, Math.max(0, percent)) / 100;
  const full = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
  return '━'.repeat(full) + '─'.repeat(width - full);
}

/** The beginning of a headline: always an icon together with a word. */
export const HEADLINES: Readonly<Record<Outcome, string>> = {
  running: '🐤 Canary in progress',
  planned: '🔎 Planned',
  promoted: '✅ Promoted',
  held: '⏸️ Held',
  unchanged: '⚪ Unchanged',
  previewed: '🔗 Preview',
  'rolled-back': '↩️ Rolled back',
  failed: '❌ Failed',
  stuck: '🚨 ROLLBACK FAILED',
};

export function formatElapsed(from: number, to: number): string {
  return formatDuration(to - from);
}

/** How far a rollout is: `step 2/3`, `bake`. */
export function describePhase(phase: Phase, plan: Plan): string {
  if (phase.kind === 'preparing') return 'prepare';
  if (phase.kind === 'baking' || isBake(plan, phase.index)) return 'bake';
  return `step ${phase.index + 1}/${rampOf(plan).length}`;
}

/** The text with its first letter in upper case. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text as a complete sentence; text from outside may already end with a full stop. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A text that continues within a sentence; text from outside may end with a full stop. */
export function clause(text: string): string {
  return text.replace(/\.$/, '');
}
