// Judges the counts of both versions.

import { type CountRow, type CountTable, NO_EVENTS } from '../analysis/count-table.ts';
import { isSteady, type MinuteCounts, sum } from '../analysis/counts.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { type Judgement, judge } from '../analysis/judge.ts';
import { classOf, isOfRoute, notCompared } from '../analysis/measure.ts';
import type { MeasureClass, NotCompared } from '../analysis/measure-class.ts';
import { probesMeasure, withoutWorthless } from '../analysis/probes-measure.ts';
import { LOW_TRAFFIC_PER_MINUTE } from '../rollout/low-traffic.ts';
import { rampOf } from '../rollout/plan.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { CountedTraffic, TrafficCounts } from '../rollout/traffic.ts';
import { incompleteMinutes, openMinutes, splitByMinute } from '../rollout/weights.ts';
import type { MeasureBaseline } from './count-source.ts';
import type { LogReading } from './log-evidence.ts';
import { secondsFrom } from './log-series.ts';
import type { MonitorSettings } from './monitor-settings.ts';
import type { CountsRead } from './read-counts.ts';

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

const NOT_JUDGED = {
  judgement: undefined,
  unread: [],
  notCompared: [],
  readUntil: 0,
  quiet: false,
} as const;

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
