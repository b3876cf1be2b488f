// A plan that waits for requests: which steps, how long, and what is said if they do not fit.

import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../../src/report/comment-body.ts';
import { renderSummary } from '../../../src/report/summary.ts';
import { tooLongNote, waitingNotes, waitingPlan } from '../../../src/rollout/low-traffic.ts';
import { requestsFor, type Step, stepWindow } from '../../../src/rollout/plan.ts';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { REPORTS } from '../report/report-fixture.ts';
import { PLAN } from './rollout-fixture.ts';

const HOURS = 3600;

describe('the default plan at low traffic', () => {
  it.each<[requestsPerMinute: number, hours: number, steps: string]>([
    [1, 6, '25%/1920, 50%/960'],
    // Fewer than an hour is left, such as with credentials of one hour.
    [1, 0.75, '25%/2400'],
    [9.9, 6, '25%/600, 50%/600'],
    [0.2, 6, '25%/9600, 50%/4800'],
    [0.12, 6, '25%/20040'],
  ])('at %d a minute, with %d hours, is %s', (requestsPerMinute, hours, expected) => {
    const waiting = waitingPlan({ requestsPerMinute, availableSeconds: hours * HOURS });
    const steps = waiting.kind === 'planned' ? waiting.plan.steps : [];
    const text = steps.map(({ weight, holdSeconds }) => `${weight}%/${holdSeconds}`).join(', ');
    expect(text).toBe(expected);
  });

  it('is the clock from 10 a minute on', () => {
    const traffic = { requestsPerMinute: 10, availableSeconds: 6 * HOURS };
    expect(waitingPlan(traffic)).toEqual({ kind: 'not-needed' });
  });

  it('that does not fit says what to set', () => {
    const traffic = { requestsPerMinute: 0.1, availableSeconds: 6 * HOURS };
    expect(waitingPlan(traffic)).toEqual({ kind: 'too-long', seconds: 24_000 });
    const note = tooLongNote(24_000, traffic);
    expect(note).toContain('at 0.1 requests per minute');
    expect(note).toContain('takes about 6h40m, and the job and its credentials leave 6h');
    for (const way of ['job-timeout', 'command: advance', 'on-inconclusive: promote']) {
      expect(note).toContain(way);
    }
  });

  it('says beforehand how long it takes, and proposes steps that can be set', () => {
    const waiting = waitingPlan({ requestsPerMinute: 1, availableSeconds: 6 * HOURS });
    const plan = { ...PLAN, ...(waiting.kind === 'planned' && waiting.plan) };
    const [note = ''] = waitingNotes(plan, 1);
    expect(note).toContain('At 1 request per minute, that takes about 48m, and at most 4h48m');
    const proposed = /set steps: (.*)$/.exec(note)?.[1] ?? '';
    expect(parseSteps(proposed)).toMatchObject({ kind: 'steps', steps: plan.steps });
  });
});

describe('a step that waits for requests', () => {
  const plan = { ...PLAN, requests: 8 };

  it('ends between ten minutes and six times what it usually takes', () => {
    const slow = { weight: 25, holdSeconds: 1920 };
    expect(stepWindow(plan, slow)).toEqual({ earliest: 600, latest: 6 * 1920 });
    expect(requestsFor(plan, slow)).toBe(8);
  });

  it('is never the bake, but any other step', () => {
    const [high, bake] = [75, 95].map((weight) => ({ weight, holdSeconds: 300 })) as [Step, Step];
    const held = { ...plan, steps: [high, bake], heldBack: true } as const;
    expect(requestsFor(held, bake)).toBe(0);
    expect(stepWindow(held, bake).earliest).toBe(300);
    expect(requestsFor(held, high)).toBe(8);
  });
});

describe('a report of a plan that waits for requests', () => {
  const steps = [{ weight: 5, holdSeconds: 1920 }];
  const { promoted } = REPORTS;
  const report = {
    ...promoted,
    outcome: 'running',
    plan: { ...PLAN, steps, requests: 8 },
    steps: promoted.steps.slice(0, 1),
  } as const;

  it('says what ends a step', () => {
    expect(renderComment(report)).toMatch(
      /Next: promotion, after 8 requests of the new version, expected at /,
    );
    expect(renderSummary(report)).toContain('5% until 8 requests (about 32m), promotion');
  });
});
