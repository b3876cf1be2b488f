import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scrub } from '../../../src/logs/scrub.ts';
import { costOf } from '../../support/cost.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('A line that is shown', () => {
  it.each([
    ['no order for jane.doe+x@example.co.uk today', 'no order for *** today'],
    ['from 203.0.113.9:443 refused', 'from ***:443 refused'],
    ['from 2001:db8:0:0:0:0:2:1 refused', 'from *** refused'],
    ['from fe80::1ff:fe23:4567:890a refused', 'from *** refused'],
    [`token ${JWT} expired`, 'token *** expired'],
    ['Authorization: Bearer abc.def', 'Authorization: *** ***'],
    ['using AKIAIOSFODNN7EXAMPLE now', 'using *** now'],
    ['password=hunter2&user=jane', 'password=***&user=jane'],
    ['{"password":"my long one","a":1}', '{"password":***,"a":1}'],
    ["db_password: 'x y'", 'db_password: ***'],
    ['GET /orders?user=5&q=abc failed', 'GET /orders?*** failed'],
    ['https://jane:pw@example.com/a', '***'],
    ['card 4111 1111 1111 1111 refused', 'card *** refused'],
    ['arn:aws:sts::111122223333:assumed-role/r', 'arn:aws:sts::***:assumed-role/r'],
    ['user 9af1c3f2-6d4e-4b3a-9a76-0f5d3c2b1a00', 'user ***'],
    ['secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1', 'secret ***'],
  ])('%s is shown as %s', (text, shown) => {
    expect(scrub(text)).toBe(shown);
  });

  it('keeps what says why something failed', () => {
    const text =
      "TypeError: Cannot read properties of undefined (reading 'total') at checkout.mjs:41";
    expect(scrub(text)).toBe(text);
    expect(scrub('Task timed out after 3.00 seconds at 12:34:56')).toBe(
      'Task timed out after 3.00 seconds at 12:34:56',
    );
    expect(scrub("KeyError: 'total'")).toBe("KeyError: 'total'");
    expect(scrub('at node_modules/@scope/name.js:4')).toBe('at node_modules/@scope/name.js:4');
    expect(scrub('Errno::ECONNREFUSED in Net::HTTP')).toBe('Errno::ECONNREFUSED in Net::HTTP');
  });

  it('is one line of limited length', () => {
    expect(scrub('a\n\tb\u202ec\u0000')).toBe('a b c');
    expect(scrub('word '.repeat(5000)).length).toBeLessThanOrEqual(302);
    expect(scrub('😀'.repeat(400))).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  const digits = (min: number, max: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max })
      .map((all) => all.join(''));
  const word = fc.stringMatching(/^[a-z0-9]{4,20}$/);
  /** A secret, and what of it must not survive. */
  const secret = fc.oneof(
    fc.emailAddress().map((text) => [text, text] as const),
    fc.ipV4().map((text) => [text, text] as const),
    fc
      .ipV6()
      .filter((text) => /[0-9a-f]{2}/.test(text))
      .map((text) => [text, text] as const),
    digits(12, 16).map((text) => [text, text] as const),
    fc.constant([JWT, JWT.slice(-20)] as const),
    fc.stringMatching(/^AKIA[A-Z0-9]{16}$/).map((text) => [text, text] as const),
    word.map((text) => [`Bearer ${text}`, ` ${text}`] as const),
    fc
      .tuple(fc.constantFrom('password', 'api_key', 'SECRET', 'accessToken'), word)
      .map(([name, text]) => [`${name}=${text}`, `=${text}`] as const),
    fc
      .tuple(fc.constantFrom('password', 'api_key', 'clientSecret', 'accessToken'), word)
      .map(([name, text]) => [JSON.stringify({ [name]: text }), `"${text}"`] as const),
    fc.uuid().map((text) => [text, text] as const),
  );
  const around = fc.string({ unit: 'grapheme', maxLength: 40 });

  it('contains no secret, whatever is around it', () => {
    fc.assert(
      fc.property(around, secret, around, (before, [text, rest], after) => {
        expect(scrub(`${before} ${text} ${after}`)).not.toContain(rest);
      }),
      { numRuns: 3000 },
    );
  });

  it('contains no number of an account or a card, even within a word', () => {
    fc.assert(
      fc.property(around, digits(12, 16), around, (before, number, after) => {
        expect(scrub(before + number + after)).not.toMatch(/\d{9}/);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no part of a secret where it was cut', () => {
    for (let i = 9_985; i <= 10_000; i++) {
      const text = `${'x'.repeat(i - 1)} 111122223333`;
      expect(scrub(text.replaceAll('x', '\n'))).not.toMatch(/\d{3}/);
    }
  });

  it('takes milliseconds, whatever it is', () => {
    const fills = [
      'a',
      '1',
      'a@',
      '@a.',
      'eyJ',
      '1.',
      'f:',
      '::',
      'password',
      'password=',
      ' ',
      '?a=',
      '-',
    ];
    for (const fill of [
      ...fills,
      '"',
      '-----BEGIN A-----',
      'key"',
      '://a',
      'a1',
      'A-1',
      'bearer ',
    ]) {
      const text = fill.repeat(10_000 / fill.length);
      expect(costOf(() => scrub(text))).toBeLessThan(20);
    }
  });
});
