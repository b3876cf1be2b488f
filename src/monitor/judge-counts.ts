// The counts of both arms, and what the judge makes of them.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { lastClosedMinute } from '../analysis/closed.ts';
import type { Counts } from '../analysis/counts.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { type Judgement, judge } from '../analysis/judge.ts';
import { messageOf } from '../base/errors.ts';
import type { Analysis } from '../inputs/inputs.ts';
import { fillVersions } from '../inputs/metric-fields.ts';
import type { CustomMetric } from '../inputs/values.ts';
import { clockMinute } from '../report/format.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { type EventSeries, startOfMinute, type TrafficCounts } from '../rollout/traffic.ts';
import { halfShownMinutes, type Split, splitByMinute } from '../rollout/weights.ts';
import type { CountSource, History, Span } from './count-source.ts';
import { type MetricQuestion, readMetrics } from './metric-counts.ts';

export interface MonitorSettings {
  readonly alarms: readonly string[];
  readonly analysis: Analysis;
  /** 0 to 1. */
  readonly falseRollbackRate: number;
  readonly dispersion: 'auto' | number;
  /** Canary requests that a step must have seen. */
  readonly minRequests: number;
  readonly metrics: readonly CustomMetric[];
}

export interface Counted {
  readonly traffic: TrafficCounts;
  readonly judgement: Judgement | undefined;
  /** What could not be read, and so not be compared. */
  readonly unread: readonly Evidence[];
  /** Every minute that ended by then is closed, read and judged; seconds since the epoch. */
  readonly readUntil: number;
}

export interface Sources {
  readonly cloudWatch: CloudWatchClient;
  readonly countSource: CountSource;
  readonly settings: MonitorSettings;
  /** The hour before the rollout. */
  readonly history: Baseline<History>;
  /** The same of the user's metrics: stable's counts of each, per minute. */
  readonly metricHistory: Baseline<MetricHistory>;
}

export type Baseline<T> = (rollout: StoredRollout, now: number) => Promise<T>;

export type MetricHistory = readonly (readonly Counts[])[];

/** Reads and judges everything since the rollout began. Never throws. */
export async function countAndJudge(
  sources: Sources,
  rollout: StoredRollout,
  now: number,
): Promise<Counted> {
  const { countSource, settings } = sources;
  const { record } = rollout;
  const span = { from: startOfMinute(record.startedAt), to: startOfMinute(now) + 60 };
  const closedUntil = 60 * (lastClosedMinute(now, record.longestAnswerSeconds) + 1);
  try {
    const changed = record.functions.filter((change) => change.from !== change.to);
    const traffic = await countSource.readTraffic(changed, span, closedUntil);
    if (settings.analysis === 'off' || traffic.kind !== 'counted')
      return { traffic, ...NOT_JUDGED };
    const history = await sources.history(rollout, now);
    const { extras, unread } = await readExtras(sources, { history, traffic, rollout, span, now });
    const judged = { traffic, extras, history, rollout, settings, closedUntil };
    return {
      traffic,
      judgement: judgeReading(judged),
      unread: [...unread, ...halfShown(judged)],
      readUntil: closedUntil,
    };
  } catch (error) {
    return { traffic: { kind: 'unreadable', why: messageOf(error) }, ...NOT_JUDGED };
  }
}

const NOT_JUDGED = { judgement: undefined, unread: [], readUntil: 0 } as const;

/** What is compared besides errors. */
interface Extras {
  readonly slow: readonly Split[];
  readonly metrics: readonly MetricReading[];
}

interface MetricReading extends Omit<Split, 'promoted'> {
  readonly before: readonly Counts[];
}

interface Reading {
  readonly history: History;
  readonly traffic: TrafficCounts;
  readonly rollout: StoredRollout;
  readonly span: Span;
  readonly now: number;
}

