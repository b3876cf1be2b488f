// What broke, in words: `POST /orders 502 on version 8: TypeError in checkout.mjs:41, 37 times, not on version 7`.
// Types and places come from logs, so they are text from outside.

import type { FailureKind } from '../logs/lambda-lines.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { BrokenKind, WhatBroke } from './broken-kinds.ts';
import { count } from './format.ts';
import { code, escapeMarkdown } from './markdown.ts';
import type { Report } from './report.ts';

/** In which release something broke. */
export interface BrokenContext extends Pick<WhatBroke, 'requests'> {
  readonly functions: readonly FunctionChange[];
}

const ENDINGS: Readonly<Record<FailureKind, string>> = {
  error: 'error',
  timeout: 'timeout',
  'out-of-memory': 'out of memory',
  exit: 'the process ended',
  init: 'error while loading the code',
  'response-too-large': 'response too large',
};

/** One line of plain text. */
export function kindText(kind: BrokenKind, context: BrokenContext): string {
  return `${placeOf(kind, context)} ${restOf(kind, context)}`;
}

/** The route or the function that failed. */
export function placeOf({ route, functionName }: BrokenKind, { functions }: BrokenContext): string {
  const [only] = functions.length === 1 ? functions : [];
  return inOneLine(route ?? functionName ?? only?.name ?? 'requests');
}

function restOf(kind: BrokenKind, context: BrokenContext): string {
  const status = kind.status === undefined ? '' : `${kind.status} `;
  const place = kind.location === undefined ? '' : `in ${inOneLine(kind.location)}`;
  const why = [errorOf(kind), place].filter((part) => part !== '').join(' ');
  const where = `${status}on ${versionsOf(kind, context).canary}`;
  return `${where}${why === '' ? '' : `: ${why}`}, ${countsText(kind, context)}`;
}

/** Empty if only the status is known. */
export function errorOf({ errorType, how }: BrokenKind): string {
  return inOneLine(errorType ?? (how ? ENDINGS[how] : ''));
}

export interface VersionNames {
  readonly canary: string;
  readonly stable: string;
}

/** Each of several functions has versions of its own. */
export function versionsOf(
  { functionName }: Pick<BrokenKind, 'functionName'>,
  { functions }: BrokenContext,
): VersionNames {
  const own = functions.filter(({ name }) => functionName === undefined || name === functionName);
  const [only] = own;
  return only && own.length === 1
    ? { canary: `version ${only.to}`, stable: `version ${only.from}` }
    : { canary: 'the canary', stable: 'stable' };
}

function countsText(kind: BrokenKind, context: BrokenContext): string {
  const { canary, stable, novelty } = kind;
  const names = versionsOf(kind, context);
  const times = canary === 1 ? 'once' : `${count(canary)} times`;
  switch (novelty) {
    case 'new':
      return `${times}, not on ${names.stable}`;
    case 'unseen':
      return `${times}, not yet on ${names.stable}, which had too few requests to tell`;
    case 'more': {
      const { requests } = context;
      const ofAll = requests.stable === null ? '' : ` of ${count(requests.stable)}`;
      return `${count(canary)} of ${count(requests.canary)} requests, ${count(stable)}${ofAll} on ${names.stable}`;
    }
  }
}

const LONGEST = 150;

/** Nothing that begins another line or changes the direction of the text. */
export function inOneLine(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** The kind that says the most, and its release; `undefined`: the logs show none that stable does not have. */
function leading({ broke, functions }: BrokenParts) {
  const [kind] = broke?.kinds ?? [];
  return broke && kind?.novelty === 'new'
    ? { kind, context: { functions, requests: broke.requests } }
    : undefined;
}

export type BrokenParts = Pick<Report, 'broke' | 'functions'>;

/** The one line that matters; empty if the logs show nothing that stable does not have. */
export function brokeText(report: BrokenParts): string {
  const found = leading(report);
  return found ? kindText(found.kind, found.context) : '';
}

/** The same for Markdown. */
export function brokeInMarkdown(report: BrokenParts): string {
  const found = leading(report);
  if (!found) return '';
  const { kind, context } = found;
  return `${code(placeOf(kind, context))} ${escapeMarkdown(restOf(kind, context), 600)}`;
}
