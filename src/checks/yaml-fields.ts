// Reads the members of a map in YAML, and collects what is wrong with them.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { shownValue } from './json-value.ts';
import { plainJson } from './plain-json.ts';

export type YamlMap = ReadonlyMap<unknown, unknown>;

export function isMap(value: unknown): value is YamlMap {
  return value instanceof Map;
}

/** What is wrong, each a sentence without its end. */
export interface Fields {
  readonly problems: string[];
  /** Of one member; `undefined`: it is not set. */
  read(key: string): unknown;
  has(key: string): boolean;
  /** Adds a problem with a member, and shows its value. */
  refuse(key: string, expected: string): undefined;
  /** A text, or a number as written; `undefined`: it is not set, or refused. */
  text(key: string, expected?: string): string | undefined;
  flag(key: string): boolean | undefined;
  /** In milliseconds. */
  time(key: string, range: TimeRange): number | undefined;
  count(key: string, most: number): number | undefined;
  /** Names with values of any kind; `undefined`: it is not set, or refused. */
  map(key: string, expected: string): readonly (readonly [string, unknown])[] | undefined;
}

export interface TimeRange {
  readonly least: number;
  readonly most: number;
  /** `from 100ms to 1m`. */
  readonly words: string;
}

/** The members of a map; every unknown key is a problem. */
export function fieldsOf(map: YamlMap, keys: readonly string[]): Fields {
  const problems = [...map.keys()]
    .map(String)
    .filter((key) => !keys.includes(key))
    .map((key) => `unknown key ${quote(key)}.${didYouMean(key, keys)}`);
  const read = (key: string) => map.get(key) ?? undefined;
  const refuse = (key: string, expected: string): undefined => {
    problems.push(`"${key}" is ${shownValue(plainJson(read(key)))}; expected ${expected}`);
    return undefined;
  };
  const parsed = <T>(key: string, parse: (text: string) => T | undefined, expected: string) => {
    const value = read(key);
    if (value === undefined) return undefined;
    return (isScalar(value) ? parse(String(value)) : undefined) ?? refuse(key, expected);
  };
  return {
    problems,
    read,
    refuse,
    has: (key) => read(key) !== undefined,
    text: (key, expected = 'a text') => parsed(key, (text) => text || undefined, expected),
    flag: (key) =>
      parsed(
        key,
        (text) => (/^(true|false)$/i.test(text) ? /^t/i.test(text) : undefined),
        'true or false',
      ),
    time: (key, { least, most, words }) =>
      parsed(
        key,
        (text) => {
          const found = millisecondsIn(text);
          return found !== undefined && found >= least && found <= most ? found : undefined;
        },
        `a time ${words}`,
      ),
    count: (key, most) =>
      parsed(
        key,
        (text) => (/^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined),
        `a whole number from 0 to ${most}`,
      ),
    map: (key, expected) => {
      const value = read(key);
      if (value === undefined) return undefined;
      return isMap(value)
        ? [...value].map(([name, member]) => [String(name), member] as const)
        : refuse(key, expected);
    },
  };
}

export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `500ms`, `2s`, `1.5s`, `1m`. */
function millisecondsIn(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1);
}
