// A stage with a cache: its answers are fast and never fail, so versions that are the same look different.

import { describe, expect, it, jest } from '@jest/globals';
import { type Trial, tryRelease } from '../support/judge-traffic.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });

/** The service has a few requests a second, so most of stable's are answered by the cache. */
async function enableCache({ scene }: Trial): Promise<void> {
  await scene.patch(replace('/cacheClusterEnabled', 'true'));
  await scene.patch(replace('/*/*/caching/enabled', 'true'));
  await scene.patch(replace('/*/*/caching/ttlInSeconds', '1'));
  await scene.simulator.world.clock.sleep(180_000);
}

describe('On a stage with a cache', () => {
  // Protects the counting by backends (beyondCache in src/targets/stage/stage-series.ts): of all requests, the
  // canary fails several times as many, and is slower.
  it('the same code is promoted, and the run says what is not compared', async () => {
    await tryRelease({ script: () => ({ failing: 0.05 }) }, async (trial) => {
      await enableCache(trial);
      const told = await trial.release({ steps: '20%/4m, 50%/5m' });
      expect(told.report.reason).toBe('The canary completed all steps and the bake.');
      expect(told.outcome).toBe('promoted');
      expect(told.report).toMatchObject({ countedBy: 'backend' });
      const said = told.warnings.join('\n');
      expect(said).toMatch(/the stage caches answers of all methods\. The canary does not use/);
      expect(said).toMatch(/latency is not compared/);
      expect(said).not.toMatch(/AWS routes/);
      expect(told.result.summary).toMatch(/the judge cannot see \d+ kinds of harm/);
      expect(told.report.evidence.map(({ source }) => source.kind)).not.toContain('latency');
    });
  });

  it('a version that fails is rolled back', async () => {
    const script = (version: string) => ({ failing: version === '2' ? 0.9 : 0.02 });
    await tryRelease({ script }, async (trial) => {
      await enableCache(trial);
      const told = await trial.release({ steps: '20%/10m' });
      expect(told.outcome).toBe('rolled-back');
      expect(told.report.reason).toMatch(/^errors (8|9)\d% on the canary/);
    });
  });
});
