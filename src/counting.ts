// The counts of both arms, and what the judge makes of them.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { lastClosedMinute } from './analysis/closed.ts';
import { type Judgement, judge } from './analysis/judge.ts';
import { messageOf } from './aws/errors.ts';
import { type MetricQuestion, readMetrics } from './aws/traffic.ts';
import type { Analysis, CustomMetric } from './inputs/inputs.ts';
import { fillVersions } from './inputs/metrics.ts';
import type { Remembered, RolloutRecord } from './rollout/record.ts';
import { type EventSeries, startOfMinute, type Traffic } from './rollout/traffic.ts';
import type { Evidence } from './rollout/verdict.ts';
import { type Arms, splitMinutes } from './rollout/weights.ts';
import type { Gauge, History, Span } from './targets/gauge.ts';

export interface WatchSettings {
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
  readonly traffic: Traffic;
  readonly judgement: Judgement | undefined;
  /** What could not be read, and so not be compared. */
  readonly unread: readonly Evidence[];
}

export interface Sources {
  readonly cloudWatch: CloudWatchClient;
  readonly gauge: Gauge;
  readonly settings: WatchSettings;
  /** The hour before the rollout. */
  readonly history: (record: RolloutRecord, now: number) => Promise<History>;
}

/** Reads and judges everything since the rollout began. Never throws. */
export async function countAndJudge(
  sources: Sources,
  rollout: Remembered,
  now: number,
): Promise<Counted> {
  const { gauge, settings } = sources;
  const { record } = rollout;
  const span = { from: startOfMinute(record.startedAt), to: startOfMinute(now) + 60 };
  try {
    const changed = record.functions.filter((change) => change.from !== change.to);
    const traffic = await gauge.readTraffic(changed, span);
    if (settings.analysis === 'off' || traffic.kind !== 'counted')
      return { traffic, ...NOT_JUDGED };
    const history = await sources.history(record, now);
    const { extras, unread } = await readExtras(sources, history, traffic, rollout, span);
    const judged = { traffic, extras, history, rollout, settings, now };
    return { traffic, judgement: judgeReading(judged), unread };
  } catch (error) {
    return { traffic: { kind: 'unreadable', why: messageOf(error) }, ...NOT_JUDGED };
  }
}

const NOT_JUDGED = { judgement: undefined, unread: [] } as const;

/** What is compared besides errors. */
interface Extras {
  readonly slow: readonly Arms[];
  readonly metrics: readonly Omit<Arms, 'promoted'>[];
}

const NO_EXTRAS: Extras = { slow: [], metrics: [] };

/** Latency and the user's metrics apart from the errors: one of them amiss does not blind all. */
async function readExtras(
  { gauge, cloudWatch, settings: { metrics } }: Sources,
  history: History,
  traffic: Traffic,
  rollout: Remembered,
  span: Span,
): Promise<{ readonly extras: Extras; readonly unread: readonly Evidence[] }> {
  const questions = metrics.map((metric) => question(metric, rollout));
  try {
    const slow = await gauge.readSlow(history, traffic, span);
    return {
      extras: { slow, metrics: await readMetrics(cloudWatch, questions, span) },
      unread: [],
    };
  } catch (error) {
    const says = `could not be read: ${messageOf(error)}`;
    const witness = metrics.length > 0 ? 'latency and metrics' : 'latency';
    return { extras: NO_EXTRAS, unread: [{ witness, verdict: 'inconclusive', says }] };
  }
}

function question(metric: CustomMetric, { record }: Remembered): MetricQuestion {
  return {
    ...metric,
    canary: fillVersions(metric.canary, record.functions),
    stable: fillVersions(metric.stable, record.functions),
  };
}

interface Judged {
  readonly traffic: Traffic & { readonly kind: 'counted' };
  readonly extras: Extras;
  readonly history: History;
  readonly rollout: Remembered;
  readonly settings: WatchSettings;
  readonly now: number;
}

function judgeReading(judged: Judged): Judgement {
  const { traffic, extras, history, rollout, settings, now } = judged;
  const closed = lastClosedMinute(now, rollout.record.longestAnswerSeconds);
  const split = (arms: Arms) => splitMinutes(arms, rollout, closed);
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
        before: [],
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

function nextWeight({ record, phase }: Remembered): number {
  const next = phase.kind === 'step' ? record.plan.steps[phase.index + 1] : undefined;
  return next?.weight ?? 100;
}
