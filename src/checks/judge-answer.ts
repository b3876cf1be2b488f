// Whether an answer is what a check expects, and what later checks get of it.

import type { Saving } from './check.ts';
import { type Answer, jsonIn } from './check-answer.ts';
import { differs, type Expectation } from './expectation.ts';
import { jsonDifferences } from './json-diff.ts';
import { type JsonPath, valueAt } from './json-path.ts';
import { sameJson, shownValue } from './json-value.ts';

/** Characters of a value that is saved. */
const LONGEST_SAVED = 4096;

export interface Judged {
  /** What differs; empty: nothing. */
  readonly differences: readonly string[];
  readonly saved: readonly (readonly [name: string, value: unknown])[];
}

export function judgeAnswer(
  { expect, save }: { readonly expect: readonly Expectation[]; readonly save: readonly Saving[] },
  answer: Answer,
): Judged {
  const differences = expect
    .map((one) => differs(one, answer))
    .filter((difference) => difference !== undefined);
  // What is saved of a wrong answer is of no use.
  if (differences.length > 0) return { differences, saved: [] };
  const read = save.map((saving) => savedFrom(saving, answer));
  return {
    differences: read.filter((one) => typeof one === 'string'),
    saved: read.filter((one) => typeof one !== 'string'),
  };
}

function savedFrom({ name, path }: Saving, { body }: Answer): readonly [string, unknown] | string {
  const read = jsonIn(body);
  if ('why' in read) return `save ${name}: the body ${read.why}`;
  const value = valueAt(path, read.json);
  if (value === undefined) return `save ${name}: ${path.text} does not exist`;
  const isScalar = value !== null && typeof value !== 'object';
  if (!isScalar || String(value).length > LONGEST_SAVED) {
    return `save ${name}: ${path.text} is ${shownValue(value)}; expected a text, a number, true or false, of at most ${LONGEST_SAVED} characters`;
  }
  return [name, value];
}

/** How the canary's answer differs from stable's: in its status, and in its JSON or its text. */
export function compareAnswers(
  canary: Answer,
  stable: Answer,
  ignored: readonly JsonPath[],
): readonly string[] {
  const status =
    canary.status === stable.status
      ? []
      : [`the status is ${canary.status}; stable has ${stable.status}`];
  return [...status, ...bodyDifferences(canary, stable, ignored)];
}

function bodyDifferences(
  canary: Answer,
  stable: Answer,
  ignored: readonly JsonPath[],
): readonly string[] {
  if (sameJson(canary.body, stable.body) && canary.body.kind === 'text') return [];
  const [ours, theirs] = [jsonIn(canary.body), jsonIn(stable.body)];
  if ('json' in ours && 'json' in theirs) return jsonDifferences(ours.json, theirs.json, ignored);
  if ('json' in theirs) return [`the body ${'why' in ours ? ours.why : ''}; stable's is JSON`];
  if ('json' in ours) return [`the body is JSON; stable's ${'why' in theirs ? theirs.why : ''}`];
  const unread = [canary, stable].map(({ body }) => body).find((body) => body.kind === 'unread');
  return unread?.kind === 'unread'
    ? [`the bodies cannot be compared: one ${unread.why}`]
    : ['the bodies are different texts'];
}
