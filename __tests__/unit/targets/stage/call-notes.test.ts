import { describe, expect, it } from '@jest/globals';
import type { Integration } from '../../../../src/aws/rest-api-model.ts';
import { changedCalls, unclearCalls } from '../../../../src/targets/stage/call-notes.ts';
import { shownUri } from '../../../../src/targets/stage/integration.ts';

const lambda = (inner: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:${inner}/invocations`;
const sqs = (queue: string) => `arn:aws:apigateway:eu-west-1:sqs:path/123456789012/${queue}`;
const STATES = 'arn:aws:apigateway:eu-west-1:states:action/StartExecution';

const at = (path: string, uri: string, more: Partial<Integration> = {}): Integration => ({
  resourceId: path,
  path,
  method: 'GET',
  uri,
  ...more,
});

describe('a call that is not understood', () => {
  const unclear = (call: Integration, overrides: Readonly<Record<string, string>> = {}) =>
    unclearCalls({ released: [call], variables: { v: '1' }, overrides });

  it.each([
    ['of an unknown form', at('/odd', 'arn:aws:x:1'), 'GET /odd (arn:aws:x:1)'],
    [
      'of an operation of Lambda that nobody knows',
      at('/new', lambda('hello:1').replace('2015-03-31', '2030-01-01')),
      'GET /new (arn:aws:apigateway:eu-west-1:lambda:path/2030-01-01/',
    ],
    ['without a URI', at('"guard"', ''), 'GET "guard" (no URI)'],
  ])('is named: %s', (_, call, words) => {
    expect(unclear(call)).toEqual([
      expect.stringContaining(
        'definition: what these integrations call is not understood, so it was not checked: ',
      ),
    ]);
    expect(unclear(call)[0]).toContain(words);
  });

  it.each([
    ['the host of a backend', at('/h', 'https://${stageVariables.host}/x')],
    ['the version of a function', at('/f', lambda('pay:${stageVariables.host}'))],
    ['a VPC link', at('/l', 'https://a', { connectionId: '${stageVariables.host}' })],
  ])('is named where a stage variable has no value: %s', (_, call) => {
    const words = `definition: stage variable "host", which has no value, is used by: GET ${call.path} (${shownUri(call.uri)})`;
    expect(unclear(call)).toEqual([words]);
    expect(unclear(call, { host: 'live' })).toEqual([]);
  });

  it('is none where a function, a service or a backend is called', () => {
    const all = [
      at('/a', lambda('a:${stageVariables.v}')),
      at('/b', sqs('q')),
      at('/c', 'http://c'),
    ];
    expect(all.flatMap((call) => unclear(call))).toEqual([]);
  });

  it('is named once for many, up to a limit', () => {
    const released = Array.from({ length: 12 }, (_, i) => at(`/${i}`, 'x'));
    const [words, ...others] = unclearCalls({ released, variables: {}, overrides: {} });
    expect(others).toEqual([]);
    expect(words).toMatch(/GET \/9 \(x\) and 2 more$/);
  });
});

describe('a call that leads somewhere else than on the stage', () => {
  const changed = (before: Integration, after: Integration) =>
    changedCalls({ served: [before], released: [after], variables: { v: '1' } }, ['hello']);
  const named = (words: string) => [
    `definition: on the canary, these routes call something else than on the stage: ${words}`,
  ];

  it.each([
    ['another backend', 'https://old/x?key=1', 'https://new/x?key=2', 'https://new/…'],
    ['another queue', sqs('old'), sqs('new'), sqs('new')],
    ['a backend instead of a function', lambda('pay:1'), 'https://new', 'https://new'],
    ['a backend instead of a released function', lambda('hello:1'), 'https://new', 'https://new'],
    ['another function', lambda('pay:1'), lambda('other:1'), lambda('other:1')],
    [
      'a literal instead of a variable',
      lambda('pay:${stageVariables.v}'),
      lambda('pay:2'),
      'pay:2',
    ],
  ])('is named: %s', (_, before, after, words) => {
    const [found] = changed(at('/x', before), at('/x', after));
    expect(found).toContain('GET /x (');
    expect(found).toContain(words);
    expect(found).toContain(' instead of ');
    expect(found).not.toContain('key=');
  });

  it('is named without the part of its address that may be secret', () => {
    expect(changed(at('/x', 'https://a/key-1'), at('/x', 'https://a/key-2'))).toEqual(
      named('GET /x (another address at https://a/…)'),
    );
  });

  it.each([
    ['role', { credentials: 'arn:aws:iam::1:role/a' }, { credentials: 'arn:aws:iam::1:role/b' }],
    ['VPC link', { connectionId: 'a' }, { connectionId: 'b' }],
    ['request', { request: 'machine a' }, { request: 'machine b' }],
  ])('is named with another %s', (part, before, after) => {
    expect(changed(at('/x', STATES, before), at('/x', STATES, after))).toEqual(
      named(`GET /x (the same with another ${part})`),
    );
  });

  it.each([
    ['the same backend', at('/x', 'https://a'), at('/x', 'https://a')],
    ['a released function', at('/x', lambda('hello:1')), at('/x', lambda('hello:2'))],
    [
      'the same version by a variable',
      at('/x', lambda('pay:1')),
      at('/x', lambda('pay:${stageVariables.v}')),
    ],
    ['a route that the stage does not have', at('/x', 'https://a'), at('/y', 'https://b')],
    ['a renamed path parameter', at('/{a}', 'https://a'), at('/{b}', 'https://a')],
  ])('is none for %s', (_, before, after) => {
    expect(changed(before, after)).toEqual([]);
  });
});
