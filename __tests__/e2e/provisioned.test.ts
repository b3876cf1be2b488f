// A version with provisioned concurrency is followed by one that has as much before any traffic, and
// what only the losing side needed is given back, however the release ends.

import { CreateStageCommand } from '@aws-sdk/client-api-gateway';
import {
  GetProvisionedConcurrencyConfigCommand,
  type LambdaClient,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, patchesIn, play, type Scene, until, writesIn } from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };
/** Functions that a busy machine holds up are not what is tested here. */
const WATCHED_ONLY = { analysis: 'observe' };

interface Provisioned {
  readonly lambda: LambdaClient;
  /** Default: `orders`. */
  readonly name?: string;
}

async function provision(
  { lambda, name = 'orders' }: Provisioned,
  count: number,
  Qualifier = '1',
): Promise<void> {
  const which = { FunctionName: name, Qualifier };
  const asked = { ...which, ProvisionedConcurrentExecutions: count };
  await lambda.send(new PutProvisionedConcurrencyConfigCommand(asked));
}

/** How many environments each of the two versions has asked for, or others that have. */
async function provisioned(
  { lambda, name = 'orders' }: Provisioned,
  qualifiers: readonly string[] = ['1', '2'],
): Promise<readonly number[]> {
  const read = async (Qualifier: string) => {
    try {
      const asked = { FunctionName: name, Qualifier };
      const answer = await lambda.send(new GetProvisionedConcurrencyConfigCommand(asked));
      return answer.RequestedProvisionedConcurrentExecutions ?? 0;
    } catch {
      return 0;
    }
  };
  return Promise.all(qualifiers.map(read));
}

/** Cancels the job at its first such call after it is promoted; the call waits until the job has the signal. */
function cancelAt(
  { simulator }: Pick<Scene, 'simulator'>,
  { pid, sees }: RunningStep<ActionResult>,
  operation: string,
  isPromotion: (call: CallRecord) => boolean,
): void {
  let reached: 'not promoted' | 'promoted' | 'cancelled' = 'not promoted';
  simulator.onCall({
    after: (call) => {
      if (reached === 'not promoted' && isPromotion(call)) reached = 'promoted';
    },
    before: async (call) => {
      if (reached !== 'promoted' || call.operation !== operation) return;
      reached = 'cancelled';
      process.kill(pid, 'SIGINT');
      await sees(/Received SIGINT/);
    },
  });
}

function isMoveTo2({ operation, body = '' }: CallRecord): boolean {
  return operation === 'UpdateAlias' && body.includes('"FunctionVersion":"2"');
}

/** What is said of a call that was refused because the job is to stop. */
const NOT_SENT = /so the request was not sent/;

