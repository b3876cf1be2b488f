// "There is nothing to release" is said only by comparing all of what would be released.

import {
  CreateModelCommand,
  PutGatewayResponseCommand,
  PutMethodResponseCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { methodOf, play, type Scene } from '../support/rollout.ts';

const AT_ONCE = { steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' };

type Edit = (scene: Scene) => Promise<unknown>;

const replace = (path: string, value: string) => [{ op: 'replace', path, value } as const];

/** Changes of a draft whose routes and functions stay as they are. */
const EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  [
    'a method that asks for an API key',
    async (scene) =>
      scene.api.clients.apiGateway.send(
        new UpdateMethodCommand({
          ...(await methodOf(scene)),
          patchOperations: replace('/apiKeyRequired', 'true'),
        }),
      ),
  ],
  [
    'the time-out of an integration',
    async (scene) =>
      scene.api.clients.apiGateway.send(
        new UpdateIntegrationCommand({
          ...(await methodOf(scene)),
          patchOperations: replace('/timeoutInMillis', '3000'),
        }),
      ),
  ],
  [
    'a response of a method',
    async (scene) =>
      scene.api.clients.apiGateway.send(
        new PutMethodResponseCommand({ ...(await methodOf(scene)), statusCode: '200' }),
      ),
  ],
  [
    'a gateway response',
    ({ api: { restApiId, clients } }) =>
      clients.apiGateway.send(
        new PutGatewayResponseCommand({
          restApiId,
          responseType: 'THROTTLED',
          statusCode: '503',
        }),
      ),
  ],
  [
    'a model',
    ({ api: { restApiId, clients } }) =>
      clients.apiGateway.send(
        new CreateModelCommand({
          restApiId,
          name: 'Order',
          contentType: 'application/json',
          schema: '{"type":"object"}',
        }),
      ),
  ],
  [
    "the API's resource policy",
    ({ api: { restApiId, clients } }) =>
      clients.apiGateway.send(
        new UpdateRestApiCommand({ restApiId, patchOperations: replace('/policy', '{}') }),
      ),
  ],
];

describe('A release of what is served already', () => {
  it('deploys a draft that differs in anything, and is unchanged after that', async () => {
    await play({}, async (scene) => {
      expect((await scene.release(AT_ONCE)).outputs.outcome).toBe('promoted');
      const outcomes: Record<string, readonly (string | undefined)[]> = {};
      for (const [what, edit] of EDITS) {
        await edit(scene);
        const before = (await scene.api.stage()).deploymentId;
        const changed = await scene.release(AT_ONCE);
        expect((await scene.api.stage()).deploymentId).not.toBe(before);
        const again = await scene.release(AT_ONCE);
        outcomes[what] = [changed.outputs.outcome, again.outputs.outcome];
      }
      const expected = EDITS.map(([what]) => [what, ['promoted', 'unchanged']]);
      expect(outcomes).toEqual(Object.fromEntries(expected));
    });
  });

  it('is described by the plan as the release then does it', async () => {
    await play({}, async (scene) => {
      const plan = { ...AT_ONCE, command: 'plan', version: '2' };
      expect((await scene.release(AT_ONCE)).outputs.outcome).toBe('promoted');
      expect((await scene.release(plan)).log).toContain('there is nothing to release: code and');
      const [, edit] = EDITS[0] ?? [];
      await edit?.(scene);
      const planned = await scene.release(plan);
      expect(planned.log).not.toContain('nothing to release');
      expect(planned.log).toContain('without new code this is still a release');
      const run = await scene.release({ ...AT_ONCE, version: '2' });
      expect(run.outputs.outcome).toBe('promoted');
    });
  });

  it('deploys the draft if the stage has a deployment of someone else', async () => {
    await play({ failing: null }, async (scene) => {
      const run = await scene.release(AT_ONCE);
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"1"}' });
      expect(await scene.deployments()).toHaveLength(2);
    });
  });

  it.each(['GetModels', 'GetGatewayResponses', 'GetAuthorizers'])(
    'deploys the draft where %s is denied, and says why',
    async (operation) => {
      await play({}, async (scene) => {
        expect((await scene.release(AT_ONCE)).outputs.outcome).toBe('promoted');
        scene.simulator.faults.add({ operation, effect: { kind: 'access-denied' } });
        const run = await scene.release(AT_ONCE);
        expect(run.outputs.outcome).toBe('promoted');
        expect(run.log).toMatch(/draft cannot be compared .* \(.*AWS denies apigateway:GET/);
      });
    },
  );
});
