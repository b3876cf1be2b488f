// A check with the values of this run: what exactly is sent, and what exactly is expected.

import type { Check, RequestCall } from './check.ts';
import type { Expectation, ValueTest } from './expectation.ts';
import { isHeaderValue } from './parse-call.ts';
import { pathProblem } from './request-path.ts';
import { escapePattern, fill, fillJson, type Values } from './variables.ts';

export type PreparedCall = PreparedRequest | { readonly kind: 'event'; readonly payload: string };

export interface PreparedRequest
  extends Pick<RequestCall, 'kind' | 'method' | 'path' | 'headers' | 'signs' | 'format' | 'route'> {
  readonly body: string | undefined;
}

export interface Prepared {
  readonly call: PreparedCall;
  readonly expect: readonly Expectation[];
}

/** @returns why it cannot be sent: a value may lead out of the API, for example */
export function prepareCheck({ call, expect }: Check, values: Values): Prepared | string {
  const expected = expect.map((one) => fillExpectation(one, values));
  if (call.kind === 'event') {
    const payload = JSON.stringify(fillJson(call.event, values));
    return { call: { kind: 'event', payload }, expect: expected };
  }
  const path = fill(call.path, values, encodeURIComponent);
  const problem = pathProblem(path);
  if (problem !== undefined) return `its path, with the values of this run: ${problem}`;
  const headers = Object.fromEntries(
    Object.entries(call.headers).map(([name, value]) => [name, fill(value, values)]),
  );
  const wrong = Object.entries(headers).find(([, value]) => !isHeaderValue(value));
  if (wrong) return `the header ${wrong[0]} would be more than one line of ASCII characters`;
  const { kind, method, signs, format, route, body: given } = call;
  const body =
    given?.kind === 'json'
      ? JSON.stringify(fillJson(given.value, values))
      : given && fill(given.text, values);
  const type =
    given?.kind === 'json' && !Object.hasOwn(headers, 'content-type')
      ? { 'content-type': 'application/json' }
      : {};
  return {
    call: { kind, method, path, headers: { ...headers, ...type }, body, signs, format, route },
    expect: expected,
  };
}

function fillExpectation(expected: Expectation, values: Values): Expectation {
  if (expected.kind === 'contains') return { ...expected, text: fill(expected.text, values) };
  if (expected.kind !== 'header' && expected.kind !== 'json') return expected;
  return { ...expected, test: fillTest(expected.test, values, expected.kind) };
}

/** A header is a text, whatever the value that is expected was before. */
function fillTest(test: ValueTest, values: Values, of: 'header' | 'json'): ValueTest {
  switch (test.kind) {
    case 'equals': {
      const value = fillJson(test.value, values);
      return { kind: 'equals', value: of === 'header' ? String(value) : value };
    }
    case 'matches':
      return { kind: 'matches', pattern: fill(test.pattern, values, escapePattern) };
    case 'exists':
      return test;
  }
}
