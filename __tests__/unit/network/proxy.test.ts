// Which proxy a connection needs, and what of the variables is secret.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { authorizationOf, proxyFor } from '../../../src/network/proxy.ts';
import { proxySecrets } from '../../../src/network/proxy-secrets.ts';

const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
const PROXY = 'http://proxy.example:3128';
const LAMBDA = 'https://lambda.eu-west-1.amazonaws.com';

describe('The proxy for a connection', () => {
  const before = { ...process.env };
  const clear = () => {
    for (const name of NAMES) delete process.env[name];
  };
  beforeEach(clear);
  afterEach(() => {
    clear();
    for (const name of NAMES) if (before[name] !== undefined) process.env[name] = before[name];
  });
  const find = (to: string, env: Readonly<Record<string, string>>) => {
    Object.assign(process.env, env);
    return proxyFor(new URL(to))?.host;
  };

  it.each<[string, Readonly<Record<string, string>>]>([
    [LAMBDA, { HTTPS_PROXY: PROXY }],
    [LAMBDA, { https_proxy: PROXY, HTTPS_PROXY: 'http://other.example:1' }],
    ['http://aws.internal:4566', { HTTP_PROXY: PROXY }],
    [LAMBDA, { HTTPS_PROXY: PROXY, NO_PROXY: 'amazonaws.com:8443, mazonaws.com' }],
    [LAMBDA, { HTTPS_PROXY: PROXY, NO_PROXY: '' }],
  ])('to %s is the one of %j', (to, env) => {
    expect(find(to, env)).toBe('proxy.example:3128');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [LAMBDA, {}],
    [LAMBDA, { HTTP_PROXY: PROXY }],
    ['http://aws.internal:4566', { HTTPS_PROXY: PROXY }],
    ['https://localhost:4566', { HTTPS_PROXY: PROXY }],
    ['https://[::1]:4566', { HTTPS_PROXY: PROXY }],
    [LAMBDA, { HTTPS_PROXY: PROXY, NO_PROXY: '*' }],
    [LAMBDA, { HTTPS_PROXY: PROXY, NO_PROXY: 'localhost,.AMAZONAWS.com' }],
    [LAMBDA, { HTTPS_PROXY: PROXY, no_proxy: 'amazonaws.com:443' }],
    [LAMBDA, { HTTPS_PROXY: 'nonsense://', NO_PROXY: 'amazonaws.com' }],
  ])('to %s is none with %j', (to, env) => {
    expect(find(to, env)).toBeUndefined();
  });

  it.each([
    ['socks5://proxy.example:1080', 'HTTPS_PROXY', ', but it begins with socks5://'],
    ['proxy.example:3128', 'https_proxy', ', but it begins with proxy.example://'],
    ['http://', 'HTTPS_PROXY', ''],
    ['http://%zz:secret@proxy.example', 'HTTPS_PROXY', ''],
  ])(
    'is not passed over when %s is not understood, and its variable is named',
    (value, name, more) => {
      expect(() => find(LAMBDA, { [name]: value })).toThrow(
        `${name} is not understood: expected http://HOST:PORT${more}`,
      );
    },
  );
});

describe('The password of a proxy', () => {
  it('is secret as it is set, decoded, and as it is sent', () => {
    const url = new URL('http://ci:p%40ss@proxy.example:3128');
    const sent = Buffer.from('ci:p@ss').toString('base64');
    const secrets = proxySecrets({ HTTPS_PROXY: url.href, http_proxy: url.href });
    expect(secrets).toEqual(['p%40ss', 'p@ss', sent]);
    const decoded = { username: 'ci', password: 'p@ss' } as URL;
    expect(authorizationOf(decoded)).toBe(`Basic ${sent}`);
  });

  it.each([
    ['socks5://ci:hidden@proxy.example:1080'],
    ['ci:hidden@proxy.example:1080'],
    ['http://ci:hidden@:0'],
  ])('is found in %s, which is not valid', (value) => {
    expect(proxySecrets({ https_proxy: value })).toContain('hidden');
  });

  it('is not looked for where there is none', () => {
    expect(proxySecrets({ HTTPS_PROXY: PROXY, HTTP_PROXY: 'http://ci@proxy.example' })).toEqual([]);
    expect(authorizationOf(new URL(PROXY))).toBeUndefined();
  });
});
