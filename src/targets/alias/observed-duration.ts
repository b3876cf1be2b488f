// How long the invocations of an alias really take: a timeout of fifteen minutes says little about a function that
// answers in a second, and evidence for a new version waits that long.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { AliasRef } from '../../aws/aliases.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { known } from '../../base/errors.ts';
import type { Problems } from '../../base/problems.ts';
import { now } from '../../base/time.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import { labelOf } from './alias-set.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Shorter timeouts do not delay the reading of a minute (`analysis/closed.ts`). */
const SHORT_SECONDS = 30;
/** With fewer invocations in the day, the longest of them says too little. */
const LEAST_INVOCATIONS = 100;
/** A new version may take this many times as long as the longest invocation of the day. */
const SLACK = 2;

export interface AnsweringAlias {
  readonly ref: AliasRef;
  readonly timeoutSeconds: number;
}

/** Invocations of an alias over the last day. */
export interface Durations {
  readonly invocations: number;
  readonly longestMs: number;
}

/**
 * How long an answer may take, in seconds: the timeout, or less where a day of invocations shows that none takes nearly
 * as long. Failures of the canary count at once in any case, and what arrives later still counts: this bounds only the wait
 * for evidence in favour of it.
 */
export function answerSeconds(timeoutSeconds: number, observed: Durations | undefined): number {
  if (!observed || observed.invocations < LEAST_INVOCATIONS) return timeoutSeconds;
  const expected = Math.max(SHORT_SECONDS, Math.ceil((SLACK * observed.longestMs) / 1000));
  return Math.min(timeoutSeconds, expected);
}

/** The longest that an answer of any of the aliases may take, in seconds. Never throws for AWS. */
export async function findLongestAnswer(
  client: CloudWatchClient,
  aliases: readonly AnsweringAlias[],
  { notes }: Problems,
): Promise<number> {
  const observed = await readDurations(client, aliases, now()).catch((error: unknown) => {
    notes.push(
      `alias: how long invocations take could not be read (${known(error).message}), so evidence for the new version waits for the whole timeout`,
    );
    return [];
  });
  return Math.max(
    ...aliases.map(({ timeoutSeconds }, i) => answerSeconds(timeoutSeconds, observed[i])),
  );
}

/**
 * Of each alias with a long timeout; `undefined` for the others.
 *
 * @param at seconds since the epoch
 */
async function readDurations(
  client: CloudWatchClient,
  aliases: readonly AnsweringAlias[],
  at: number,
): Promise<readonly (Durations | undefined)[]> {
  const long = aliases.filter(({ timeoutSeconds }) => timeoutSeconds > SHORT_SECONDS);
  if (long.length === 0) return aliases.map(() => undefined);
  const to = startOfMinute(at);
  const series = long.flatMap(({ ref }) => [hourly(ref, 'SampleCount'), hourly(ref, 'Maximum')]);
  const values = await readMinutes(client, series, to - DAY, to);
  return aliases.map((one) => {
    const place = long.indexOf(one);
    return place < 0 ? undefined : durationsIn(values[2 * place], values[2 * place + 1]);
  });
}

function durationsIn(counts: MinuteValues = new Map(), longest: MinuteValues = new Map()) {
  return {
    invocations: [...counts.values()].reduce((sum, count) => sum + count, 0),
    longestMs: Math.max(0, ...longest.values()),
  };
}

function hourly(ref: AliasRef, statistic: string): MetricDataSeries {
  return {
    namespace: 'AWS/Lambda',
    metric: 'Duration',
    dimensions: { FunctionName: ref.functionName, Resource: labelOf(ref) },
    statistic,
    period: HOUR,
  };
}
