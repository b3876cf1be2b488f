// CloudWatch bills every metric that is asked for: a healthy release asks once a minute, and a failing one is found as
// soon as its counts are there.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';

const names = ['carts', 'orders'];
/** What both versions of a function and each look for failures take. */
const [WHOLE, FAILURES] = [6 * names.length, 2 * names.length];

function metricsIn({ calls }: FleetScene, mark: number) {
  const asked = calls(mark).filter(({ operation }) => operation === 'GetMetricData');
  return asked.map(({ at, metrics = 0 }) => ({ at, metrics }));
}

function sum(asked: readonly { readonly metrics: number }[]): number {
  return asked.reduce((total, { metrics }) => total + metrics, 0);
}

describe('A release of two aliases', () => {
  it('asks for everything once a minute while all is well, as its plan says', async () => {
    await playFleet({ names, logs: false }, async (scene) => {
      scene.users(30);
      const inputs = { steps: '50%/9m', bake: '2m', compare: 'errors' };
      const planned = await scene.release({ ...inputs, command: 'plan' });
      const [, most = ''] = /about ([\d,]+) CloudWatch metrics/.exec(planned.log) ?? [];
      const mark = scene.mark();
      const run = await scene.release(inputs);
      expect(run.outputs.outcome).toBe('promoted');

      const asked = metricsIn(scene, mark);
      expect(sum(asked)).toBeLessThanOrEqual(Number(most.replace(',', '')));
      const moved = scene
        .calls(mark)
        .find(
          ({ operation, body = '' }) =>
            operation === 'UpdateAlias' && body.includes('AdditionalVersionWeights'),
        );
      const since = moved?.at ?? 0;
      // After the hour before is known, and before the end of the step is awaited.
      const steady = asked.filter(({ at }) => at > since + 240_000 && at < since + 480_000);
      const whole = steady.filter(({ metrics }) => metrics === WHOLE);
      const looks = steady.filter(({ metrics }) => metrics === FAILURES);
      expect(steady).toHaveLength(whole.length + looks.length);
      // One of each a minute.
      expect(whole.length).toBeGreaterThanOrEqual(3);
      expect(whole.length).toBeLessThanOrEqual(5);
      expect(looks.length).toBeLessThanOrEqual(whole.length + 1);
      expect(sum(steady)).toBeLessThan((8 * 9 * names.length) / 1.8);
    });
  });

  it('asks for everything as soon as the new version has failed', async () => {
    await playFleet({ names, failing: 0.05, logs: false }, async (scene) => {
      scene.users(30);
      const run = scene.start({ steps: '50%/9m', analysis: 'observe' });
      await scene.reaches(0.5);
      const mark = scene.mark();
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe('promoted');
      const asked = metricsIn(scene, mark);
      const looks = asked.filter(({ metrics }) => metrics === FAILURES);
      const found = looks.map((look) => {
        const next = asked[asked.indexOf(look) + 1];
        return next !== undefined && next.metrics >= WHOLE && next.at - look.at < 10_000;
      });
      expect(found.filter(Boolean).length).toBeGreaterThan(3);
    });
  });
});
