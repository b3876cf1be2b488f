// The events of an iCalendar file (RFC 5545) as freezes. An event is a freeze whether or not it shows its time as free;
// only cancelled ones are none.

import { moreOf } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { type Freeze, type FreezeTime, onceIn } from './freezes.ts';
import { type Component, type Property, plainText, readParts, textIn } from './ical-lines.ts';
import { readRule } from './ical-rule.ts';
import { localIn, parseTime, secondsOf, type Time, timeOf, timesOf } from './ical-time.ts';
import type { Repetition } from './repetition.ts';
import { isZone } from './zone.ts';

/** A calendar of freezes has fewer. */
export const MOST_EVENTS = 10_000;
/** Of a file with many mistakes. */
const MOST_PROBLEMS = 10;

export interface ReadCalendar {
  readonly freezes: readonly Freeze[];
  readonly problems: readonly string[];
}

/** @param defaultZone of days and times without a zone, unless the calendar names one */
export function readCalendar(text: string, defaultZone: string): ReadCalendar {
  const parts = readParts(text);
  if (typeof parts === 'string') return { freezes: [], problems: [parts] };
  const events = parts.components.filter(({ name }) => name === 'VEVENT');
  if (events.length > MOST_EVENTS) {
    const problem = `it has ${events.length} events; expected at most ${MOST_EVENTS}, such as without those that are over`;
    return { freezes: [], problems: [problem] };
  }
  const own = textIn(parts.calendar, 'X-WR-TIMEZONE');
  const zone = isZone(own) ? own : defaultZone;
  const replaced = replacedStarts(events, zone);
  const read = events.map((event) => readEvent(event, zone, replaced));
  const problems = read.filter((each) => typeof each === 'string');
  const rest = problems.length - MOST_PROBLEMS;
  return {
    freezes: read.filter((each) => typeof each === 'object'),
    problems: rest > 0 ? [...problems.slice(0, MOST_PROBLEMS), moreOf(rest, 'problem')] : problems,
  };
}

/** Starts of a repeated event that an event of their own replaces, by its UID. */
function replacedStarts(
  events: readonly Component[],
  zone: string,
): ReadonlyMap<string, readonly Time[]> {
  const found = new Map<string, Time[]>();
  for (const { properties } of events) {
    const uid = textIn(properties, 'UID');
    for (const property of properties.filter(({ name }) => name === 'RECURRENCE-ID')) {
      const time = timeOf(property, property.value, zone);
      if (typeof time === 'string') continue;
      const others = found.get(uid);
      if (others) others.push(time);
      else found.set(uid, [time]);
    }
  }
  return found;
}

/** A freeze, a problem, or nothing, if it is cancelled. */
function readEvent(
  { properties, line }: Component,
  calendarZone: string,
  replaced: ReadonlyMap<string, readonly Time[]>,
): Freeze | string | undefined {
  const of = (name: string) => properties.find((each) => each.name === name);
  if (textIn(properties, 'STATUS').toUpperCase() === 'CANCELLED') return undefined;
  const reason = plainText(textIn(properties, 'SUMMARY'));
  const about = `the event of line ${line}${reason && ` (${quote(reason)})`}`;
  const begins = of('DTSTART');
  if (!begins) return `${about} has no DTSTART`;
  const start = timeOf(begins, begins.value, calendarZone);
  if (typeof start === 'string') return `${about}: ${start}`;
  const zone = start.kind === 'local' ? start.zone : start.kind === 'day' ? calendarZone : 'UTC';
  const from = localIn(start, zone);
  const end = endOf(properties, start, zone, calendarZone);
  if (typeof end === 'string') return `${about}: ${end}`;
  if (end < from) return `${about} ends before it begins`;
  // Without a duration, nothing is frozen.
  if (end === from) return undefined;
  const single = of('RECURRENCE-ID');
  if (single?.parameters.RANGE) return `${about}: RECURRENCE-ID with RANGE is not supported`;
  const others = single ? [] : (replaced.get(textIn(properties, 'UID')) ?? []);
  const repetition = repetitionOf(properties, { from, zone, calendarZone, others });
  if (typeof repetition === 'string') return `${about}: ${repetition}`;
  const time: FreezeTime = repetition
    ? { kind: 'repeated', from, seconds: end - from, repetition }
    : onceIn(zone, from, end);
  return { dates: datesText(start, from, end), reason, zone, time };
}

/** `2026-12-18..2027-01-04` of days, `2026-12-18T16:00..2026-12-19T08:00` of times. */
function datesText(start: Time, from: number, end: number): string {
  const text = (local: number, length: number) =>
    new Date(local * 1000).toISOString().slice(0, length);
  if (start.kind !== 'day') return `${text(from, 16)}..${text(end, 16)}`;
  const [first, last] = [text(from, 10), text(end - 1, 10)];
  return first === last ? first : `${first}..${last}`;
}

/** The end in local time, or a problem. Without DTEND and DURATION, a day ends after it, and a time at once (3.6.1). */
function endOf(
  properties: readonly Property[],
  start: Time,
  zone: string,
  calendarZone: string,
): number | string {
  const from = localIn(start, zone);
  const ends = properties.find(({ name }) => name === 'DTEND');
  if (ends) {
    const end = timeOf(ends, ends.value, calendarZone);
    if (typeof end === 'string') return end;
    // The end may be in another zone.
    return localIn(end, zone);
  }
  const duration = textIn(properties, 'DURATION');
  if (duration === '') return start.kind === 'day' ? from + 86_400 : from;
  const seconds = secondsOf(duration);
  return seconds === undefined
    ? `DURATION is ${quote(duration)}; expected such as P1D`
    : from + seconds;
}

interface Repeats {
  readonly from: number;
  readonly zone: string;
  readonly calendarZone: string;
  /** Starts that are replaced. */
  readonly others: readonly Time[];
}

/** `undefined`: it is not repeated. */
function repetitionOf(
  properties: readonly Property[],
  { from, zone, calendarZone, others }: Repeats,
): Repetition | string | undefined {
  const rules = properties.filter(({ name }) => name === 'RRULE');
  if (properties.some(({ name }) => name === 'EXRULE')) return 'EXRULE is not supported';
  if (rules.length > 1) return 'it has several RRULE; expected one';
  const also = timesOf(properties, 'RDATE', calendarZone);
  const except = timesOf(properties, 'EXDATE', calendarZone);
  const wrong = [also, except].find((each) => typeof each === 'string');
  if (typeof wrong === 'string') return wrong;
  const locals = (times: readonly Time[]) => times.map((time) => localIn(time, zone));
  const [rule] = rules;
  if (!rule && also.length === 0) return undefined;
  const read = rule && readRule(rule.value, from, untilIn(zone, from));
  if (typeof read === 'string') return read;
  return {
    ...(read && { rule: read }),
    also: locals(also as readonly Time[]),
    except: locals([...(except as readonly Time[]), ...others]),
  };
}

/** A day as UNTIL includes the starts of that day. */
function untilIn(zone: string, from: number) {
  return (text: string) => {
    const time = parseTime(text, zone);
    if (!time) return undefined;
    if (time.kind === 'instant') return { kind: 'instant', at: time.at } as const;
    const at = time.kind === 'day' ? time.local + (from % 86_400) : time.local;
    return { kind: 'local', at } as const;
  };
}
