// Reads the counts of both versions: requests and errors, the other measures of the target, and the user's metrics.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { lastClosedMinute } from '../analysis/closed.ts';
import { type CountRow, NO_EVENTS } from '../analysis/count-table.ts';
import type { Counts } from '../analysis/counts.ts';
import { customMeasure } from '../analysis/custom-measure.ts';
import type { Evidence } from '../analysis/evidence.ts';
import type { KeptMinutes } from '../aws/kept-minutes.ts';
import { must } from '../base/assert.ts';
import { known } from '../base/errors.ts';
import { fillVersions } from '../inputs/metric-fields.ts';
import type { CustomMetric } from '../inputs/values.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { startOfMinute, type TrafficCounts } from '../rollout/traffic.ts';
import { weightChanges } from '../rollout/weights.ts';
import type { Baseline, CountSource, MeasureBaseline, ReleaseSpan } from './count-source.ts';
import { type MetricQuestion, readMetrics } from './metric-counts.ts';
import type { MonitorSettings } from './monitor-settings.ts';

export interface Sources {
  readonly cloudWatch: CloudWatchClient;
  readonly countSource: CountSource;
  readonly settings: MonitorSettings;
  /** The minutes of this rollout that were read. */
  readonly kept: KeptMinutes;
  /** The hour before the rollout. */
  readonly baseline: PastReader<Baseline>;
  /** The same for the user's metrics: stable's counts of each, per minute. */
  readonly metricBaseline: PastReader<readonly (readonly Counts[])[]>;
}

export type PastReader<T> = (rollout: StoredRollout, now: number) => Promise<T>;

/** Everything that CloudWatch was asked for. */
export interface CountsRead {
  readonly traffic: TrafficCounts;
  /** `undefined`: nothing is to be judged. */
  readonly past: Baseline | undefined;
  readonly unread: readonly Evidence[];
  /** All minutes until then are closed; seconds since the epoch, as the next one. */
  readonly closedUntil: number;
  readonly readAt: number;
}

/** Reads everything since the rollout began. What cannot be read is said. */
export async function readCounts(
  sources: Sources,
  rollout: StoredRollout,
  now: number,
): Promise<CountsRead> {
  const closedUntil = 60 * (lastClosedMinute(now, rollout.record.longestAnswerSeconds) + 1);
  const reach = { closedUntil, readAt: now };
  try {
    return { ...reach, ...(await readAll(sources, rollout, now, closedUntil)) };
  } catch (error) {
    const traffic = { kind: 'unreadable', why: known(error).message } as const;
    return { ...reach, traffic, past: undefined, unread: [] };
  }
}

async function readAll(
  sources: Sources,
  rollout: StoredRollout,
  now: number,
  closedUntil: number,
): Promise<Pick<CountsRead, 'traffic' | 'past' | 'unread'>> {
  const { countSource, settings } = sources;
  const { startedAt, functions } = rollout.record;
  const span = {
    ...{ from: startOfMinute(startedAt), to: startOfMinute(now) + 60 },
    look: sources.kept.look(),
    promoted: weightChanges(rollout).some(({ weight }) => weight >= 100),
  };
  const traffic = await countSource.readTraffic(functions.filter(isChanged), span, closedUntil);
  if (settings.analysis === 'off' || traffic.kind !== 'counted')
    return { traffic, past: undefined, unread: [] };
  const baseline = await sources.baseline(rollout, now);
  const more = await readMore(sources, { baseline, traffic, rollout, span, now });
  const table = { ...traffic.table, rows: [...traffic.table.rows, ...more.rows] };
  return {
    traffic: { ...traffic, table },
    past: [...baseline, ...more.baseline],
    unread: more.unread,
  };
}

/** A version that is released again cannot be told from itself. */
export function isChanged({ from, to }: FunctionChange): boolean {
  return from !== to;
}

/** The comparisons other than errors. */
interface More {
  readonly rows: readonly CountRow[];
  readonly baseline: readonly MeasureBaseline[];
  readonly unread: readonly Evidence[];
}

interface Reading {
  readonly baseline: Baseline;
  readonly traffic: TrafficCounts;
  readonly rollout: StoredRollout;
  readonly span: ReleaseSpan;
  readonly now: number;
}

/** The measures of the target and the user's metrics, read separately: a failed read does not affect the other. */
async function readMore(
  { countSource, cloudWatch, metricBaseline, settings: { metrics } }: Sources,
  { baseline, traffic, rollout, span, now }: Reading,
): Promise<More> {
  const measures = metrics.map(({ name, worse }) => customMeasure(name, worse));
  const slow = await readOrSay('comparisons', () =>
    countSource.readMeasures(baseline, traffic, span),
  );
  const own = await readOrSay('metrics', async () => {
    const past = await metricBaseline(rollout, now);
    const sides = await readMetrics(cloudWatch, metricQuestions(metrics, rollout), span);
    return measures.map((measure, i) => ({
      // After the promotion, a user's metric has no second side and is not part of the verdict.
      row: { measure, promoted: NO_EVENTS, ...must(sides[i], 'each metric has its counts') },
      past: { measure, minutes: must(past[i], 'each metric has its baseline') },
    }));
  });
  return {
    rows: [...slow.read, ...own.read.map(({ row }) => row)],
    baseline: own.read.map(({ past }) => past),
    unread: [...slow.unread, ...own.unread],
  };
}

async function readOrSay<T>(
  of: 'comparisons' | 'metrics',
  read: () => Promise<readonly T[]>,
): Promise<{ readonly read: readonly T[]; readonly unread: readonly Evidence[] }> {
  try {
    return { read: await read(), unread: [] };
  } catch (error) {
    const detail = { kind: 'unreadable', why: known(error).message } as const;
    const source = { kind: 'reading', of } as const;
    return { read: [], unread: [{ source, verdict: 'inconclusive', detail, unread: true }] };
  }
}

/** The user's metrics, with the versions of this rollout filled in. */
export function metricQuestions(
  metrics: readonly CustomMetric[],
  { record }: StoredRollout,
): readonly MetricQuestion[] {
  return metrics.map((metric) => ({
    ...metric,
    canary: fillVersions(metric.canary, record.functions),
    stable: fillVersions(metric.stable, record.functions),
  }));
}
