// `{ $.status = "5*" && $.latency >= 500 }`: conditions on the properties of a log event in JSON. A log event that is
// not JSON matches none of them.

import {
  type ComparisonRules,
  type Condition,
  readComparison,
  readCondition,
} from './condition.ts';
import { invalidPattern, openBrace } from './invalid.ts';
import { Reader, tokensOf } from './tokens.ts';

export function compileJson(pattern: string, rules: ComparisonRules): (message: string) => boolean {
  if (!pattern.endsWith('}')) throw openBrace();
  const reader = new Reader(tokensOf(pattern.slice(1, -1)));
  const condition = readCondition(reader, (inner) => readProperty(inner, rules));
  if (!reader.isAtEnd) throw invalidPattern();
  return (message) => {
    const value = parse(message);
    return value !== undefined && condition(value);
  };
}

/** `undefined` for a text that is not a JSON object or array. */
function parse(message: string): object | undefined {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    return undefined;
  }
}

function readProperty(reader: Reader, rules: ComparisonRules): Condition<object> {
  const path = pathOf(reader.word());
  const state = readState(reader);
  if (state) return (event) => state(valueAt(event, path));
  const compare = readComparison(reader, rules);
  return (event) => {
    const value = valueAt(event, path);
    // An absent property, null, an object or an array: "the filter will not be applied" (user guide, "JSON special
    // considerations", which does not name absent ones).
    const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
    return isScalar && compare(value as string | number | boolean);
  };
}

/** `IS NULL`, `IS TRUE`, `IS FALSE`, `EXISTS` and `NOT EXISTS`; `undefined`: a comparison follows. */
function readState(reader: Reader): ((value: unknown) => boolean) | undefined {
  if (!reader.nextIsWord) return undefined;
  const first = reader.word();
  if (first === 'EXISTS') return (value) => value !== undefined;
  const second = reader.word();
  switch (`${first} ${second}`) {
    case 'IS NULL':
      return (value) => value === null;
    case 'IS TRUE':
      return (value) => value === true;
    case 'IS FALSE':
      return (value) => value === false;
    case 'NOT EXISTS':
      return (value) => value === undefined;
    default:
      throw invalidPattern();
  }
}

const SELECTOR = /^\$(?:\.[\w-]+|\[\d+\])+$/;

function pathOf(selector: string): readonly (string | number)[] {
  if (!SELECTOR.test(selector)) throw invalidPattern();
  return [...selector.matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    name === undefined ? Number(index) : name,
  );
}

function valueAt(event: unknown, path: readonly (string | number)[]): unknown {
  let value = event;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) !== (typeof step === 'number')) return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
