// Freezes: times in which releases do not go on, once or repeated.

import { occurrences, type Repetition } from './repetition.ts';
import { firstInstantOf, lastInstantOf } from './zone.ts';

export interface Freeze {
  /** As written: `2026-12-18..2027-01-04`; of an event of a calendar, its first time. */
  readonly dates: string;
  /** May be empty. */
  readonly reason: string;
  readonly zone: string;
  readonly time: FreezeTime;
}

export type FreezeTime =
  /** Seconds since the epoch; the end is exclusive. */
  | { readonly kind: 'once'; readonly from: number; readonly to: number }
  /** In local time: `from` is the first start, in seconds as if it were UTC. */
  | {
      readonly kind: 'repeated';
      readonly from: number;
      readonly seconds: number;
      readonly repetition: Repetition;
    };

/** One time of a freeze, in seconds since the epoch. */
export interface FrozenSpan {
  readonly freeze: Freeze;
  readonly from: number;
  readonly to: number;
}

/** A local time as a freeze: where the clock is ambiguous, the freeze is the longer one. */
export function onceIn(zone: string, from: number, to: number): FreezeTime {
  return { kind: 'once', from: firstInstantOf(zone, from), to: lastInstantOf(zone, to) };
}

/** Of the times that are not over, those that begin before the end; the earliest first. */
export function spansBetween(
  freezes: readonly Freeze[],
  from: number,
  to: number,
): readonly FrozenSpan[] {
  return freezes
    .flatMap((freeze) => timesOf(freeze, from, to).map((time) => ({ freeze, ...time })))
    .filter((span) => span.to > from && span.from < to)
    .sort((a, b) => a.from - b.from);
}

type Span = Pick<FrozenSpan, 'from' | 'to'>;

/** The clock differs by less than two days from UTC, and from one day to the next. */
const MARGIN_SECONDS = 2 * 86_400;

function timesOf({ time, zone }: Freeze, from: number, to: number): readonly Span[] {
  if (time.kind === 'once') return [time];
  const { seconds, repetition } = time;
  const range = { from: from - seconds - MARGIN_SECONDS, to: to + MARGIN_SECONDS };
  return occurrences(time.from, repetition, zone, range).map((local) => ({
    from: firstInstantOf(zone, local),
    to: lastInstantOf(zone, local + seconds),
  }));
}
