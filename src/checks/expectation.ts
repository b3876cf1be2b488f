// What a check expects, and what differs. A difference names the place and shows one value at most, never a body.

import { quote } from '../base/quote.ts';
import { type Answer, jsonIn, sizeText } from './check-answer.ts';
import { type JsonPath, valueAt } from './json-path.ts';
import { sameJson, shownValue } from './json-value.ts';
import { isMatch } from './pattern.ts';

export type Expectation =
  /** `200`, `2xx`. */
  | { readonly kind: 'status'; readonly any: readonly string[] }
  /** `name` in lower case. */
  | { readonly kind: 'header'; readonly name: string; readonly test: ValueTest }
  | { readonly kind: 'json'; readonly path: JsonPath; readonly test: ValueTest }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'faster-than'; readonly milliseconds: number };

export type ValueTest =
  | { readonly kind: 'equals'; readonly value: unknown }
  /** A regular expression. */
  | { readonly kind: 'matches'; readonly pattern: string }
  | { readonly kind: 'exists'; readonly wanted: boolean };

/** Headers whose values are secret. */
const SECRET_HEADERS: readonly string[] = ['set-cookie', 'authorization', 'x-api-key'];

/** @returns what differs; `undefined`: nothing */
export function differs(expected: Expectation, answer: Answer): string | undefined {
  switch (expected.kind) {
    case 'status':
      return statusDiffers(expected.any, answer);
    case 'header':
      return headerDiffers(expected, answer);
    case 'json':
      return jsonDiffers(expected, answer);
    case 'contains':
      return textDiffers(expected.text, answer);
    case 'faster-than': {
      const { milliseconds: took } = answer;
      return took < expected.milliseconds
        ? undefined
        : `it took ${Math.round(took)} ms; expected less than ${expected.milliseconds} ms`;
    }
  }
}

function statusDiffers(any: readonly string[], { status }: Answer): string | undefined {
  const text = String(status);
  const fits = any.some((one) => one === text || (one.endsWith('xx') && one[0] === text[0]));
  return fits ? undefined : `the status is ${text}; expected ${any.join(' or ')}`;
}

function headerDiffers(
  { name, test }: Extract<Expectation, { kind: 'header' }>,
  { headers }: Answer,
): string | undefined {
  const values = Object.hasOwn(headers, name) ? headers[name] : undefined;
  const found = values?.join(', ');
  const shown = SECRET_HEADERS.includes(name) ? 'another value (not shown)' : shownValue(found);
  return testDiffers(test, found, `the header ${name}`, shown);
}

function jsonDiffers(
  { path, test }: Extract<Expectation, { kind: 'json' }>,
  { body }: Answer,
): string | undefined {
  const read = jsonIn(body);
  if ('why' in read) return `the body ${read.why}; expected JSON with ${path.text}`;
  const found = valueAt(path, read.json);
  return testDiffers(test, found, path.text, shownValue(found));
}

/** @param found `undefined`: there is none */
function testDiffers(
  test: ValueTest,
  found: unknown,
  where: string,
  shown: string,
): string | undefined {
  if (test.kind === 'exists') {
    if ((found !== undefined) === test.wanted) return undefined;
    return test.wanted ? `${where} does not exist` : `${where} exists; expected that it does not`;
  }
  const expected = test.kind === 'equals' ? shownValue(test.value) : `a match of /${test.pattern}/`;
  if (found === undefined) return `${where} does not exist; expected ${expected}`;
  if (test.kind === 'equals') {
    return sameJson(found, test.value) ? undefined : `${where} is ${shown}; expected ${expected}`;
  }
  if (typeof found === 'object' && found !== null)
    return `${where} is ${shown}; expected ${expected}`;
  return isMatch(test.pattern, String(found))
    ? undefined
    : `${where} is ${shown}; expected ${expected}`;
}

function textDiffers(text: string, { body }: Answer): string | undefined {
  if (body.kind === 'unread') return `the body ${body.why}; expected ${quote(text)} in it`;
  return body.text.includes(text)
    ? undefined
    : `the body (${sizeText(body.text)}) does not contain ${quote(text)}`;
}
