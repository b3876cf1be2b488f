// Release hours as they are written: `Mon-Thu 09:00-16:00, Fri 09:00-12:00 Europe/Berlin`, one or more in a line.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Hours } from './hours.ts';
import { isZone } from './zone.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

/** More lines than that are no release hours. */
const MOST_LINES = 50;

const EXPECTED = 'expected days, hours and a time zone, such as Mon-Thu 09:00-16:00 Europe/Berlin';

export interface ReadHours {
  readonly hours: readonly Hours[];
  readonly problems: readonly string[];
}

export function readHours(text: string): ReadHours {
  const lines = text.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  if (given.length > MOST_LINES) {
    return {
      hours: [],
      problems: [`it has ${given.length} lines; expected at most ${MOST_LINES}`],
    };
  }
  const read = given.map(readLine);
  return {
    hours: read.flatMap(({ hours }) => hours),
    problems: read.flatMap(({ problems }) => problems),
  };
}

type Token =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly text: string }
  | { readonly kind: 'hours'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'wrong'; readonly problem: string };

type Clock = Extract<Token, { kind: 'hours' }>;

function readLine(line: string): ReadHours {
  const tokens = line.split(/[\s,]+/).map(tokenOf);
  const problems = tokens.flatMap((token) => (token.kind === 'wrong' ? [token.problem] : []));
  const zones = tokens.flatMap((token) => (token.kind === 'zone' ? [token.zone] : []));
  const [zone] = zones;
  const found: Omit<Hours, 'zone'>[] = [];
  let days: Extract<Token, { kind: 'days' }>[] = [];
  let isComplete = true;
  for (const token of tokens) {
    if (token.kind === 'days') {
      // Days after hours begin the next part.
      if (isComplete) days = [];
      days.push(token);
      isComplete = false;
    }
    if (token.kind === 'hours') {
      found.push(hoursOf(days, token));
      isComplete = true;
    }
  }
  const wrong = problemOf({ found: found.length, zones, isComplete });
  if (problems.length === 0 && wrong !== undefined)
    problems.push(`${quote(line)}: ${wrong}; ${EXPECTED}`);
  if (problems.length > 0 || zone === undefined) return { hours: [], problems };
  return { hours: found.map((each) => ({ ...each, zone })), problems };
}

function problemOf({
  found,
  zones,
  isComplete,
}: {
  readonly found: number;
  readonly zones: readonly string[];
  readonly isComplete: boolean;
}): string | undefined {
  if (zones.length > 1) return 'it has two time zones, which belong on two lines';
  if (found === 0) return 'it has no hours';
  if (!isComplete) return 'its last days have no hours';
  return zones.length === 0 ? 'it has no time zone' : undefined;
}

function hoursOf(
  days: readonly Extract<Token, { kind: 'days' }>[],
  { from, to, text }: Clock,
): Omit<Hours, 'zone'> {
  const words = [...days.map((each) => each.text), text].join(' ');
  const all = days.length > 0 ? days.flatMap((each) => each.days) : ALL_DAYS;
  return { text: words, days: [...new Set(all)], from, to };
}

function tokenOf(word: string): Token {
  if (/^\d{1,2}:\d{2}[-–]\d{1,2}:\d{2}$/.test(word)) return clockOf(word);
  if (/^[A-Za-z]+([-–][A-Za-z]+)?$/.test(word)) {
    const days = daysOf(word);
    if (days) return { kind: 'days', days, text: word };
  }
  if (isZone(word)) return { kind: 'zone', zone: word };
  return { kind: 'wrong', problem: whyWrong(word) };
}

function clockOf(word: string): Token {
  const [from, to] = word.split(/[-–]/).map(secondsOf);
  if (from === undefined || to === undefined || from === DAY_SECONDS) {
    return {
      kind: 'wrong',
      problem: `${quote(word)} is not a time of day; expected hours from 00:00 to 24:00, such as 09:00-16:00`,
    };
  }
  if (from === to) {
    return {
      kind: 'wrong',
      problem: `${quote(word)} never opens, because it ends when it starts; for the whole day, expected 00:00-24:00`,
    };
  }
  return { kind: 'hours', from, to, text: word };
}

const DAY_SECONDS = 86_400;

/** Seconds of the day of `09:00`; `undefined` for what is not a time. */
function secondsOf(clock: string): number | undefined {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const seconds = 3600 * hour + 60 * minute;
  return minute < 60 && seconds <= DAY_SECONDS ? seconds : undefined;
}

/** Of `Mon`, `Monday` or `Mon-Thu`; a range may pass the end of the week. */
function daysOf(word: string): readonly number[] | undefined {
  const [from, to = from] = word.split(/[-–]/).map(dayOf);
  if (from === undefined || to === undefined) return undefined;
  return ALL_DAYS.slice(0, ((to - from + 7) % 7) + 1).map((i) => (from + i) % 7);
}

function dayOf(word: string): number | undefined {
  const found = LONG_DAYS.findIndex((day) => {
    const lower = word.toLowerCase();
    return day === lower || day.slice(0, 3) === lower;
  });
  return found < 0 ? undefined : found;
}

const LONG_DAYS = [
  ...['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
] as const;

function whyWrong(word: string): string {
  if (word.includes('/')) return unknownZone(word);
  if (/^[A-Za-z]{2,9}$/.test(word)) {
    return `${quote(word)} is neither a day of the week nor a time zone; ${EXPECTED}.${didYouMean(word, DAYS)}`;
  }
  return `${quote(word)} is not understood; ${EXPECTED}`;
}

export function unknownZone(word: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  return `${quote(word)} is not a time zone that exists; expected a name of the IANA database, such as Europe/Berlin or UTC.${didYouMean(word, zones)}`;
}
