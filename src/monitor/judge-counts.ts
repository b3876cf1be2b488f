// Reads the counts of both versions and judges them.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { lastClosedMinute } from '../analysis/closed.ts';
import { type CountRow, type CountTable, NO_EVENTS } from '../analysis/count-table.ts';
import { type Counts, isSteady, type MinuteCounts, sum } from '../analysis/counts.ts';
import { customMeasure } from '../analysis/custom-measure.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { type Judgement, judge } from '../analysis/judge.ts';
import { classOf, isOfRoute, notCompared } from '../analysis/measure.ts';
import type { MeasureClass, NotCompared } from '../analysis/measure-class.ts';
import { probesMeasure, withoutWorthless } from '../analysis/probes-measure.ts';
import type { KeptMinutes } from '../aws/kept-minutes.ts';
import { must } from '../base/assert.ts';
import { known } from '../base/errors.ts';
import type { Analysis } from '../inputs/inputs.ts';
import { fillVersions } from '../inputs/metric-fields.ts';
import type { CustomMetric } from '../inputs/values.ts';
import { LOW_TRAFFIC_PER_MINUTE } from '../rollout/low-traffic.ts';
import { rampOf } from '../rollout/plan.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { FunctionChange } from '../rollout/release.ts';
import { type CountedTraffic, startOfMinute, type TrafficCounts } from '../rollout/traffic.ts';
import {
  incompleteMinutes,
  openMinutes,
  splitByMinute,
  weightChanges,
} from '../rollout/weights.ts';
import type { Baseline, CountSource, MeasureBaseline, ReleaseSpan } from './count-source.ts';
import type { LogReading } from './log-evidence.ts';
import { secondsFrom } from './log-series.ts';
import { type MetricQuestion, readMetrics } from './metric-counts.ts';

export interface MonitorSettings {
  readonly alarms: readonly string[];
  readonly analysis: Analysis;
  readonly compare: readonly MeasureClass[];
  /** From 0 to 1. */
  readonly falseRollbackRate: number;
  readonly dispersion: 'auto' | number;
  /** How long after a change of the weight the canary may be slow. */
  readonly warmUpSeconds: number;
  /** The minimum number of canary requests per step. */
  readonly minRequests: number;
  readonly metrics: readonly CustomMetric[];
}

export interface Counted {
  readonly traffic: TrafficCounts;
  readonly judgement: Judgement | undefined;
  /** What could not be read, and therefore not be compared. */
  readonly unread: readonly Evidence[];
  /** What is not compared, by choice or for lack of counts; empty if nothing is. */
  readonly notCompared: readonly NotCompared[];
  /** All minutes until this time are closed, read and judged; seconds since the epoch. */
  readonly readUntil: number;
  /** Whether users' requests in the hour before were too few to be compared. */
  readonly quiet: boolean;
}

/** What is known by now without a call. */
export interface SeenByNow {
  readonly logs: LogReading;
  /** The closed minutes of this run's probes; `undefined`: there are no probes. */
  readonly probes: readonly MinuteCounts[] | undefined;
}

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

/** Judges what was read, and what logs and probes show by now. */
export function judgeCounts(
  { traffic, past, unread, closedUntil, readAt }: CountsRead,
  settings: MonitorSettings,
  rollout: StoredRollout,
  seen: SeenByNow,
): Counted {
  if (!past || traffic.kind !== 'counted') return { traffic, ...NOT_JUDGED };
  const { compare } = settings;
  const rows = judgedRows(traffic.table, past);
  const course = { rollout, now: readAt, ...seen };
  return {
    traffic,
    judgement: judgeRows(rows, traffic, past, course, settings),
    unread: [...unread, ...incompleteEvidence(traffic.table, rows, compare, rollout)],
    notCompared: notCompared(
      compare,
      rows.map(({ measure }) => measure),
      past.map(({ measure }) => measure),
    ),
    readUntil: closedUntil,
    quiet: isQuiet(past),
  };
}

/** Known before the first request of the release, so what it decides does not depend on what they show. */
function isQuiet([errors]: readonly MeasureBaseline[]): boolean {
  return sum(errors?.minutes ?? []).requests / 60 < LOW_TRAFFIC_PER_MINUTE;
}

