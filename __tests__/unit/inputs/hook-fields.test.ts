// Valid and invalid hooks.

import { describe, expect, it } from '@jest/globals';
import { hooks, hookTimeout } from '../../../src/inputs/hook-fields.ts';

const read = hooks('eu-west-1');
const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke';

describe('a hook', () => {
  it.each([
    ['smoke', { functionName: 'smoke', qualifier: undefined, label: 'smoke' }],
    ['smoke:live', { functionName: 'smoke', qualifier: 'live', label: 'smoke:live' }],
    ['smoke:7', { functionName: 'smoke', qualifier: '7', label: 'smoke:7' }],
    ['smoke:$LATEST', { functionName: 'smoke', qualifier: '$LATEST', label: 'smoke:$LATEST' }],
    [ARN, { functionName: ARN, qualifier: undefined, label: 'smoke' }],
    [`${ARN}:live`, { functionName: ARN, qualifier: 'live', label: 'smoke:live' }],
  ])('may be the function %s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value: [{ kind: 'function', ...value }] });
  });

  it.each([
    ['https://hooks.example.com/a?token=x', 'hooks.example.com'],
    ['HTTPS://hooks.example.com', 'hooks.example.com'],
    ['http://localhost:8080/a', 'localhost:8080'],
    ['http://127.0.0.1:8080/a', '127.0.0.1:8080'],
    ['http://[::1]:8080/a', '[::1]:8080'],
  ])('may be the address %s, which is shown as %s', (text, label) => {
    expect(read(text)).toEqual({
      ok: true,
      value: [{ kind: 'url', url: new URL(text).href, label }],
    });
  });

  it('may be empty', () => {
    expect(read('')).toEqual({ ok: true, value: [] });
  });

  it('may be one of several, one per line', () => {
    const parsed = read('smoke\n\n  https://a.example.com/x,y\n');
    expect(parsed).toMatchObject({ ok: true, value: [{ label: 'smoke' }, { kind: 'url' }] });
    expect(read('a b\nsmoke\nhttp://b')).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('"a b"'), expect.stringContaining('"b"')],
    });
  });

  it('is distinguished from others on its host by its position', () => {
    const parsed = read('https://a.example.com/x\nhttps://b.example.com/\nhttps://a.example.com/y');
    expect(parsed.ok && parsed.value.map(({ label }) => label)).toEqual([
      'a.example.com (1)',
      'b.example.com',
      'a.example.com (2)',
    ]);
  });

  it.each([
    ['http://hooks.example.com/a?token=s3cret', 'expected an address that begins with https://'],
    ['http://127.0.0.1.example.com/', 'expected an address that begins with https://'],
    ['http://localhost.example.com/', 'expected an address that begins with https://'],
    ['ftp://localhost/a', 'expected an address that begins with https://'],
    ['https://', 'an address is not valid'],
    ['https://a b/s3cret', 'an address is not valid'],
    ['https:/hooks.example.com/s3cret', 'a line that is not shown'],
    ['hooks.example.com/s3cret', 'a line that is not shown'],
    ['me:s3cret@a.example.com', 'a line that is not shown'],
    ['http://a.example.com/s3cret', 'the address on "a.example.com"; expected'],
    [`https://a.example.com/${'x'.repeat(2100)}`, 'is longer than 2048 characters'],
    ['https://me:s3cret@a.example.com/', 'contains a user name or password'],
    ['smoke test', 'expected one per line: a Lambda function'],
    ['smoke:', 'expected one per line: a Lambda function'],
    ['smoke:a:b', 'expected one per line: a Lambda function'],
    ['a, b', 'expected one per line: a Lambda function'],
    ['arn:aws:sns:eu-west-1:123456789012:topic', 'expected one per line: a Lambda function'],
    [ARN.replace('eu-west-1', 'eu-north-1'), 'is in eu-north-1, but the job uses eu-west-1'],
  ])('%s is refused', (text, problem) => {
    const parsed = read(text);
    expect(parsed).toEqual({ ok: false, problems: [expect.stringContaining(problem)] });
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });
});

describe('the time limit of hooks', () => {
  it.each([
    ['1s', 1],
    ['15m', 900],
  ])('may be %s', (text, value) => {
    expect(hookTimeout(text)).toEqual({ ok: true, value });
  });

  it.each(['0s', '15m1s', '1h', 'soon', ''])('%j is refused', (text) => {
    expect(hookTimeout(text).ok).toBe(false);
  });
});
