// The counts of one minute of traffic: the one shape that every test here reads.

/** Requests that one side (canary or stable) served, and how many of them were events. */
export interface Counts {
  readonly requests: number;
  /** Requests that failed, were slow, or had whatever else the test is about. At most `requests`. */
  readonly events: number;
}

/**
 * One closed minute of a split. Pass only closed minutes (see `closed.ts`): counts that are still arriving
 * make a slow canary look like a failing one.
 */
export interface MinuteCounts {
  /** The minute, counted from the epoch. */
  readonly minute: number;
  readonly canary: Counts;
  readonly stable: Counts;
  /** % of the traffic sent to the canary at the end of the minute. */
  readonly weight: number;
  /**
   * % of the traffic sent to the canary at the start of the minute. It differs from `weight` when the weight
   * changed within the minute, or so shortly before it that the change may not have reached every server.
   */
  readonly weightBefore: number;
  /**
   * `unequal`: not all requests are counted, and not the same part of each side's, because a cache answers the others.
   * The weights then do not say how the counted requests are divided.
   */
  readonly share?: 'unequal';
  /** How much the minute counts against the canary, 0 to 1 (see `young.ts`); absent for 1. */
  readonly influence?: number;
}

export const NO_COUNTS: Counts = { requests: 0, events: 0 };

/** The sum of several counts. */
export function sum(counts: readonly Counts[]): Counts {
  let requests = 0;
  let events = 0;
  for (const c of counts) {
    requests += c.requests;
    events += c.events;
  }
  return { requests, events };
}

export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Adds counts to a sum, without a new object. */
export function addTo(sum: Writable<Counts>, { requests, events }: Counts): void {
  sum.requests += requests;
  sum.events += events;
}

/** Events per request; NaN without requests. */
export function rate(counts: Counts): number {
  return counts.events / counts.requests;
}

/** The same minute with the two versions swapped. */
export function swapSides(minute: MinuteCounts): MinuteCounts {
  const { canary, stable, weight, weightBefore } = minute;
  return {
    ...minute,
    canary: stable,
    stable: canary,
    weight: 100 - weight,
    weightBefore: 100 - weightBefore,
  };
}

/** The same minute, counting the requests that were not events as its events. */
export function withoutEvents(minute: MinuteCounts): MinuteCounts {
  return { ...minute, canary: missing(minute.canary), stable: missing(minute.stable) };
}

/** The same counts, with the requests that were not events as the events. */
export function missing({ requests, events }: Counts): Counts {
  return { requests, events: Math.max(0, requests - events) };
}

/** Whether the weight was the same throughout the minute. */
export function isSteady(minute: MinuteCounts): boolean {
  return minute.weight === minute.weightBefore;
}

/** Looks up minutes, which are asked for in their order. */
export function finder(
  minutes: readonly MinuteCounts[],
): (minute: number) => MinuteCounts | undefined {
  let place = 0;
  return (minute) => {
    while (place < minutes.length && minutes[place]!.minute < minute) place++;
    const found = minutes[place];
    return found?.minute === minute ? found : undefined;
  };
}
