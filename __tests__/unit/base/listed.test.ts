import { describe, expect, it } from '@jest/globals';
import { firstOf, listed, moreOf } from '../../../src/base/listed.ts';
import { namesText } from '../../../src/base/names-text.ts';

const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i + 1}`);

describe('a list in a message', () => {
  it('is whole as long as it is short', () => {
    expect(listed([])).toBe('');
    expect(listed(names(3))).toBe('n1, n2, n3');
    expect(listed(names(10), '; ')).toMatch(/; n10$/);
    expect(firstOf(names(20))).toEqual(names(20));
  });

  it('has an end, and the number of the rest', () => {
    expect(listed(names(1_000))).toMatch(/^n1, .*, n10, and 990 more$/);
    expect(firstOf(names(21))).toEqual([...names(20), 'and 1 more']);
  });

  it('names the rest in the singular, too', () => {
    expect([1, 2].map((rest) => moreOf(rest, 'function'))).toEqual([
      '1 more function',
      '2 more functions',
    ]);
  });
});

describe('names as the text of an input', () => {
  it('are one per line, or a JSON list if one contains a comma', () => {
    expect(namesText(['a', 'b c'])).toBe('a\nb c');
    expect(namesText(['a', 'b, c'])).toBe('["a","b, c"]');
  });
});
