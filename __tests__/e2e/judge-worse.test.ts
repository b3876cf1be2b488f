// Versions that are worse, released through the bundle under real requests: each is taken back, and
// by the witness that saw it. No alarm is set anywhere: the judge alone decides.

import { describe, expect, it, jest } from '@jest/globals';
import type { Script } from '../support/judge-backend.ts';
import { lateAndOutOfOrder, type Told, tryRelease } from '../support/judge-traffic.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

// Longer than it takes to find out: a machine that stalls blurs what is compared.
const STEP = { steps: '50%/20m' };

/** What the two versions do, whenever they are asked. */
const always =
  (stable: ReturnType<Script>, canary: ReturnType<Script>): Script =>
  (version) =>
    version === '2' ? canary : stable;

function expectRollback(told: Told, ...witnesses: readonly string[]): void {
  const all = told.report.evidence.map((e) => `${e.witness}: ${e.says}`);
  const { reason } = told.report;
  expect([told.outcome, reason, ...all]).toEqual(['rolled-back', reason, ...all]);
  expect(told.result).toMatchObject({ exitCode: 1, outputs: { verdict: 'failing', weight: '0' } });
  const failing = told.report.evidence.filter((e) => e.verdict === 'failing');
  const witness = failing.map((e) => e.witness).find((name) => witnesses.includes(name)) ?? '';
  expect([witnesses, failing.map((e) => e.witness)]).toEqual([
    witnesses,
    expect.arrayContaining([witness]),
  ]);
  expect(told.report.reason).toContain(told.witness(witness).says);
  // Which of several is named is the first comparison's.
  const [first] = failing.filter((e) => 'comparison' in e);
  expect(told.result.outputs.cause).toBe(first?.source.kind);
  expect(told.report.cause).toMatchObject({
    kind: first?.source.kind,
    evidence: expect.arrayContaining([expect.objectContaining({ source: first?.source })]),
  });
}

describe('A version that is worse is rolled back', () => {
  it('with five times the errors, and the numbers are said', async () => {
    const script = always({ failing: 0.02 }, { failing: 0.1 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release(STEP);
      expectRollback(told, 'errors');
      expect(told.witness('errors').comparison?.ratio).toBeGreaterThan(3);
      expect(told.witness('errors').comparison?.ratio).toBeLessThan(8);
      expect(told.report.reason).toMatch(
        /^errors [\d.]+% on the canary vs [\d.]+% on stable \(×[\d.]+(, [\d.]+% interval [\d.]+–[\d.]+)?\)(; from \d+ minutes?, (of )?which .* still arriving)?, rolled back after \d+m(\d+s)?; about \d+ requests failed because of it$/,
      );
      // Before that, each check says what is missing.
      expect(told.result.log).toMatch(
        /^watching .* (no sign of harm so far|evidence \d+%: errors)/m,
      );
      // Those of the minutes that were not closed yet are in it.
      const said = Number(/about (\d+) requests failed/.exec(told.report.reason)?.[1]);
      const spared = told.canaryFailures * (1 - 0.02 / 0.1);
      expect(said).toBeGreaterThan(0.6 * spared);
      expect(said).toBeLessThan(1.5 * spared);
    });
  });

  it('with answers that take half as long again', async () => {
    const script = always({ took: [60, 100] }, { took: [90, 150] });
    await tryRelease({ script, minutesBefore: 3 }, async ({ release }) => {
      const told = await release(STEP);
      // Whichever has enough evidence first.
      expectRollback(told, 'latency p90', 'latency p99');
      expect(told.witness('errors').verdict).not.toBe('failing');
    });
  });

  // The answer to AWS's open question must not matter: neither is told to the action.
  it.each([false, true])(
    'when it fails every request (the stage counts the canary, too: %p)',
    async (stageSeriesIncludesCanary) => {
      const script = always({}, { failing: 1 });
      await tryRelease({ script, unsettled: { stageSeriesIncludesCanary } }, async (trial) => {
        const told = await trial.release({ steps: '10%/20m' });
        expectRollback(told, 'errors');
        // No second minute has to agree, and none has to be closed.
        expect(told.witness('errors').decidedFrom?.arriving).toBeGreaterThan(0);
        expect(told.report.reason).toMatch(/minutes?, (of )?which .* still arriving/);
        const { requests, canaryFailures } = told;
        const [step] = told.report.steps;
        expect((step?.ended ?? 0) - (step?.began ?? 0)).toBeLessThan(12 * 60);
        // A tenth of the requests, and only while it lasted: 99.9 % stay below this.
        expect(canaryFailures).toBeGreaterThan(0);
        expect(canaryFailures).toBeLessThan(0.1 * requests + 3.1 * Math.sqrt(0.09 * requests));
      });
    },
  );

  it('where the gateway shows no series for the canary: the versions’ stand in', async () => {
    const unsettled = { canaryStageDimension: null, stageSeriesIncludesCanary: true };
    // Every environment of a function is a process of its own: fewer requests, slower.
    const few = { perMinute: 100 };
    await tryRelease(
      { behind: 'function', failing: 0.4, unsettled, ...few },
      async ({ release }) => {
        const told = await release(STEP);
        expectRollback(told, 'errors');
        expect(told.report.countedBy).toBe('functions');
        expect(told.result.summary).toContain('Counted by function version');
      },
    );
  });

  it('where everybody is served it at once, and nothing is left to compare with', async () => {
    const script = always({}, { failing: 0.6 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release({ steps: 'AllAtOnce', 'bake-time': '20m' });
      expectRollback(told, 'guardrail');
      expect(told.report.reason).toMatch(/errors 60% with no stable traffic; limit 10%/);
    });
  });

  it('though its counts come late and out of order', async () => {
    const script = always({ failing: 0.04 }, { failing: 0.2 });
    await tryRelease({ script }, async (trial) => {
      lateAndOutOfOrder(trial);
      const told = await trial.release(STEP);
      expectRollback(told, 'errors');
      expect(told.witness('errors').comparison?.ratio).toBeGreaterThan(3.5);
      expect(told.witness('errors').comparison?.ratio).toBeLessThan(7);
    });
  });
});

const metric = (name: string, worse: 'higher' | 'lower', events: string): string => `
- name: ${name}
  worse: ${worse}
  namespace: Shop
  events: ${events}
  total: Visits
  canary: { Version: "2" }
  stable: { Version: "1" }`;

const METRICS =
  metric('declined payments', 'higher', 'Declined') + metric('orders', 'lower', 'Orders');

describe('A version that answers well and does harm', () => {
  it.each([
    ['of which more is worse', 'declined payments', { ordering: 0.3, declined: 0.2 }],
    ['of which less is worse', 'orders', { ordering: 0.1, declined: 0.05 }],
  ])('is rolled back by a metric of the service’s own %s', async (_, name, canary) => {
    const script = always({ ordering: 0.3, declined: 0.05 }, canary);
    await tryRelease({ script }, async ({ release }) => {
      const told = await release({ ...STEP, metrics: METRICS });
      expectRollback(told, `metric ${name}`);
      const metrics = told.report.evidence.filter((e) => e.source.kind === 'metric');
      expect(metrics).toHaveLength(2);
      expect(metrics.filter((e) => e.verdict === 'failing')).toHaveLength(1);
      expect(told.canaryFailures).toBe(0);
    });
  });
});