/** The rows of the measures whose hour before was read: with only one of the two, there is no question. */
function judgedRows({ rows }: CountTable, past: readonly MeasureBaseline[]): readonly CountRow[] {
  const known = new Set(past.map(({ measure }) => measure.id));
  return rows.filter(({ measure }) => known.has(measure.id));
}

async function readAll(
  sources: Sources,
  rollout: StoredRollout,
  now: number,
  closedUntil: number,
): Promise<Pick<CountsRead, 'traffic' | 'past' | 'unread'>> {
  const { countSource, settings } = sources;
  const { startedAt, functions } = rollout.record;
  const { kept } = sources;
  const span = {
    ...{ from: startOfMinute(startedAt), to: startOfMinute(now) + 60, kept },
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

const NOT_JUDGED = {
  judgement: undefined,
  unread: [],
  notCompared: [],
  readUntil: 0,
  quiet: false,
} as const;

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

/** Closed minutes of this phase for which CloudWatch returned incomplete data. */
function incompleteEvidence(
  table: CountTable,
  rows: readonly CountRow[],
  compare: readonly MeasureClass[],
  rollout: StoredRollout,
): readonly Evidence[] {
  return ([...compare, 'metrics'] as const).flatMap((of): Evidence[] => {
    // What is missing of a single route decides nothing.
    const shown = rows.filter(({ measure }) => classOf(measure) === of && !isOfRoute(measure));
    const minutes = new Set(shown.flatMap((row) => incompleteMinutes(table, row, rollout)));
    if (minutes.size === 0) return [];
    const from = Math.min(...minutes);
    const detail = { kind: 'incomplete-minutes', minutes: minutes.size, from } as const;
    const source = { kind: 'counts', of } as const;
    return [{ source, verdict: 'inconclusive', detail, unread: true }];
  });
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

interface Course extends SeenByNow {
  readonly rollout: StoredRollout;
  /** When the counts of the metrics were read; seconds since the epoch. */
  readonly now: number;
}

function judgeRows(
  rows: readonly CountRow[],
  { table, apart, share, unattributed }: CountedTraffic,
  past: readonly MeasureBaseline[],
  { rollout, now, logs, probes }: Course,
  { falseRollbackRate, dispersion, warmUpSeconds, compare }: MonitorSettings,
): Judgement {
  const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
  // With a cache, logs do not say which requests reached a backend; and a version's log does not say what a probe was.
  const areEvidence = share === undefined && probes === undefined;
  const secondsOf = secondsFrom(areEvidence ? logs : { kind: 'off' }, rollout);
  const probed = probes ? [{ measure: probesMeasure(), minutes: probes, before: [] }] : [];
  const measured = rows.map((row) => ({
    measure: row.measure,
    minutes: sharesOf(splitByMinute(table, row, rollout), share),
    // With a cache, the weights do not say what of the canary has not arrived.
    open: share === undefined ? openMinutes(table, row, rollout, now) : [],
    ...secondsOf(row.measure),
    before: before.get(row.measure.id) ?? [],
  }));
  const judgement = judge([...measured, ...probed], {
    falseRollbackRate,
    dispersion,
    warmUpSeconds,
    nextWeight: nextWeight(rollout),
    apart,
    errors: compare.includes('errors') ? 'compared' : 'counted',
    ...(unattributed && {
      unattributed: splitByMinute(
        table,
        { canary: unattributed, stable: NO_EVENTS, promoted: NO_EVENTS },
        rollout,
      ),
    }),
  });
  return { ...judgement, findings: withoutWorthless(judgement.findings) };
}

/**
 * With unequal shares, a minute whose weight changed is left out: the share of the counted requests may then have been
 * larger than at any time that is known.
 */
function sharesOf(minutes: readonly MinuteCounts[], share: 'unequal' | undefined): MinuteCounts[] {
  if (!share) return [...minutes];
  return minutes.filter(isSteady).map((minute) => ({ ...minute, share }));
}

/** The bake follows only what would be promoted. */
function nextWeight({ record: { plan }, phase }: StoredRollout): number {
  const next = phase.kind === 'step' ? rampOf(plan)[phase.index + 1] : undefined;
  return next?.weight ?? 100;
}
