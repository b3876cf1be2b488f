// 4XX responses, released through the bundle under real requests: a version that rejects everybody is rolled back by
// them alone, bots on both versions are no reason, and a version that lets everybody in is promoted with a warning.

import { describe, expect, it, jest } from '@jest/globals';
import { type Told, tryRelease } from '../support/judge-traffic.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

const STEP = { steps: '50%/8m', 'bake-time': '0s' };

const FELL = 'a clear fall, which is no reason to roll back';

function expectPromoted(told: Told): void {
  const all = told.report.evidence.map((e) => `${e.witness}: ${e.says}`);
  expect([told.outcome, ...all]).toEqual(['promoted', ...all]);
}

describe('Client errors', () => {
  it('of a version that rejects everybody roll it back, in words that name them', async () => {
    const script = (version: string) => ({ rejecting: version === '2' ? 1 : 0.03 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release(STEP);
      expect(told).toMatchObject({ outcome: 'rolled-back', canaryFailures: 0 });
      expect(told.result.outputs).toMatchObject({ cause: 'client-errors', verdict: 'failing' });
      expect(told.report.reason).toMatch(
        /^client errors \(4XX\) 100% on the canary vs [\d.]+% on stable \(×\d+.*about \d+ requests got a 4XX response because of it$/,
      );
      expect(told.report.impact).toMatchObject({ source: { kind: 'client-errors' } });
      expect(told.result.summary).toMatch(/^\| 🔴 client errors \| \d+ of \d+ \(100%\) \|/m);
      expect(told.witness('errors').verdict).not.toBe('failing');
      expect(told.report.notCompared).toEqual([]);
    });
  });

  it('of bots that visit both versions are no reason for anything', async () => {
    // Most requests are rejected, in two minutes of three.
    const script = (_: string, at: number) => ({
      rejecting: Math.floor(at / 60) % 3 < 2 ? 0.6 : 0,
    });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release(STEP);
      expectPromoted(told);
      expect(told.witness('client errors').verdict).not.toBe('failing');
      expect(told.warnings.join()).not.toContain(FELL);
    });
  });

  it('are not compared if compare does not name them, and the report says so', async () => {
    const script = (version: string) => ({ rejecting: version === '2' ? 1 : 0 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release({ ...STEP, compare: 'errors' });
      expectPromoted(told);
      const words = 'Not compared: client errors (4XX), latency (not in the input compare)';
      expect(told.result.summary).toContain(words);
      expect(told.report.notCompared.map(({ what }) => what)).toEqual(['client-errors', 'latency']);
      expect(told.report.evidence.map(({ witness }) => witness)).not.toContain('client errors');
    });
  });

  it('that are gone are reported once, and roll nothing back', async () => {
    const script = (version: string) => ({ rejecting: version === '2' ? 0 : 0.2 });
    await tryRelease({ script }, async ({ release }) => {
      const told = await release(STEP);
      expectPromoted(told);
      expect(told.witness('client errors')).toMatchObject({ fell: true });
      expect(told.warnings.filter((text) => text.includes(FELL))).toHaveLength(1);
      expect(told.timeline.join()).toContain('Check that the new version still refuses');
    });
  });
});
