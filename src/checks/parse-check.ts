// One check of a suite.

import type { HookPoint } from '../analysis/evidence.ts';
import { quote } from '../base/quote.ts';
import { type Check, type Comparison, callText, type Saving } from './check.ts';
import { type JsonPath, parseJsonPath } from './json-path.ts';
import { shownValue } from './json-value.ts';
import { CALL_KEYS, type Common, parseCall, type ReadFile } from './parse-call.ts';
import { parseExpectations } from './parse-expect.ts';
import { type ProbeWish, probeIn } from './parse-probe.ts';
import { plainJson } from './plain-json.ts';
import { VARIABLE_NAME } from './variables.ts';
import { type Fields, fieldsOf, isMap, isScalar } from './yaml-fields.ts';

const KEYS = [
  ...['name', 'when', ...CALL_KEYS, 'function', 'expect', 'save'],
  ...['retries', 'every', 'timeout', 'compare', 'probe'],
];

/** The points at which checks run, as users name them. */
const WHENS: Readonly<Record<string, HookPoint>> = {
  before: 'pre-traffic',
  'each-step': 'step',
  after: 'post-traffic',
};

export interface ParsedCheck {
  /** ` ("create")`; empty: it has no name. */
  readonly label: string;
  /** `undefined`: there are problems. */
  readonly check: Check | undefined;
  readonly wish: ProbeWish;
  readonly problems: readonly string[];
}

export function parseCheck(item: unknown, common: Common, read: ReadFile): ParsedCheck {
  if (!isMap(item)) {
    const problem = `it is ${shownValue(plainJson(item))}; expected a map with "path" or "event", and "expect"`;
    return { label: '', check: undefined, wish: 'unsaid', problems: [problem] };
  }
  const fields = fieldsOf(item, KEYS);
  const given = nameIn(fields);
  const points = pointsIn(fields);
  const call = parseCall(fields, common, read);
  const compare = compareIn(fields);
  const expect = expectIn(fields, fields.has('event') ? 'event' : 'request', compare !== undefined);
  const save = savingsIn(fields);
  if (compare && points.includes('post-traffic')) {
    fields.problems.push(
      '"compare" needs the current version, which serves nobody after the promotion; expected "when" without after',
    );
  }
  const isSafe = call?.kind === 'request' && SAFE.includes(call.method);
  if (compare && call && !isSafe && !isForced(fields)) {
    const what = call.kind === 'request' ? call.method : 'the event';
    fields.problems.push(
      `"compare" would send ${what} to both versions, which may do twice what it does; expected ${SAFE.join(', ')}, or compare: { any-method: true }`,
    );
  }
  const times = timesIn(fields);
  const wish = probeIn(fields);
  const functionName = fields.text('function', 'the name of a function') ?? '';
  const label = given === undefined ? '' : ` (${quote(given)})`;
  const { problems } = fields;
  if (problems.length > 0 || !call) return { label, check: undefined, wish, problems };
  const check = { points, call, expect, save, needs: [], functionName, compare, ...times };
  return { label, check: { name: given ?? callText(check), ...check }, wish, problems };
}

function nameIn(fields: Fields): string | undefined {
  const name = fields.text('name');
  if (name === undefined) return undefined;
  return /^[^\p{Cc}`|<>]{1,60}$/u.test(name)
    ? name
    : fields.refuse('name', 'one line of at most 60 characters without ` | < and >');
}

function pointsIn(fields: Fields): readonly HookPoint[] {
  const value = fields.read('when') ?? 'before';
  const words = Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/);
  const points = words.flatMap((word) =>
    Object.hasOwn(WHENS, word) ? [WHENS[word] as HookPoint] : [],
  );
  if (points.length === words.length && words.length > 0) return [...new Set(points)];
  fields.refuse('when', `one or several of ${Object.keys(WHENS).join(', ')}`);
  return [];
}

/** A comparison is an expectation, too. */
function expectIn(fields: Fields, of: 'request' | 'event', compares: boolean): Check['expect'] {
  if (!fields.has('expect')) {
    if (!compares) {
      fields.problems.push(
        'it has no "expect", so it could not fail; expected for example expect: { status: 2xx }',
      );
    }
    return [];
  }
  const { expect, problems } = parseExpectations(fields.read('expect'), of);
  fields.problems.push(...problems);
  return expect;
}

const MOST_SAVED = 20;

/** `{ id: $.id }`, or `id = $.id`. */
function savingsIn(fields: Fields): readonly Saving[] {
  const value = fields.read('save');
  const expected = 'a map from names to paths, such as { id: $.id }';
  const [, name, path] =
    typeof value === 'string' ? (/^\s*(\S+?)\s*=\s*(\S.*?)\s*$/.exec(value) ?? []) : [];
  const entries = name === undefined ? fields.map('save', expected) : [[name, path] as const];
  if (entries && (entries.length === 0 || entries.length > MOST_SAVED)) {
    fields.refuse('save', `1 to ${MOST_SAVED} names with their paths`);
  }
  return (entries ?? []).flatMap(([as, from]): Saving[] => {
    const found = isScalar(from)
      ? parseJsonPath(String(from))
      : `${shownValue(plainJson(from))}; expected a path such as $.id`;
    if (typeof found === 'string') fields.problems.push(`save: ${found}`);
    if (!VARIABLE_NAME.test(as)) {
      fields.problems.push(
        `save: ${quote(as)} is not a name; expected letters, digits, "_" and "-"`,
      );
    }
    return typeof found === 'string' ? [] : [{ name: as, path: found }];
  });
}

/** Methods that change nothing. */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const COMPARE_KEYS = ['ignore', 'on-difference', 'any-method'];
const MOST_IGNORED = 50;

function isForced(fields: Fields): boolean {
  const value = fields.read('compare');
  return isMap(value) && value.get('any-method') === true;
}

function compareIn(fields: Fields): Comparison | undefined {
  const value = fields.read('compare');
  if (!isMap(value)) {
    return fields.flag('compare') ? { ignored: [], onDifference: 'fail' } : undefined;
  }
  const inner = fieldsOf(value, COMPARE_KEYS);
  const ignore = inner.read('ignore') ?? [];
  const texts = (Array.isArray(ignore) ? ignore : [ignore]).map(String);
  const paths = texts.slice(0, MOST_IGNORED).map((text) => parseJsonPath(text, 'several'));
  if (texts.length > MOST_IGNORED) inner.refuse('ignore', `at most ${MOST_IGNORED} paths`);
  inner.problems.push(
    ...paths.filter((path) => typeof path === 'string').map((path) => `ignore: ${path}`),
  );
  const word = inner.text('on-difference') ?? 'fail';
  if (word !== 'warn' && word !== 'fail') inner.refuse('on-difference', 'warn or fail');
  inner.flag('any-method');
  fields.problems.push(...inner.problems.map((problem) => `compare: ${problem}`));
  const ignored = paths.filter((path): path is JsonPath => typeof path !== 'string');
  return { ignored, onDifference: word === 'warn' ? 'warn' : 'fail' };
}

const MOST_RETRIES = 10;

function timesIn(fields: Fields) {
  const retries = fields.count('retries', MOST_RETRIES) ?? 0;
  return {
    attempts: retries + 1,
    pauseMilliseconds:
      fields.time('every', { least: 0, most: 60_000, words: 'from 0s to 1m' }) ?? 2000,
    limitMilliseconds:
      fields.time('timeout', { least: 100, most: 60_000, words: 'from 100ms to 1m' }) ?? 10_000,
  };
}
