// The forecast cost of a plan equals what the run will request.

import { CloudWatchClient, type GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { clientErrorsMeasure } from '../../../src/analysis/client-errors-measure.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { ALL, type Scope } from '../../../src/analysis/measure.ts';
import { CLASSES } from '../../../src/analysis/measure-class.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';
import type { Baseline, CountSource } from '../../../src/monitor/count-source.ts';
import { readMetrics } from '../../../src/monitor/metric-counts.ts';
import {
  type CostFacts,
  forecastCost,
  metricsOfHistory,
  metricsOfPromoted,
  metricsPerReading,
} from '../../../src/preflight/cost.ts';
import { createAliasCounts } from '../../../src/targets/alias/alias-counts.ts';
import { aliasKind } from '../../../src/targets/alias/alias-kind.ts';
import { routeMeasures } from '../../../src/targets/stage/route-baseline.ts';
import { createStageCounts } from '../../../src/targets/stage/stage-counts.ts';
import { stageKind } from '../../../src/targets/stage/stage-kind.ts';
import { counted } from '../monitor/count-fixture.ts';
import { PLAN, STARTED_AT } from '../rollout/rollout-fixture.ts';

const EXPENSE: CostFacts = {
  plan: PLAN,
  metricCost: stageKind.metricCost,
  freeCalls: stageKind.freeCalls,
  functions: 1,
  compare: CLASSES,
  routes: 0,
  metrics: 0,
  judged: true,
  lookSeconds: 30,
  provisionedForNew: 0,
  staysSeconds: undefined,
};

const SPAN = { from: STARTED_AT, to: STARTED_AT + 600, promoted: false };
const CHANGES = ['orders', 'carts'].map((name) => ({ name, from: '1', to: '2' }));
const arm = { requests: new Map([[STARTED_AT, 9]]), events: new Map<number, number>() };
const COUNTED = counted({ canary: arm, stable: arm, promoted: arm });
const ROUTES = ['GET', 'POST'].map((method) => ({ method, resource: '/orders' }));
/** Two thresholds of each part of the traffic. */
const past = (...scopes: readonly Scope[]): Baseline => [
  { measure: errorsMeasure(), minutes: [] },
  { measure: clientErrorsMeasure(), minutes: [] },
  ...routeMeasures(ROUTES, CLASSES).map((measure) => ({ measure, minutes: [] })),
  ...scopes.flatMap((scope) =>
    [0.9, 0.99].map((quantile) => ({
      measure: slowMeasure({ quantile, milliseconds: 100 * quantile }, scope),
      minutes: [],
    })),
  ),
];
const PAST: Readonly<Record<string, Baseline>> = {
  stage: past(ALL),
  alias: past(...CHANGES.map(({ name }) => ({ kind: 'function', name }) as const)),
};
const METRIC = {
  namespace: 'Shop',
  events: 'Refused',
  total: 'Orders',
  canary: { Version: '2' },
  stable: { Version: '1' },
};

/** A CloudWatch that counts the requested metrics; every hour has a latency. */
function counting() {
  let asked = 0;
  const send = async ({ input }: GetMetricDataCommand) => {
    const queries = input.MetricDataQueries ?? [];
    asked += queries.length;
    const Timestamps = [new Date(STARTED_AT * 1000)];
    const StatusCode = 'Complete';
    return {
      MetricDataResults: queries.map(({ Id }, i) => ({
        ...{ Id, Timestamps, StatusCode },
        // No two thresholds are the same.
        Values: [7 + i],
      })),
    };
  };
  const client = Object.assign(new CloudWatchClient({ region: 'us-east-1' }), { send });
  return { client, asked: () => asked };
}

const GAUGES = {
  stage: (client: CloudWatchClient): CountSource =>
    createStageCounts(client, {
      probed: false,
      stageName: 'prod',
      canaryDimension: 'prod/Canary',
      readApiName: async () => 'shop',
      readTwins: async () => [],
      compares: true,
      readCached: async () => false,
      readRoutes: async () => ROUTES,
    }),
  alias: (client: CloudWatchClient): CountSource =>
    createAliasCounts(
      client,
      CHANGES.map(({ name }) => ({ functionName: name, alias: 'live' })),
    ),
};

describe('the cost that a plan foresees', () => {
  it.each([stageKind, aliasKind])(
    'counts what is asked for on the target $kind',
    async ({ kind, metricCost }) => {
      const routes = kind === 'stage' ? ROUTES.length : 0;
      const expense = { ...EXPENSE, metricCost, functions: CHANGES.length, metrics: 1, routes };
      const { client, asked } = counting();
      const countSource = GAUGES[kind](client);
      await countSource.readTraffic(CHANGES, SPAN, SPAN.to);
      await countSource.readMeasures(PAST[kind] ?? past(), COUNTED, SPAN);
      await readMetrics(client, [METRIC], SPAN);
      expect(metricsPerReading(expense)).toBe(asked());
      const split = asked();
      const promoted = { ...SPAN, promoted: true };
      await countSource.readTraffic(CHANGES, promoted, SPAN.to);
      await countSource.readMeasures(PAST[kind] ?? past(), COUNTED, promoted);
      await readMetrics(client, [METRIC], promoted);
      expect(metricsOfPromoted(expense)).toBe(asked() - 2 * split);
      const looked = asked();
      await countSource.readFailures?.(CHANGES, SPAN);
      expect(metricCost.failures?.(CHANGES.length) ?? 0).toBe(asked() - looked);
      const before = asked();
      await countSource.readBaseline(STARTED_AT, CHANGES, CLASSES);
      expect(metricsOfHistory(expense)).toBe(asked() - before + 2);
      expect(metricsOfHistory({ ...expense, judged: false })).toBe(0);
    },
  );

  it('is of the metrics of every reading and of a runner as long as the plan', () => {
    // 20 minutes: 1 + 40 + 2 readings of 16 metrics, and twice 11 of the hour before.
    expect(forecastCost(EXPENSE)).toEqual([
      'cost: about 20m of runner time for the steps and the bake, if no step is extended',
      'cost: about 0.0071 USD for about 710 CloudWatch metrics (43 readings of up to 16 and the hour before), at 0.01 USD per 1,000, the price in most regions; reading alarms and calling the control plane of API Gateway and Lambda is free',
    ]);
  });

  it('is in plain words where nothing is read, or once', () => {
    const { metricCost, freeCalls } = aliasKind;
    const none = { ...EXPENSE, metricCost, freeCalls, functions: 0 };
    const nothing = 'cost: nothing for CloudWatch, because no metrics are read';
    expect(forecastCost(none)[1]).toBe(nothing);
    expect(forecastCost({ ...none, staysSeconds: 0 })).toEqual([
      'cost: a short run that starts the release, and a short run for each later command; nothing runs between them',
      nothing,
    ]);
    const atOnce = { ...PLAN, steps: [], bakeSeconds: 0 };
    const [time, read] = forecastCost({ ...EXPENSE, plan: atOnce, judged: false });
    expect(time).toBe('cost: no runner time for steps or a bake, because there are none');
    expect(read).toContain('for about 10 CloudWatch metrics (1 reading of up to 10), at');
  });

  it('is less without analysis, and more with longer plans and more functions', () => {
    const asked = (parts: Partial<CostFacts>) =>
      Number(
        /about ([\d,]+) CloudWatch/
          .exec(forecastCost({ ...EXPENSE, ...parts }).join())?.[1]
          ?.replace(',', ''),
      );
    expect(asked({ judged: false })).toBe(43 * 10);
    expect(asked({ compare: ['errors'] })).toBe(43 * 10 + 2 * 5);
    expect(asked({ functions: 2 })).toBe(43 * 22 + 2 * 14);
    expect(asked({ plan: { ...PLAN, bakeSeconds: 600 } })).toBe(53 * 16 + 2 * 11);
  });

  it('counts the looks for failures between two readings of aliases', () => {
    const { metricCost, freeCalls } = aliasKind;
    const [, read] = forecastCost({ ...EXPENSE, metricCost, freeCalls, functions: 100 });
    // 20 minutes: 1 + 20 + 3 × 2 readings of 1,200 metrics, with 600 more after the promotion, and 20 looks.
    expect(read).toContain('27 readings of up to 1,800, 20 looks for failures with 200 each');
  });

  it('includes allocated environments, by their number and time', () => {
    expect(forecastCost({ ...EXPENSE, provisionedForNew: 5 }).at(-1)).toMatch(
      /^cost: about 5 × 20m of provisioned concurrency for the new versions/,
    );
  });

  it('is of one run and of each later one where the release is driven in pieces', () => {
    const [runner, read] = forecastCost({ ...EXPENSE, staysSeconds: 600 });
    expect(runner).toContain('about 10m of runner time after the first weight');
    expect(read).toMatch(
      /in the run that starts it, and about 27 metrics \(0\.00027 USD\) in each/,
    );
  });
});
