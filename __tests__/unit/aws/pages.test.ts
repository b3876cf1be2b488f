// Paginated responses whose tokens lead nowhere.

import { describe, expect, it } from '@jest/globals';
import { turnPages } from '../../../src/aws/pages.ts';

describe('Pages of a response', () => {
  it('are followed by their tokens, up to the one without', () => {
    const next = turnPages('reading the alarms');
    expect(['a', 'b', undefined].map(next)).toEqual(['a', 'b', undefined]);
    expect(next('')).toBeUndefined();
  });

  it.each([
    ['a token that comes twice', 'a'],
    ['a token that is no text, and so never the same', ['a'] as unknown as string],
  ])('come to an end with %s', (_, token) => {
    const next = turnPages('reading the alarms');
    next('a');
    expect(() => next(token)).toThrow(
      'reading the alarms: the pages of the AWS response never end',
    );
  });
});
