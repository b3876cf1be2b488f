// The `expect` of a check.

import { quote } from '../base/quote.ts';
import type { Expectation, ValueTest } from './expectation.ts';
import { parseJsonPath } from './json-path.ts';
import { shownValue } from './json-value.ts';
import { patternProblem } from './pattern.ts';
import { plainJson } from './plain-json.ts';
import { type Fields, fieldsOf, isMap, isScalar } from './yaml-fields.ts';

const KEYS = ['status', 'headers', 'json', 'contains', 'faster-than'];
const TESTS = ['equals', 'matches', 'exists'];
export const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;

/** @param of what is tested: an event has no response with a status and headers */
export function parseExpectations(
  value: unknown,
  of: 'request' | 'event',
): { readonly expect: readonly Expectation[]; readonly problems: readonly string[] } {
  if (!isMap(value)) {
    return {
      expect: [],
      problems: [
        `"expect" is ${shownValue(plainJson(value))}; expected a map with ${KEYS.join(', ')}`,
      ],
    };
  }
  const fields = fieldsOf(value, KEYS);
  const expect = [
    ...statusIn(fields),
    ...headersIn(fields),
    ...jsonIn(fields),
    ...textsIn(fields),
    ...timeIn(fields),
  ];
  for (const key of of === 'event' ? ['status', 'headers'] : []) {
    if (fields.has(key)) {
      fields.problems.push(
        `"${key}" is of a response, and an event has a result; expected "json", such as { $.statusCode: 200 }`,
      );
    }
  }
  const problems = fields.problems.map((problem) => `expect: ${problem}`);
  if (expect.length === 0 && problems.length === 0)
    problems.push('"expect" is empty; expected at least one of its keys');
  return { expect, problems };
}

function statusIn(fields: Fields): Expectation[] {
  const text = fields.text('status');
  if (text === undefined) return [];
  const any = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '');
  if (any.length > 0 && any.every((one) => /^[1-5](?:\d\d|xx)$/.test(one))) {
    return [{ kind: 'status', any }];
  }
  fields.refuse(
    'status',
    'a status such as 201, a class such as 2xx, or several of them: 200, 404',
  );
  return [];
}

function headersIn(fields: Fields): Expectation[] {
  const headers = fields.map('headers', 'a map from the names of headers to their values') ?? [];
  return headers.flatMap(([name, value]): Expectation[] => {
    if (!HEADER_NAME.test(name)) {
      fields.problems.push(`${quote(name)} is not the name of a header`);
      return [];
    }
    const test = testIn(fields, `the header ${name}`, value);
    if (test?.kind === 'equals' && typeof test.value !== 'string') {
      return [
        { kind: 'header', name: name.toLowerCase(), test: { ...test, value: String(test.value) } },
      ];
    }
    return test ? [{ kind: 'header', name: name.toLowerCase(), test }] : [];
  });
}

function jsonIn(fields: Fields): Expectation[] {
  const paths =
    fields.map('json', 'a map from paths to what is expected there, such as { $.id: 7 }') ?? [];
  return paths.flatMap(([text, value]): Expectation[] => {
    const path = parseJsonPath(text);
    const test = testIn(fields, text, value);
    if (typeof path === 'string') fields.problems.push(path);
    return typeof path === 'string' || !test ? [] : [{ kind: 'json', path, test }];
  });
}

/** A scalar or null is what is expected; a map names another test. */
function testIn(fields: Fields, where: string, value: unknown): ValueTest | undefined {
  if (value === null || isScalar(value)) return { kind: 'equals', value };
  const [only, ...more] = isMap(value) ? [...value] : [];
  const key = String(only?.[0]);
  if (!only || more.length > 0 || !TESTS.includes(key)) {
    fields.problems.push(
      `${quote(where)} is ${shownValue(plainJson(value))}; expected a text, a number, true, false, null, or a map with one of ${TESTS.join(', ')}`,
    );
    return undefined;
  }
  const [, wanted] = only;
  if (key === 'equals') return { kind: 'equals', value: plainJson(wanted) };
  if (key === 'exists') {
    if (typeof wanted === 'boolean') return { kind: 'exists', wanted };
    fields.problems.push(
      `${quote(where)}, "exists" is ${shownValue(plainJson(wanted))}; expected true or false`,
    );
    return undefined;
  }
  const why = typeof wanted === 'string' ? patternProblem(wanted) : 'is not a text';
  if (why === undefined) return { kind: 'matches', pattern: String(wanted) };
  fields.problems.push(
    `${quote(where)}, "matches" is ${shownValue(plainJson(wanted))}, which ${why}; expected a regular expression such as ^o-\\d+$`,
  );
  return undefined;
}

function textsIn(fields: Fields): Expectation[] {
  const value = fields.read('contains');
  const items = Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
  if (items.every((item) => isScalar(item) && String(item) !== '')) {
    return items.map((item) => ({ kind: 'contains', text: String(item) }));
  }
  fields.refuse('contains', 'a text, or a list of texts');
  return [];
}

function timeIn(fields: Fields): Expectation[] {
  const milliseconds = fields.time('faster-than', {
    least: 1,
    most: 900_000,
    words: 'such as 500ms or 2s',
  });
  return milliseconds === undefined ? [] : [{ kind: 'faster-than', milliseconds }];
}
