// A stage with many functions: what is planned is released, because the stored state of all of them fits into its tags.

import { describe, expect, it, jest } from '@jest/globals';
import { addServices, errorsOf, play, type Scene } from '../support/rollout.ts';

jest.setTimeout(300_000);

/** Nobody calls them: what is asked is whether all of it can be stored. */
const QUICK = {
  steps: '50%/1m',
  'max-step-time': '2m',
  'on-inconclusive': 'promote',
  'bake-time': '0s',
  analysis: 'off',
  'job-timeout': '3h',
};
/** With names of a usual length. */
const named = (count: number) =>
  Array.from({ length: count }, (_, i) => `shop-production-service-${i}`);

/** As `addServices`, with the versions in stage variables. */
async function addByVariables(scene: Scene, names: readonly string[]): Promise<void> {
  await scene.patch(
    ...names.map((_, i) => ({ op: 'replace', path: `/variables/v${i}`, value: '1' }) as const),
  );
  await addServices(scene, names, (i) => `\${stageVariables.v${i}}`);
}

async function releaseAll(scene: Scene, names: readonly string[]): Promise<void> {
  const inputs = { ...QUICK, functions: names.join(', '), 'invoke-permission': 'grant' };
  const plan = await scene.release({ ...inputs, command: 'plan' });
  expect([errorsOf(plan), plan.exitCode]).toEqual([[], 0]);
  const run = await scene.release(inputs);
  expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
  expect(Object.values(JSON.parse(run.outputs.versions ?? '{}'))).toEqual(names.map(() => '2'));
}

describe('A stage is released as planned', () => {
  it('with twelve pinned integrations', async () => {
    await play({}, async (scene) => {
      const names = named(12);
      await addServices(scene, names);
      await releaseAll(scene, names);
    });
  });

  it('with a hundred functions by stage variables', async () => {
    await play({}, async (scene) => {
      // The stage has one already, and a stage can have a hundred variables.
      const names = named(99);
      await addByVariables(scene, names);
      await releaseAll(scene, [...names, scene.api.functionName]);
    });
  });
});
