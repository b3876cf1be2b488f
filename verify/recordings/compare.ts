// Compares recorded and actual values; each difference is a line of text.

import { fill, type Known, lookUp } from './values.ts';

/** Compares a value with its recording; the list is empty if they agree. Throws `Unresolved`. */
export function differences(known: Known, recorded: unknown, actual: unknown, at = '$'): string[] {
  if (recorded === null || typeof recorded !== 'object') return same(recorded, actual, at);
  if (Array.isArray(recorded)) return listDifferences(known, recorded, actual, at);
  const pattern = patternOf(recorded);
  return pattern
    ? patternDifferences(known, pattern, actual, at)
    : memberDifferences(known, recorded as Record<string, unknown>, actual, at);
}

type Pattern = readonly ['any' | 'ref' | 'template' | 'json', unknown];

function patternOf(recorded: object): Pattern | undefined {
  const [entry, ...more] = Object.entries(recorded);
  if (!entry || more.length > 0) return undefined;
  const [form, value] = entry;
  const known = form === 'any' || form === 'ref' || form === 'template' || form === 'json';
  return known ? [form, value] : undefined;
}

function patternDifferences(
  known: Known,
  [form, value]: Pattern,
  actual: unknown,
  at: string,
): string[] {
  switch (form) {
    case 'any':
      return isAny(value, actual) ? [] : [`${at}: want any ${value}, got ${show(actual)}`];
    case 'ref':
      return same(lookUp(known, String(value)), actual, at);
    case 'template':
      return same(fill(known, String(value)), actual, at);
    case 'json':
      return jsonDifferences(known, value, actual, at);
  }
}

function isAny(kind: unknown, actual: unknown): boolean {
  if (kind === 'date') {
    if (actual instanceof Date) return !Number.isNaN(actual.getTime());
    return typeof actual === 'string' && !Number.isNaN(Date.parse(actual));
  }
  return typeof actual === kind;
}

function jsonDifferences(known: Known, recorded: unknown, actual: unknown, at: string): string[] {
  if (typeof actual !== 'string') return [`${at}: want a string of JSON, got ${show(actual)}`];
  try {
    return differences(known, recorded, JSON.parse(actual), `${at}(json)`);
  } catch (error) {
    if (error instanceof SyntaxError) return [`${at}: not JSON: ${show(actual)}`];
    throw error;
  }
}

function listDifferences(
  known: Known,
  recorded: readonly unknown[],
  actual: unknown,
  at: string,
): string[] {
  if (!Array.isArray(actual)) return [`${at}: want a list, got ${show(actual)}`];
  if (actual.length !== recorded.length) {
    return [`${at}: want ${recorded.length} items, got ${actual.length}: ${show(actual)}`];
  }
  return recorded.flatMap((each, i) => differences(known, each, actual[i], `${at}[${i}]`));
}

function memberDifferences(
  known: Known,
  recorded: Readonly<Record<string, unknown>>,
  actual: unknown,
  at: string,
): string[] {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) {
    return [`${at}: want an object, got ${show(actual)}`];
  }
  const got = new Map(Object.entries(actual).filter(([, value]) => value != null));
  const surplus = [...got.keys()].filter((key) => !(key in recorded));
  return [
    ...surplus.map((key) => `${at}.${key}: not in the recording, got ${show(got.get(key))}`),
    ...Object.entries(recorded).flatMap(([key, value]) =>
      got.has(key)
        ? differences(known, value, got.get(key), `${at}.${key}`)
        : [`${at}.${key}: missing, want ${show(value)}`],
    ),
  ];
}

function same(wanted: unknown, actual: unknown, at: string): string[] {
  if (Object.is(wanted, actual)) return [];
  if (wanted instanceof Date && actual instanceof Date && +wanted === +actual) return [];
  return [`${at}: want ${show(wanted)}, got ${show(actual)}`];
}

const show = (value: unknown) => JSON.stringify(value) ?? 'nothing';
