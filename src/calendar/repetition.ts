// The repetition of an event, as RFC 5545 describes it (3.3.10, 3.8.5): rules by day, week, month and year. All times are
// local, in seconds as if they were UTC.

import { firstInstantOf } from './zone.ts';

export interface Repetition {
  readonly rule?: Rule;
  /** Further starts, and those that are left out. */
  readonly also: readonly number[];
  readonly except: readonly number[];
}

export interface Rule {
  readonly every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** The last possible start: in local time, or as an instant; absent: it never ends. */
  readonly until?: { readonly kind: 'local' | 'instant'; readonly at: number };
  /** Empty: as the first start. */
  readonly days: readonly RuleDay[];
  /** From 1, or from -1 for the last one; empty: as the first start. */
  readonly monthDays: readonly number[];
  /** From 1; empty: all, or as the first start. */
  readonly months: readonly number[];
  /** The first day of the week; 0: Sunday. */
  readonly weekStart: number;
}

export interface RuleDay {
  /** 0: Sunday. */
  readonly weekday: number;
  /** The second one of the month or the year, or -1 for the last; absent: each. */
  readonly nth?: number;
}

const DAY = 86_400;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The starts within a range, its ends included; the earliest first. */
export function occurrences(
  first: number,
  { rule, also, except }: Repetition,
  zone: string,
  range: Range,
): readonly number[] {
  const ruled = rule ? startsIn(first, rule, zone, range) : [];
  const all = new Set([first, ...ruled, ...also]);
  return [...all]
    .filter((start) => start >= range.from && start <= range.to && !except.includes(start))
    .sort((a, b) => a - b);
}

/** The start with this number, counted from the first, for a rule that ends after so many; `undefined`: it has fewer. */
export function nthStart(first: number, rule: Rule, count: number): number | undefined {
  let last: number | undefined;
  let found = 0;
  for (const start of starts(first, rule, 0)) {
    // A rule such as each February 30 has no start at all.
    if (start > first + LONGEST_SECONDS) return last;
    found += 1;
    last = start;
    if (found === count) return last;
  }
  return last;
}

const LONGEST_SECONDS = 200 * 366 * DAY;

function startsIn(first: number, rule: Rule, zone: string, { from, to }: Range): number[] {
  const found: number[] = [];
  const begin = Math.max(0, Math.floor((from - first) / longestPeriod(rule)) - 1);
  for (const start of starts(first, rule, begin, to)) {
    if (start > to || isAfter(start, rule.until, zone)) break;
    if (start >= from) found.push(start);
  }
  return found;
}

function isAfter(start: number, until: Rule['until'], zone: string): boolean {
  if (until === undefined) return false;
  return (until.kind === 'local' ? start : firstInstantOf(zone, start)) > until.at;
}

function longestPeriod({ every, interval }: Rule): number {
  return { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[every] * interval * DAY;
}

/** In ascending order, from the period with this number on. */
function* starts(
  first: number,
  rule: Rule,
  begin: number,
  end = first + LONGEST_SECONDS,
): Generator<number> {
  const time = first % DAY;
  const firstDay = Math.floor(first / DAY);
  for (let period = begin; ; period++) {
    const { days, from } = daysOf(rule, firstDay, period);
    if (from * DAY > end) return;
    for (const day of [...new Set(days)].sort((a, b) => a - b)) {
      if (day >= firstDay) yield day * DAY + time;
    }
  }
}

/** The days of a period, as numbers since 1970, and the day from which on it has any. */
function daysOf(
  rule: Rule,
  firstDay: number,
  period: number,
): { readonly days: readonly number[]; readonly from: number } {
  const { year, month, date } = dateOf(firstDay);
  const steps = period * rule.interval;
  switch (rule.every) {
    case 'DAILY': {
      const day = firstDay + steps;
      return { days: [day].filter((each) => isAllowed(rule, each)), from: day };
    }
    case 'WEEKLY': {
      const start = firstDay - ((weekdayOf(firstDay) - rule.weekStart + 7) % 7) + 7 * steps;
      const weekdays = rule.days.length > 0 ? rule.days : [{ weekday: weekdayOf(firstDay) }];
      const days = weekdays.map(({ weekday }) => start + ((weekday - rule.weekStart + 7) % 7));
      return { days: days.filter((each) => isInMonths(rule, each)), from: start };
    }
    case 'MONTHLY': {
      const start = dayNumber(year, month + steps, 1);
      const here = isInMonths(rule, start) ? daysInMonth(rule, start, date) : [];
      return { days: here, from: start };
    }
    case 'YEARLY': {
      const start = dayNumber(year + steps, 0, 1);
      return { days: daysInYear(rule, year + steps, month, date), from: start };
    }
  }
}

function daysInYear(rule: Rule, year: number, month: number, date: number): readonly number[] {
  const { months, monthDays, days } = rule;
  if (months.length === 0 && monthDays.length === 0 && days.length > 0) {
    return weekdaysIn(days, dayNumber(year, 0, 1), dayNumber(year + 1, 0, 1));
  }
  const all = Array.from({ length: 12 }, (_, i) => i + 1);
  const those = months.length > 0 ? months : monthDays.length > 0 ? all : [month + 1];
  return those.flatMap((each) => daysInMonth(rule, dayNumber(year, each - 1, 1), date));
}

/** @param start the first day of the month @param date as of the first start */
function daysInMonth(rule: Rule, start: number, date: number): readonly number[] {
  const { year, month } = dateOf(start);
  const end = dayNumber(year, month + 1, 1);
  const length = end - start;
  if (rule.monthDays.length === 0 && rule.days.length > 0) return weekdaysIn(rule.days, start, end);
  const dates = rule.monthDays.length > 0 ? rule.monthDays : [date];
  return dates
    .map((each) => (each > 0 ? each : length + 1 + each))
    .filter((each) => each >= 1 && each <= length)
    .map((each) => start + each - 1)
    .filter((day) => rule.days.length === 0 || isOnDays(rule, day));
}

/** @param end exclusive */
function weekdaysIn(days: readonly RuleDay[], start: number, end: number): readonly number[] {
  return days.flatMap(({ weekday, nth }) => {
    const first = start + ((weekday - weekdayOf(start) + 7) % 7);
    const each = Array.from({ length: Math.ceil((end - first) / 7) }, (_, i) => first + 7 * i);
    if (nth === undefined) return each;
    const one = each.at(nth > 0 ? nth - 1 : nth);
    return one === undefined ? [] : [one];
  });
}

function isAllowed(rule: Rule, day: number): boolean {
  const { year, month, date } = dateOf(day);
  const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
  const onDate =
    rule.monthDays.length === 0 ||
    rule.monthDays.some((each) => (each > 0 ? each : length + 1 + each) === date);
  return onDate && isInMonths(rule, day) && (rule.days.length === 0 || isOnDays(rule, day));
}

function isInMonths({ months }: Rule, day: number): boolean {
  return months.length === 0 || months.includes(dateOf(day).month + 1);
}

function isOnDays({ days }: Rule, day: number): boolean {
  return days.some(({ weekday }) => weekday === weekdayOf(day));
}

/** 1970 began on a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** @param month from 0; may be beyond the year */
function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date) / (DAY * 1000);
}

function dateOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY * 1000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}
