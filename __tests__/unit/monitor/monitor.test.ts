// Failed reads and missing data: how far each affects the decision, in a step and in the bake.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { lastClosedMinute } from '../../../src/analysis/closed.ts';
import type { Split } from '../../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { worst } from '../../../src/analysis/evidence.ts';
import { CLASSES } from '../../../src/analysis/measure-class.ts';
import { KnownError } from '../../../src/base/errors.ts';
import type { Analysis } from '../../../src/inputs/inputs.ts';
import type { CountSource } from '../../../src/monitor/count-source.ts';
import { LOOK_SECONDS } from '../../../src/monitor/due-reading.ts';
import { createMonitor } from '../../../src/monitor/monitor.ts';
import type { MonitorSettings } from '../../../src/monitor/monitor-settings.ts';
import { verdictReason } from '../../../src/report/evidence-text.ts';
import type { Phase } from '../../../src/rollout/phase.ts';
import type { Plan } from '../../../src/rollout/plan.ts';
import { makeRecord, makeRemembered, PLAN, STARTED_AT } from '../rollout/rollout-fixture.ts';
import { counted, series } from './count-fixture.ts';

const STEP: Phase = { kind: 'step', index: 0, since: STARTED_AT };
const BAKING: Phase = { kind: 'baking', since: STARTED_AT };
/** The bake is over, and its last minute is closed. */
const NOW = STARTED_AT + 600;

type Says = 'OK' | 'INSUFFICIENT_DATA' | 'gone' | Error;

const ARN = 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:a';

/** CloudWatch with at most one alarm. */
function cloudWatch(says: Says): CloudWatchClient {
  const client = new CloudWatchClient({ region: 'us-east-1' });
  const send = async () => {
    if (says instanceof Error) throw says;
    return {
      MetricAlarms: says === 'gone' ? [] : [{ AlarmName: 'a', AlarmArn: ARN, StateValue: says }],
    };
  };
  return Object.assign(client, { send });
}

/** Long enough ago to be closed and compared: everything but one thing is healthy. */
const COMPARED = STARTED_AT - 600;
const requests = new Map([
  [COMPARED, 500],
  [STARTED_AT, 500],
]);
const arm = { requests, events: new Map() };

function countSource(parts: Partial<CountSource> = {}): CountSource {
  return {
    readTraffic: async (_, __, closedUntil) =>
      counted({ canary: arm, stable: arm, promoted: arm, closedUntil }),
    readBaseline: async () => [{ measure: errorsMeasure(), minutes: [] }],
    latencyGap: () => undefined,
    readMeasures: async () => [],
    readDaily: async () => undefined,
    ...parts,
  };
}

const SETTINGS: MonitorSettings = {
  alarms: ['a'],
  analysis: 'enforce',
  compare: CLASSES,
  falseRollbackRate: 0.01,
  dispersion: 'auto',
  warmUpSeconds: 60,
  minRequests: 1,
  metrics: [],
};

interface Given {
  readonly phase: Phase;
  readonly says?: Says;
  readonly countSource?: Partial<CountSource>;
  readonly analysis?: Analysis;
}

async function verdictOf({ phase, says = 'OK', countSource: parts, analysis = 'enforce' }: Given) {
  const watch = createMonitor(cloudWatch(says), countSource(parts), { ...SETTINGS, analysis });
  return worst(
    (await watch.check(makeRemembered({ phase, stepStartTimes: [COMPARED] }), NOW)).deciding,
  );
}

const denied = async () => {
  throw new KnownError('denied');
};

describe('An alarm', () => {
  it.each<[string, Says, Phase, string]>([
    ['that is OK lets a step pass', 'OK', STEP, 'healthy'],
    ['that is OK lets the bake pass', 'OK', BAKING, 'healthy'],
    ['without data holds up a step', 'INSUFFICIENT_DATA', STEP, 'inconclusive'],
    ['without data is what a promotion leaves of one', 'INSUFFICIENT_DATA', BAKING, 'healthy'],
    ['that cannot be read holds up a step', new Error('denied'), STEP, 'inconclusive'],
    ['that cannot be read holds up the bake', new Error('denied'), BAKING, 'inconclusive'],
    ['that somebody deleted holds up the bake', 'gone', BAKING, 'inconclusive'],
  ])('%s', async (_, says, phase, verdict) => {
    expect(await verdictOf({ phase, says })).toBe(verdict);
  });
});

