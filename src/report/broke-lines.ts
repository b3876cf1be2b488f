// The lines of the job's log about failures that are new on the canary: one for each kind, as soon as a log shows it.

import type { FunctionChange } from '../rollout/release.ts';
import { kindText } from './broke-text.ts';
import type { BrokenKind, WhatBroke } from './broken-kinds.ts';

/** In a whole release. */
const MOST_LINES = 20;

/**
 * @param said names of what was said, to which this adds
 * @returns lines that are to be said now
 */
export function newLines(
  { kinds, requests }: WhatBroke,
  functions: readonly FunctionChange[],
  said: Set<string>,
): readonly string[] {
  return kinds.flatMap((kind) => {
    if (!isWorthSaying(kind)) return [];
    const names = namesOf(kind);
    const isKnown = names.every((name) => said.has(name));
    if (isKnown || said.has(TOO_MANY)) return [];
    for (const name of names) said.add(name);
    if (said.size < MOST_LINES * 2)
      return [`New failures: ${kindText(kind, { functions, requests })}`];
    said.add(TOO_MANY);
    return ['There are more kinds of new failures; the report has them.'];
  });
}

/** A single failure that stable may have as well at any moment is no news yet. */
function isWorthSaying({ novelty, canary }: BrokenKind): boolean {
  return novelty === 'new' || (novelty === 'unseen' && canary >= ENOUGH_UNSEEN);
}

const ENOUGH_UNSEEN = 3;
const TOO_MANY = 'too many';

/**
 * What the client received is known first, and the place in the code often some seconds later: that is said once
 * more. Each kind has two names.
 */
function namesOf(kind: BrokenKind): readonly string[] {
  const { route, functionName, status, how, errorType, location } = kind;
  const where = [route, functionName, status, how];
  const detail = status === undefined ? [errorType, location] : [];
  const seen = JSON.stringify([...where, ...detail]);
  return location === undefined ? [seen] : [seen, JSON.stringify([...where, errorType, location])];
}
