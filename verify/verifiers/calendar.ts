// Repeated events in local time, as dateutil and Python's time zones understand them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { spansBetween } from '../../src/calendar/freezes.ts';
import { readCalendar } from '../../src/calendar/ical-events.ts';
import { need, run } from '../command.ts';
import { Unavailable, type Verifier } from '../verifier.ts';

const SCRIPT = fileURLToPath(new URL('../calendar/starts.py', import.meta.url));

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
/** Not in an hour that the clock may leave out: there, our freezes begin when the clock passes it. */
const STARTS = ['20240229T200000', '20250131T033000', '20260302T230000', '20201225T120000'];
const RULES = [
  ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3;COUNT=400', 'FREQ=DAILY;BYMONTH=3,10;BYDAY=SA,SU'],
  ...['FREQ=DAILY;BYMONTHDAY=-1,15', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2'],
  ...[
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO',
    'FREQ=WEEKLY;UNTIL=20270601T000000',
  ],
  ...['FREQ=MONTHLY', 'FREQ=MONTHLY;BYDAY=2MO,-1FR', 'FREQ=MONTHLY;BYMONTHDAY=31,-2'],
  ...['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'FREQ=MONTHLY;INTERVAL=5;COUNT=9', 'FREQ=YEARLY'],
  ...[
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    'FREQ=YEARLY;BYDAY=20MO,-1SU',
    'FREQ=YEARLY;BYMONTHDAY=1',
  ],
  ...['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1,7;BYDAY=SA'],
];
const RANGE = { from: Date.UTC(2026, 0, 1) / 1000, to: Date.UTC(2029, 0, 1) / 1000 };

interface Event {
  readonly zone: string;
  readonly start: string;
  readonly rule: string;
}

export const calendar: Verifier = {
  name: 'calendar',
  title: 'dateutil, and Python’s time zones',
  shows: 'Repeated freezes begin when another implementation of RFC 5545 says that they do.',
  byDefault: true,
  verify: async (context) => {
    const python = need('python3');
    const version = await run(python, [
      '-c',
      'import zoneinfo, dateutil; print(dateutil.__version__)',
    ]);
    if (version.code !== 0)
      throw new Unavailable(
        'python3 is installed, but dateutil is not (pip install python-dateutil)',
      );
    context.print(`dateutil ${version.stdout.trim()}`);
    const events = RULES.flatMap((rule) =>
      STARTS.flatMap((start) => ZONES.map((zone) => ({ rule, start, zone }))),
    );
    const input = events.map((event) => `${JSON.stringify({ ...event, ...RANGE })}\n`).join('');
    const { stdout, stderr } = spawnSync(python, [SCRIPT], { input, encoding: 'utf8' });
    const expected = stdout.split('\n').filter(Boolean);
    for (const rule of RULES) {
      await context.check(rule, [], () => {
        assert.equal(expected.length, events.length, stderr);
        for (const [i, event] of events.entries()) {
          if (event.rule === rule) assert.deepEqual(startsOf(event), JSON.parse(expected[i] ?? ''));
        }
      });
    }
  },
};

function startsOf({ zone, start, rule }: Event): readonly number[] {
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `DTSTART;TZID=${zone}:${start}`,
    'DURATION:PT1H',
  ];
  const text = [...lines, `RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR'].join('\n');
  const { freezes, problems } = readCalendar(text, 'UTC');
  assert.deepEqual(problems, []);
  return spansBetween(freezes, RANGE.from, RANGE.to)
    .map(({ from }) => from)
    .filter((from) => from >= RANGE.from);
}