describe('Counts that cannot be read', () => {
  it.each<[string, Partial<CountSource>, Phase, Analysis, string]>([
    ['hold up a step', { readTraffic: denied }, STEP, 'enforce', 'inconclusive'],
    ['hold up a step that is not compared', { readTraffic: denied }, STEP, 'off', 'inconclusive'],
    ['hold up the bake', { readTraffic: denied }, BAKING, 'enforce', 'inconclusive'],
    [
      'are no matter in a bake that only observes',
      { readTraffic: denied },
      BAKING,
      'observe',
      'healthy',
    ],
    [
      'of latency hold up a step, even by the clock',
      { readMeasures: denied },
      STEP,
      'enforce',
      'inconclusive',
    ],
    ['of latency hold up the bake', { readMeasures: denied }, BAKING, 'enforce', 'inconclusive'],
    [
      'of latency are no matter where nothing is enforced',
      { readMeasures: denied },
      STEP,
      'observe',
      'healthy',
    ],
  ])('%s', async (_, parts, phase, analysis, verdict) => {
    expect(await verdictOf({ phase, countSource: parts, analysis })).toBe(verdict);
  });
});

describe('A version that was compared with nothing', () => {
  const silent = { requests: new Map(), events: new Map() };
  const onOneArm = { canary: arm, stable: silent, promoted: silent };

  async function seenOf(phase: Phase, arms: Partial<Split>, analysis: Analysis = 'enforce') {
    const watch = createMonitor(
      cloudWatch('OK'),
      countSource({
        readTraffic: async (_, __, closedUntil) => counted({ ...onOneArm, ...arms, closedUntil }),
      }),
      {
        alarms: ['a'],
        analysis,
        compare: CLASSES,
        falseRollbackRate: 0.01,
        dispersion: 'auto',
        warmUpSeconds: 60,
        minRequests: 1,
        metrics: [],
      },
    );
    return watch.check(makeRemembered({ phase, stepStartTimes: [COMPARED] }), NOW);
  }

  it.each<[string, Phase, Partial<Split>, string]>([
    ['has requests on one arm alone in a step', STEP, {}, 'inconclusive'],
    ['has requests on one arm alone, and is promoted', BAKING, {}, 'inconclusive'],
    ['has requests on both', STEP, { stable: arm }, 'healthy'],
    ['was compared before the promotion', BAKING, { stable: arm }, 'healthy'],
  ])('is called what it is where it %s', async (_, phase, arms, verdict) => {
    const { deciding, uncompared } = await seenOf(phase, arms);
    expect(worst(deciding)).toBe(verdict);
    expect(uncompared ? verdictReason(uncompared) : 'compared').toMatch(
      verdict === 'healthy' ? /^compared$/ : /^nothing has been compared yet: .* 2m ago/,
    );
  });

  it('is compared with the guardrail’s limit where it has all requests', async () => {
    const alone = { requests: new Map([[STARTED_AT + 120, 500]]), events: new Map() };
    const { deciding } = await seenOf(BAKING, { canary: silent, promoted: alone });
    expect(worst(deciding)).toBe('healthy');
  });

  it('is no matter where the comparison decides nothing', async () => {
    expect((await seenOf(STEP, {}, 'observe')).uncompared).toBeUndefined();
    expect((await seenOf(STEP, {}, 'off')).readUntil).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('A bake that is over', () => {
  it.each([
    [299, 'healthy'],
    [300, 'inconclusive'],
    [419, 'inconclusive'],
    [450, 'healthy'],
  ])(
    'by %d seconds after the promotion is %s, for its last minute is read then',
    async (after, verdict) => {
      const settings = { ...SETTINGS, alarms: [] };
      const watch = createMonitor(cloudWatch('OK'), countSource(), settings);
      const rollout = makeRemembered({ phase: BAKING, stepStartTimes: [COMPARED] });
      const { deciding } = await watch.check(rollout, STARTED_AT + after);
      expect(worst(deciding)).toBe(verdict);
    },
  );
});

describe('A bake as the last step', () => {
  const ADVANCE = { kind: 'evidence', minSeconds: 60, maxSeconds: 1800 } as const;
  const HELD: Plan = {
    ...PLAN,
    advance: ADVANCE,
    steps: [...PLAN.steps, { weight: 95, holdSeconds: 300 }],
    heldBack: true,
  };
  const seen = async (index: number, after: number, parts: Partial<Split> = {}) => {
    const read = { canary: arm, stable: arm, promoted: arm, ...parts };
    const readTraffic: CountSource['readTraffic'] = async (_, __, closedUntil) =>
      counted({ ...read, closedUntil });
    const watch = createMonitor(cloudWatch('OK'), countSource({ readTraffic }), {
      alarms: [],
      analysis: 'enforce',
      compare: CLASSES,
      falseRollbackRate: 0.01,
      dispersion: 1,
      warmUpSeconds: 60,
      minRequests: 1,
      metrics: [],
    });
    const before = [COMPARED, COMPARED + 120].slice(0, index);
    const rollout = makeRemembered({
      record: makeRecord({ plan: HELD }),
      phase: { kind: 'step', index, since: STARTED_AT },
      stepStartTimes: [...before, STARTED_AT],
    });
    return watch.check(rollout, STARTED_AT + after);
  };

  it.each([
    [299, 'healthy'],
    [300, 'inconclusive'],
    [419, 'inconclusive'],
    [450, 'healthy'],
  ])(
    'by %d seconds after it began is %s, for its last minute is read then',
    async (after, verdict) => {
      expect(worst((await seen(2, after)).deciding)).toBe(verdict);
    },
  );

  it('waits for no evidence, which the step before it needs as before a promotion', async () => {
    const few = series([40, 0]);
    const little = { canary: few, stable: few };
    expect(worst((await seen(2, 200, little)).deciding)).toBe('healthy');
    expect(worst((await seen(1, 200, little)).deciding)).toBe('inconclusive');
  });

  it('is not over while too many requests fail, and nobody knows whose fault that is', async () => {
    const calm = Array.from({ length: 5 }, () => [57, 0] as const);
    const failing = Array.from({ length: 3 }, () => [57, 19] as const);
    const stable = series(...Array.from({ length: 8 }, () => [3, 0] as const));
    const during = await seen(2, 620, { canary: series(...calm, ...failing), stable });
    expect(worst(during.deciding)).toBe('inconclusive');
    expect(during.deciding.map(verdictReason).join()).toContain(
      'too few requests on stable to show whether it is the new version',
    );
    const after = await seen(2, 620, { canary: series(...failing, ...calm), stable });
    expect(worst(after.deciding)).toBe('healthy');
  });
});

it('reads the hour before at the start, and once more when its last minute is closed', async () => {
  const readAt: number[] = [];
  let now = STARTED_AT;
  const source = countSource({
    readBaseline: async () => {
      readAt.push(now);
      return [{ measure: errorsMeasure(), minutes: [] }];
    },
  });
  const watch = createMonitor(cloudWatch('OK'), source, SETTINGS);
  const rollout = makeRemembered({ phase: STEP, stepStartTimes: [STARTED_AT] });
  const lastMinute = Math.floor(rollout.record.startedAt / 60) - 1;
  const isClosed = () => lastClosedMinute(now, rollout.record.longestAnswerSeconds) >= lastMinute;
  const closedAt: number[] = [];
  for (; now < STARTED_AT + 900; now += LOOK_SECONDS) {
    if (isClosed()) closedAt.push(now);
    await watch.check(rollout, now);
  }
  expect(closedAt[0]).toBeGreaterThan(STARTED_AT + LOOK_SECONDS);
  expect(readAt).toEqual([STARTED_AT, closedAt[0]]);
});
