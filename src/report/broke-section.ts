// What broke, as a section of the job summary.

import {
  type BrokenContext,
  brokeInMarkdown,
  errorOf,
  inOneLine,
  placeOf,
  versionsOf,
} from './broke-text.ts';
import type { BrokenKind, WhatBroke } from './broken-kinds.ts';
import { clockTime, count } from './format.ts';
import { code, codeBlock, details, escapeMarkdown, table } from './markdown.ts';
import { isProbed } from './numbers.ts';
import type { Report } from './report.ts';

const PROBES_NOTE = ' The probes are among them: a log does not tell them from requests of users.';

/** Empty if the logs were not read, or show nothing. */
export function whatBrokeSection(report: Report): string {
  const { broke, functions } = report;
  if (!broke) return '';
  const { kinds, requests, more } = broke;
  const context = { functions, requests };
  // With one kind, there is nothing to tell apart.
  const marks = kinds.length > 1;
  const line = brokeInMarkdown(report);
  const parts = [
    '### What broke',
    line === '' ? '' : `**${line}.**`,
    samplesOf(kinds),
    details(
      titleOf(kinds),
      [kindTable(kinds, context, marks), newestNote(kinds, marks)].join('\n\n').trim(),
    ),
    `The logs show ${requestsText(requests)}.${leftOut(more)}${isProbed(report) ? PROBES_NOTE : ''}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function titleOf({ length }: readonly BrokenKind[]): string {
  return length === 1
    ? 'Its counts and time'
    : `All ${length} kinds of failures, with counts and times`;
}

function kindTable(kinds: readonly BrokenKind[], context: BrokenContext, marks: boolean): string {
  const names = kinds.map((kind) => versionsOf(kind, context));
  const [first] = names;
  const areSame = names.every(({ canary, stable }) => {
    return canary === first?.canary && stable === first.stable;
  });
  const { canary, stable } = first && areSame ? first : { canary: 'the canary', stable: 'stable' };
  const head = ['Where', 'Status', 'Error', 'Place', `On ${canary}`, `On ${stable}`, 'Since (UTC)'];
  const rows = kinds.map((kind) => [
    `${code(placeOf(kind, context))}${kind.newest && marks ? ` ${NEWEST}` : ''}`,
    String(kind.status ?? ''),
    escapeMarkdown(errorOf(kind)),
    code(inOneLine(kind.location ?? '')),
    count(kind.canary),
    onStable(kind),
    clockTime(kind.firstSeen).slice(0, 8),
  ]);
  // A stage has a status, aliases have none; and places are known only from the logs of functions.
  const used = head.map((_, i) => rows.some((row) => row[i] !== ''));
  const shown = (row: readonly string[]) => row.filter((_, i) => used[i]);
  return table(shown(head), rows.map(shown));
}

function onStable({ stable, novelty }: BrokenKind): string {
  if (stable > 0) return count(stable);
  return novelty === 'unseen' ? 'none yet' : 'none';
}

const NEWEST = '🆕';

function newestNote(kinds: readonly BrokenKind[], marks: boolean): string {
  return marks && kinds.some(({ newest }) => newest)
    ? `${NEWEST} marks the failures that began last, of those that only the new version has.`
    : '';
}

function requestsText({ canary, stable }: WhatBroke['requests']): string {
  const ofCanary = `${count(canary)} ${canary === 1 ? 'request' : 'requests'} of the canary`;
  return stable === null
    ? `${ofCanary}; of stable, only the failures were read`
    : `${ofCanary} and ${count(stable)} of stable`;
}

function leftOut(more: number): string {
  if (more === 0) return '';
  return ` ${count(more)} more ${more === 1 ? 'kind of failures is' : 'kinds of failures are'} left out.`;
}

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 300;

/** Masked lines of the log, if the user wants them. */
function samplesOf(kinds: readonly BrokenKind[]): string {
  const lines = kinds.flatMap(({ samples = [] }) => samples).slice(0, MOST_SAMPLES);
  if (lines.length === 0) return '';
  const shown = codeBlock(lines.map((line) => shortLine(line)));
  return `From the log; whatever looks private is masked:\n\n${shown}`;
}

/** Never within a character of two code units. */
function shortLine(line: string): string {
  return line.length > LONGEST_SAMPLE
    ? `${line.slice(0, LONGEST_SAMPLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}
