// What a run finds open is what it was asked for, in every part, or it is left alone: a function's tags
// remember one release whichever of its aliases it moves, and tags can be copied.

import { CreateStageCommand } from '@aws-sdk/client-api-gateway';
import { CreateAliasCommand, GetAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, movesIn, playFleet } from '../support/fleet-scene.ts';
import { addServices, errorsOf, play, readReport, writesIn } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };
const STAGING = { alias: 'staging', command: 'start' };
const PROD = { alias: 'prod' };
/** No traffic is judged, and nothing is waited for that is not the question. */
const QUICK = {
  steps: '50%/10s',
  'max-step-time': '15s',
  'bake-time': '0s',
  analysis: 'off',
  'on-inconclusive': 'promote',
};
/** The rest of such a release, by the plan that it was started with. */
const PROMOTE = { ...QUICK, command: 'promote', steps: '', 'bake-time': '' };
const FIRST_RUN = 'https://github.com/octo-org/orders/actions/runs/7000000001/attempts/1';

/** Functions with two aliases on version 1, and version 2 uploaded. */
async function onTwoAliases(
  names: readonly string[],
  act: (scene: FleetScene) => Promise<void>,
): Promise<void> {
  await playFleet({ names, alias: 'staging' }, async (scene) => {
    for (const FunctionName of names) {
      const alias = { FunctionName, Name: 'prod', FunctionVersion: '1' };
      await scene.lambda.send(new CreateAliasCommand(alias));
    }
    await act(scene);
  });
}

async function versionOf({ lambda }: FleetScene, Name: string, FunctionName = 'orders') {
  const found = await lambda.send(new GetAliasCommand({ FunctionName, Name }));
  expect(found.RoutingConfig).toBeUndefined();
  return found.FunctionVersion;
}

function refuses({ exitCode, outputs, ...run }: ActionResult, words: string | RegExp) {
  expect([exitCode, outputs.outcome]).toEqual([1, 'failed']);
  expect(errorsOf(run).join('\n')).toMatch(words);
}

/** Without what preflight asks for to learn whether it may: to remove a tag that is not there. */
function changesIn(calls: Parameters<typeof writesIn>[0]): readonly string[] {
  return writesIn(calls).filter((operation) => operation !== 'UntagResource');
}

describe('While one alias of a function is being released', () => {
  it('every command for another alias refuses, and says what is being released', async () => {
    await onTwoAliases(['orders'], async (scene) => {
      expect((await scene.release({ ...STAGING, ...QUICK })).outputs.outcome).toBe('held');
      const plan = await scene.release({ ...STAGING, ...QUICK, command: 'plan' }, NEXT_RUN);
      expect(plan.outputs.outcome).toBe('planned');
      expect(plan.log).toContain('is unfinished; see on-unfinished');
      const before = [await scene.routing(), await versionOf(scene, 'prod')];
      const mark = scene.mark();
      const asked: readonly Variables[] = [
        { command: 'rollout' },
        { command: 'rollout', 'on-unfinished': 'rollback' },
        { command: 'start', supersede: 'replace' },
        { command: 'advance' },
        { command: 'promote', 'on-other-plan': 'continue' },
        { command: 'rollback' },
        { command: 'rollback', 'rollback-to': 'previous' },
        { command: 'pause' },
        { command: 'resume' },
        { command: 'plan' },
      ];
      for (const inputs of asked) {
        const run = await scene.release({ ...PROD, ...inputs }, NEXT_RUN);
        refuses(run, `orders:staging is being released by ${FIRST_RUN}`);
        expect(errorsOf(run).join()).toContain(
          'wait until that release ends, or end it with command: promote or rollback for orders:staging',
        );
        expect(await run.post()).toMatchObject({ exitCode: 0, log: '' });
      }
      const status = await scene.release({ ...PROD, command: 'status' }, NEXT_RUN);
      expect(status).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged', weight: '0' } });
      expect(status.outputs.reason).toMatch(
        /^No rollout is open on the alias orders:prod\. However, orders:staging is being released by/,
      );
      expect(writesIn(scene.calls(mark))).toEqual([]);
      expect([await scene.routing(), await versionOf(scene, 'prod')]).toEqual(before);

      const promoted = await scene.release({ ...STAGING, ...PROMOTE });
      expect(promoted.outputs.outcome).toBe('promoted');
      expect(readReport(promoted).target).toMatchObject({ aliases: ['orders:staging'] });
      expect([await scene.routing(), await versionOf(scene, 'prod')]).toEqual([['2'], '1']);
    });
  });

  it('a release of another alias waits for it if requested, and then continues', async () => {
    await onTwoAliases(['orders'], async (scene) => {
      await scene.release({ ...STAGING, ...QUICK });
      const waiting = scene.start({ ...PROD, ...QUICK, supersede: 'wait' }, NEXT_RUN);
      await waiting.sees(/Waiting: orders:staging is being released by/);
      const mark = scene.mark();
      await scene.release({ ...STAGING, command: 'rollback' });
      expect(movesIn(scene.calls(mark))).toEqual(['orders 1']);
      expect((await waiting.done).outputs.outcome).toBe('promoted');
      expect(await scene.routing()).toEqual(['1']);
      expect(await versionOf(scene, 'prod')).toBe('2');
    });
  });

  it('a release of more functions names it, and so does their status', async () => {
    await onTwoAliases(['carts', 'orders'], async (scene) => {
      await scene.release({ ...STAGING, functions: 'orders' });
      const mark = scene.mark();
      const words = /orders:staging is being released by .*7000000001/;
      for (const command of ['rollout', 'promote', 'plan']) {
        refuses(await scene.release({ ...PROD, command }, NEXT_RUN), words);
      }
      const status = await scene.release({ ...PROD, command: 'status' }, NEXT_RUN);
      expect(status.exitCode).toBe(0);
      expect(status.outputs.reason).toMatch(words);
      expect(changesIn(scene.calls(mark))).toEqual([]);
    });
  });
});

