// The two arms of the traffic, out of the series that CloudWatch has.
//
// No AWS page says under which dimension canary requests are counted, nor whether the series of the
// stage counts them as well. So both series are read next to those of the function versions, which
// are documented, and what cannot be told is not assumed.

import type { Arm, MinuteCount, Traffic } from './traffic.ts';

/** Requests and errors by start of the minute. */
export interface CountSeries {
  readonly requests: ReadonlyMap<number, number>;
  readonly errors: ReadonlyMap<number, number>;
}

export interface RawCounts {
  readonly stage: CountSeries;
  readonly canary: CountSeries;
  /** Invocations of the released functions' old and new versions; empty without functions. */
  readonly oldVersions: CountSeries;
  readonly newVersions: CountSeries;
}

/**
 * Tells the arms apart. The gateway's own canary series comes first, since it sees failures that
 * never reach a function; where it is empty although the new versions were invoked, the versions'
 * series stand in.
 */
export function armsOf(raw: RawCounts): Traffic {
  if (sum(raw.canary.requests) === 0 && sum(raw.newVersions.requests) > 0) {
    return {
      kind: 'counted',
      source: 'functions',
      canary: toArm(raw.newVersions),
      stable: toArm(raw.oldVersions),
    };
  }
  const stable = stageIncludesCanary(raw) ? subtract(raw.stage, raw.canary) : raw.stage;
  return { kind: 'counted', source: 'gateway', canary: toArm(raw.canary), stable: toArm(stable) };
}

const TOLERANCE = 0.05;

/**
 * Whether the stage's series counts canary requests too: only when the functions' own counts show
 * it. Otherwise it is left as it is; a stable arm that holds canary requests as well can only make
 * a difference look smaller, never larger.
 */
function stageIncludesCanary(raw: RawCounts): boolean {
  const stage = sum(raw.stage.requests);
  const old = sum(raw.oldVersions.requests);
  const all = old + sum(raw.newVersions.requests);
  if (old === 0 || all === old) return false;
  return Math.abs(stage - all) < Math.abs(stage - old) && Math.abs(stage - all) <= TOLERANCE * all;
}

function sum(values: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const value of values.values()) total += value;
  return total;
}

function subtract(from: CountSeries, what: CountSeries): CountSeries {
  return { requests: minus(from.requests, what.requests), errors: minus(from.errors, what.errors) };
}

function minus(
  from: ReadonlyMap<number, number>,
  what: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  return new Map([...from].map(([m, value]) => [m, Math.max(0, value - (what.get(m) ?? 0))]));
}

/** A missing error count in a minute with requests is zero errors; without requests it is nothing. */
function toArm(series: CountSeries): Arm {
  const minutes = [...series.requests]
    .filter(([, requests]) => requests > 0)
    .map(
      ([minute, requests]): MinuteCount => ({
        minute,
        requests,
        errors: series.errors.get(minute) ?? 0,
      }),
    );
  return { minutes: minutes.sort((a, b) => a.minute - b.minute) };
}
