import { describe, expect, it } from '@jest/globals';
import { countOwnTags, whyLittleRoom, whyNoRoom } from '../../../src/rollout/tag-room.ts';

const tags = (count: number, prefix = 'team') =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}-${i}`, 'x']));

describe('the tags of a resource', () => {
  it('are counted without those of this action and of AWS', () => {
    const found = {
      ...tags(3),
      ...tags(4, 'aws:cloudformation'),
      ...tags(2, 'AWS:reserved'),
      'canary-action:phase': 'x',
      'canary-action:last': 'x',
      awsome: 'x',
    };
    expect(countOwnTags(found)).toBe(4);
  });

  it.each([
    [40, 10, undefined],
    [
      41,
      10,
      'the stage has 41 tags of its own, and AWS allows 50: this release needs 10 more and 9 are free, so 1 must be removed first',
    ],
    [
      50,
      10,
      'the stage has 50 tags of its own, and AWS allows 50: this release needs 10 more and 0 are free, so 10 must be removed first',
    ],
  ])('of which %s are there, with %s to come', (own, certain, why) => {
    const all = { ...tags(own), ...tags(9, 'aws:x'), 'canary-action:phase': 'x' };
    expect(whyNoRoom('the stage', all, { certain })).toBe(why);
  });

  it('have room for a release, but not for a pause: this is said', () => {
    const need = { certain: 5, possible: 2 };
    expect(whyLittleRoom('it', tags(43), need)).toBeUndefined();
    expect(whyLittleRoom('it', tags(44), need)).toMatch(/^it has room for .* only 1 more: a pause/);
    expect(whyLittleRoom('it', tags(45), need)).toMatch(/only 0 more/);
    expect(whyLittleRoom('it', tags(46), need)).toBeUndefined();
  });
});
