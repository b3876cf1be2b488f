// The first walk-through, step by step: a GET on /canary-demo calls version 1 of a function; half
// of the requests go to version 2; it is promoted; everybody meets version 2.

import { describe, expect, it } from '@jest/globals';
import type { ApiWiring } from '../../demo/hello-api.ts';
import { play, type Scene } from '../support/rollout.ts';

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';
const REQUESTS = 400;

/** Both ends of the two-sided 99.9 % interval of a fair coin, as shares of the throws. */
const [LOW, HIGH] = fairSplit(REQUESTS);

function fairSplit(throws: number): readonly [number, number] {
  let below = 0;
  let term = 0.5 ** throws;
  let least = 0;
  for (; below + term <= 0.0005; least++) {
    below += term;
    term *= (throws - least) / (least + 1);
  }
  return [least, throws - least];
}

/** Steps 1 to 4 of the walk-through; what stands before and after is up to the wiring. */
async function walk(scene: Scene) {
  const before = await scene.ask(20);
  const draftBefore = await uriOfDraft(scene);
  const first = (await scene.api.stage()).deploymentId ?? '';
  const run = scene.start({ steps: '50%/4m' });
  await scene.reaches(50);
  scene.simulator.reseed(2);
  const split = await scene.ask(REQUESTS);
  const draftWhileSplit = await uriOfDraft(scene);
  const result = await run.done;
  const after = await scene.ask(60);
  const history = (await scene.deployments()).map(({ id = '' }) => id);
  return { before, first, draftBefore, split, draftWhileSplit, result, after, history };
}

async function uriOfDraft({ standing }: Scene): Promise<string> {
  const text = JSON.stringify(await standing());
  return /function:api-gateway-stage-variables-get([^/]*)\/invocations/.exec(text)?.[1] ?? '';
}

const ACCOUNT = { stageName: 'canary', functionName: 'api-gateway-stage-variables-get' } as const;

describe('The walk-through of a canary release', () => {
  it.each<[ApiWiring, string, string]>([
    ['pinned', ':1', ':2'],
    ['variable', ':${stageVariables.version}', ':${stageVariables.version}'],
  ])('takes /canary-demo from v1 over half and half to v2, wired %s', async (wiring, was, is) => {
    await play({ ...ACCOUNT, wiring }, async (scene) => {
      const seen = await walk(scene);

      expect(seen.before).toEqual({ [V1]: 20 });
      expect(Object.keys(seen.split).sort()).toEqual([V1, V2]);
      expect(seen.split[V2]).toBeGreaterThanOrEqual(LOW);
      expect(seen.split[V2]).toBeLessThanOrEqual(HIGH);
      expect(seen.result.log).toContain('::group::Promote');
      expect(seen.result).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
      expect(seen.after).toEqual({ [V2]: 60 });

      expect([seen.draftBefore, seen.draftWhileSplit]).toEqual([was, was]);
      expect(await uriOfDraft(scene)).toBe(is);
      const stage = await scene.api.stage();
      expect(stage.canarySettings).toBeUndefined();
      expect(stage.deploymentId).toBe(seen.result.outputs['deployment-after']);
      expect(seen.history).toHaveLength(2);
      expect(seen.history).toEqual(expect.arrayContaining([seen.first, stage.deploymentId]));
    });
  });

  it('would notice a split that is not fair', () => {
    expect([LOW, HIGH]).toEqual([167, 233]);
  });
});
