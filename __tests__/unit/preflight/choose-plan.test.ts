// The forecast of a plan matches what the run will do: its tests, its clusters, its closed minutes.

import { describe, expect, it } from '@jest/globals';
import { clientErrorsMeasure } from '../../../src/analysis/client-errors-measure.ts';
import type { Counts } from '../../../src/analysis/counts.ts';
import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { CLASSES } from '../../../src/analysis/measure-class.ts';
import { slowMeasure } from '../../../src/analysis/slow-measure.ts';
import { noProblems } from '../../../src/base/problems.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { CountSource, MeasureBaseline } from '../../../src/monitor/count-source.ts';
import { inspectPlan } from '../../../src/preflight/choose-plan.ts';
import type { TargetSetup } from '../../../src/targets/target.ts';
import { PLAN } from '../rollout/rollout-fixture.ts';

const NOW = 1_764_000_000;

const evenly = Array.from({ length: 60 }, () => ({ requests: 6000, events: 12 }));
const inClusters = evenly.map((minute, i) => ({ ...minute, events: i % 6 === 0 ? 72 : 0 }));

interface Service {
  readonly minutes?: readonly Counts[];
  readonly slow?: readonly MeasureBaseline[];
  readonly functions?: TargetSetup['functions'];
  readonly longestAnswerSeconds?: number;
  readonly requestsPerMinute?: number;
  readonly blindSpots?: TargetSetup['blindSpots'];
}

const ORDERS = [{ name: 'orders', from: '7', version: '8' }];

/** The smallest error rate, in %, that the last step detects, and the minute that detects a total failure. */
async function promised(service: Service, more: Partial<Inputs> = {}) {
  const { minutes = evenly, slow = [], requestsPerMinute = 6000 } = service;
  const { functions = ORDERS, longestAnswerSeconds = 29, blindSpots = [] } = service;
  const countSource: Partial<CountSource> = {
    readDaily: async () => ({ requestsPerMinute, errorRate: 0.002 }),
    latencyGap: () => undefined,
    readBaseline: async (at) => [
      { measure: errorsMeasure(), minutes: at === NOW ? minutes : [] },
      ...slow,
    ],
  };
  const opening: Partial<TargetSetup> = { functions, longestAnswerSeconds, blindSpots };
  const inputs: Partial<Inputs> = {
    steps: PLAN.steps,
    advance: PLAN.advance,
    bakeSeconds: PLAN.bakeSeconds,
    analysis: 'enforce',
    compare: CLASSES,
    asked: { steps: PLAN.steps } as Inputs['asked'],
    falseRollbackRate: 0.01,
    dispersion: 'auto',
    metrics: [],
    ...more,
  };
  const watched = {
    countSource: countSource as CountSource,
    opening: opening as TargetSetup,
    availableSeconds: 3600,
  };
  const findings = noProblems();
  const { forecast, plan, holdBack } = await inspectPlan(watched, inputs as Inputs, findings, NOW);
  expect(findings.problems).toEqual([]);
  const text = forecast.join('\n');
  return {
    rate: Number(/step 2 .*error rate of ([\d.]+)%/.exec(text)?.[1]),
    plan,
    holdBack,
    forecast,
    notes: findings.notes,
    minute: Number(/every request is detected within (\d+) min/.exec(text)?.[1]),
  };
}

const COMPARED = [clientErrorsMeasure(), slowMeasure({ quantile: 0.9, milliseconds: 200 })].map(
  (measure) => ({ measure, minutes: [] }),
);

describe('a plan promises', () => {
  it('less if stable’s errors were clustered in the last hour, unless configured otherwise', async () => {
    const usual = await promised({});
    const clustered = await promised({ minutes: inClusters });
    expect(clustered.rate).toBeGreaterThan(1.3 * usual.rate);
    expect(await promised({ minutes: inClusters }, { dispersion: 1 })).toEqual(usual);
  });

  it('less where more is tested, for each test has a smaller part of the rate', async () => {
    const slow = COMPARED;
    const [alone, more] = [await promised({}), await promised({ slow })];
    expect(more.rate).toBeGreaterThan(alone.rate);
    const metric = { name: 'orders' } as Inputs['metrics'][number];
    const many = await promised({ slow }, { metrics: Array.from({ length: 20 }, () => metric) });
    expect(many.rate).toBeGreaterThan(more.rate);
  });

  it('a total failure later where it shows only at a long timeout, or with a stage cache', async () => {
    const { minute } = await promised({});
    const long = await promised({ longestAnswerSeconds: 210 });
    expect(long.minute).toBe(minute);
    expect(long.forecast.join()).toContain(
      `; within ${minute + 4} min if its requests fail only at the timeout of 3m30s`,
    );
    const cached = await promised({ blindSpots: [{ kind: 'cached', ratio: 3 }] });
    expect(cached.minute).toBe(minute + 1);
  });

  it('less with few requests if both sides may be counted together', async () => {
    const few = { requestsPerMinute: 4 };
    const { minute } = await promised(few);
    const together = await promised({ ...few, functions: [] });
    expect(together.minute).toBeGreaterThan(minute);
  });

  it.each([
    [
      { slow: [] },
      {},
      'not compared: client errors (4XX), latency (no counts by version, or none of the hour before)',
    ],
    [
      { slow: COMPARED },
      { compare: ['errors', 'latency'] },
      'not compared: client errors (4XX) (not in the input compare)',
    ],
    [{ slow: COMPARED }, {}, undefined],
  ] as const)('what is not compared, %#', async (service, inputs, text) => {
    const { forecast } = await promised(service, inputs);
    expect(forecast.find((line) => line.startsWith('not compared'))).toBe(text);
  });

  it('nothing where all that is to be compared is not counted', async () => {
    const { notes } = await promised({ slow: [] }, { compare: ['latency'] });
    expect(notes[0]).toMatch(
      /^compare: nothing is compared, so on-inconclusive applies; not compared/,
    );
    const metric = { name: 'orders' } as Inputs['metrics'][number];
    const own = await promised({ slow: [] }, { compare: ['latency'], metrics: [metric] });
    expect(own.notes).toEqual([]);
  });

  it('nothing about errors that are not compared', async () => {
    const { forecast } = await promised({ slow: COMPARED }, { compare: ['latency'] });
    expect(forecast).toEqual([
      'not compared: errors, client errors (4XX) (not in the input compare)',
    ]);
  });
});

