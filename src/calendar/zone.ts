// Local time, exactly: the time zones of the runtime, with hours that do not exist or occur twice. A local time is written
// as the seconds that it would be since the epoch in UTC.

const DAY = 86_400;

/** One for each zone, because they take long to make; `undefined` for what is not a zone. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Whether the runtime knows a time zone of this name. An offset such as +01:00 is not the name of one. */
export function isZone(name: string): boolean {
  return /^[A-Za-z][\w+/-]{1,63}$/.test(name) && formatOf(name) !== undefined;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
  return formats.get(zone);
}

function makeFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric' },
      ...{ day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    return undefined;
  }
}

/** The local time at an instant, in whole seconds. */
export function localAt(zone: string, instant: number): number {
  return Math.floor(instant) + offsetAt(zone, instant);
}

/** No clock changes twice between two midnights in UTC. */
function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY);
  const offset = offsetOfDay(zone, day);
  return offset === offsetOfDay(zone, day + 1) ? offset : readOffset(zone, Math.floor(instant));
}

/** By zone, at the beginning of each day in UTC: a calendar asks for the same days again and again. */
const offsets = new Map<string, Map<number, number>>();

function offsetOfDay(zone: string, day: number): number {
  const days = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = readOffset(zone, day * DAY);
  days.set(day, offset);
  return offset;
}

/** @param instant whole seconds */
function readOffset(zone: string, instant: number): number {
  if (zone === 'UTC') return 0;
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone)?.formatToParts(instant * 1000) ?? []) {
    parts[type] = value;
  }
  const { year, month, day, hour, minute, second } = parts;
  const [y = 0, m = 1, ...rest] = [year, month, day, hour, minute, second].map(Number);
  return Date.UTC(y, m - 1, ...rest) / 1000 - instant;
}

/** The instants with this local time: none in an hour that is left out, two in one that is repeated; the earlier first. */
export function instantsOf(zone: string, local: number): readonly number[] {
  const [before, after] = offsetsAround(zone, local);
  const found = [...new Set([local - before, local - after])].filter(
    (instant) => localAt(zone, instant) === local,
  );
  return found.sort((a, b) => a - b);
}

/** No time zone is a whole day from UTC, and none changes its offset twice in two days. */
function offsetsAround(zone: string, local: number): readonly [number, number] {
  return [offsetAt(zone, local - DAY), offsetAt(zone, local + DAY)];
}

/** The first instant with this local time, or the one in which the clock passes over it. */
export function firstInstantOf(zone: string, local: number): number {
  return instantsOf(zone, local)[0] ?? passingOver(zone, local);
}

/** The same, of the last instant with this local time. */
export function lastInstantOf(zone: string, local: number): number {
  return instantsOf(zone, local).at(-1) ?? passingOver(zone, local);
}

function passingOver(zone: string, local: number): number {
  const [before, after] = offsetsAround(zone, local);
  return changeBetween(zone, local - after, local - before) ?? local - before;
}

/**
 * The instant between two others from which the offset is another one; `undefined` if it is the same at both.
 *
 * @param from whole seconds
 */
export function changeBetween(zone: string, from: number, to: number): number | undefined {
  const old = offsetAt(zone, from);
  if (offsetAt(zone, to) === old) return undefined;
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
