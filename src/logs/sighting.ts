// A request as a log shows it, whatever the log is.

import type { FailureKind } from './lambda-lines.ts';

export type Side = 'canary' | 'stable';

export interface Sighting {
  readonly requestId: string;
  /** When the request began, in milliseconds since the epoch. */
  readonly at: number;
  readonly side: Side;
  /** The log group in which it was seen. */
  readonly group: string;
  /** Whether the line or its group says so. If not, another copy of the line may know better. */
  readonly isCertain: boolean;
  /** Of an alias: which function was invoked. */
  readonly functionName?: string;
  readonly method?: string;
  readonly route?: string;
  /** How long it took, in milliseconds. */
  readonly latency?: number;
  /** `undefined`: it has not failed, as far as is known. */
  readonly failure?: Failure;
  /** The client got a 4XX status. */
  readonly isClientError?: boolean;
  /** Whether it is known how the request ended. */
  readonly isClosed: boolean;
}

export interface Failure {
  /** What the client received. */
  readonly status?: number;
  /** Of a function that was invoked without API Gateway. */
  readonly how?: FailureKind;
  readonly errorType?: string;
  readonly location?: string;
  /** The request ID of the function, by which its own lines are found. */
  readonly functionRequestId?: string;
}

/** One sighting for each request: a request may be logged in two groups, and a line delivered twice. */
export function mergeSightings(sightings: readonly Sighting[]): readonly Sighting[] {
  const merged = new Map<string, Sighting>();
  for (const one of sightings) {
    const known = merged.get(one.requestId);
    merged.set(one.requestId, known ? both(known, one) : one);
  }
  return [...merged.values()];
}

/** The same, whichever comes first. */
function both(a: Sighting, b: Sighting): Sighting {
  const [worse, better] = rank(b) > rank(a) ? [a, b] : [b, a];
  const failure = better.failure ?? worse.failure;
  return {
    ...worse,
    ...better,
    at: Math.min(a.at, b.at),
    isClosed: a.isClosed || b.isClosed,
    ...(failure && { failure }),
  };
}

/** Two certain copies differ only if one is in the canary's own group. */
function rank({ isCertain, side }: Sighting): number {
  return (isCertain ? 2 : 0) + (side === 'canary' ? 1 : 0);
}
