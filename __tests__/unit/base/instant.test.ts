import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../../../src/base/instant.ts';

describe('A time of AWS', () => {
  it.each([
    ['2025-11-24T17:00:00Z'],
    ['2025-11-24T17:00:00.000Z'],
    ['2025-11-24T17:00Z'],
    ['2025-11-24T18:00:00+01:00'],
    ['2025-11-24 17:00:00+0000'],
  ])('is read from %s', (text) => {
    expect(parseInstant(text)).toBe(1_764_003_600);
  });

  it.each([
    [''],
    ['soon'],
    ['2025-11-24'],
    ['2025-11-24T17:00:00'],
    ['2025-13-24T17:00:00Z'],
    ['Mon, 24 Nov 2025 17:00:00 GMT'],
    ['17'],
  ])('is not guessed from %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
