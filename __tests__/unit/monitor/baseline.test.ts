// The hour before a rollout, as the monitor reads it: CloudWatch shows its last minutes late.

import { CloudWatchClient, type GetMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { CLASSES } from '../../../src/analysis/measure-class.ts';
import type { CountSource } from '../../../src/monitor/count-source.ts';
import { createMonitor } from '../../../src/monitor/monitor.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import { counted } from './count-fixture.ts';

const MINUTE = 60;
const STARTED = 1_700_000_040;

/** A service whose two versions fail one request in five, starting a minute before the rollout began. */
function incident(shown: () => boolean): CountSource & { readonly asked: () => number } {
  let asked = 0;
  const requests = new Map<number, number>();
  const events = new Map<number, number>();
  for (let i = 0; i < 20; i++) {
    requests.set(STARTED - (STARTED % MINUTE) + i * MINUTE, 500);
    events.set(STARTED - (STARTED % MINUTE) + i * MINUTE, 100);
  }
  const arm = { requests, events };
  return {
    asked: () => asked,
    readTraffic: async (_, __, closedUntil) => counted({ canary: arm, stable: arm, closedUntil }),
    readBaseline: async () => {
      asked++;
      const late = { requests: 5000, events: shown() ? 1000 : 0 };
      return [{ measure: errorsMeasure(), minutes: [{ requests: 500, events: 1 }, late] }];
    },
    latencyGap: () => undefined,
    readMeasures: async () => [],
    readDaily: async () => undefined,
  };
}

const rollout = {
  record: {
    id: { repository: 'octo-org/orders', runId: '1', attempt: '1' },
    startedAt: STARTED,
    plan: {
      steps: [{ weight: 50, holdSeconds: 600 }],
      advance: { kind: 'time', maxSeconds: undefined },
      bakeSeconds: 0,
    },
    longestAnswerSeconds: 29,
    functions: [],
    target: { kind: 'alias', aliases: {} },
  },
  phase: { kind: 'step', index: 0, since: STARTED },
  stepStartTimes: [STARTED],
  canaryDeploymentId: undefined,
} satisfies StoredRollout;

const settings = {
  alarms: [],
  analysis: 'enforce',
  compare: CLASSES,
  falseRollbackRate: 0.01,
  dispersion: 'auto',
  warmUpSeconds: 60,
  minRequests: 1,
  metrics: [],
} as const;

describe('The hour before a rollout', () => {
  it('is read again until its last minute is closed, and stored from then on', async () => {
    let now = STARTED;
    const countSource = incident(() => now >= STARTED + 2 * MINUTE);
    const watch = createMonitor(
      new CloudWatchClient({ region: 'us-east-1' }),
      countSource,
      settings,
    );
    for (; now <= STARTED + 8 * MINUTE; now += MINUTE) await watch.check(rollout, now);
    // Both fail as stable did before: with half of that hour, it would look like a new incident.
    expect((await watch.check(rollout, now)).incident).toBeUndefined();
    const asked = countSource.asked();
    expect(asked).toBeLessThan(6);
    await watch.check(rollout, now + MINUTE);
    expect(countSource.asked()).toBe(asked);
  });

  it('tells of the user’s metrics, too, which clusters their events come in', async () => {
    const metric = {
      name: 'declined payments',
      worse: 'higher',
      namespace: 'Shop',
      events: 'Declined',
      total: 'Visits',
      canary: { Version: '2' },
      stable: { Version: '1' },
    } as const;
    const countSource = incident(() => true);
    const nats = async (clustered: boolean) => {
      const watch = createMonitor(shop(clustered), countSource, { ...settings, metrics: [metric] });
      const seen = await watch.check(rollout, STARTED + 12 * MINUTE);
      const found = seen.evidence.find(({ source }) => source.kind === 'metric');
      return (found as Finding | undefined)?.reading.nats ?? 0;
    };
    const independent = await nats(false);
    expect(independent).toBeGreaterThan(20);
    expect(await nats(true)).toBeLessThan(independent / 5);
  });
});

/** A shop with declined payments, evenly before the rollout, or forty in every second minute. */
function shop(clustered: boolean): CloudWatchClient {
  const valueAt = (metric: string, version: string, i: number) => {
    if (metric === 'Visits') return 1000;
    if (i < 0) return clustered ? 40 * (Math.abs(i) % 2) : 20;
    return version === '2' ? 60 : 20;
  };
  const send = async ({ input }: { readonly input: GetMetricDataCommandInput }) => {
    const from = (input.StartTime?.getTime() ?? 0) / 1000;
    const to = (input.EndTime?.getTime() ?? 0) / 1000;
    const minutes = Array.from({ length: (to - from) / MINUTE }, (_, i) => from + i * MINUTE);
    const begun = STARTED - (STARTED % MINUTE);
    const MetricDataResults = (input.MetricDataQueries ?? []).map(({ Id, MetricStat }) => {
      const { MetricName = '', Dimensions = [] } = MetricStat?.Metric ?? {};
      const version = Dimensions[0]?.Value ?? '';
      const value = (at: number) => valueAt(MetricName, version, (at - begun) / MINUTE);
      return {
        Id,
        Timestamps: minutes.map((at) => new Date(at * 1000)),
        Values: minutes.map(value),
        StatusCode: 'Complete',
      };
    });
    return { MetricDataResults };
  };
  return { send } as unknown as CloudWatchClient;
}
