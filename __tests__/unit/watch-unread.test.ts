// What cannot be read at all, and what merely says nothing: how far each decides, in a step and in the bake.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import type { Analysis } from '../../src/inputs/inputs.ts';
import type { Phase } from '../../src/rollout/phase.ts';
import { worst } from '../../src/rollout/verdict.ts';
import type { Gauge } from '../../src/targets/gauge.ts';
import { createWatch } from '../../src/watch.ts';
import { makeRemembered, STARTED_AT } from './rollout-fixture.ts';

const STEP: Phase = { kind: 'step', index: 0, since: STARTED_AT };
const BAKING: Phase = { kind: 'baking', since: STARTED_AT };
const NOW = STARTED_AT + 300;

type Says = 'OK' | 'INSUFFICIENT_DATA' | 'gone' | Error;

/** CloudWatch with one alarm, if that. */
function cloudWatch(says: Says): CloudWatchClient {
  const client = new CloudWatchClient({ region: 'us-east-1' });
  const send = async () => {
    if (says instanceof Error) throw says;
    return { MetricAlarms: says === 'gone' ? [] : [{ AlarmName: 'a', StateValue: says }] };
  };
  return Object.assign(client, { send });
}

const requests = new Map([[STARTED_AT, 500]]);
const arm = { requests, events: new Map() };

function gauge(parts: Partial<Gauge> = {}): Gauge {
  return {
    readTraffic: async () => ({
      kind: 'counted',
      source: 'gateway',
      apart: true,
      canary: arm,
      stable: arm,
      promoted: arm,
    }),
    readHistory: async () => ({ minutes: [], slow: [] }),
    readSlow: async () => [],
    readDaily: async () => undefined,
    ...parts,
  };
}

interface Given {
  readonly phase: Phase;
  readonly says?: Says;
  readonly gauge?: Partial<Gauge>;
  readonly analysis?: Analysis;
}

async function verdictOf({ phase, says = 'OK', gauge: parts, analysis = 'enforce' }: Given) {
  const watch = createWatch(cloudWatch(says), gauge(parts), {
    alarms: ['a'],
    analysis,
    falseRollbackRate: 0.01,
    dispersion: 'auto',
    minRequests: 1,
    metrics: [],
  });
  return worst((await watch(makeRemembered({ phase }), NOW)).decisive);
}

const denied = async () => {
  throw new Error('denied');
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
  it.each<[string, Partial<Gauge>, Phase, Analysis, string]>([
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
      { readSlow: denied },
      STEP,
      'enforce',
      'inconclusive',
    ],
    ['of latency hold up the bake', { readSlow: denied }, BAKING, 'enforce', 'inconclusive'],
    [
      'of latency are no matter where nothing is enforced',
      { readSlow: denied },
      STEP,
      'observe',
      'healthy',
    ],
  ])('%s', async (_, parts, phase, analysis, verdict) => {
    expect(await verdictOf({ phase, gauge: parts, analysis })).toBe(verdict);
  });
});
