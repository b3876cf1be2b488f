import { describe, expect, it } from '@jest/globals';
import { isSame } from '../../../src/base/same.ts';

describe('Whether two values are the same', () => {
  it.each([
    [{ a: [1, { b: Number.NaN }] }, { a: [1, { b: Number.NaN }] }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [undefined, undefined],
  ])('is true of %j and its copy', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[1, 2], [1]],
    [{ most: Number.POSITIVE_INFINITY }, { most: null }],
    [{ a: {} }, { a: undefined }],
  ])('is false of %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });
});
