// A RRULE (RFC 5545, 3.3.10). What is not understood is refused by its name, so that no freeze is missed.

import { quote } from '../base/quote.ts';
import { nthStart, type Rule, type RuleDay } from './repetition.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST'];

/** More starts than that are not counted. */
const MOST_STARTS = 10_000;

/**
 * @param first in local time
 * @param untilOf reads a time
 * @returns a problem, if it is not understood
 */
export function readRule(
  text: string,
  first: number,
  untilOf: (text: string) => Rule['until'],
): Rule | string {
  const parts: Record<string, string> = {};
  for (const part of text.split(';').filter((each) => each !== '')) {
    const [name = '', value = ''] = part.split('=');
    parts[name.trim().toUpperCase()] = value.trim().toUpperCase();
  }
  const unknown = Object.keys(parts).find((name) => !PARTS.includes(name));
  if (unknown !== undefined) return `RRULE has ${unknown}, which is not supported`;
  const every = FREQUENCIES.find((each) => each === parts.FREQ);
  if (!every) return `FREQ is ${quote(parts.FREQ ?? '')}; expected ${FREQUENCIES.join(', ')}`;
  const interval = whole(parts.INTERVAL ?? '1', 1, 1000);
  const monthDays = numbers(parts.BYMONTHDAY, 31);
  const months = numbers(parts.BYMONTH, 12);
  const days = daysOf(parts.BYDAY);
  const weekStart = WEEKDAYS.findIndex((each) => each === (parts.WKST ?? 'MO'));
  if (interval === undefined) return wrong('INTERVAL', parts, 'a number from 1 to 1000');
  if (!monthDays) return wrong('BYMONTHDAY', parts, 'days of the month');
  if (!months || months.some((month) => month < 1)) return wrong('BYMONTH', parts, 'months');
  if (!days) return wrong('BYDAY', parts, 'days such as MO or 2MO');
  if (weekStart < 0) return wrong('WKST', parts, 'a day such as MO');
  const rule = { every, interval, days, monthDays, months, weekStart };
  return whyContradictory(rule) ?? ended(rule, parts, first, untilOf);
}

/** 3.3.10: which parts have a meaning together. */
function whyContradictory({ every, days, monthDays }: Rule): string | undefined {
  const numbered = days.some(({ nth }) => nth !== undefined);
  if (numbered && (every === 'DAILY' || every === 'WEEKLY')) {
    return `BYDAY with a number has no meaning with FREQ=${every}`;
  }
  if (numbered && monthDays.length > 0)
    return 'BYDAY with a number and BYMONTHDAY is not supported';
  return every === 'WEEKLY' && monthDays.length > 0
    ? 'BYMONTHDAY has no meaning with FREQ=WEEKLY'
    : undefined;
}

function ended(
  rule: Rule,
  parts: Readonly<Record<string, string>>,
  first: number,
  untilOf: (text: string) => Rule['until'],
): Rule | string {
  const { COUNT, UNTIL } = parts;
  if (COUNT !== undefined && UNTIL !== undefined) return 'RRULE has both COUNT and UNTIL';
  if (UNTIL !== undefined) {
    const until = untilOf(UNTIL);
    return until ? { ...rule, until } : wrong('UNTIL', parts, 'a date or a time');
  }
  if (COUNT === undefined) return rule;
  const count = whole(COUNT, 1, MOST_STARTS);
  if (count === undefined) return wrong('COUNT', parts, `a number from 1 to ${MOST_STARTS}`);
  const last = nthStart(first, rule, count) ?? first;
  return { ...rule, until: { kind: 'local', at: last } };
}

function wrong(name: string, parts: Readonly<Record<string, string>>, expected: string): string {
  return `${name} is ${quote(parts[name] ?? '')}; expected ${expected}`;
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** Numbers from 1, or from -1 backwards; `undefined`: not all of them are. */
function numbers(text: string | undefined, most: number): readonly number[] | undefined {
  if (text === undefined) return [];
  const found = text.split(',').map((each) => (/^[+-]?\d{1,3}$/.test(each) ? Number(each) : 0));
  return found.every((each) => each !== 0 && Math.abs(each) <= most) ? found : undefined;
}

function daysOf(text: string | undefined): readonly RuleDay[] | undefined {
  if (text === undefined) return [];
  const found = text.split(',').map((each): RuleDay | undefined => {
    const [, nth, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each) ?? [];
    const weekday = (WEEKDAYS as readonly unknown[]).indexOf(name);
    if (weekday < 0 || Number(nth) === 0 || Math.abs(Number(nth)) > 53) return undefined;
    return nth === undefined ? { weekday } : { weekday, nth: Number(nth) };
  });
  return found.every((each) => each !== undefined) ? (found as RuleDay[]) : undefined;
}
