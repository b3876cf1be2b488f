// Judges the counts of both versions.

import { type CountRow, type CountTable, NO_EVENTS, type Split } from '../analysis/count-table.ts';
import { isSteady, type MinuteCounts, sum } from '../analysis/counts.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { createJudgeMemory, type JudgeMemory, type Judgement, judge } from '../analysis/judge.ts';
import { classOf, isOfRoute, type Measure, notCompared } from '../analysis/measure.ts';
import type { MeasureClass, NotCompared } from '../analysis/measure-class.ts';
import { probesMeasure, withoutWorthless } from '../analysis/probes-measure.ts';
import { LOW_TRAFFIC_PER_MINUTE } from '../rollout/low-traffic.ts';
import { incompleteIn, type PairedMinutes, pairMinutes } from '../rollout/paired-minutes.ts';
import { rampOf } from '../rollout/plan.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { CountedTraffic, TrafficCounts } from '../rollout/traffic.ts';
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

/** What earlier looks at the same rollout worked out. It makes a look shorter, and changes no result. */
export interface CountMemory {
  /** The closed minutes of the last look, by the ID of the measure. */
  readonly closed: Map<string, readonly MinuteCounts[]>;
  readonly judge: JudgeMemory;
}

export function createCountMemory(): CountMemory {
  return { closed: new Map(), judge: createJudgeMemory() };
}

/** Judges what was read, and what logs and probes show by now. */
export function judgeCounts(
  { traffic, past, unread, closedUntil, readAt }: CountsRead,
  settings: MonitorSettings,
  rollout: StoredRollout,
  seen: SeenByNow,
  memory: CountMemory,
): Counted {
  if (!past || traffic.kind !== 'counted') return { traffic, ...NOT_JUDGED };
  const { compare } = settings;
  const pair = (id: string, split: Split, share?: CountedTraffic['share']) => {
    const options = { now: readAt, earlier: memory.closed.get(id), share };
    const paired = pairMinutes(traffic.table, split, rollout, options);
    memory.closed.set(id, paired.closed);
    return paired;
  };
  const rows = judgedRows(traffic.table, past).map(
    (row): PairedRow => ({ measure: row.measure, ...pair(row.measure.id, row, traffic.share) }),
  );
  const { unattributed } = traffic;
  const course = {
    ...{ rollout, past, ...seen },
    unattributed: unattributed && pair(UNATTRIBUTED, { ...NOWHERE, canary: unattributed }).closed,
  };
  return {
    traffic,
    judgement: judgeRows(rows, traffic, course, settings, memory.judge),
    unread: [...unread, ...incompleteEvidence(rows, compare, rollout)],
    notCompared: notCompared(
      compare,
      rows.map(({ measure }) => measure),
      past.map(({ measure }) => measure),
    ),
    readUntil: closedUntil,
    quiet: isQuiet(past),
  };
}

/** The minutes of one measure. */
interface PairedRow extends PairedMinutes {
  readonly measure: Measure;
}

const UNATTRIBUTED = 'unattributed';
const NOWHERE: Split = { canary: NO_EVENTS, stable: NO_EVENTS, promoted: NO_EVENTS };

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
  rows: readonly PairedRow[],
  compare: readonly MeasureClass[],
  rollout: StoredRollout,
): readonly Evidence[] {
  return ([...compare, 'metrics'] as const).flatMap((of): Evidence[] => {
    // What is missing of a single route decides nothing.
    const shown = rows.filter(({ measure }) => classOf(measure) === of && !isOfRoute(measure));
    const minutes = new Set(shown.flatMap((row) => incompleteIn(row, rollout)));
    if (minutes.size === 0) return [];
    const from = 60 * Math.min(...minutes);
    const detail = { kind: 'incomplete-minutes', minutes: minutes.size, from } as const;
    const source = { kind: 'counts', of } as const;
    return [{ source, verdict: 'inconclusive', detail, unread: true }];
  });
}

interface Course extends SeenByNow {
  readonly rollout: StoredRollout;
  readonly past: readonly MeasureBaseline[];
  /** All traffic, with the failures that are not counted by version. */
  readonly unattributed: readonly MinuteCounts[] | undefined;
}

function judgeRows(
  rows: readonly PairedRow[],
  { apart, share }: CountedTraffic,
  { rollout, past, unattributed, logs, probes }: Course,
  { falseRollbackRate, dispersion, warmUpSeconds, compare }: MonitorSettings,
  memory: JudgeMemory,
): Judgement {
  const before = new Map(past.map(({ measure, minutes }) => [measure.id, minutes]));
  // With a cache, logs do not say which requests reached a backend; and a version's log does not say what a probe was.
  const areEvidence = share === undefined && probes === undefined;
  const secondsOf = secondsFrom(areEvidence ? logs : { kind: 'off' }, rollout);
  const probed = probes ? [{ measure: probesMeasure(), minutes: probes, before: [] }] : [];
  const measured = rows.map(({ measure, closed, open }) => ({
    measure,
    // With unequal shares, that of the counted requests may have been larger in a minute whose weight changed than at any
    // time that is known.
    minutes: share === undefined ? closed : closed.filter(isSteady),
    // And the weights do not say what of the canary has not arrived.
    open: share === undefined ? open : [],
    ...secondsOf(measure),
    before: before.get(measure.id) ?? [],
  }));
  const settings = {
    ...{ falseRollbackRate, dispersion, warmUpSeconds, apart },
    nextWeight: nextWeight(rollout),
    errors: compare.includes('errors') ? 'compared' : 'counted',
    ...(unattributed && { unattributed }),
  } as const;
  const judgement = judge([...measured, ...probed], settings, memory);
  return { ...judgement, findings: withoutWorthless(judgement.findings) };
}

/** The bake follows only what would be promoted. */
function nextWeight({ record: { plan }, phase }: StoredRollout): number {
  const next = phase.kind === 'step' ? rampOf(plan)[phase.index + 1] : undefined;
  return next?.weight ?? 100;
}
