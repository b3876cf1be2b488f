import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../src/checks/check-answer.ts';
import { differs, type Expectation } from '../../../src/checks/expectation.ts';
import { jsonDifferences } from '../../../src/checks/json-diff.ts';
import { type JsonPath, parseJsonPath } from '../../../src/checks/json-path.ts';
import { compareAnswers, judgeAnswer } from '../../../src/checks/judge-answer.ts';

const path = (text: string, kind?: 'several') => parseJsonPath(text, kind) as JsonPath;

function answer(body: unknown, more: Partial<Answer> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status: 200,
    headers: { 'content-type': ['application/json'], 'set-cookie': ['a=1', 'b=2'] },
    body: { kind: 'text', text },
    milliseconds: 84,
    ...more,
  };
}

const BODY = { id: 'o-7', total: 12.5, items: [1], gone: null };

describe('what differs', () => {
  it.each<[Expectation, string | undefined]>([
    [{ kind: 'status', any: ['2xx'] }, undefined],
    [{ kind: 'status', any: ['404', '200'] }, undefined],
    [{ kind: 'status', any: ['201', '5xx'] }, 'the status is 200; expected 201 or 5xx'],
    [{ kind: 'faster-than', milliseconds: 85 }, undefined],
    [{ kind: 'faster-than', milliseconds: 84 }, 'it took 84 ms; expected less than 84 ms'],
    [{ kind: 'contains', text: '"total"' }, undefined],
    [{ kind: 'contains', text: 'x' }, 'the body (49 bytes) does not contain "x"'],
    [
      { kind: 'header', name: 'content-type', test: { kind: 'matches', pattern: 'json$' } },
      undefined,
    ],
    [
      { kind: 'header', name: 'etag', test: { kind: 'exists', wanted: true } },
      'the header etag does not exist',
    ],
    [
      { kind: 'header', name: 'set-cookie', test: { kind: 'equals', value: 'c' } },
      'the header set-cookie is another value (not shown); expected "c"',
    ],
    [{ kind: 'json', path: path('$.total'), test: { kind: 'equals', value: 12.5 } }, undefined],
    [
      { kind: 'json', path: path('$.total'), test: { kind: 'equals', value: '12.5' } },
      '$.total is 12.5; expected "12.5"',
    ],
    [{ kind: 'json', path: path('$.gone'), test: { kind: 'exists', wanted: true } }, undefined],
    [{ kind: 'json', path: path('$.gone'), test: { kind: 'equals', value: null } }, undefined],
    [
      { kind: 'json', path: path('$.id'), test: { kind: 'exists', wanted: false } },
      '$.id exists; expected that it does not',
    ],
    [
      { kind: 'json', path: path('$.items'), test: { kind: 'equals', value: [2] } },
      '$.items is a list of 1; expected a list of 1',
    ],
    [
      { kind: 'json', path: path('$.none'), test: { kind: 'matches', pattern: '^o' } },
      '$.none does not exist; expected a match of /^o/',
    ],
  ])('%j', (expected, said) => {
    expect(differs(expected, answer(BODY))).toBe(said);
  });

  it('is a body that is no JSON, or cannot be read', () => {
    const expected: Expectation = {
      ...{ kind: 'json', path: path('$.id') },
      test: { kind: 'exists', wanted: false },
    };
    expect(differs(expected, answer('<html>'))).toBe(
      'the body is not JSON (6 bytes); expected JSON with $.id',
    );
    expect(differs(expected, answer(''))).toMatch(/the body is empty/);
    const large = answer('', { body: { kind: 'unread', why: 'has more than 1 MiB' } });
    expect(differs(expected, large)).toMatch(/the body has more than 1 MiB/);
  });
});

describe('what later checks get', () => {
  const save = [{ name: 'id', path: path('$.id') }];

  it('is a value of JSON', () => {
    expect(judgeAnswer({ expect: [], save }, answer({ id: 7 }))).toEqual({
      differences: [],
      saved: [['id', 7]],
    });
  });

  it.each([
    [{}, 'save id: $.id does not exist'],
    [{ id: {} }, 'save id: $.id is an object; expected a text'],
    [{ id: null }, 'save id: $.id is null; expected a text'],
  ])('is nothing of %j', (body, said) => {
    const { differences, saved } = judgeAnswer({ expect: [], save }, answer(body));
    expect(differences).toEqual([expect.stringContaining(said)]);
    expect(saved).toEqual([]);
  });
});

describe('a comparison', () => {
  it('names the places that differ, without those that are ignored', () => {
    const canary = { a: 1, list: [{ t: 1, x: 1 }, { t: 2 }], only: true };
    const stable = { a: 2, list: [{ t: 9, x: 1 }], old: 'x' };
    const ignored = [path('$.list[*].t', 'several')];
    expect(jsonDifferences(canary, stable, ignored)).toEqual([
      '$.a is 1; stable has 2',
      '$.list[1] is an object, and stable has none',
      '$.only is true, and stable has none',
      '$.old is missing (stable has "x")',
    ]);
  });

  it('is limited, and ends with how many more there are', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, i]));
    expect(jsonDifferences(many, {}, []).at(-1)).toBe('and 20 more');
  });

  it('tells the type of an empty list from that of an object', () => {
    expect(jsonDifferences({ a: [] }, { a: {} }, [])).toEqual([
      '$.a is a list of 0; stable has an object',
    ]);
  });

  it('is also one of status, and of texts that are no JSON', () => {
    expect(compareAnswers(answer('x', { status: 201 }), answer('y'), [])).toEqual([
      'the status is 201; stable has 200',
      'the bodies are different texts',
    ]);
    expect(compareAnswers(answer('{}'), answer('y'), [])).toEqual([
      "the body is JSON; stable's is not JSON (1 byte)",
    ]);
  });
});
