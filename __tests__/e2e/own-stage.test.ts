// A stage of the user's own in place of a shadow stage: it serves the new version for checks and people, and then what it
// served before, however the release ends.

import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  CreateDeploymentCommand,
  CreateStageCommand,
  type CreateStageCommandInput,
  GetStageCommand,
  type PatchOperation,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { openApiNetwork } from '../support/api-network.ts';
import { serveHook } from '../support/hook-scene.ts';
import { errorsOf, play, readReport, type Scene, until, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const DOMAIN = 'test.example.com';
const NEXT = (runId: number) => ({ github: { runId } });
/** Nobody calls the released stage. */
const QUIET = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off', 'on-inconclusive': 'promote' };
const LENT = { 'shadow-stage': 'existing=test', ...QUIET };
const CHECKS = (more = '') => `
address: https://${DOMAIN}
checks:
  - path: /canary-demo
    timeout: 60s
    expect: { status: 200, json: { $: Hello from Lambda v2 } }
    ${more}
`;

/** An API without a default address, whose stage "test" has a custom domain. */
async function withOwnStage(
  act: (scene: Scene, env: Variables) => Promise<void>,
  more: Partial<CreateStageCommandInput> = {},
): Promise<void> {
  await play({}, async (scene) => {
    const { clients, restApiId } = scene.api;
    const off: PatchOperation = {
      op: 'replace',
      path: '/disableExecuteApiEndpoint',
      value: 'true',
    };
    await clients.apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations: [off] }));
    const { id: deploymentId } = await clients.apiGateway.send(
      new CreateDeploymentCommand({ restApiId, description: 'for tests' }),
    );
    const stage = { restApiId, stageName: 'test', deploymentId, description: 'of the testers' };
    const variables = { version: '1', table: 'orders-test' };
    await clients.apiGateway.send(new CreateStageCommand({ ...stage, variables, ...more }));
    scene.simulator.domains.set(DOMAIN, { apiId: restApiId, stageName: 'test' });
    const { env, close } = await openApiNetwork(scene.simulator, restApiId, DOMAIN);
    await act(scene, env).finally(close);
  });
}

async function ownStage({ api: { clients, restApiId } }: Scene) {
  const asked = { restApiId, stageName: 'test' };
  const {
    $metadata: _,
    lastUpdatedDate,
    ...stage
  } = await clients.apiGateway.send(new GetStageCommand(asked));
  return stage;
}

async function change({ api: { clients, restApiId } }: Scene, ...operations: PatchOperation[]) {
  const asked = { restApiId, stageName: 'test', patchOperations: operations };
  await clients.apiGateway.send(new UpdateStageCommand(asked));
}

/** What a person sees at the custom domain. */
function knock({ simulator, api }: Scene): Promise<string> {
  const sent = request(`${simulator.url}${api.path}`, { headers: { host: DOMAIN } });
  return new Promise((resolve, reject) => {
    sent
      .on('response', (answer) => resolve(text(answer)))
      .on('error', reject)
      .end();
  });
}

