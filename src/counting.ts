// The counts of both arms, and what the judge makes of them.

import { lastClosedMinute } from './analysis/closed.ts';
import { type Judgement, judge } from './analysis/judge.ts';
import type { Clients } from './aws/clients.ts';
import { messageOf } from './aws/errors.ts';
import type { History } from './aws/history.ts';
import {
  type MetricQuestion,
  readTraffic,
  type StageDimensions,
  type TrafficReading,
} from './aws/traffic.ts';
import type { Analysis, CustomMetric } from './inputs/inputs.ts';
import { fillVersions } from './inputs/metrics.ts';
import { armsOf, without } from './rollout/arms.ts';
import type { Remembered } from './rollout/record.ts';
import { startOfMinute, type Traffic } from './rollout/traffic.ts';
import { type Arms, splitMinutes } from './rollout/weights.ts';

export interface WatchSettings {
  readonly dimensions: StageDimensions;
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
}

export interface Sources {
  readonly clients: Clients;
  readonly settings: WatchSettings;
  readonly history: (startedAt: number) => Promise<History>;
}

/** Reads and judges everything since the rollout began. Never throws. */
export async function countAndJudge(
  { clients, settings, history: historyOf }: Sources,
  rollout: Remembered,
  now: number,
): Promise<Counted> {
  const { record } = rollout;
  const analysed = settings.analysis !== 'off';
  try {
    const history = await historyOf(record.startedAt);
    const reading = await readTraffic(clients.cloudWatch, {
      dimensions: settings.dimensions,
      functions: record.functions.filter((change) => change.from !== change.to),
      slow: analysed ? history.slow : [],
      metrics: analysed ? settings.metrics.map((metric) => question(metric, rollout)) : [],
      from: startOfMinute(record.startedAt),
      to: startOfMinute(now) + 60,
    });
    const traffic = armsOf(reading);
    if (!analysed || traffic.kind !== 'counted') return { traffic, judgement: undefined };
    return {
      traffic,
      judgement: judgeReading({ traffic, reading, history, rollout, settings, now }),
    };
  } catch (error) {
    return { traffic: { kind: 'unreadable', why: messageOf(error) }, judgement: undefined };
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
  readonly reading: TrafficReading;
  readonly history: History;
  readonly rollout: Remembered;
  readonly settings: WatchSettings;
  readonly now: number;
}

function judgeReading({ traffic, reading, history, rollout, settings, now }: Judged): Judgement {
  const closed = lastClosedMinute(now, rollout.record.longestAnswerSeconds);
  const split = (arms: Arms) => splitMinutes(arms, rollout, closed);
  return judge(
    {
      errors: { minutes: split(traffic), before: history.minutes },
      slow: slowArms(traffic, reading).map((arms, i) => ({
        minutes: split(arms),
        before: history.slow[i]?.minutes ?? [],
        quantile: history.slow[i]?.quantile ?? 0.9,
        thresholdMs: history.slow[i]?.milliseconds ?? 0,
      })),
      metrics: settings.metrics.map(({ name, worse }, i) => ({
        name,
        worse,
        minutes: split(metricArms(reading.metrics[i])),
        before: [],
      })),
    },
    {
      falseRollbackRate: settings.falseRollbackRate,
      dispersion: settings.dispersion,
      nextWeight: nextWeight(rollout),
    },
  );
}

/** Slowness is measured by the gateway only; where its canary series is missing, not at all. */
function slowArms(traffic: Judged['traffic'], { stage, canary, slow }: TrafficReading): Arms[] {
  if (traffic.source !== 'gateway') return [];
  return slow.map((counts) => {
    const all = { requests: stage.requests, events: counts.stage };
    const ofCanary = { requests: canary.requests, events: counts.canary };
    const stable = traffic.stable === stage ? all : without(all, ofCanary);
    return { canary: ofCanary, stable, promoted: all };
  });
}

/** After the promotion a user's metric has no second arm, and no part in the verdict. */
function metricArms(metric: TrafficReading['metrics'][number] | undefined): Arms {
  const nothing = { requests: new Map(), events: new Map() };
  return {
    canary: metric?.canary ?? nothing,
    stable: metric?.stable ?? nothing,
    promoted: nothing,
  };
}

function nextWeight({ record, phase }: Remembered): number {
  const next = phase.kind === 'step' ? record.plan.steps[phase.index + 1] : undefined;
  return next?.weight ?? 100;
}
