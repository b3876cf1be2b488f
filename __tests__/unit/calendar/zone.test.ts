// Local time, with hours that do not exist or occur twice.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  firstInstantOf,
  instantsOf,
  isZone,
  lastInstantOf,
  localAt,
} from '../../../src/calendar/zone.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['America/St_Johns', 'Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Casablanca'],
];

describe('a local time', () => {
  it.each([
    ['Europe/Berlin', '2026-07-01T12:00:00', ['2026-07-01T10:00:00']],
    // The clock goes from 02:00 to 03:00.
    ['Europe/Berlin', '2026-03-29T02:30:00', []],
    ['Europe/Berlin', '2026-03-29T03:00:00', ['2026-03-29T01:00:00']],
    // The clock goes from 03:00 back to 02:00.
    ['Europe/Berlin', '2026-10-25T02:30:00', ['2026-10-25T00:30:00', '2026-10-25T01:30:00']],
    ['Europe/Berlin', '2026-10-25T03:00:00', ['2026-10-25T02:00:00']],
    // By half an hour.
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', ['2026-04-04T14:45:00', '2026-04-04T15:15:00']],
    // A day that Samoa left out.
    ['Pacific/Apia', '2011-12-30T12:00:00', []],
  ])('in %s, %s is %j', (zone, local, instants) => {
    expect(instantsOf(zone, at(local))).toEqual(instants.map(at));
  });

  it('that the clock passes over is the instant in which it does', () => {
    const [skipped, turn] = [at('2026-03-29T02:30:00'), at('2026-03-29T01:00:00')];
    expect(firstInstantOf('Europe/Berlin', skipped)).toBe(turn);
    expect(lastInstantOf('Europe/Berlin', skipped)).toBe(turn);
  });

  it('is that of each of its instants, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: at('2000-01-01T00:00'), max: at('2037-12-31T00:00') }),
        (zone, instant) => {
          const local = localAt(zone, instant);
          const found = instantsOf(zone, local);
          expect(found).toContain(instant);
          for (const each of found) expect(localAt(zone, each)).toBe(local);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'EST'])(
    'is %s',
    (zone) => {
      expect(isZone(zone)).toBe(true);
    },
  );

  it.each(['Europe/Berln', '+01:00', '', 'Mars/Phobos', 'W. Europe Standard Time'])(
    'is not %s',
    (zone) => {
      expect(isZone(zone)).toBe(false);
    },
  );
});
