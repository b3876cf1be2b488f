// When releases may go on: within the release hours, if there are any, and outside all freezes.

import { type Freeze, type FrozenSpan, spansBetween } from './freezes.ts';
import { type Hours, isOpen, nextClosing, nextOpening } from './hours.ts';

export interface ReleaseTimes {
  /** Empty: at any time. */
  readonly hours: readonly Hours[];
  readonly freezes: readonly Freeze[];
}

/** Why releases do not go on at a time. */
export type Closure =
  | {
      readonly kind: 'window';
      readonly hours: string;
      readonly zone: string;
      readonly opensAt?: number;
    }
  | {
      readonly kind: 'freeze';
      readonly dates: string;
      readonly reason: string;
      readonly zone: string;
      readonly opensAt?: number;
    };

/** How far ahead an opening is looked for, in seconds. */
export const HORIZON_SECONDS = 400 * 86_400;

/** `undefined`: releases may go on. A freeze is named before the hours, because it has a reason. */
export function closureAt(times: ReleaseTimes, instant: number): Closure | undefined {
  const frozen = longestAt(times.freezes, instant);
  const closed = times.hours.length > 0 && !isOpen(times.hours, instant);
  if (!frozen && !closed) return undefined;
  const at = opensAt(times, instant);
  const opens = at === undefined ? {} : { opensAt: at };
  if (!frozen) {
    const [first] = times.hours;
    return { kind: 'window', hours: hoursText(times.hours), zone: first?.zone ?? 'UTC', ...opens };
  }
  const { dates, reason, zone } = frozen.freeze;
  return { kind: 'freeze', dates, reason, zone, ...opens };
}

/** `Mon-Thu 09:00-16:00, Fri 09:00-12:00 Europe/Berlin`. */
function hoursText(hours: readonly Hours[]): string {
  const texts = hours.map(({ text, zone }, i) =>
    hours[i + 1]?.zone === zone ? text : `${text} ${zone}`,
  );
  return texts.join(', ');
}

/** The first instant, from this one on, in which releases may go on; `undefined`: none is foreseeable. */
export function opensAt({ hours, freezes }: ReleaseTimes, instant: number): number | undefined {
  const latest = instant + HORIZON_SECONDS;
  let at: number | undefined = instant;
  while (at !== undefined && at <= latest) {
    const frozen = longestAt(freezes, at);
    if (frozen) at = frozen.to;
    else if (hours.length > 0 && !isOpen(hours, at)) at = nextOpening(hours, at);
    else return at;
  }
  return undefined;
}

/** The first instant, from this one on, in which releases may not go on; `undefined`: not until the given end. */
export function closesAt(
  { hours, freezes }: ReleaseTimes,
  instant: number,
  end: number,
): number | undefined {
  const byHours = hours.length > 0 ? nextClosing(hours, instant) : undefined;
  const [span] = spansBetween(freezes, instant, end);
  const byFreeze = span && Math.max(span.from, instant);
  const found = [byHours, byFreeze].filter((each) => each !== undefined && each < end);
  return found.length > 0 ? Math.min(...(found as number[])) : undefined;
}

/** Of the freezes at an instant, the one that ends last. */
function longestAt(freezes: readonly Freeze[], instant: number): FrozenSpan | undefined {
  return spansBetween(freezes, instant, instant + 1)
    .filter(({ from, to }) => from <= instant && to > instant)
    .reduce<FrozenSpan | undefined>(
      (longest, each) => (longest && longest.to >= each.to ? longest : each),
      undefined,
    );
}