describe('When one alias of a function has been released', () => {
  it('another alias is not taken for promoted, or for gone back', async () => {
    await onTwoAliases(['orders'], async (scene) => {
      await scene.release({ ...STAGING, ...QUICK });
      await scene.release({ ...STAGING, ...PROMOTE });
      expect(await scene.routing()).toEqual(['2']);
      const promote = await scene.release({ ...PROD, command: 'promote' }, NEXT_RUN);
      refuses(
        promote,
        /there is nothing to promote: no rollout is open on the alias orders:prod\. The traffic is not split/,
      );
      expect((await scene.release({ ...PROD, ...QUICK }, NEXT_RUN)).outputs.outcome).toBe(
        'promoted',
      );
      const back = { command: 'rollback', 'rollback-to': 'previous' };
      for (const alias of ['staging', 'prod']) {
        const went = await scene.release({ alias, ...back }, NEXT_RUN);
        expect(went.outputs.outcome).toBe('rolled-back');
      }
      expect([await scene.routing(), await versionOf(scene, 'prod')]).toEqual([['1'], '1']);
      const again = await scene.release({ ...PROD, ...back }, NEXT_RUN);
      expect(again.outputs.reason).toContain('It was already rolled back');
    });
  });
});

describe('A release of several functions', () => {
  it('continues only for all of them, and a rollback names all that it moved', async () => {
    await playFleet({ names: ['carts', 'orders'] }, async (scene) => {
      await scene.release({ command: 'start' });
      const promote = await scene.release({ command: 'promote', functions: 'carts' }, NEXT_RUN);
      refuses(promote, 'it releases "orders" as well, which this run does not name');
      expect(await scene.routing()).toEqual(['1 + 0.5 of 2', '1 + 0.5 of 2']);
      const part = await scene.release({ command: 'rollback', functions: 'carts' }, NEXT_RUN);
      refuses(part, 'expected functions: carts:live, orders:live');
      const back = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(back.outputs.outcome).toBe('rolled-back');
      expect(readReport(back)).toMatchObject({
        target: { aliases: ['carts:live', 'orders:live'] },
        functions: [{ name: 'carts' }, { name: 'orders' }],
      });
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('on a stage is not rolled back for a function that it does not move', async () => {
    await play({ functionName: 'orders' }, async (scene) => {
      await addServices(scene, ['payments']);
      await scene.release({ command: 'start' });
      const before = await scene.standing();
      const other = { command: 'rollback', functions: 'payments' };
      for (const input of [{}, { 'on-other-plan': 'continue' }]) {
        const refused = await scene.release({ ...other, ...input }, NEXT_RUN);
        refuses(refused, 'it releases "orders" as well, which this run does not name');
      }
      expect(await scene.standing()).toEqual(before);
      const named = await scene.release({ command: 'rollback' }, NEXT_RUN);
      expect(named.outputs.outcome).toBe('rolled-back');
    });
  });
});

describe('The release of another place', () => {
  it('is not gone on with where its tags were copied to another stage', async () => {
    await play({}, async (scene) => {
      await scene.release({ command: 'start' });
      const { restApiId, clients } = scene.api;
      const { deploymentId, tags, canarySettings, variables } = await scene.api.stage();
      const copy = { restApiId, stageName: 'beta', deploymentId, tags, canarySettings, variables };
      await clients.apiGateway.send(new CreateStageCommand(copy));
      const mark = scene.mark();
      for (const command of ['promote', 'rollback', 'rollout', 'plan', 'status']) {
        const run = await scene.release({ 'stage-name': 'beta', command }, NEXT_RUN);
        refuses(run, /its tags are a copy of the tags of arn:aws:apigateway:\S+\/stages\/prod/);
      }
      expect(changesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('is not gone on with for a function of another account', async () => {
    await playFleet({}, async (scene) => {
      await scene.release({ command: 'start' });
      const { region } = scene.simulator.world.place;
      const functions = `arn:aws:lambda:${region}:999999999999:function:orders`;
      const mark = scene.mark();
      for (const command of ['promote', 'rollback', 'rollout', 'status']) {
        const run = await scene.release({ functions, command }, NEXT_RUN);
        refuses(
          run,
          '"orders" belongs to account 999999999999, but the job uses account 123456789012',
        );
      }
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});
