// Where the JSON of two responses differs.

import { covers, formatLocation, type JsonPath, type Location } from './json-path.ts';
import { sameJson, shownValue } from './json-value.ts';

/** The differences that are listed. */
const MOST = 10;
/** Deeper JSON is compared as a whole there. */
const DEEPEST = 100;

type Members = Readonly<Record<string, unknown>>;

/** The differences of the canary's JSON from stable's, in sentences; empty: there are none. */
export function jsonDifferences(
  canary: unknown,
  stable: unknown,
  ignored: readonly JsonPath[],
): readonly string[] {
  const found: string[] = [];
  let more = 0;
  const say = (at: Location, words: string) => {
    if (found.length < MOST) found.push(`${formatLocation(at)} ${words}`);
    else more += 1;
  };
  const visit = (a: unknown, b: unknown, at: Location): void => {
    if (ignored.some((path) => covers(path, at))) return;
    const names = at.length < DEEPEST ? namesIn(a, b) : undefined;
    const words = names ? undefined : difference(a, b);
    if (words !== undefined) say(at, words);
    for (const name of names ?? []) visit(memberOf(a, name), memberOf(b, name), [...at, name]);
  };
  visit(canary, stable, []);
  return more > 0 ? [...found, `and ${more} more`] : found;
}

/** The names or indexes of both; `undefined`: they are not of the same kind, or have none. */
function namesIn(a: unknown, b: unknown): readonly (string | number)[] | undefined {
  if (Array.isArray(a) && Array.isArray(b)) {
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i);
  }
  const bothObjects = [a, b].every(
    (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
  return bothObjects
    ? [...new Set([...Object.keys(a as Members), ...Object.keys(b as Members)])]
    : undefined;
}

function memberOf(of: unknown, name: string | number): unknown {
  if (Array.isArray(of)) return of[Number(name)];
  return Object.hasOwn(of as object, name) ? (of as Members)[name] : undefined;
}

/** @param canary `undefined`: it has none there */
function difference(canary: unknown, stable: unknown): string | undefined {
  if (canary === undefined) return `is missing (stable has ${shownValue(stable)})`;
  if (stable === undefined) return `is ${shownValue(canary)}, and stable has none`;
  return sameJson(canary, stable)
    ? undefined
    : `is ${shownValue(canary)}; stable has ${shownValue(stable)}`;
}
