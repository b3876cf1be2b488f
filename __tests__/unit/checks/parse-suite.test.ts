import { describe, expect, it } from '@jest/globals';
import type { Suite } from '../../../src/checks/check.ts';
import { parseSuite } from '../../../src/checks/parse-suite.ts';
import { prepareCheck } from '../../../src/checks/prepare-check.ts';
import { composeYaml } from '../../../src/templates/compose.ts';

const FILES: Readonly<Record<string, string>> = {
  'order.json': '{"customer":7}',
  'event.json': '{"Records":[{"body":"${id}"}]}',
  'text.txt': 'no JSON',
};

async function parse(yaml: string): Promise<Suite | readonly string[]> {
  const { document } = await composeYaml(yaml);
  return parseSuite(document?.toJS({ mapAsMap: true }), {
    read: (path) => {
      const text = FILES[path];
      return text === undefined ? { problem: 'there is no such file' } : { text };
    },
    variable: (name) => (name === 'TOKEN' ? 'a-secret-token' : ''),
  });
}

async function problems(yaml: string): Promise<readonly string[]> {
  const found = await parse(yaml);
  if ('checks' in found) throw new Error('it has no problems');
  return found;
}

async function suite(yaml: string): Promise<Suite> {
  const found = await parse(yaml);
  if (!('checks' in found)) throw new Error(found.join('\n'));
  return found;
}