/** Latency and the user's metrics, each for itself: one of them amiss does not blind all. */
async function readExtras(
  { countSource, cloudWatch, metricHistory, settings: { metrics } }: Sources,
  { history, traffic, rollout, span, now }: Reading,
): Promise<{ readonly extras: Extras; readonly unread: readonly Evidence[] }> {
  const slow = await readOrSay('latency', () => countSource.readSlow(history, traffic, span));
  const own = await readOrSay('metrics', async () => {
    const past = await metricHistory(rollout, now);
    const arms = await readMetrics(cloudWatch, metricQuestions(metrics, rollout), span);
    return arms.map((pair, i) => ({ ...pair, before: past[i] ?? [] }));
  });
  return {
    extras: { slow: slow.read, metrics: own.read },
    unread: [...slow.unread, ...own.unread],
  };
}

async function readOrSay<T>(
  witness: string,
  read: () => Promise<readonly T[]>,
): Promise<{ readonly read: readonly T[]; readonly unread: readonly Evidence[] }> {
  try {
    return { read: await read(), unread: [] };
  } catch (error) {
    const says = `could not be read: ${messageOf(error)}`;
    return { read: [], unread: [{ witness, verdict: 'inconclusive', says, unread: true }] };
  }
}

/** Minutes of this phase that have been closed for CloudWatch, and are not there as a whole. */
function halfShown({ traffic, extras, rollout, closedUntil }: Judged): readonly Evidence[] {
  const lost = (arms: Split) => halfShownMinutes(arms, rollout, closedUntil / 60 - 1);
  const own = extras.metrics.map((arms) => ({ ...arms, promoted: NOTHING }));
  const asked = { errors: [traffic], latency: extras.slow, metrics: own };
  return Object.entries(asked).flatMap(([what, all]): Evidence[] => {
    const minutes = new Set(all.flatMap(lost));
    if (minutes.size === 0) return [];
    const from = clockMinute(Math.min(...minutes));
    const some =
      minutes.size === 1 ? `the minute ${from}` : `${minutes.size} minutes from ${from} on`;
    const says = `CloudWatch shows only a part of ${some}, which could not be compared`;
    return [{ witness: `counts of ${what}`, verdict: 'inconclusive', says, unread: true }];
  });
}

/** The user's metrics with the versions of this rollout filled in. */
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

interface Judged {
  readonly traffic: TrafficCounts & { readonly kind: 'counted' };
  readonly extras: Extras;
  readonly history: History;
  readonly rollout: StoredRollout;
  readonly settings: MonitorSettings;
  /** The end of the last closed minute, in seconds since the epoch. */
  readonly closedUntil: number;
}

function judgeReading(judged: Judged): Judgement {
  const { traffic, extras, history, rollout, settings, closedUntil } = judged;
  const split = (arms: Split) => splitByMinute(arms, rollout, closedUntil / 60 - 1);
  return judge(
    {
      errors: { minutes: split(traffic), before: history.minutes },
      slow: extras.slow.map((arms, i) => ({
        minutes: split(arms),
        before: history.slow[i]?.minutes ?? [],
        quantile: history.slow[i]?.quantile ?? 0.9,
        thresholdMs: history.slow[i]?.milliseconds ?? 0,
      })),
      metrics: extras.metrics.map((arms, i) => ({
        name: settings.metrics[i]?.name ?? '',
        worse: settings.metrics[i]?.worse ?? 'higher',
        minutes: split({ ...arms, promoted: NOTHING }),
        before: arms.before,
      })),
    },
    {
      falseRollbackRate: settings.falseRollbackRate,
      dispersion: settings.dispersion,
      nextWeight: nextWeight(rollout),
      apart: traffic.apart,
    },
  );
}

/** After the promotion a user's metric has no second arm, and no part in the verdict. */
const NOTHING: EventSeries = { requests: new Map(), events: new Map() };

function nextWeight({ record, phase }: StoredRollout): number {
  const next = phase.kind === 'step' ? record.plan.steps[phase.index + 1] : undefined;
  return next?.weight ?? 100;
}
