// Release hours: open when the clock on the wall shows a time between two others, on some days of the week. So an hour that
// occurs twice is open twice, and one that is left out is not waited for.

import { changeBetween, instantsOf, localAt } from './zone.ts';

/** Hours of some weekdays. */
export interface Hours {
  /** As written: `Mon-Thu 09:00-16:00`. */
  readonly text: string;
  /** 0: Sunday. */
  readonly days: readonly number[];
  /** Seconds of the day. An end that is not after the start is on the next day. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

const DAY = 86_400;
/** Every weekday occurs twice, so that one that is shortened by the change of the clock is not the only one. */
const AHEAD_DAYS = 15;

/** @param instant seconds since the epoch */
export function isOpen(hours: readonly Hours[], instant: number): boolean {
  return hours.some((each) => isWithin(each, localAt(each.zone, instant)));
}

function isWithin({ days, from, to }: Hours, local: number): boolean {
  const second = local % DAY;
  const today = weekday(local);
  if (from < to) return days.includes(today) && second >= from && second < to;
  return (
    (days.includes(today) && second >= from) || (days.includes((today + 6) % 7) && second < to)
  );
}

/** 1970 began on a Thursday. */
function weekday(local: number): number {
  return (Math.floor(local / DAY) + 4) % 7;
}

/** The first instant, from this one on, in which they are open; `undefined`: they never are. */
export function nextOpening(hours: readonly Hours[], instant: number): number | undefined {
  return nextWith(hours, instant, true);
}

/** The first instant, from this one on, in which they are closed; `undefined`: they never are. */
export function nextClosing(hours: readonly Hours[], instant: number): number | undefined {
  return nextWith(hours, instant, false);
}

function nextWith(hours: readonly Hours[], instant: number, open: boolean): number | undefined {
  if (isOpen(hours, instant) === open) return instant;
  return changesAfter(hours, instant).find((at) => isOpen(hours, at) === open);
}

/** Every instant in which they may open or close. */
function changesAfter(hours: readonly Hours[], instant: number): readonly number[] {
  const zones = [...new Set(hours.map(({ zone }) => zone))];
  const found = zones.flatMap((zone) => {
    const times = hours.filter((each) => each.zone === zone).flatMap(({ from, to }) => [from, to]);
    return changesIn(zone, [...new Set(times)], Math.floor(instant));
  });
  return [...new Set(found)].filter((at) => at > instant).sort((a, b) => a - b);
}

/** @param times seconds of the day */
function changesIn(zone: string, times: readonly number[], instant: number): readonly number[] {
  const today = Math.floor(localAt(zone, instant) / DAY) * DAY;
  const days = Array.from({ length: AHEAD_DAYS + 1 }, (_, i) => today + i * DAY);
  return days.flatMap((day, i) => {
    const of = times.flatMap((time) => instantsOf(zone, day + time));
    const from = instant + i * DAY;
    const turned = changeBetween(zone, from, from + DAY);
    return turned === undefined ? of : [...of, turned];
  });
}
