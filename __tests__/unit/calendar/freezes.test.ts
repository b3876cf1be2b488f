// Freezes as they are written, and when releases may go on between them.

import { describe, expect, it } from '@jest/globals';
import { spansBetween } from '../../../src/calendar/freezes.ts';
import { readFreezes } from '../../../src/calendar/read-freezes.ts';
import { readHours } from '../../../src/calendar/read-hours.ts';
import { closesAt, closureAt, opensAt } from '../../../src/calendar/release-times.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const shown = (seconds: number | undefined) =>
  seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().slice(0, 16);
const read = (text: string, zone = 'Europe/Berlin') => {
  const { freezes, problems } = readFreezes(text, zone);
  expect(problems).toEqual([]);
  return freezes;
};

describe('a freeze', () => {
  it.each([
    ['2026-12-18..2027-01-04 holidays', '2026-12-17T23:00', '2027-01-04T23:00', 'holidays'],
    ['2026-12-24', '2026-12-23T23:00', '2026-12-24T23:00', ''],
    ['2026-12-24 UTC no one here', '2026-12-24T00:00', '2026-12-25T00:00', 'no one here'],
    [
      '2026-11-27T16:00..2026-11-30T08:00 America/New_York Black Friday',
      ...['2026-11-27T21:00', '2026-11-30T13:00', 'Black Friday'],
    ],
    ['2026-11-27T16:00Z..2026-11-30T08:00+01:00', '2026-11-27T16:00', '2026-11-30T07:00', ''],
    // From the first 02:30 to the second, and over an hour that is left out.
    ['2026-10-25T02:30..2026-10-25T02:30 twice', '2026-10-25T00:30', '2026-10-25T01:30', 'twice'],
    ['2026-03-29T02:30..2026-03-29T04:00', '2026-03-29T01:00', '2026-03-29T02:00', ''],
  ])('%s is from %s to %s', (text, from, to, reason) => {
    const [span, ...more] = spansBetween(read(text), 0, at('2100-01-01T00:00'));
    expect([shown(span?.from), shown(span?.to), span?.freeze.reason]).toEqual([from, to, reason]);
    expect(more).toEqual([]);
  });

  it.each([
    ['2026-12-18..2026-12-17', 'ends before it begins'],
    ['2026-02-30 x', 'there is no 2026-02-30'],
    ['2026-12-18..2027-02-31', 'there is no 2027-02-31'],
    ['2026-12-18T25:00..2026-12-19', 'there is no 2026-12-18T25:00'],
    ['Christmas', '"Christmas" is not understood'],
    ['2026-12-18..2026-12-19..2026-12-20', 'is not understood'],
    ['18.12.2026', 'is not understood'],
    ['2026-12-18 Europe/Berln holidays', 'not a time zone that exists'],
    [Array(201).fill('2026-12-18').join('\n'), 'at most 200, or an iCalendar file'],
  ])('is not %s', (text, why) => {
    const { freezes, problems } = readFreezes(text, 'UTC');
    expect(freezes).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(why)]);
  });

  it('may be in a file', () => {
    const { calendars } = readFreezes('calendar: a b.ics\ncalendar=c.ics', 'UTC');
    expect(calendars).toEqual(['a b.ics', 'c.ics']);
  });
});

describe('releases', () => {
  const { hours } = readHours('Mon-Thu 09:00-16:00, Fri 09:00-12:00 Europe/Berlin');
  const freezes = read('2026-12-18..2027-01-04 holidays\n2027-01-05T00:00..2027-01-05T12:00 move');
  const times = { hours, freezes };

  it('may go on within the hours and outside the freezes', () => {
    expect(closureAt(times, at('2026-11-30T08:00'))).toBeUndefined();
    expect(closureAt({ hours: [], freezes }, at('2026-11-30T23:00'))).toBeUndefined();
    expect(closureAt({ hours: [], freezes: [] }, at('2026-11-30T23:00'))).toBeUndefined();
  });

  it('are closed by the hours until the next opening', () => {
    expect(closureAt(times, at('2026-12-04T11:00'))).toEqual({
      kind: 'window',
      hours: 'Mon-Thu 09:00-16:00, Fri 09:00-12:00 Europe/Berlin',
      zone: 'Europe/Berlin',
      opensAt: at('2026-12-07T08:00'),
    });
  });

  it('are closed by a freeze until the hours after the last one open', () => {
    expect(closureAt(times, at('2026-12-20T11:00'))).toEqual({
      kind: 'freeze',
      dates: '2026-12-18..2027-01-04',
      reason: 'holidays',
      zone: 'Europe/Berlin',
      opensAt: at('2027-01-05T11:00'),
    });
  });

  it('never go on if nothing opens within a year', () => {
    const never = { hours, freezes: read('2026-01-01..2030-01-01 forever') };
    expect(closureAt(never, at('2026-11-30T08:00'))).not.toHaveProperty('opensAt');
    expect(opensAt(never, at('2026-11-30T08:00'))).toBeUndefined();
  });

  it('close at the end of the hours or at the beginning of a freeze', () => {
    const until = at('2027-06-01T00:00');
    expect(shown(closesAt(times, at('2026-11-30T08:00'), until))).toBe('2026-11-30T15:00');
    expect(shown(closesAt({ hours: [], freezes }, at('2026-11-30T08:00'), until))).toBe(
      '2026-12-17T23:00',
    );
    expect(closesAt(times, at('2026-11-30T08:00'), at('2026-11-30T08:30'))).toBeUndefined();
  });
});
