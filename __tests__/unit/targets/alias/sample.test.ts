import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../../../../src/targets/alias/sample.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const sample = (count: number, special: readonly number[] = []) =>
  [...sampleOf(upTo(count), (one) => special.includes(one))].sort((a, b) => a - b);

describe('A sample', () => {
  it('of few is all of them', () => {
    expect(sample(0)).toEqual([]);
    expect(sample(20)).toEqual(upTo(20));
  });

  it('of many is ten, from the first to the last', () => {
    expect(sample(21)).toEqual([0, 2, 4, 7, 9, 11, 13, 16, 18, 20]);
    expect(sample(100)).toHaveLength(10);
    expect(sample(100).at(-1)).toBe(99);
  });

  it('has all special ones', () => {
    expect(sample(100, [0, 50, 51])).toEqual([0, 11, 22, 33, 44, 50, 51, 55, 66, 77, 88, 99]);
  });
});