describe('Provisioned concurrency of the previous version', () => {
  it('is kept for both through a bake in which both serve', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 3);
      scene.users();
      const held = { ...WATCHED_ONLY, 'hold-back': '5%', 'bake-time': '2m' };
      const run = scene.start(held);
      await scene.reaches(0.95);
      expect(await provisioned(scene)).toEqual([3, 3]);
      expect((await run.done).outputs).toMatchObject({ outcome: 'promoted', weight: '100' });
      expect(await provisioned(scene)).toEqual([0, 3]);
      expect(await scene.routing()).toEqual(['2']);
    });
  });

  it('is given to the new one before any traffic, and follows the promotion', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 3);
      scene.users();
      const mark = scene.mark();
      const { outputs, log } = await scene.release(WATCHED_ONLY);
      expect([outputs.outcome, outputs.reason]).toEqual(['promoted', expect.any(String)]);
      expect(log).toContain('orders: 3 environments of version 2 are ready');
      expect(await provisioned(scene)).toEqual([0, 3]);
      const wrote = writesIn(scene.calls(mark)).filter((name) => /Provisioned|Alias/.test(name));
      expect(wrote).toEqual([
        'PutProvisionedConcurrencyConfig',
        'UpdateAlias',
        'UpdateAlias',
        'DeleteProvisionedConcurrencyConfig',
      ]);
    });
  });

  it('stays with it when the release is cancelled, and that of the new version is removed', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2);
      scene.users();
      const run = scene.start({ ...WATCHED_ONLY, steps: '50%/60m' });
      await scene.reaches(0.5);
      const { outputs, post } = await run.cancel();
      expect(outputs.outcome).toBe('rolled-back');
      // What there was no time for is left to the post step.
      await post();
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('goes when the job is cancelled while it cleans up after the promotion', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 3);
      scene.users();
      const run = scene.start({ ...WATCHED_ONLY, steps: 'AllAtOnce' });
      cancelAt(scene, run, 'ListAliases', isMoveTo2);
      const { outputs, log, post } = await run.done;
      expect([outputs.outcome, log]).toEqual(['promoted', expect.stringContaining('Received SIG')]);
      expect(log).not.toMatch(NOT_SENT);
      // What there was no time for is left to the post step.
      expect((await post())?.log ?? '').not.toMatch(NOT_SENT);
      expect(await provisioned(scene)).toEqual([0, 3]);
      expect(await scene.routing()).toEqual(['2']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('that fails for the new one ends the release before any traffic', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2);
      const patch = { Status: 'FAILED', StatusReason: 'FUNCTION_ERROR_INIT_FAILURE' };
      const effect = { kind: 'wrong-answer', patch } as const;
      const operation = 'GetProvisionedConcurrencyConfig';
      // Preflight and the beginning read what stands.
      scene.simulator.faults.add({ operation, effect, after: 4 });
      const mark = scene.mark();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/INIT_FAILURE/);
      scene.simulator.faults.remove();
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateAlias');
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('is removed by the next run, if the machine was lost', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2);
      scene.simulator.lambda.provisioningSeconds = 600;
      const run = scene.start();
      await until(async () => (await provisioned(scene))[1] === 2);
      await run.kill();
      const next = await scene.release({ version: '1' }, NEXT_RUN);
      expect(next.outputs.outcome).toBe('unchanged');
      expect(await provisioned(scene)).toEqual([2, 0]);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });
});

const ALL = ['live', '1', '2'];

/** What was written to the alias and to what is kept ready, refused writes as `!UpdateAlias`. */
function written(scene: FleetScene, mark: number): readonly string[] {
  return (
    scene
      .calls(mark)
      .filter(({ operation }) => /^(Put|Delete)Provisioned|^UpdateAlias/.test(operation ?? ''))
      // What preflight asks for is not there.
      .filter(({ status }) => status !== 404)
      .map(({ operation, status }) => `${(status ?? 0) < 300 ? '' : '!'}${operation}`)
  );
}

