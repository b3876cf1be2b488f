// The traffic of weighted aliases. Lambda counts each version behind an alias separately (Lambda developer guide,
// "types of metrics": FunctionName, Resource and ExecutedVersion).

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { addUp, type EventSeries, NO_EVENTS, shownTogether } from '../../analysis/count-table.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  SUMMED_FUNCTION_PARTS,
} from '../../analysis/errors-measure.ts';
import type { AliasRef } from '../../aws/aliases.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import { must } from '../../base/assert.ts';
import { countsOf, hasAny, readDailyTraffic } from '../../monitor/baseline.ts';
import type { CountSource, Span } from '../../monitor/count-source.ts';
import { countedErrors, unreachedOf } from '../../monitor/counted-errors.ts';
import type { LatencyGap } from '../../rollout/blind-spots.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import { type LatencyBaseline, readLatencyBaseline, readSlowVersions } from './alias-latency.ts';

const HOUR = 3600;
const NO_LATENCY: LatencyBaseline = { measures: [], gap: undefined };

/** @param aliasOf the alias of each function that may be counted */
export function createAliasCounts(
  client: CloudWatchClient,
  refs: readonly AliasRef[],
  aliasOf: ReadonlyMap<string, string> = new Map(
    refs.map(({ functionName, alias }) => [functionName, alias]),
  ),
): CountSource {
  const refOf = (functionName: string): AliasRef => ({
    functionName,
    alias: must(aliasOf.get(functionName), `the alias of "${functionName}" is known`),
  });
  let changed: readonly FunctionChange[] = [];
  let gap: LatencyGap | undefined = 'no-traffic';
  return {
    readTraffic: async (changes, span, closedUntil) => {
      const [ofNew, ofOld, ofAll] = await readGroups(client, span, [
        changes.map((c) => invocations(refOf(c.name), c.to)),
        changes.map((c) => invocations(refOf(c.name), c.from)),
        span.promoted ? changes.map((c) => invocations(refOf(c.name))) : [],
      ]);
      const sides = { canary: addUp(ofNew), stable: addUp(ofOld), promoted: addUp(ofAll) };
      changed = changes;
      const counted = countedErrors('alias', { apart: true, sides, closedUntil });
      const own = severalOf(changes).map(({ name }, i) => ({
        measure: ownErrors(name),
        canary: ofNew[i] ?? NO_EVENTS,
        stable: ofOld[i] ?? NO_EVENTS,
        promoted: ofAll[i] ?? NO_EVENTS,
      }));
      const table = { ...counted.table, rows: [...counted.table.rows, ...own] };
      return { ...counted, table, unreached: unreachedOf(changes, ofNew) };
    },
    readFailures: async (changes, { from, to }) => {
      const series = changes.flatMap(({ name, to: version }) => {
        const [, errors, throttles] = invocations(refOf(name), version);
        return [errors, throttles];
      });
      return hasAny(await readMinutes(client, series, from, to));
    },
    readBaseline: async (startedAt, functions, compare) => {
      const to = startOfMinute(startedAt);
      const whole = refs.map((ref) => invocations(ref));
      const [all] = await readGroups(client, { from: to - HOUR, to }, [whole, [], []]);
      const counts = new Map(refs.map(({ functionName }, i) => [functionName, all[i]]));
      const own = compare.includes('errors') ? severalOf(functions) : [];
      const latency = compare.includes('latency')
        ? await readLatencyBaseline(client, refs, to)
        : NO_LATENCY;
      gap = latency.gap;
      return [
        { measure: errorsMeasure(), minutes: countsOf(addUp(all)) },
        ...own.map(({ name }) => ({
          measure: ownErrors(name),
          minutes: countsOf(counts.get(name) ?? NO_EVENTS),
        })),
        ...latency.measures,
      ];
    },
    latencyGap: () => gap,
    readMeasures: (baseline, _, span) => readSlowVersions(client, baseline, changed, refOf, span),
    readDaily: (now) => {
      const pairs = refs.map((ref): readonly [MetricDataSeries, MetricDataSeries] => {
        const [requests, errors] = invocations(ref);
        return [requests, errors];
      });
      return readDailyTraffic(client, pairs, now);
    },
  };
}

/** The errors of a single function are all errors. */
function severalOf<T>(functions: readonly T[]): readonly T[] {
  return functions.length > 1 ? functions : [];
}

function ownErrors(name: string) {
  return invocationsMeasure(name, SUMMED_FUNCTION_PARTS);
}

type Triple = readonly [MetricDataSeries, MetricDataSeries, MetricDataSeries];
type Groups<T> = readonly [T, T, T];

/** Reads three groups in one request. */
async function readGroups(
  client: CloudWatchClient,
  { from, to, look }: Span,
  groups: Groups<readonly Triple[]>,
): Promise<Groups<readonly EventSeries[]>> {
  const values = await readMinutes(client, groups.flat(2), from, to, look);
  let at = 0;
  const take = (group: readonly Triple[]) =>
    group.map(() => addUp(asEvents(values[at++], values[at++], values[at++])));
  const [first, second, third] = groups;
  return [take(first), take(second), take(third)];
}

/**
 * Invocations, errors and throttles of an alias, or of one version behind it. A throttled request is in neither
 * of the other two (Lambda developer guide, "types of metrics").
 */
function invocations(
  { functionName, alias }: AliasRef,
  version?: string,
): readonly [MetricDataSeries, MetricDataSeries, MetricDataSeries] {
  const dimensions = {
    FunctionName: functionName,
    Resource: `${functionName}:${alias}`,
    ...(version && { ExecutedVersion: version }),
  };
  const series = (metric: string): MetricDataSeries => ({
    namespace: 'AWS/Lambda',
    metric,
    dimensions,
    statistic: 'Sum',
  });
  return [series('Invocations'), series('Errors'), series('Throttles')];
}

/** AWS does not document that Throttles is 0 when nothing was throttled, so a missing value counts as 0. */
function asEvents(
  ran: MinuteValues = new Map(),
  failed: MinuteValues = new Map(),
  throttled: MinuteValues = new Map(),
): EventSeries[] {
  return [shownTogether(ran, failed), { requests: throttled, events: throttled }];
}
