import { describe, expect, it } from '@jest/globals';
import { answerSeconds } from '../../../../src/targets/alias/observed-duration.ts';

describe('How long an answer may take', () => {
  it.each([
    ['the timeout, if nothing was seen', 900, undefined, 900],
    ['the timeout, if too little was seen', 900, { invocations: 99, longestMs: 100 }, 900],
    ['twice the longest of a day', 900, { invocations: 100, longestMs: 40_500 }, 81],
    ['no less than half a minute', 900, { invocations: 100, longestMs: 100 }, 30],
    ['never more than the timeout', 60, { invocations: 100, longestMs: 59_000 }, 60],
    ['a timeout that is shorter anyway', 3, { invocations: 100, longestMs: 100 }, 3],
  ])('is %s', (_, timeout, observed, expected) => {
    expect(answerSeconds(timeout, observed)).toBe(expected);
  });
});
