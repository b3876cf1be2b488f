// Freezes in an iCalendar file.

import { describe, expect, it } from '@jest/globals';
import { spansBetween } from '../../../src/calendar/freezes.ts';
import { readCalendar } from '../../../src/calendar/ical-events.ts';
import { closureAt } from '../../../src/calendar/release-times.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const shown = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16);
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n');
const of = (...lines: string[]) => calendar(event('UID:a', ...lines));
const spans = (text: string, from = '2026-01-01T00:00', to = '2028-01-01T00:00') => {
  const { freezes, problems } = readCalendar(text, 'Europe/Berlin');
  expect(problems).toEqual([]);
  return spansBetween(freezes, at(from), at(to));
};
const times = (text: string, from?: string, to?: string) =>
  spans(text, from, to).map((span) => [shown(span.from), shown(span.to)]);

describe('an event', () => {
  it.each<[string, string, string[]]>([
    ['a day', 'DTSTART;VALUE=DATE:20261224', ['2026-12-23T23:00', '2026-12-24T23:00']],
    [
      'days, without the last one',
      'DTSTART;VALUE=DATE:20261218\r\nDTEND;VALUE=DATE:20270105',
      ['2026-12-17T23:00', '2027-01-04T23:00'],
    ],
    [
      'UTC',
      'DTSTART:20261218T160000Z\r\nDTEND:20261219T080000Z',
      ['2026-12-18T16:00', '2026-12-19T08:00'],
    ],
    [
      'two zones',
      'DTSTART;TZID=America/New_York:20261127T160000\r\nDTEND;TZID="Europe/Berlin":20261130T080000',
      ['2026-11-27T21:00', '2026-11-30T07:00'],
    ],
    [
      'a duration',
      'DTSTART;TZID=Europe/Berlin:20261218T160000\r\nDURATION:P1DT2H30M',
      ['2026-12-18T15:00', '2026-12-19T17:30'],
    ],
    [
      'a night in which the clock changes',
      'DTSTART:20260328T200000\r\nDTEND:20260329T060000',
      ['2026-03-28T19:00', '2026-03-29T04:00'],
    ],
  ])('has the times of %s', (_, lines, expected) => {
    expect(times(of(...lines.split('\r\n')))).toEqual([expected]);
  });

  it('has its title as the reason, with escapes and folded lines', () => {
    const text = of(
      'DTSTART;VALUE=DATE:20261224',
      'SUMMARY:Black Friday\\, part 2\\n(sale',
      '  s)',
    );
    const [span] = spans(text.replace('(sale\r\n  s)', '(sale\r\n s)'));
    expect(span?.freeze).toMatchObject({
      reason: 'Black Friday, part 2 (sales)',
      dates: '2026-12-24',
    });
  });

  it('counts if it is shown as free, and not if it is cancelled or has no duration', () => {
    expect(times(of('DTSTART;VALUE=DATE:20261224', 'TRANSP:TRANSPARENT'))).toHaveLength(1);
    expect(times(of('DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'))).toEqual([]);
    expect(times(of('DTSTART:20261224T100000Z'))).toEqual([]);
  });

  it('is in the zone of the calendar, and a reminder in it is none', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DTSTART:20200101T000000', 'END:VALARM'];
    const text = calendar(
      'X-WR-TIMEZONE:America/New_York',
      event('UID:a', 'DTSTART:20261224T100000', 'DURATION:PT1H', ...alarm),
    );
    expect(times(text)).toEqual([['2026-12-24T15:00', '2026-12-24T16:00']]);
  });

  it.each<[string, string[], string]>([
    ['no start', [], 'has no DTSTART'],
    ['a wrong date', ['DTSTART;VALUE=DATE:20260230'], 'DTSTART is "20260230"'],
    [
      'a zone of Windows',
      ['DTSTART;TZID=W. Europe Standard Time:20261224T100000', 'DURATION:PT1H'],
      'the TZID "W. Europe Standard Time" is not a time zone of the IANA database',
    ],
    [
      'an end before the start',
      ['DTSTART:20261224T100000Z', 'DTEND:20261223T100000Z'],
      'ends before',
    ],
    ['a wrong duration', ['DTSTART:20261224T100000Z', 'DURATION:1h'], 'DURATION is "1h"'],
    ...[
      ['FREQ=HOURLY', 'FREQ is "HOURLY"'],
      ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', 'RRULE has BYSETPOS, which is not supported'],
      ['FREQ=YEARLY;BYWEEKNO=20', 'RRULE has BYWEEKNO, which is not supported'],
      ['FREQ=WEEKLY;BYDAY=2MO', 'BYDAY with a number has no meaning with FREQ=WEEKLY'],
      ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY has no meaning with FREQ=WEEKLY'],
      ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'RRULE has both COUNT and UNTIL'],
      ['FREQ=DAILY;COUNT=0', 'COUNT is "0"'],
      ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is "0"'],
      ['FREQ=DAILY;UNTIL=soon', 'UNTIL is "SOON"'],
      ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH is "13"'],
      ['FREQ=MONTHLY;BYDAY=XX', 'BYDAY is "XX"'],
    ].map(([rule = '', why = '']): [string, string[], string] => [
      rule,
      ['DTSTART:20261224T100000Z', 'DURATION:PT1H', `RRULE:${rule}`],
      why,
    ]),
  ])('is refused for %s', (_, lines, why) => {
    const { freezes, problems } = readCalendar(of('SUMMARY:x', ...lines), 'UTC');
    expect(freezes).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(why)]);
    expect(problems[0]).toMatch(/^the event of line 3 \("x"\)/);
  });
});