describe('Provisioned concurrency of the alias', () => {
  it('is allocated to the new version before any traffic, and moved at the end', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const { unsettled } = scene.simulator.world;
      Object.assign(unsettled, { provisionedVersionBehindProvisionedAlias: 'accepted' });
      await provision(scene, 3, 'live');
      scene.users();
      const run = scene.start(WATCHED_ONLY);
      await scene.reaches(0.5);
      expect(await provisioned(scene, ALL)).toEqual([3, 0, 3]);
      // By weight alone until the bake is over: so the way back leads to what is ready.
      await scene.reaches(1);
      const { outputs, log } = await run.done;
      expect([outputs.outcome, outputs.reason]).toEqual(['promoted', expect.any(String)]);
      expect(log).toContain('orders: 3 environments of version 2 are ready');
      expect(log).toContain('orders:live: version 2 is served by environments of the alias');
      expect(await provisioned(scene, ALL)).toEqual([3, 0, 0]);
      expect(await scene.routing()).toEqual(['2']);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('is left to Lambda to move when the job is cancelled', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const { unsettled } = scene.simulator.world;
      Object.assign(unsettled, { provisionedVersionBehindProvisionedAlias: 'accepted' });
      await provision(scene, 3, 'live');
      scene.users();
      const run = scene.start({ ...WATCHED_ONLY, steps: 'AllAtOnce' });
      cancelAt(scene, run, 'GetProvisionedConcurrencyConfig', isMoveTo2);
      const { outputs, log, post } = await run.done;
      expect([outputs.outcome, log]).toEqual(['promoted', expect.stringContaining('Received SIG')]);
      expect(log).toContain('orders:live: no longer waiting');
      expect(log).not.toMatch(NOT_SENT);
      expect((await post())?.log ?? '').not.toMatch(NOT_SENT);
      expect(await provisioned(scene, ALL)).toEqual([3, 0, 0]);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('is shared out by Lambda where it refuses a version that has some besides', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 3, 'live');
      scene.users();
      const mark = scene.mark();
      const { outputs, log } = await scene.release(WATCHED_ONLY);
      expect([outputs.outcome, outputs.reason]).toEqual(['promoted', expect.any(String)]);
      expect(written(scene, mark)).toEqual([
        'PutProvisionedConcurrencyConfig',
        '!UpdateAlias',
        'DeleteProvisionedConcurrencyConfig',
        'UpdateAlias',
        'UpdateAlias',
        'UpdateAlias',
        'DeleteProvisionedConcurrencyConfig',
      ]);
      expect(log).toContain('the provisioned concurrency of version 2 was removed');
      expect(await provisioned(scene, ALL)).toEqual([3, 0, 0]);
      expect(await scene.routing()).toEqual(['2']);
    });
  });

  it('stays where it is when the bake goes wrong: one call back, nothing held', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2, 'live');
      scene.users();
      const run = scene.start({ ...WATCHED_ONLY, 'bake-time': '60m' });
      await scene.reaches(1);
      const mark = scene.mark();
      const { outputs, post } = await run.cancel();
      expect(outputs.outcome).toBe('rolled-back');
      await post();
      expect(written(scene, mark).slice(0, 1)).toEqual(['UpdateAlias']);
      expect(await scene.routing()).toEqual(['1']);
      expect(await scene.ask(5)).toEqual({ 1: 5 });
      expect(await provisioned(scene, ALL)).toEqual([2, 0, 0]);
    });
  });

  it('that cannot be allocated to the new version ends the release before any traffic', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2, 'live');
      scene.simulator.lambda.provisioningFailure = 'FUNCTION_ERROR_INIT_FAILURE';
      const mark = scene.mark();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/version 2 of "orders" failed \(FUNCTION_ERROR_INIT/);
      expect(writesIn(scene.calls(mark))).not.toContain('UpdateAlias');
      expect(await provisioned(scene, ALL)).toEqual([2, 0, 0]);
      expect(await scene.tags()).toEqual(['orders team']);
    });
  });

  it('that fails at the very end leaves users on the promoted version, and is said', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await provision(scene, 2, 'live');
      scene.users();
      const run = scene.start(WATCHED_ONLY);
      await scene.reaches(1);
      scene.simulator.lambda.provisioningFailure = 'FUNCTION_ERROR_INIT_FAILURE';
      const { outputs, log } = await run.done;
      expect(outputs.outcome).toBe('promoted');
      expect(log).toMatch(/::warning.*concurrency of orders:live failed \(FUNCTION_ERROR_INIT/);
      expect(await scene.routing()).toEqual(['2']);
      expect(await scene.ask(5)).toEqual({ 2: 5 });
    });
  });

  it.each([
    ['rollback', '1', 'unchanged'],
    ['resume', '2', 'promoted'],
  ])(
    'that Lambda moves while the machine is lost is mended by the next run: %s',
    async (policy, version, outcome) => {
      await playFleet({ logs: false }, async (scene) => {
        await provision(scene, 2, 'live');
        scene.users();
        const run = scene.start(WATCHED_ONLY);
        await scene.reaches(1);
        scene.simulator.lambda.provisioningSeconds = policy === 'rollback' ? 36_000 : 60;
        await until(async () => (await scene.routing())[0] === '2 + 1 of 1');
        await run.kill();
        const next = await scene.release({ 'on-unfinished': policy, version }, NEXT_RUN);
        expect([next.outputs.outcome, next.outputs.reason]).toEqual([outcome, expect.any(String)]);
        expect(await scene.routing()).toEqual([version]);
        expect(await scene.ask(5)).toEqual({ [version]: 5 });
        expect(await provisioned(scene, ALL)).toEqual([2, 0, 0]);
        expect(await scene.tags()).toEqual(['orders team']);
      });
    },
  );

  it('does not hold users on the version that a later rollback leaves', async () => {
    await playFleet({ failing: null, logs: false }, async (scene) => {
      await scene.upload('orders', 'v2');
      await scene.publish('orders');
      await scene.meddle('orders', '2');
      await provision(scene, 2, 'live');
      scene.simulator.lambda.provisioningSeconds = 36_000;
      const { outputs } = await scene.release({ command: 'rollback', 'rollback-to': 'orders=1' });
      expect(outputs.outcome).toBe('rolled-back');
      expect(await scene.ask(5)).toEqual({ 1: 5 });
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});

describe('Provisioned concurrency of the version that a stage serves', () => {
  const of = ({ api }: Scene) => ({ lambda: api.clients.lambda, name: api.functionName });

  it.each(['variable', 'pinned'] as const)(
    'by a %s is given to the new one before any traffic, and follows the promotion',
    async (wiring) => {
      await play({ wiring }, async (scene) => {
        await provision(of(scene), 3);
        scene.users();
        const mark = scene.mark();
        const { outputs, log } = await scene.release(WATCHED_ONLY);
        expect([outputs.outcome, outputs.reason]).toEqual(['promoted', expect.any(String)]);
        expect(log).toContain('3 environments of version 2 are ready');
        const wrote = writesIn(scene.calls(mark)).filter((name) => /Provisioned|Stage/.test(name));
        expect(wrote[0]).toBe('PutProvisionedConcurrencyConfig');
        expect(wrote.at(-1)).toBe('DeleteProvisionedConcurrencyConfig');
        expect(await provisioned(of(scene))).toEqual([0, 3]);
      });
    },
  );

  it.each(['GetStages', 'GetExport', 'DeleteProvisionedConcurrencyConfig'])(
    'goes when the job is cancelled at %s, as it cleans up after the promotion',
    async (operation) => {
      await play({ wiring: 'variable' }, async (scene) => {
        await provision(of(scene), 3);
        scene.users();
        const run = scene.start({ ...WATCHED_ONLY, steps: 'AllAtOnce' });
        const isPromotion = ({ body = '' }: CallRecord) => body.includes('"path":"/deploymentId"');
        cancelAt(scene, run, operation, isPromotion);
        const { outputs, log, post } = await run.done;
        expect([outputs.outcome, log]).toEqual([
          'promoted',
          expect.stringContaining('Received SIG'),
        ]);
        expect(log).not.toMatch(NOT_SENT);
        expect((await post())?.log ?? '').not.toMatch(NOT_SENT);
        expect(await provisioned(of(scene))).toEqual([0, 3]);
        expect((await scene.api.stage()).tags).toBeUndefined();
      });
    },
  );

  it('stays with a version that another stage calls too', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      const { clients, restApiId } = scene.api;
      const { deploymentId, variables } = await scene.api.stage();
      const other = { restApiId, stageName: 'test', deploymentId, variables };
      await clients.apiGateway.send(new CreateStageCommand(other));
      await provision(of(scene), 3);
      scene.users();
      const { outputs } = await scene.release(WATCHED_ONLY);
      expect(outputs.outcome).toBe('promoted');
      expect(await provisioned(of(scene))).toEqual([3, 3]);
    });
  });

  it('that the new one cannot have ends the release before any traffic', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await provision(of(scene), 3);
      const before = await scene.standing();
      scene.simulator.lambda.provisioningFailure = 'FUNCTION_ERROR_INIT_FAILURE';
      const mark = scene.mark();
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toMatch(/version 2 of ".*" failed \(FUNCTION_ERROR_INIT/);
      expect(await provisioned(of(scene))).toEqual([3, 0]);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
      expect(await scene.standing()).toEqual(before);
    });
  });
});