describe('a bake', () => {
  const held = { kind: 'held-back', share: 5, asked: false };
  const none = (why: object) => ({ kind: 'none', why });
  it.each<[string, Service, Partial<Inputs>, object]>([
    ['is a last step by default', {}, {}, held],
    ['is one where only the report compares', {}, { analysis: 'observe' }, held],
    ['is none where nothing is compared', {}, { analysis: 'off' }, none({ kind: 'no-comparison' })],
    ['is none where errors are not', {}, { compare: ['latency'] }, none({ kind: 'no-comparison' })],
    ['is none of a preview', {}, { command: 'preview' }, none({ kind: 'preview' })],
    [
      'is none with little traffic',
      { requestsPerMinute: 20 },
      {},
      none({ kind: 'little-traffic', requestsPerMinute: 20 }),
    ],
    [
      'is none with clusters that leave too little to compare',
      { requestsPerMinute: 60 },
      { dispersion: 10 },
      none({ kind: 'little-traffic', requestsPerMinute: 60 }),
    ],
    [
      'is none where the counts of the definition’s releases may overlap',
      { requestsPerMinute: 60, functions: [] },
      {},
      none({ kind: 'little-traffic', requestsPerMinute: 60 }),
    ],
    ['may be asked for', { requestsPerMinute: 20 }, { holdBack: 5 }, { ...held, asked: true }],
  ])('%s', async (_, service, inputs, expected) => {
    const { plan, holdBack } = await promised(service, inputs);
    expect(holdBack).toEqual(expected);
    expect(plan.heldBack).toBe(holdBack.kind === 'held-back' ? true : undefined);
    expect(plan.steps).toHaveLength(PLAN.steps.length + (plan.heldBack ? 1 : 0));
  });

  it('that is a step has its line in the forecast', async () => {
    expect((await promised({})).forecast[2]).toMatch(
      /^bake \(95%, 5 min\): about 28,500 canary requests; detects an error rate of/,
    );
  });
});

describe('a plan with probes', () => {
  const few = { requestsPerMinute: 1 };
  const steps = [
    { weight: 5, holdSeconds: 300 },
    { weight: 25, holdSeconds: 600 },
  ];
  const byDefault: Partial<Inputs> = {
    ...{ steps, command: 'rollout', onInconclusive: 'hold', bakeSeconds: 0 },
    asked: {} as Inputs['asked'],
    advance: { kind: 'time', maxSeconds: undefined },
  };
  const smoke = (probesPerMinute: number) => ({ probesPerMinute }) as Inputs['smoke'];

  it('does not wait for users’ requests, because probes decide by then', async () => {
    const waiting = await promised(few, byDefault);
    expect(waiting.plan.requests).toBe(8);
    const probed = await promised(few, { ...byDefault, smoke: smoke(10) });
    expect(probed.plan.requests).toBeUndefined();
    expect(probed.plan.steps).toEqual(steps);
    expect(probed.forecast.join('\n')).toMatch(
      /probe: a version that fails every probe is detected within 2 min/,
    );
    expect(probed.notes.join('\n')).not.toContain('cannot detect even a total failure');
  });

  it('waits if the probes are too few, or are not sent to the end', async () => {
    const rare = await promised(few, { ...byDefault, smoke: smoke(1) });
    expect(rare.plan.requests).toBe(8);
    expect(rare.forecast.join('\n')).toContain('one that fails none is approved of after 39 min');
    const pieces = { ...byDefault, smoke: smoke(10), command: 'start' } as const;
    expect((await promised(few, pieces)).plan.requests).toBe(8);
  });

  it('leaves less of the rate to the other tests', async () => {
    const [alone, probed] = [await promised({}), await promised({}, { smoke: smoke(10) })];
    expect(probed.rate).toBeGreaterThan(alone.rate);
  });
});
