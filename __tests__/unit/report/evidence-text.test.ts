import { describe, expect, it } from '@jest/globals';
import type { EvidenceSource } from '../../../src/analysis/evidence.ts';
import { describeEvidence, measureTitle, sourceText } from '../../../src/report/evidence-text.ts';

const LATENCY = { kind: 'latency', percentile: 90, aboveMs: 812 } as const;

describe('the source of evidence', () => {
  it.each<[EvidenceSource, string]>([
    [{ kind: 'alarm', name: 'orders-5xx' }, 'alarm orders-5xx'],
    [{ kind: 'alarms' }, 'alarms'],
    [{ kind: 'errors' }, 'errors'],
    [LATENCY, 'latency p90'],
    [{ kind: 'metric', name: 'declined payments' }, 'metric declined payments'],
    [{ kind: 'guardrail', limit: 0.1 }, 'guardrail'],
    [{ kind: 'hook', point: 'step', name: 'smoke' }, 'step hook'],
    [{ kind: 'traffic' }, 'canary traffic'],
    [{ kind: 'comparison' }, 'comparison'],
    [{ kind: 'bake' }, 'bake'],
    [{ kind: 'reading', of: 'latency' }, 'latency'],
    [{ kind: 'counts', of: 'errors' }, 'counts of errors'],
    [{ kind: 'people', logins: ['mona'] }, 'feedback'],
  ])('is named: %j', (source, text) => {
    expect(sourceText(source)).toBe(text);
  });

  it('is named with its reason, and errors are not named twice', () => {
    const say = (source: EvidenceSource, says: string) =>
      describeEvidence({ source, verdict: 'failing', says });
    expect(say({ kind: 'alarm', name: 'a' }, 'in ALARM')).toBe('alarm a: in ALARM');
    expect(say({ kind: 'errors' }, 'errors 9% on the canary')).toBe('errors 9% on the canary');
  });

  it('is the title of a plot, with the limit for slow requests', () => {
    expect(measureTitle(LATENCY)).toBe('Latency p90: requests above 812 ms');
    expect(measureTitle({ kind: 'metric', name: 'orders' })).toBe('Metric orders');
  });
});
