// The finding of a comparison as text, also after a round trip through a file.

import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/analysis/finding.ts';
import { findingText } from '../../../src/report/finding-text.ts';

const FOUND: Finding = {
  source: { kind: 'errors' },
  verdict: 'failing',
  canary: { requests: 1000, events: 91 },
  stable: { requests: 9000, events: 90 },
  comparison: { ratio: 9.1, difference: 0.081, excessEvents: 81, stableRate: 0.01 },
  interval: { estimate: 9, low: 5, high: 15, level: 0.994 },
  reading: { nats: 9, threshold: 5, failing: true },
  safe: { nats: 0, threshold: 3 },
  failingSince: 1,
};
const ratio = (value: number) => ({ ...FOUND.comparison, ratio: value });

describe('a comparison', () => {
  it.each<[Partial<Finding>, string]>([
    [{}, 'errors 9.1% on the canary vs 1% on stable (×9.1, 99.4% interval 5.0–15.0)'],
    [
      { verdict: 'inconclusive' },
      'canary failed 91 of 1,000 requests (9.1%), stable 90 of 9,000 (1%): not enough to decide',
    ],
    [
      { verdict: 'inconclusive', reading: { nats: 0, threshold: 5, failing: false } },
      'canary failed 91 of 1,000 requests (9.1%), stable 90 of 9,000 (1%): no sign of harm, not enough to rule it out',
    ],
    [
      { verdict: 'inconclusive', canary: { requests: 1, events: 1 } },
      'canary failed 1 of 1 request (100%), stable 90 of 9,000 (1%): not enough to decide',
    ],
    [
      { verdict: 'inconclusive', source: { kind: 'latency', percentile: 90, aboveMs: 812 } },
      'requests above 812 ms: canary 91 of 1,000 (9.1%), stable 90 of 9,000 (1%): not enough to decide',
    ],
    [
      { source: { kind: 'latency', percentile: 90, aboveMs: 812 } },
      'requests above 812 ms 9.1% on the canary vs 1% on stable (×9.1, 99.4% interval 5.0–15.0)',
    ],
    [
      { source: { kind: 'metric', name: 'orders', missing: true }, interval: undefined },
      'without orders 9.1% on the canary vs 1% on stable (×9.1)',
    ],
    [
      { source: { kind: 'metric', name: 'declined payments' }, interval: undefined },
      'declined payments 9.1% on the canary vs 1% on stable (×9.1)',
    ],
    [
      { source: { kind: 'guardrail', limit: 0.1 } },
      'errors 9.1% with no stable traffic; limit 10%',
    ],
    [
      { source: { kind: 'guardrail', limit: 1 }, verdict: 'inconclusive' },
      'errors 9.1% with no stable traffic; cannot be judged: in the hour before, a third of the requests or more failed at times',
    ],
    [
      { source: { kind: 'guardrail', limit: 0.1, of: 'all-traffic' } },
      'errors 9.1% of all traffic, which are not counted by version; limit 10%',
    ],
    [
      {
        interval: { estimate: 90, low: 0.01, high: 1000, level: 0.994 },
        comparison: ratio(Infinity),
      },
      'errors 9.1% on the canary vs 1% on stable (×∞, 99.4% interval 0–∞)',
    ],
    [
      { interval: undefined, comparison: ratio(Infinity) },
      'errors 9.1% on the canary vs 1% on stable',
    ],
    [
      { interval: undefined, decidedFrom: { minutes: 3, arriving: 1 } },
      'errors 9.1% on the canary vs 1% on stable (×9.1); from 3 minutes, of which the last is still arriving',
    ],
    [
      { interval: undefined, decidedFrom: { minutes: 4, arriving: 2 } },
      'errors 9.1% on the canary vs 1% on stable (×9.1); from 4 minutes, of which the last 2 are still arriving',
    ],
    [
      { interval: undefined, decidedFrom: { minutes: 1, arriving: 1 } },
      'errors 9.1% on the canary vs 1% on stable (×9.1); from 1 minute, which is still arriving',
    ],
    [
      { interval: undefined, fromLogs: { afterShift: 12 } },
      'errors 9.1% on the canary vs 1% on stable (×9.1); from logs, 12s after the shift',
    ],
    [{ canary: { requests: 0, events: 0 } }, 'errors: no canary requests counted yet'],
    [
      { comparison: { ...FOUND.comparison, ratio: Number.NaN, stableRate: Number.NaN } },
      'errors 9.1% on the canary; no stable requests to compare with',
    ],
  ])('is described with its numbers: %j', (parts, text) => {
    const finding = { ...FOUND, ...parts };
    expect(findingText(finding)).toBe(text);
    expect(findingText(JSON.parse(JSON.stringify(finding)) as Finding)).toBe(text);
  });

  it('uses the estimate of the interval if there are no events to divide', () => {
    const none = { ...FOUND, canary: { requests: 9, events: 0 }, comparison: ratio(Number.NaN) };
    const text = 'errors 0% on the canary vs 1% on stable (×9.0, 99.4% interval 5.0–15.0)';
    expect(findingText(none)).toBe(text);
    expect(findingText(JSON.parse(JSON.stringify(none)) as Finding)).toBe(text);
  });
});
