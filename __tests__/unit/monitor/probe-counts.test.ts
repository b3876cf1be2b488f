// Healthy probes excuse that users' requests are few, and nothing else.

import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../../src/analysis/evidence.ts';
import type { Finding } from '../../../src/analysis/finding.ts';
import { isExcused } from '../../../src/monitor/probe-counts.ts';

function finding(source: Finding['source'], verdict: Finding['verdict'], nats = 0): Finding {
  const counts = { requests: 10, events: 0 };
  return {
    ...{ source, verdict, canary: counts, stable: counts },
    comparison: { stableRate: 0 } as Finding['comparison'],
    interval: undefined,
    reading: { nats, threshold: 5, failing: verdict === 'failing' },
    safe: { nats: 0, threshold: 3 },
    failingSince: undefined,
  };
}

const PROBES = finding({ kind: 'probes' }, 'healthy');
const FEW: Evidence = {
  ...{ source: { kind: 'traffic' }, verdict: 'inconclusive' },
  detail: { kind: 'too-few-requests', requests: 0, minRequests: 1 },
};
const QUIET = finding({ kind: 'errors' }, 'inconclusive');

describe('Healthy probes', () => {
  it.each<[string, Evidence]>([
    ['that there were no requests', FEW],
    ['that requests show no harm, and do not rule it out', QUIET],
    [
      'the same of latency',
      finding({ kind: 'latency', percentile: 90, aboveMs: 9 }, 'inconclusive'),
    ],
  ])('excuse %s', (_, evidence) => {
    expect(isExcused([PROBES], true)(evidence)).toBe(true);
  });

  it.each<[string, Evidence]>([
    ['a failure', finding({ kind: 'errors' }, 'failing', 6)],
    ['a sign of harm', finding({ kind: 'errors' }, 'inconclusive', 0.5)],
    [
      'a number of requests that the user asked for',
      { ...FEW, detail: { kind: 'too-few-requests', requests: 0, minRequests: 20 } },
    ],
    [
      'what could not be read',
      {
        ...{ source: { kind: 'traffic' }, verdict: 'inconclusive', unread: true },
        detail: { kind: 'unreadable', why: 'denied' },
      },
    ],
    ['a guardrail', finding({ kind: 'guardrail', limit: 0.1 }, 'inconclusive')],
    [
      'an alarm without a clear state',
      {
        ...{ source: { kind: 'alarm', name: 'a' }, verdict: 'inconclusive' },
        detail: { kind: 'alarm-no-data' },
      },
    ],
  ])('do not excuse %s', (_, evidence) => {
    expect(isExcused([PROBES], true)(evidence)).toBe(false);
  });

  it('excuse nothing where there is enough traffic', () => {
    expect(isExcused([PROBES], false)(FEW)).toBe(false);
  });

  it.each(['inconclusive', 'failing'] as const)(
    'are the only ones that do: not %s ones',
    (verdict) => {
      expect(isExcused([{ ...PROBES, verdict }], true)(FEW)).toBe(false);
      expect(isExcused([], true)(FEW)).toBe(false);
    },
  );
});
