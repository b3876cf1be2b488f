// AWS's limit of tags is asked before the first write, with what exactly this release stores.

import { TagResourceCommand as TagStageCommand } from '@aws-sdk/client-api-gateway';
import { ListVersionsByFunctionCommand, TagResourceCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };

const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`team-${i}`, 'x']));

async function tagStage({ api }: Scene, count: number): Promise<void> {
  const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${api.restApiId}/stages/${api.stageName}`;
  await api.clients.apiGateway.send(new TagStageCommand({ resourceArn, tags: tags(count) }));
}

/** Adds to the one tag that each function of the scene has. */
async function tagFunction({ lambda }: FleetScene, name: string, total: number): Promise<void> {
  const Resource = `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  await lambda.send(new TagResourceCommand({ Resource, Tags: tags(total - 1) }));
}

const noWrites = ['UntagResource'];

describe('A stage', () => {
  it('with 24 tags of its own releases a function', async () => {
    await play({}, async (scene) => {
      await tagStage(scene, 24);
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(readReport(run).notes.join()).not.toContain('tags');
    });
  });

  it('whose tags leave too little room is refused, and told how many are missing', async () => {
    await play({}, async (scene) => {
      await tagStage(scene, 47);
      const mark = scene.mark();
      const plan = await scene.release({ ...QUICK, command: 'plan' });
      const run = await scene.release(QUICK);
      expect(readReport(plan).problems).toEqual(readReport(run).problems);
      const [, needs, missing] =
        /the stage "prod" has 47 tags of its own, and AWS allows 50: this release needs (\d+) more and 3 are free, so (\d+) must be removed first/.exec(
          errorsOf(run).join(),
        ) ?? [];
      expect(Number(missing)).toBe(Number(needs) - 3);
      expect(Number(needs)).toBeLessThan(12);
      expect(writesIn(scene.calls(mark)).filter((name) => !noWrites.includes(name))).toEqual([]);
    });
  });

  it('with many tags of AWS is not refused for them', async () => {
    await play({}, async (scene) => {
      await tagStage(scene, 30);
      const cloudFormation = Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [`aws:cloudformation:${i}`, 'x']),
      );
      const effect = { kind: 'wrong-answer', patch: { tags: cloudFormation } } as const;
      scene.simulator.faults.add({ operation: 'GetStage', effect });
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });
});

describe('A function', () => {
  it('with as many tags as leave room is released, and the rest is said', async () => {
    await playFleet({}, async (scene) => {
      await tagFunction(scene, 'orders', 44);
      scene.users();
      const run = await scene.release(QUICK);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(readReport(run).notes.join()).toContain(
        'the function "orders" has room for this release\'s 6 tags, but then for only 0 more',
      );
    });
  });

  it.each([45, 46, 47, 50])(
    'with %s tags is refused before a version is published',
    async (count) => {
      await playFleet({}, async (scene) => {
        await tagFunction(scene, 'orders', count);
        const mark = scene.mark();
        const plan = await scene.release({ ...QUICK, command: 'plan' });
        const run = await scene.release(QUICK);
        expect(readReport(plan).problems).toEqual(readReport(run).problems);
        expect(errorsOf(run).join()).toContain(
          `the function "orders" has ${count} tags of its own, and AWS allows 50: this release needs 6 more`,
        );
        expect(writesIn(scene.calls(mark)).filter((name) => !noWrites.includes(name))).toEqual([]);
        const { Versions } = await scene.lambda.send(
          new ListVersionsByFunctionCommand({ FunctionName: 'orders' }),
        );
        expect(Versions?.length).toBe(2);
      });
    },
  );

  it('that only takes part needs two, and is named where they are missing', async () => {
    await playFleet({ names: ['orders', 'payments'] }, async (scene) => {
      await tagFunction(scene, 'payments', 48);
      const plan = await scene.release({ ...QUICK, command: 'plan' });
      expect(errorsOf(plan)).toEqual([]);
      await tagFunction(scene, 'payments', 49);
      const run = await scene.release(QUICK);
      expect(errorsOf(run).join()).toContain(
        'the function "payments" has 49 tags of its own, and AWS allows 50: this release needs 2 more and 1 are free, so 1 must be removed first',
      );
    });
  });

  it('that gets tags while its release is prepared stops it before the first one is written', async () => {
    await playFleet({}, async (scene) => {
      await tagFunction(scene, 'orders', 40);
      scene.simulator.onCall({
        before: async ({ operation }) => {
          if (operation === 'PublishVersion') await tagFunction(scene, 'orders', 50);
        },
      });
      const run = await scene.release(QUICK);
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join()).toContain('the function "orders" has 50 tags of its own');
      expect(await scene.tags()).not.toContainEqual(expect.stringContaining('canary-action'));
    });
  });
});