describe('a repeated event', () => {
  const repeated = (rule: string, ...more: string[]) =>
    of('DTSTART;TZID=Europe/Berlin:20260302T200000', 'DURATION:PT1H', `RRULE:${rule}`, ...more);

  it('keeps its local time when the clock changes', () => {
    const found = times(repeated('FREQ=WEEKLY'), '2026-03-20T00:00', '2026-04-05T00:00');
    expect(found.map(([from]) => from)).toEqual(['2026-03-23T19:00', '2026-03-30T18:00']);
  });

  it('leaves out, adds and replaces starts', () => {
    const text = calendar(
      event(
        'UID:a',
        'DTSTART;TZID=Europe/Berlin:20260302T200000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=4',
        'EXDATE;TZID=Europe/Berlin:20260303T200000',
        'RDATE;TZID=Europe/Berlin:20260310T200000',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/Berlin:20260304T200000',
        'DTSTART:20260304T220000',
        'DURATION:PT2H',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID:20260305T190000Z',
        'DTSTART:20260305T200000',
        'STATUS:CANCELLED',
      ),
    );
    expect(times(text)).toEqual([
      ['2026-03-02T19:00', '2026-03-02T20:00'],
      ['2026-03-04T21:00', '2026-03-04T23:00'],
      ['2026-03-10T19:00', '2026-03-10T20:00'],
    ]);
  });

  it('is found in the middle of a long one', () => {
    const text = of(
      'DTSTART;VALUE=DATE:20001218',
      'DTEND;VALUE=DATE:20010105',
      'RRULE:FREQ=YEARLY',
    );
    const { freezes } = readCalendar(text, 'UTC');
    expect(closureAt({ hours: [], freezes }, at('2027-01-02T00:00'))).toMatchObject({
      kind: 'freeze',
      opensAt: at('2027-01-05T00:00'),
    });
  });

  it('that has no start at all does not take forever', () => {
    expect(times(repeated('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3'))).toHaveLength(1);
  });
});

describe('a calendar', () => {
  it.each([
    ['', 'it is empty'],
    ['<html>', 'line 1: it is not a line of an iCalendar file'],
    ['BEGIN:VEVENT', 'line 1: expected BEGIN:VCALENDAR'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 'line 3: END:VCALENDAR without its BEGIN'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT', 'it ends within the VEVENT of line 2'],
  ])('is not %j', (text, problem) => {
    expect(readCalendar(text, 'UTC')).toEqual({ freezes: [], problems: [problem] });
  });

  const many = (count: number) =>
    calendar(
      ...Array.from({ length: count }, (_, i) =>
        event(
          `UID:${i}`,
          'DTSTART;TZID=Europe/Berlin:20260302T200000',
          'DURATION:PT1H',
          'RRULE:FREQ=WEEKLY;BYDAY=MO,TU',
        ),
      ),
    );

  it('of 10,000 repeated events is read and asked within seconds', () => {
    const began = process.cpuUsage();
    const { freezes } = readCalendar(many(10_000), 'UTC');
    expect(freezes).toHaveLength(10_000);
    expect(closureAt({ hours: [], freezes }, at('2027-03-01T19:30'))).toMatchObject({
      opensAt: at('2027-03-01T20:00'),
    });
    // Other tests may use the machine meanwhile.
    expect(process.cpuUsage(began).user).toBeLessThan(10_000_000);
  }, 60_000);

  it('of more events is refused', () => {
    expect(readCalendar(many(10_001), 'UTC').problems).toEqual([
      expect.stringContaining('10001 events; expected at most 10000'),
    ]);
  });

  it('with many mistakes names the first ones', () => {
    const { problems } = readCalendar(calendar(...Array(30).fill(event('UID:a'))), 'UTC');
    expect(problems).toHaveLength(11);
    expect(problems.at(-1)).toBe('20 more problems');
  });
});
