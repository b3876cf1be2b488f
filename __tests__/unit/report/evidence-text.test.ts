import { describe, expect, it } from '@jest/globals';
import type { EvidenceDetail, EvidenceSource } from '../../../src/analysis/evidence.ts';
import {
  describeEvidence,
  measureTitle,
  sourceText,
  verdictReason,
} from '../../../src/report/evidence-text.ts';

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
    [{ kind: 'reading', of: 'comparisons' }, 'comparisons'],
    [{ kind: 'counts', of: 'client-errors' }, 'counts of client errors'],
    [{ kind: 'client-errors' }, 'client errors'],
    [{ kind: 'counts', of: 'errors' }, 'counts of errors'],
    [{ kind: 'people', logins: ['mona'] }, 'feedback'],
  ])('is named: %j', (source, text) => {
    expect(sourceText(source)).toBe(text);
  });

  it('is named with its reason', () => {
    const say = (source: EvidenceSource, detail: EvidenceDetail) =>
      describeEvidence({ source, verdict: 'failing', detail });
    const alarm = { kind: 'alarm', name: 'a' } as const;
    expect(say(alarm, { kind: 'alarm-fired', reason: '12 > 5' })).toBe('alarm a: in ALARM: 12 > 5');
    expect(say(alarm, { kind: 'unreadable', why: 'denied' })).toBe(
      'alarm a: could not be read: denied',
    );
  });

  it.each<[EvidenceSource, EvidenceDetail, string]>([
    [{ kind: 'alarms' }, { kind: 'unreadable', why: 'denied' }, 'denied'],
    [
      { kind: 'traffic' },
      { kind: 'too-few-requests', requests: 3, minRequests: 10 },
      '3 requests counted in this step, fewer than 10',
    ],
    [
      { kind: 'counts', of: 'errors' },
      { kind: 'incomplete-minutes', minutes: 2, from: 1_764_000_060 },
      'CloudWatch has only part of the data for 2 minutes from 16:01 UTC on, which could not be compared',
    ],
    [
      { kind: 'hook', point: 'step', name: 'checks.example.com' },
      { kind: 'hook-result', result: 'failed', message: 'two carts were empty' },
      'checks.example.com failed: two carts were empty',
    ],
    [
      { kind: 'hook', point: 'step', name: 'smoke' },
      { kind: 'hook-result', result: 'passed', message: '' },
      'smoke passed',
    ],
    [{ kind: 'people', logins: ['mona', 'hubot'] }, { kind: 'disliked' }, '👎 by mona, hubot'],
    [
      { kind: 'bake' },
      { kind: 'bake-unread', readableAfterSeconds: 120 },
      'its last minutes have not been read: a minute’s counts can be read 2m after its end',
    ],
  ])('has a reason: %j %j', (source, detail, text) => {
    expect(verdictReason({ source, verdict: 'inconclusive', detail })).toBe(text);
  });

  it('is the title of a plot, with the limit for slow requests', () => {
    expect(measureTitle(LATENCY)).toBe('Latency p90: requests above 812 ms');
    expect(measureTitle({ kind: 'metric', name: 'orders' })).toBe('Metric orders');
  });
});
