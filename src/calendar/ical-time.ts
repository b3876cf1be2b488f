// Times in an iCalendar file (RFC 5545, 3.3.4 to 3.3.6).

import { quote } from '../base/quote.ts';
import type { Property } from './ical-lines.ts';
import { isZone, lastInstantOf, localAt } from './zone.ts';

/** A time as written: a day, a local time in a zone, or an instant. */
export type Time =
  | { readonly kind: 'day'; readonly local: number }
  | { readonly kind: 'local'; readonly local: number; readonly zone: string }
  | { readonly kind: 'instant'; readonly at: number };

/** The same in local time of a zone. */
export function localIn(time: Time, zone: string): number {
  if (time.kind === 'instant') return localAt(zone, time.at);
  if (time.kind === 'day' || time.zone === zone) return time.local;
  return localAt(zone, lastInstantOf(time.zone, time.local));
}

/** `P1W`, `P1DT12H` (3.3.6). */
export function secondsOf(text: string): number | undefined {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match || /^\+?P$|T$/.test(text)) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((each) => Number(each ?? 0));
  return (
    (7 * (weeks ?? 0) + (days ?? 0)) * 86_400 +
    (hours ?? 0) * 3600 +
    (minutes ?? 0) * 60 +
    (seconds ?? 0)
  );
}

/** All times of the properties with this name, or a problem. */
export function timesOf(
  properties: readonly Property[],
  name: string,
  zone: string,
): readonly Time[] | string {
  const found: Time[] = [];
  for (const property of properties.filter((each) => each.name === name)) {
    if (property.parameters.VALUE?.toUpperCase() === 'PERIOD') {
      return `${name} with periods is not supported`;
    }
    for (const value of property.value.split(',')) {
      const time = timeOf(property, value, zone);
      if (typeof time === 'string') return time;
      found.push(time);
    }
  }
  return found;
}

/** A time, or a problem. */
export function timeOf(
  { name, parameters }: Property,
  value: string,
  calendarZone: string,
): Time | string {
  const zone = parameters.TZID ?? calendarZone;
  if (!isZone(zone)) {
    return `the TZID ${quote(zone)} is not a time zone of the IANA database, such as Europe/Berlin; expected one of these, or times in UTC`;
  }
  return (
    parseTime(value.trim(), zone) ??
    `${name} is ${quote(value)}; expected such as 20261218 or 20261218T160000`
  );
}

/** `undefined`: it is none. */
export function parseTime(text: string, zone: string): Time | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] = match ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second === '60' ? '59' : second}Z`;
  const ms = Date.parse(iso);
  if (!match || Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(iso.slice(0, 10))) {
    return undefined;
  }
  const at = ms / 1000;
  if (utc === undefined) return { kind: 'day', local: at };
  return utc === 'Z' ? { kind: 'instant', at } : { kind: 'local', local: at, zone };
}
