// The jobs of a matrix: repository, run and attempt are the same for all of them.

import { TagResourceCommand } from '@aws-sdk/client-api-gateway';
import { AddPermissionCommand, CreateAliasCommand, GetAliasCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import {
  addServices,
  errorsOf,
  patchesIn,
  play,
  type Scene,
  until,
  writesIn,
} from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';

/** No traffic is judged, and nothing is waited for that is not the question. */
const QUICK = {
  steps: '50%/10s',
  'max-step-time': '15s',
  'bake-time': '0s',
  analysis: 'off',
  'on-inconclusive': 'promote',
};
const ORDERS = { ...QUICK, functions: 'orders' };
const PAYMENTS = { ...QUICK, functions: 'payments' };
const SIBLING = /actions\/runs\/7000000001\/attempts\/1 \(another job of this workflow run\)/;

const isRecording = ({ operation, body = '' }: CallRecord) =>
  operation === 'TagResource' && body.includes(':record.');

/** Whoever comes waits for the others; later ones do not. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (++come === count) open();
    return all;
  };
}

async function services(act: (scene: Scene) => Promise<void>): Promise<void> {
  await play({ functionName: 'orders', stageName: 'prod' }, async (scene) => {
    await addServices(scene, ['payments']);
    const allowed = { FunctionName: 'payments', Qualifier: '1', StatementId: 'gateway' };
    await scene.api.clients.lambda.send(
      new AddPermissionCommand({
        ...allowed,
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
      }),
    );
    await act(scene);
  });
}

/** What users of both services get. */
async function served(scene: Scene): Promise<readonly string[]> {
  const both = [await scene.ask(3), await scene.ask(3, '/payments')];
  return both.map((answers) => Object.keys(answers).join());
}

const V1 = 'Hello from Lambda v1';
const V2 = 'Hello from Lambda v2';

async function expectNothingLeft(scene: Scene) {
  const { tags = {}, canarySettings } = await scene.stage();
  expect(canarySettings).toBeUndefined();
  expect(Object.keys(tags as object).filter((key) => key.startsWith('canary-action:'))).toEqual([]);
}

/** One of two is promoted, and the other says who was faster. */
function oneOf(runs: readonly ActionResult[]): number {
  const outcomes = runs.map((run) => run.outputs.outcome);
  expect([...outcomes].sort()).toEqual(['failed', 'promoted']);
  const loser = runs.find((run) => run.outputs.outcome === 'failed');
  expect(loser && errorsOf(loser).join()).toMatch(SIBLING);
  return outcomes.indexOf('promoted');
}

describe('Two services of one API, released by jobs of one run', () => {
  it('that begin at the same time: one is released, and the other names it', async () => {
    await services(async (scene) => {
      const meet = meeting(2);
      scene.simulator.onCall({
        before: async (call) => {
          if (isRecording(call)) await meet();
        },
      });
      const legs = [scene.start(ORDERS), scene.start({ ...PAYMENTS, steps: '20%/5s, 50%/10s' })];
      const ended = await Promise.all(legs.map((leg) => leg.done));
      const winner = oneOf(ended);
      for (const run of ended) expect(await run.post()).toMatchObject({ exitCode: 0, log: '' });
      expect(await served(scene)).toEqual(winner === 0 ? [V2, V1] : [V1, V2]);
      await expectNothingLeft(scene);
    });
  });

  it.each([
    ['', {}],
    [' with supersede: replace', { supersede: 'replace' }],
    [' with on-unfinished: rollback', { 'on-unfinished': 'rollback' }],
  ])('the second does not roll back what the first prepares%s', async (_, inputs) => {
    await services(async (scene) => {
      let second: RunningStep<ActionResult> | undefined;
      let refused: ActionResult | undefined;
      scene.simulator.onCall({
        after: async (call) => {
          if (!isRecording(call) || second) return;
          second = scene.start({ ...PAYMENTS, ...inputs });
          refused = await second.done;
        },
      });
      const first = await scene.release(ORDERS);
      expect(first.outputs.outcome).toBe('promoted');
      if (!refused) throw new Error('the second came too late');
      oneOf([first, refused]);
      expect(errorsOf(refused).join()).toContain(
        '(another job of this workflow run) is unfinished',
      );
      expect(errorsOf(refused).join()).toContain('set supersede: wait');
      expect(await refused.post()).toMatchObject({ exitCode: 0, log: '' });
      expect(await served(scene)).toEqual([V2, V1]);
    });
  });

  it('with supersede: wait all are released, one after the other', async () => {
    await services(async (scene) => {
      const meet = meeting(2);
      scene.simulator.onCall({
        before: async (call) => {
          if (isRecording(call)) await meet();
        },
      });
      const wait = { supersede: 'wait' };
      const legs = [scene.start({ ...ORDERS, ...wait }), scene.start({ ...PAYMENTS, ...wait })];
      const ended = await Promise.all(legs.map((leg) => leg.done));
      expect(ended.flatMap(errorsOf)).toEqual([]);
      expect(ended.map((run) => run.outputs.outcome)).toEqual(['promoted', 'promoted']);
      expect(await served(scene)).toEqual([V2, V2]);
      await expectNothingLeft(scene);
    });
  });

  it('the post step of one that was killed while it waited leaves the other alone', async () => {
    await services(async (scene) => {
      const healthy = scene.start({ ...ORDERS, steps: '50%/2h' });
      await scene.reaches(50);
      const waiting = scene.start({ ...PAYMENTS, supersede: 'wait' });
      await waiting.sees(/Waiting: /);
      const mark = scene.mark();
      const post = await (await waiting.kill()).post();
      expect(post).toMatchObject({ exitCode: 0, log: '' });
      expect(patchesIn(scene.calls(mark))).toEqual([]);
      expect((await scene.stage()).canarySettings).toMatchObject({ percentTraffic: 50 });
      expect((await (await healthy.kill()).post())?.exitCode).toBe(1);
      await expectNothingLeft(scene);
    });
  });

  it('a re-run takes up what the attempt before it left while it prepared', async () => {
    await services(async (scene) => {
      const effect = { kind: 'timeout' } as const;
      const fault = scene.simulator.faults.add({ operation: 'CreateDeployment', effect });
      const first = scene.start(ORDERS);
      await until(() => scene.calls().some(({ operation }) => operation === 'CreateDeployment'));
      await first.kill();
      scene.simulator.faults.remove(fault.id);
      const again = await scene.release(ORDERS, { github: { runAttempt: 2 } });
      expect(again.outputs.outcome).toBe('promoted');
      expect(await served(scene)).toEqual([V2, V1]);
    });
  });
});

describe('A release that a version before these identities began', () => {
  it('is gone on with by another job of the same run, as it was then', async () => {
    await play({}, async (scene) => {
      await scene.release({ ...QUICK, command: 'start' });
      const { restApiId, stageName, clients } = scene.api;
      const { region } = scene.simulator.world.place;
      const resourceArn = `arn:aws:apigateway:${region}::/restapis/${restApiId}/stages/${stageName}`;
      const { tags = {} } = await scene.api.stage();
      const owner = tags['canary-action:rollout'] ?? '';
      expect(owner).toMatch(/\/attempts\/1\.[0-9a-f]{12}$/);
      const before = { 'canary-action:rollout': owner.replace(/\.[0-9a-f]{12}$/, '') };
      await clients.apiGateway.send(new TagResourceCommand({ resourceArn, tags: before }));
      expect((await scene.release(QUICK)).outputs.outcome).toBe('promoted');
      await expectNothingLeft(scene);
    });
  });
});

describe('Two aliases of one function, released by jobs of one run', () => {
  async function aliases(scene: FleetScene): Promise<readonly (string | undefined)[]> {
    return Promise.all(
      ['staging', 'prod'].map(async (Name) => {
        const asked = { FunctionName: 'orders', Name };
        const { FunctionVersion, RoutingConfig } = await scene.lambda.send(
          new GetAliasCommand(asked),
        );
        return RoutingConfig ? 'split' : FunctionVersion;
      }),
    );
  }

  async function onTwoAliases(act: (scene: FleetScene) => Promise<void>): Promise<void> {
    await playFleet({ alias: 'staging' }, async (scene) => {
      const prod = { FunctionName: 'orders', Name: 'prod', FunctionVersion: '1' };
      await scene.lambda.send(new CreateAliasCommand(prod));
      await act(scene);
    });
  }

  const STEPS = Array.from({ length: 9 }, (_, i) => `${i + 1}%/1s`).join(', ');

  it.each([
    ['as long as the other', '50%/10s'],
    ['longer than the other', `${STEPS}, 50%/10s`],
  ])(
    'that begin at the same moment: one is released, and the other untouched, by a record %s',
    async (_, steps) => {
      await onTwoAliases(async (scene) => {
        const meet = meeting(2);
        scene.simulator.onCall({
          before: async (call) => {
            if (isRecording(call)) await meet();
          },
        });
        const legs = [
          scene.start({ ...QUICK, alias: 'staging' }),
          scene.start({ ...QUICK, steps, alias: 'prod' }),
        ];
        const ended = await Promise.all(legs.map((leg) => leg.done));
        const winner = oneOf(ended);
        for (const run of ended) expect(await run.post()).toMatchObject({ exitCode: 0, log: '' });
        expect(await aliases(scene)).toEqual(winner === 0 ? ['2', '1'] : ['1', '2']);
        expect(await scene.tags()).toEqual(['orders team']);
      });
    },
  );

  it('the second does not touch what the first prepares', async () => {
    await onTwoAliases(async (scene) => {
      let refused: ActionResult | undefined;
      let marked = 0;
      let second: RunningStep<ActionResult> | undefined;
      scene.simulator.onCall({
        after: async (call) => {
          if (!isRecording(call) || second) return;
          marked = scene.mark();
          second = scene.start({ ...QUICK, alias: 'prod' });
          refused = await second.done;
          expect(writesIn(scene.calls(marked))).toEqual([]);
        },
      });
      const first = await scene.release({ ...QUICK, alias: 'staging' });
      if (!refused) throw new Error('the second came too late');
      expect(oneOf([first, refused])).toBe(0);
      expect(errorsOf(refused).join()).toContain('orders:staging is being released by');
      expect(await aliases(scene)).toEqual(['2', '1']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('with supersede: wait both are released', async () => {
    await onTwoAliases(async (scene) => {
      const legs = ['staging', 'prod'].map((alias) =>
        scene.start({ ...QUICK, alias, supersede: 'wait' }),
      );
      const ended = await Promise.all(legs.map((leg) => leg.done));
      expect(ended.map((run) => run.outputs.outcome)).toEqual(['promoted', 'promoted']);
      expect(await aliases(scene)).toEqual(['2', '2']);
    });
  });
});
