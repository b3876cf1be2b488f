// Release hours: what they are written as, and when they open.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hours, isOpen, nextClosing, nextOpening } from '../../../src/calendar/hours.ts';
import { readHours } from '../../../src/calendar/read-hours.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const hours = (text: string): readonly Hours[] => {
  const read = readHours(text);
  expect(read.problems).toEqual([]);
  return read.hours;
};
const shown = (seconds: number | undefined) =>
  seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().slice(0, 16);

describe('release hours', () => {
  it.each([
    ['Mon-Thu 09:00-16:00 Europe/Berlin', [['Mon-Thu 09:00-16:00', [1, 2, 3, 4]]]],
    ['monday, Wed 9:00-16:00 UTC', [['monday Wed 9:00-16:00', [1, 3]]]],
    ['Fri-Mon 22:00-02:00 UTC', [['Fri-Mon 22:00-02:00', [5, 6, 0, 1]]]],
    ['00:00-24:00 UTC', [['00:00-24:00', [0, 1, 2, 3, 4, 5, 6]]]],
    [
      'Mon-Thu 09:00-12:00, 13:00-16:00, Fri 09:00-12:00 Europe/Berlin',
      [
        ['Mon-Thu 09:00-12:00', [1, 2, 3, 4]],
        ['Mon-Thu 13:00-16:00', [1, 2, 3, 4]],
        ['Fri 09:00-12:00', [5]],
      ],
    ],
  ])('are read from %s', (text, expected) => {
    expect(hours(text).map((each) => [each.text, each.days])).toEqual(expected);
  });

  it.each([
    ['Mon-Thu 09:00-16:00', 'it has no time zone'],
    ['Mon-Thu Europe/Berlin', 'it has no hours'],
    ['09:00-16:00 Fri UTC', 'its last days have no hours'],
    ['Mon 09:00-16:00 UTC Europe/Berlin', 'it has two time zones'],
    ['Mon 09:00-16:00 Europe/Berln', 'not a time zone that exists'],
    ['Mon 09:00-16:00 Europe/Berln', 'Did you mean "Europe/Berlin"'],
    ['Mon 09:00-09:00 UTC', 'never opens'],
    ['Mon 25:00-26:00 UTC', 'is not a time of day'],
    ['Mon 24:00-26:00 UTC', 'is not a time of day'],
    ['Mon 09:70-16:00 UTC', 'is not a time of day'],
    ['Mno 09:00-16:00 UTC', 'neither a day of the week nor a time zone'],
    ['Mon 9-16 UTC', '"9-16" is not understood'],
    ['Mon 09:00-16:00 +01:00', '"+01:00" is not understood'],
    [Array(51).fill('Mon 09:00-16:00 UTC').join('\n'), 'at most 50'],
  ])('refuse %s', (text, why) => {
    const { hours: none, problems } = readHours(text);
    expect(none).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(why)]);
  });

  it('name all mistakes at once', () => {
    const { problems } = readHours('Mno 25:00-26:00 Europe/Berln\nTue 09:00-16:00');
    expect(problems).toHaveLength(4);
  });

  it.each([
    // 2026-11-30 is a Monday.
    ['Mon-Thu 09:00-16:00 Europe/Berlin', '2026-11-30T07:59', '2026-11-30T08:00'],
    ['Mon-Thu 09:00-16:00 Europe/Berlin', '2026-11-30T08:00', '2026-11-30T08:00'],
    ['Mon-Thu 09:00-16:00 Europe/Berlin', '2026-11-30T15:00', '2026-12-01T08:00'],
    ['Mon-Thu 09:00-16:00 Europe/Berlin', '2026-12-03T15:00', '2026-12-07T08:00'],
    // The day is another one there.
    ['Mon 00:00-06:00 Pacific/Auckland', '2026-11-29T09:00', '2026-11-29T11:00'],
    ['Sat 22:00-02:00 UTC', '2026-11-29T01:59', '2026-11-29T01:59'],
    ['Sat 22:00-02:00 UTC', '2026-11-29T02:00', '2026-12-05T22:00'],
    // At 02:00 the clock goes to 03:00.
    ['Sun 02:30-05:00 Europe/Berlin', '2026-03-29T00:00', '2026-03-29T01:00'],
    ['Sun 02:10-02:50 Europe/Berlin', '2026-03-29T00:00', '2026-04-05T00:10'],
    // At 03:00 the clock goes back to 02:00: the hours are open twice.
    ['Sun 02:00-02:30 Europe/Berlin', '2026-10-25T00:30', '2026-10-25T01:00'],
    ['Sun 01:30-02:30 Europe/Berlin', '2026-10-25T00:30', '2026-10-25T01:00'],
  ])('%s are open from %s at %s', (text, from, opens) => {
    expect(shown(nextOpening(hours(text), at(from)))).toBe(opens);
  });

  it.each([
    ['Mon-Thu 09:00-16:00 Europe/Berlin', '2026-11-30T08:00', '2026-11-30T15:00'],
    ['Sun 01:30-02:30 Europe/Berlin', '2026-10-25T00:00', '2026-10-25T00:30'],
    ['00:00-24:00 UTC', '2026-10-25T00:00', undefined],
  ])('%s are closed from %s at %s', (text, from, closes) => {
    expect(shown(nextClosing(hours(text), at(from)))).toBe(closes);
  });

  const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 900);
  const some: fc.Arbitrary<Hours> = fc
    .record({
      text: fc.constant(''),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      from: clock,
      to: clock,
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    })
    .filter(({ from, to }) => from !== to);

  it('open in the first minute in which they are open, near the changes of the clock too', () => {
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(
          '2026-03-28T20:00',
          '2026-10-24T20:00',
          '2026-03-08T00:00',
          '2026-06-01T00:00',
        ),
        fc.integer({ min: 0, max: 2000 }),
        (all, from, minutes) => {
          const start = at(from) + 60 * minutes;
          const found = nextOpening(all, start);
          expect(found).toBeDefined();
          for (let t = start; t < (found ?? 0); t += 900) expect(isOpen(all, t)).toBe(false);
          expect(isOpen(all, (found ?? 0) - 1) && found !== start).toBe(false);
          expect(isOpen(all, found ?? 0)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
