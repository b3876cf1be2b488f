// The input `smoke`: a list of checks, or a map with `checks` and what all of them have in common.

import { quote } from '../base/quote.ts';
import type { Suite } from './check.ts';
import { shownValue } from './json-value.ts';
import { type Common, formatIn, headersIn, type ReadFile } from './parse-call.ts';
import { type ParsedCheck, parseCheck } from './parse-check.ts';
import { markProbes, rateIn } from './parse-probe.ts';
import { plainJson } from './plain-json.ts';
import { checkUses } from './uses.ts';
import { VARIABLE_NAME } from './variables.ts';
import { type Fields, fieldsOf, isMap, isScalar } from './yaml-fields.ts';

export const MOST_CHECKS = 50;
const KEYS = [
  ...['checks', 'secrets', 'headers', 'sign', 'format', 'address'],
  ...['usage-plan', 'time-limit', 'probe'],
];
const LIMIT = { least: 1000, most: 900_000, words: 'from 1s to 15m' };
const DEFAULT_LIMIT = 300_000;

export interface SuiteSources {
  readonly read: ReadFile;
  /** A variable of the environment; empty: it is not set. */
  readonly variable: (name: string) => string;
}

/** @returns the suite, or everything that is wrong with it */
export function parseSuite(content: unknown, sources: SuiteSources): Suite | readonly string[] {
  const whole = Array.isArray(content) ? new Map([['checks', content as unknown]]) : content;
  if (!isMap(whole)) {
    return [
      `${shownValue(plainJson(content))}; expected a list of checks, or a map with ${KEYS.join(', ')}`,
    ];
  }
  const fields = fieldsOf(whole, KEYS);
  const secrets = secretsIn(
    fields.map('secrets', 'a map from names to variables of the environment') ?? [],
    sources,
    fields.problems,
  );
  const common: Common = {
    headers: headersIn(fields),
    signs: fields.flag('sign') ?? false,
    format: formatIn(fields),
  };
  const limit = fields.time('time-limit', LIMIT) ?? DEFAULT_LIMIT;
  const address = addressIn(fields);
  const usagePlan = usagePlanIn(fields);
  const rate = rateIn(fields);
  const items = fields.read('checks');
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST_CHECKS) {
    const found = Array.isArray(items) ? shownValue(items) : shownValue(plainJson(items));
    return [
      ...fields.problems,
      `"checks" is ${found}; expected a list of 1 to ${MOST_CHECKS} checks`,
    ];
  }
  const parsed = items.map((item: unknown) => parseCheck(item, common, sources.read));
  const problems = [
    ...fields.problems,
    ...parsed.flatMap(({ label, problems }, i) =>
      problems.map((problem) => `check ${i + 1}${label}: ${problem}`),
    ),
    ...sameNames(parsed),
  ];
  if (problems.length > 0) return problems;
  const checks = parsed.flatMap(({ check }) => (check ? [check] : []));
  const used = checkUses(checks, common.headers, Object.keys(secrets));
  if (used.problems.length > 0) return used.problems;
  const wished = used.checks.map((check, i) => ({ check, wish: parsed[i]?.wish ?? 'unsaid' }));
  const { perMinute, ...marked } = markProbes(wished, rate);
  if (marked.problems.length > 0) return marked.problems;
  const probing = perMinute === undefined ? {} : { probesPerMinute: perMinute };
  return {
    checks: marked.checks,
    secrets,
    address,
    usagePlan,
    limitSeconds: limit / 1000,
    ...probing,
  };
}

/** Without its slash at the end. */
function addressIn(fields: Fields): string {
  const text = fields.text('address') ?? '';
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && [url.username, url.password, url.search, url.hash].join('') === '';
  if (isPlain && url.protocol === 'https:') return url.href.replace(/\/$/, '');
  fields.refuse('address', 'an address such as https://api.example.com, without a query');
  return '';
}

function usagePlanIn(fields: Fields): string {
  const id = fields.text('usage-plan') ?? '';
  if (id === '' || /^[A-Za-z0-9]{1,64}$/.test(id)) return id;
  fields.refuse('usage-plan', 'the ID of a usage plan, such as a1b2c3');
  return '';
}

/** The report and the log name checks by their names. */
function sameNames(parsed: readonly ParsedCheck[]): readonly string[] {
  const names = parsed.flatMap(({ check }) => (check ? [check.name] : []));
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(twice)].map(
    (name) => `two checks are named ${quote(name)}; expected a "name" of its own for each`,
  );
}

function secretsIn(
  given: readonly (readonly [string, unknown])[],
  { variable }: SuiteSources,
  problems: string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.flatMap(([name, source]): [string, string][] => {
      const wrong = (why: string) => {
        problems.push(`secrets: ${why}`);
        return [];
      };
      if (!VARIABLE_NAME.test(name))
        return wrong(`${quote(name)} is not a name; expected letters, digits, "_" and "-"`);
      if (!isScalar(source) || !/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(String(source))) {
        return wrong(
          `"${name}" is not the name of a variable (its value is not shown); expected for example SMOKE_TOKEN, which the step sets in env`,
        );
      }
      const value = variable(String(source));
      if (value === '')
        return wrong(
          `"${name}": the variable ${String(source)} is not set or empty; set it in the environment, such as in env of the step`,
        );
      return value.length >= SHORTEST_SECRET && !/[\r\n]/.test(value)
        ? [[name, value]]
        : wrong(
            `"${name}": the value of ${String(source)} (not shown) is too short to be masked, or has several lines; expected at least ${SHORTEST_SECRET} characters in one line`,
          );
    }),
  );
}

/** A mask hides its text everywhere in the log. */
const SHORTEST_SECRET = 5;