describe('A stage of the user', () => {
  it('serves the new version for checks, and then what it served before', async () => {
    await withOwnStage(async (scene, env) => {
      const before = await ownStage(scene);
      const mark = scene.mark();
      const planned = await scene.release({ ...LENT, command: 'plan', smoke: CHECKS() });
      expect(planned.log).toContain(
        'your stage "test" serves the new version, with the variables of the release, for hooks and checks, and is set back before the first user is served',
      );
      expect(readReport(planned).policy).toContain('/stages/test');
      const run = await scene.release({ ...LENT, smoke: CHECKS() }, { env });
      expect(readReport(run).checks).toMatchObject([{ status: 200, result: 'passed' }]);
      expect(run.outputs.outcome).toBe('promoted');
      expect(await ownStage(scene)).toEqual(before);
      const wrote = writesIn(scene.calls(mark)).filter((name) => name.endsWith('Stage'));
      expect(wrote).not.toContain('CreateStage');
      expect(wrote).not.toContain('DeleteStage');
    });
  });

  it('is set back when checks fail, and stays lent as long as they run', async () => {
    await withOwnStage(async (scene, env) => {
      const before = await ownStage(scene);
      const smoke = CHECKS('when: each-step').replace('v2', 'v3');
      const run = await scene.release({ ...LENT, smoke }, { env });
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(readReport(run).checks).toMatchObject([{ point: 'step', status: 200 }]);
      expect(await ownStage(scene)).toEqual(before);
    });
  });

  it('is set back by the next run if a machine is lost', async () => {
    await withOwnStage(async (scene) => {
      const before = await ownStage(scene);
      const seen: string[] = [];
      const hook = await serveHook(({ body }) => void seen.push(body));
      const inputs = { ...LENT, 'pre-traffic-hook': hook.origin, 'hook-timeout': '15m' };
      const run = scene.start(inputs);
      await until(() => seen.length > 0);
      await run.kill();
      await hook.close();
      expect((await ownStage(scene)).variables).toMatchObject({ version: '2' });
      const plain = { steps: 'AllAtOnce', 'bake-time': '0s' };
      const next = await scene.release(plain, NEXT(7_000_000_002));
      expect(next.outputs.outcome).toBe('promoted');
      expect(await ownStage(scene)).toEqual(before);
    });
  });

  it('is a door, which any run that rolls back closes', async () => {
    await withOwnStage(async (scene) => {
      const before = await ownStage(scene);
      const held = await scene.release({ ...LENT, command: 'start', door: 'true' });
      expect(held.outputs).toMatchObject({ outcome: 'held', cause: 'door' });
      expect(held.log).toContain('It is your own stage "test"');
      expect(await knock(scene)).toBe('"Hello from Lambda v2"');
      const taken = await scene.release(
        {
          'stage-name': 'test',
          steps: 'AllAtOnce',
          'shadow-stage': 'existing=prod',
          door: 'true',
          'approve-at': '0%',
        },
        NEXT(7_000_000_002),
      );
      expect(errorsOf(taken).join()).toContain('the stage "prod": a release to it is open');
      const back = await scene.release({ command: 'rollback' }, NEXT(7_000_000_003));
      expect(back.outputs.outcome).toBe('rolled-back');
      expect(await ownStage(scene)).toEqual(before);
    });
  });

  it('that somebody else has changed meanwhile is left, with the command', async () => {
    await withOwnStage(async (scene) => {
      await scene.release({ ...LENT, command: 'start', door: 'true' });
      const { clients, restApiId } = scene.api;
      const { id = '' } = await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }));
      await change(scene, { op: 'replace', path: '/deploymentId', value: id });
      const back = await scene.release({ command: 'rollback' }, NEXT(7_000_000_003));
      expect(back.outputs.outcome).toBe('rolled-back');
      expect(back.log).toMatch(
        /The stage "test" was not set back to deployment \w+: it serves deployment \w+ by now/,
      );
      expect(back.log).toContain('aws apigateway update-stage');
      expect((await ownStage(scene)).deploymentId).toBe(id);
    });
  });

  it('is refused where it cannot be lent, and nothing is changed', async () => {
    await withOwnStage(async (scene) => {
      const mark = scene.mark();
      const refused = async (inputs: Variables) => {
        const run = await scene.release({ ...LENT, smoke: CHECKS(), ...inputs });
        expect(run.exitCode).toBe(1);
        return errorsOf(run).join('\n');
      };
      expect(await refused({ 'shadow-stage': 'existing=prod' })).toContain(
        '"prod" is the stage that is being released',
      );
      expect(await refused({ 'shadow-stage': 'existing=tset' })).toContain(
        'the stage "tset": the API has no such stage',
      );
      expect(await refused({ 'shadow-stage': 'existing=' })).toContain('such as existing=test');
      expect(await refused({ definition: 'deployed' })).toContain('expected definition: draft');
      expect(await refused({ smoke: CHECKS('compare: true') })).toContain(
        'compare and probes need a stage for each',
      );
      expect(await refused({ smoke: CHECKS('when: after') })).toContain(
        'checks after the promotion cannot reach the released stage',
      );
      expect(await refused({ smoke: CHECKS().replace(/address.*/, '') })).toContain(
        'expected an "address", at which your stage "test" is reached',
      );
      await change(scene, { op: 'replace', path: '/canarySettings/percentTraffic', value: '5' });
      expect(await refused({})).toContain('the stage "test": it has a canary');
      const writes = writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource');
      expect(writes).toEqual(['UpdateStage']);
    });
  });
});