describe('a suite', () => {
  it('is a list of checks with what is left out', async () => {
    const { checks, limitSeconds, address } = await suite(
      '- path: /orders?limit=1\n  expect: { status: 200 }',
    );
    expect([limitSeconds, address]).toEqual([300, '']);
    expect(checks).toEqual([
      {
        name: 'GET /orders?limit=1',
        points: ['pre-traffic'],
        call: {
          kind: 'request',
          method: 'GET',
          path: '/orders?limit=1',
          headers: {},
          body: undefined,
          signs: false,
          format: undefined,
          route: undefined,
        },
        expect: [{ kind: 'status', any: ['200'] }],
        save: [],
        needs: [],
        attempts: 1,
        pauseMilliseconds: 2000,
        limitMilliseconds: 10_000,
        functionName: '',
        compare: undefined,
      },
    ]);
  });

  it('is a map with what all checks have in common', async () => {
    const { checks, secrets } = await suite(`
secrets: { token: TOKEN }
headers: { Authorization: 'Bearer \${token}' }
time-limit: 2m
checks:
  - name: create
    method: post
    path: /orders
    body: { customer: 7, tags: [a] }
    expect: { status: 201, json: { $.id: { exists: true } } }
    save: { id: $.id }
  - name: read
    when: before
    path: /orders/\${id}
    retries: 2
    every: 500ms
    timeout: 1.5s
    expect: { json: { $.id: '\${id}', $.n: 1 }, contains: [a, 'b'], faster-than: 2s }
`);
    expect(secrets).toEqual({ token: 'a-secret-token' });
    const [create, read] = checks;
    expect(create?.call).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer ${token}' },
      body: { kind: 'json', value: { customer: 7, tags: ['a'] } },
    });
    expect(read).toMatchObject({
      needs: ['create'],
      attempts: 3,
      pauseMilliseconds: 500,
      limitMilliseconds: 1500,
    });
    const values = new Map<string, unknown>([
      ['id', 7],
      ['token', 't'],
    ]);
    expect(read && prepareCheck(read, values)).toMatchObject({
      call: { path: '/orders/7', headers: { authorization: 'Bearer t' } },
      expect: [
        { kind: 'json', test: { kind: 'equals', value: 7 } },
        { kind: 'json', test: { kind: 'equals', value: 1 } },
        { kind: 'contains', text: 'a' },
        { kind: 'contains', text: 'b' },
        { kind: 'faster-than', milliseconds: 2000 },
      ],
    });
  });

  it.each<[string, string, RegExp]>([
    ['no list', 'x', /^"x"; expected a list of checks/],
    ['no check', '[]', /"checks" is a list of 0; expected a list of 1 to 50/],
    [
      '51 checks',
      `[${'{ path: /a, expect: { status: 200 } },'.repeat(51)}]`,
      /"checks" is a list of 51/,
    ],
    ['a check without an expectation', '- path: /a', /check 1: it has no "expect"/],
    [
      'a usage plan that is none',
      '{ usage-plan: a/b, checks: [{ path: /a, expect: { status: 200 } }] }',
      /"usage-plan" is "a\/b"; expected the ID of a usage plan/,
    ],
    ['an empty expectation', '- { path: /a, expect: {} }', /"expect" is empty/],
    ['neither path nor event', '- expect: { status: 200 }', /neither "path" nor "event"/],
    ['a misspelt key', '- { pat: /a, expect: { status: 200 } }', /unknown key "pat".* "path"/],
    [
      'two of one name',
      '[{ path: /a, expect: { status: 200 } }, { path: /a, expect: { status: 1xx } }]',
      /two checks are named "GET \/a"/,
    ],
    [
      'a status that is none',
      '- { path: /a, expect: { status: 2x } }',
      /"status" is "2x"; expected a status/,
    ],
    [
      'a path that is wrong',
      '- { path: /a, expect: { json: { id: 7 } } }',
      /"id" does not begin with \$/,
    ],
    ['a filter', "- { path: /a, expect: { json: { '$[?(@.a)]': 7 } } }", /has a filter/],
    [
      'a pattern that is none',
      "- { path: /a, expect: { json: { $: { matches: '(' } } } }",
      /"matches" is "\(", which is not a regular expression/,
    ],
    [
      'a pattern without end',
      "- { path: /a, expect: { json: { $: { matches: '^(a+)+$' } } } }",
      /repeats a group that holds a repetition/,
    ],
    [
      'a test that is none',
      '- { path: /a, expect: { json: { $: { above: 3 } } } }',
      /expected a text, a number/,
    ],
    [
      'an address',
      '- { path: "https://evil.example/", expect: { status: 200 } }',
      /is an address; expected a path below the stage/,
    ],
    [
      'a host',
      '- { path: //evil.example/, expect: { status: 200 } }',
      /begins with the name of a host/,
    ],
    ['a path that climbs', '- { path: /a/../../beta, expect: { status: 200 } }', /leaves the API/],
    [
      'one that climbs encoded',
      '- { path: /a/%2e%2E/b, expect: { status: 200 } }',
      /leaves the API/,
    ],
    [
      'one that climbs encoded twice over',
      '- { path: /a/..%2fb, expect: { status: 200 } }',
      /leaves the API/,
    ],
    [
      'a backslash',
      "- { path: '/\\evil.example', expect: { status: 200 } }",
      /begins with the name of a host/,
    ],
    ['a space', '- { path: /a b, expect: { status: 200 } }', /has a space/],
    ['a body of GET', '- { path: /a, body: x, expect: { status: 200 } }', /GET has no body/],
    [
      'two bodies',
      '- { path: /a, method: POST, body: x, file: order.json, expect: { status: 200 } }',
      /both "body" and "file"/,
    ],
    [
      'a file that is not there',
      '- { path: /a, method: POST, file: no.json, expect: { status: 200 } }',
      /"file" is "no.json": there is no such file/,
    ],
    [
      'a header of the connection',
      '- { path: /a, headers: { Host: x }, expect: { status: 200 } }',
      /"Host" is set by the action itself/,
    ],
    [
      'a header of several lines',
      '- { path: /a, headers: { x: "a\\nb" }, expect: { status: 200 } }',
      /the value of "x" \(not shown\)/,
    ],
    [
      'sign and authorization',
      '- { path: /a, sign: true, headers: { authorization: x }, expect: { status: 200 } }',
      /"sign" writes the header authorization/,
    ],
    [
      'an event with a path',
      '- { event: event.json, path: /a, expect: { contains: x } }',
      /"path" is of a request, and "event" sends none/,
    ],
    [
      'an event that is no JSON',
      '- { event: text.txt, expect: { contains: x } }',
      /"event" is "text.txt", which is not JSON/,
    ],
    [
      'a status of an event',
      '- { event: event.json, expect: { status: 200 } }',
      /"status" is of a response/,
    ],
    [
      'a name that nothing saves',
      '- { path: "/a/${id}", expect: { status: 200 } }',
      /\$\{id\} is neither saved by an earlier check/,
    ],
    [
      'a value that is saved later',
      '[{ name: a, path: "/${id}", expect: { status: 200 } }, { name: b, path: /b, expect: { status: 200 }, save: { id: $ } }]',
      /check "a": \$\{id\} is neither/,
    ],
    [
      'a value of a check that does not run then',
      '[{ name: a, path: /a, expect: { status: 200 }, save: id = $.id }, { name: b, when: after, path: "/${id}", expect: { status: 200 } }]',
      /it uses \$\{id\} of "a", which does not run whenever/,
    ],
    [
      'a name that is taken',
      '[{ name: a, path: /a, expect: { status: 200 }, save: id = $.id }, { name: b, path: /b, expect: { status: 200 }, save: id = $.id }]',
      /save: the name "id" is taken/,
    ],
    [
      'an address that is none',
      '{ address: "http://x.example/?a=1", checks: [{ path: /a, expect: { status: 200 } }] }',
      /"address" is "http:.*"; expected an address such as https:/,
    ],
    [
      'a secret that is not set',
      '{ secrets: { t: NONE }, checks: [{ path: /a, expect: { status: 200 } }] }',
      /the variable NONE is not set or empty/,
    ],
    [
      'a secret itself',
      '{ secrets: { t: "gh-s3cret!" }, checks: [{ path: /a, expect: { status: 200 } }] }',
      /"t" is not the name of a variable \(its value is not shown\)/,
    ],
    [
      'a comparison after the promotion',
      '- { path: /a, when: after, compare: true }',
      /"compare" needs the current version/,
    ],
    [
      'a comparison of POST',
      '- { path: /a, method: POST, compare: true }',
      /would send POST to both versions/,
    ],
    [
      'a when that is none',
      '- { path: /a, when: later, expect: { status: 200 } }',
      /"when" is "later"; expected one or several of before, each-step, after/,
    ],
    [
      'too many retries',
      '- { path: /a, retries: 11, expect: { status: 200 } }',
      /"retries" is 11; expected a whole number from 0 to 10/,
    ],
    [
      'a time that is none',
      '- { path: /a, timeout: 5, expect: { status: 200 } }',
      /"timeout" is 5; expected a time from 100ms to 1m/,
    ],
    [
      'a route that does not fit',
      '- { path: /a, route: "/b/{id}", expect: { status: 200 } }',
      /expected a route that fits the path "\/a"/,
    ],
  ])('with %s is refused', async (_, yaml, said) => {
    expect((await problems(yaml)).join('\n')).toMatch(said);
  });

  it('says everything that is wrong at once', async () => {
    const found = await problems('[{ path: a }, { event: x, expect: { status: 9 } }]');
    expect(found).toHaveLength(5);
  });
});

describe('a value in a path', () => {
  it.each([
    ['a/b', '/orders/a%2Fb'],
    ['x y', '/orders/x%20y'],
  ])('is encoded: %s', async (value, path) => {
    const { checks } = await suite(
      '[{ name: a, path: /a, expect: { status: 200 }, save: id = $.id }, { name: b, path: "/orders/${id}", expect: { status: 200 } }]',
    );
    const check = checks[1];
    if (!check) throw new Error('there is no second check');
    expect(prepareCheck(check, new Map([['id', value]]))).toMatchObject({ call: { path } });
  });

  it.each(['..', '.', '../x'])('does not lead out of the API: %s', async (value) => {
    const { checks } = await suite(
      '[{ name: a, path: /a, expect: { status: 200 }, save: id = $.id }, { name: b, path: "/orders/${id}", expect: { status: 200 } }]',
    );
    const check = checks[1];
    if (!check) throw new Error('there is no second check');
    expect(prepareCheck(check, new Map([['id', value]]))).toMatch(/leaves the API/);
  });
});
