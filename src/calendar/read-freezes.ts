// Freezes as they are written: `2026-12-18..2027-01-04 Europe/Berlin holidays`, one in a line.

import { quote } from '../base/quote.ts';
import type { Freeze } from './freezes.ts';
import { unknownZone } from './read-hours.ts';
import { firstInstantOf, isZone, lastInstantOf } from './zone.ts';

/** More belong in a calendar. */
const MOST_LINES = 200;

const EXPECTED =
  'expected days such as 2026-12-18..2027-01-04 or times such as 2026-12-18T16:00..2026-12-19T08:00, then a time zone if it is not that of window, and the reason';

export interface ReadFreezes {
  readonly freezes: readonly Freeze[];
  /** The paths of iCalendar files. */
  readonly calendars: readonly string[];
  readonly problems: readonly string[];
}

/** @param zone of freezes that do not name one */
export function readFreezes(text: string, zone: string): ReadFreezes {
  const lines = text.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  if (given.length > MOST_LINES) {
    const problem = `it has ${given.length} lines; expected at most ${MOST_LINES}, or an iCalendar file: calendar: FILE`;
    return { freezes: [], calendars: [], problems: [problem] };
  }
  const read = given.map((line) => readLine(line, zone));
  return {
    freezes: read.flatMap((each) => (each.kind === 'freeze' ? [each.freeze] : [])),
    calendars: read.flatMap((each) => (each.kind === 'calendar' ? [each.path] : [])),
    problems: read.flatMap((each) => (each.kind === 'wrong' ? [each.problem] : [])),
  };
}

type Line =
  | { readonly kind: 'freeze'; readonly freeze: Freeze }
  | { readonly kind: 'calendar'; readonly path: string }
  | { readonly kind: 'wrong'; readonly problem: string };

function readLine(line: string, defaultZone: string): Line {
  const [, path] = /^calendar\s*[:=]\s*(\S.*)$/.exec(line) ?? [];
  if (path !== undefined) return { kind: 'calendar', path };
  const [dates = '', ...rest] = line.split(/\s+/);
  const [named, ...others] = rest;
  const hasZone = named !== undefined && isZone(named) && (named.includes('/') || named === 'UTC');
  if (!hasZone && named !== undefined && /^[A-Z][a-z]+\/[A-Za-z_]+/.test(named)) {
    return { kind: 'wrong', problem: `${quote(line)}: ${unknownZone(named)}` };
  }
  const zone = hasZone ? named : defaultZone;
  const reason = (hasZone ? others : rest).join(' ');
  const [start = '', end = start, ...more] = dates.split('..');
  const [from, to] = [timeOf(start), timeOf(end)];
  if (!from || !to || more.length > 0) {
    return { kind: 'wrong', problem: `${quote(dates)}${whyNoTime(start, end)}; ${EXPECTED}` };
  }
  const time = timesOf(from, to, zone);
  if (time.to <= time.from) {
    return {
      kind: 'wrong',
      problem: `${quote(dates)} ends before it begins; expected the first day, "..", and the last day`,
    };
  }
  return { kind: 'freeze', freeze: { dates, reason, zone, time } };
}

/** A day, a local time, or an instant; in seconds, the former two as if they were UTC. */
interface Written {
  readonly kind: 'day' | 'local' | 'instant';
  readonly at: number;
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/;

function timeOf(text: string): Written | undefined {
  const [, day = '', clock, offset] = WRITTEN.exec(text) ?? [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Some runtimes read February 30 as March 2.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  if (clock === undefined) return { kind: 'day', at: midnight / 1000 };
  const at = Date.parse(`${day}T${clock}${offset ?? 'Z'}`);
  if (Number.isNaN(at)) return undefined;
  return { kind: offset === undefined ? 'local' : 'instant', at: at / 1000 };
}

/** Of days, the last one belongs to the freeze. */
function timesOf(
  from: Written,
  to: Written,
  zone: string,
): Extract<Freeze['time'], { kind: 'once' }> {
  const start = from.kind === 'instant' ? from.at : firstInstantOf(zone, from.at);
  const last = to.kind === 'day' ? to.at + 86_400 : to.at;
  const end = to.kind === 'instant' ? to.at : lastInstantOf(zone, last);
  return { kind: 'once', from: start, to: end };
}

function whyNoTime(start: string, end: string): string {
  const wrong = [start, end].find((each) => WRITTEN.test(each) && !timeOf(each));
  return wrong === undefined ? ' is not understood' : `: there is no ${wrong}`;
}
