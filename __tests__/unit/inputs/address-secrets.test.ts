// Which parts of a hook's address are secret and masked, and how they are removed from responses.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutSecrets } from '../../../src/base/without-secrets.ts';
import { readAnswer, readFailure } from '../../../src/hooks/answer.ts';
import { addressMasks, addressSecrets } from '../../../src/inputs/address-secrets.ts';
import { masksOf } from '../../../src/inputs/masks.ts';
import { SCHEMA } from '../../support/input-schema.ts';

const ADDRESS =
  'https://me:passw0rd@hooks.example.com/services/T0001/B0002/x9x8x7x6x5?token=SECRETQ&key=a%2Fb%20c9#fragm';
const NONE = new Set<string>();

describe('the secrets of an address', () => {
  it('are path, query, each value, each part of the path and user information; never the host', () => {
    const secrets = addressSecrets(new URL(ADDRESS));
    expect(secrets).toEqual([
      new URL(ADDRESS).href,
      '/services/T0001/B0002/x9x8x7x6x5?token=SECRETQ&key=a%2Fb%20c9',
      '/services/T0001/B0002/x9x8x7x6x5',
      'token=SECRETQ&key=a%2Fb%20c9',
      'token=SECRETQ',
      'key=a%2Fb%20c9',
      'SECRETQ',
      'a%2Fb%20c9',
      'services',
      'T0001',
      'B0002',
      'x9x8x7x6x5',
      'fragm',
      'passw0rd',
    ]);
    expect(secrets).not.toContain('hooks.example.com');
  });

  it('are empty without path and query', () => {
    expect(addressSecrets(new URL('https://hooks.example.com'))).toEqual([
      'https://hooks.example.com/',
    ]);
  });

  it('are masked plain and percent-encoded, except for names that are in every log', () => {
    const masks = addressMasks(`${ADDRESS}`, NONE);
    for (const mask of ['SECRETQ', 'a%2Fb%20c9', 'a/b c9', 'a%252Fb%2520c9', 'x9x8x7x6x5']) {
      expect(masks).toContain(mask);
    }
    expect(masks).toContain('%2Fservices%2FT0001%2FB0002%2Fx9x8x7x6x5');
    expect(masks.filter((mask) => mask.length < 6)).toEqual([]);
    // An ordinary word would be hidden everywhere in the log.
    expect(masks).not.toContain('services');
    const open = new Set(['production']);
    const staged = addressMasks('https://hooks.example.com/h?stage=production&t=SECRETQ', open);
    expect(staged).toContain('SECRETQ');
    expect(staged).not.toContain('production');
  });

  it('are masked before anything is read, even if invalid', () => {
    const given: Readonly<Record<string, string>> = {
      'github-token': 'ghs_1',
      'pre-traffic-hook': 'smoke\nhttps://hooks.example.com/h?t=SECRETQ',
      'step-hook': 'https//hooks.example.com/h?t=SECOND2',
      'notify-url': ' https://a b/THIRD3 ',
      functions: 'orders:live',
    };
    const masks = masksOf(SCHEMA, (name) => given[name] ?? '');
    expect(masks).toEqual(
      expect.arrayContaining([
        'ghs_1',
        'SECRETQ',
        'https//hooks.example.com/h?t=SECOND2',
        'https://a b/THIRD3',
      ]),
    );
    expect(masks).not.toContain('smoke');
    expect(masks).toHaveLength(new Set(masks).size);
  });
});

describe('a response', () => {
  const secrets = addressSecrets(new URL(ADDRESS));

  it.each([
    'Cannot POST /services/T0001/B0002/x9x8x7x6x5?token=SECRETQ&key=a%2Fb%20c9',
    'Cannot POST /services/T0001/B0002/x9x8x7x6x5?token=SECRETQ&amp;key=a%2fb%20c9',
    '{"path":"\\/services\\/T0001\\/B0002\\/x9x8x7x6x5","token":"secretq"}',
    'key is a/b c9, once more a%252Fb%2520c9',
    encodeURIComponent('/services/T0001/B0002/x9x8x7x6x5?token=SECRETQ'),
  ])('has no secret in it any more: %s', (text) => {
    const clean = withoutSecrets(text, secrets);
    expect(clean).not.toMatch(/x9x8x7x6x5|secretq|a(%2F|%252F|\/)b/i);
    expect(clean).toContain('***');
  });

  it.each(['abcdefghijkl', 'Hook', 'x'.repeat(15)])('has no part of the path, %s', (part) => {
    const address = new URL(`https://hooks.example.com/a/${part}/b`);
    expect(withoutSecrets(`no hook "${part}" here`, addressSecrets(address))).toBe(
      'no hook "***" here'.replace('hook', part === 'Hook' ? '***' : 'hook'),
    );
  });

  it('contains no secret, however a server writes it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9/+=&<>"'. _-]{4,24}$/);
    const ways: readonly ((text: string) => string)[] = [
      (text) => text,
      encodeURIComponent,
      (text) => encodeURIComponent(encodeURIComponent(text)),
      (text) => encodeURIComponent(text).toLowerCase(),
      (text) => JSON.stringify(text).slice(1, -1),
      (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...ways), (text, way) => {
        fc.pre(text === text.trim() && !text.includes('+') && !/["']/.test(text));
        expect(withoutSecrets(`<${way(text)}>`, [text])).toBe('<***>');
      }),
    );
  });

  it('is unchanged if nothing is secret', () => {
    expect(withoutSecrets('3 of 12 checks', [])).toBe('3 of 12 checks');
    expect(withoutSecrets('3 of 12 checks', ['', 'other'])).toBe('3 of 12 checks');
  });

  it('is cleaned before it is shortened, so that no part of a secret is left', () => {
    const clean = (text: string) => withoutSecrets(text, ['SECRETQ']);
    const message = `${'x'.repeat(396)}SECRETQ`;
    expect(readAnswer(JSON.stringify({ status: 'Failed', message }), clean)?.message).not.toMatch(
      /SE/,
    );
    expect(readFailure(JSON.stringify({ message }), clean)).not.toMatch(/SE/);
  });

  it('in JSON is shown only by its message', () => {
    expect(readFailure('{"message":"no","env":{"KEY":"x"}}')).toBe('no');
    expect(readFailure('{"error":"db down"}')).toBe('db down');
    expect(readFailure('{"env":{"KEY":"x"}}')).toBe('');
    expect(readFailure('[{"KEY":"x"}]')).toBe('');
  });

  it('that is no JSON object is described, not shown', () => {
    const described = (bytes: string) =>
      `a response that is not a JSON object (${bytes}, not shown)`;
    expect(readFailure('<pre>DB_PASSWORD=x</pre>')).toBe(described('24 bytes'));
    expect(readFailure('"key é"')).toBe(described('8 bytes'));
    expect(readFailure('7')).toBe(described('1 byte'));
    expect(readFailure('')).toBe('');
  });
});
