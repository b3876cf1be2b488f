// The canary's deployment contains the draft that preflight checked, and no edit that somebody made since.

import {
  GetMethodCommand,
  PutGatewayResponseCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, methodOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const AT_ONCE = { steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' };

/** Does something once, just before AWS gets a call of this operation; probes of preflight do not count. */
function justBefore({ simulator }: Scene, operation: string, act: () => Promise<unknown>): void {
  let done: Promise<unknown> | undefined;
  simulator.onCall({
    before: async ({ operation: called, body = '' }) => {
      if (called !== operation || !body.includes('canary-action')) return;
      done ??= act();
      await done;
    },
  });
}

async function uriIn(scene: Scene): Promise<string> {
  const { methodIntegration } = await scene.api.clients.apiGateway.send(
    new GetMethodCommand(await methodOf(scene)),
  );
  return methodIntegration?.uri ?? '';
}

/** Somebody lets `GET /canary-demo` call version 1 of another function. */
async function rewire(scene: Scene): Promise<unknown> {
  const value = (await uriIn(scene)).replace(/:function:[^/]+/, ':function:theirs:1');
  return scene.api.clients.apiGateway.send(
    new UpdateIntegrationCommand({
      ...(await methodOf(scene)),
      patchOperations: [{ op: 'replace', path: '/uri', value }],
    }),
  );
}

async function requireKey(scene: Scene): Promise<unknown> {
  const patchOperations = [{ op: 'replace', path: '/apiKeyRequired', value: 'true' } as const];
  return scene.api.clients.apiGateway.send(
    new UpdateMethodCommand({ ...(await methodOf(scene)), patchOperations }),
  );
}

const answerOtherwise = ({ api: { restApiId, clients } }: Scene) =>
  clients.apiGateway.send(
    new PutGatewayResponseCommand({ restApiId, responseType: 'THROTTLED', statusCode: '503' }),
  );

const BY = [{ wiring: 'pinned' }, {}] as const;

/** `TagResource`: the claim of the stage, between preflight and the deployment. */
const WHEN = [
  [
    'after preflight',
    'TagResource',
    /changed the API's draft after it was checked: (.*)\. No deployment/,
  ],
  [
    'in the moment of the deployment',
    'CreateDeployment',
    /changed the API's draft while a deployment was created from it: (.*)\. The deployment may/,
  ],
] as const;

describe.each(WHEN)('A release during which somebody edits the draft %s', (_, operation, words) => {
  it.each(BY)('stops, and leaves the edit alone: an integration, %j', async (options) => {
    await play({ ...options }, async (scene) => {
      const stage = await scene.stage();
      justBefore(scene, operation, () => rewire(scene));
      const run = await scene.release(AT_ONCE);
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { outcome: 'failed', cause: 'external-change' },
      });
      const [, what] = words.exec(errorsOf(run).join()) ?? [];
      expect(what).toMatch(/^GET \/canary-demo now calls arn:\S+:function:theirs:1\/invocations$/);
      expect(await scene.stage()).toEqual(stage);
      expect(await uriIn(scene)).toContain(':theirs:1/');
      expect(writesIn(scene.calls())).not.toContain('UpdateStage');
    });
  });

  it.each(BY)('stops, and names the method: its settings, %j', async (options) => {
    await play({ ...options }, async (scene) => {
      const uri = await uriIn(scene);
      const stage = await scene.stage();
      justBefore(scene, operation, () => requireKey(scene));
      const run = await scene.release(AT_ONCE);
      const [, what] = words.exec(errorsOf(run).join()) ?? [];
      expect(what).toBe('GET /canary-demo was edited');
      expect(await scene.stage()).toEqual(stage);
      expect(await uriIn(scene)).toBe(uri);
    });
  });

  it('stops if it is anything else of the draft, without functions too', async () => {
    await play({}, async (scene) => {
      const stage = await scene.stage();
      justBefore(scene, operation, () => answerOtherwise(scene));
      const run = await scene.release({ ...AT_ONCE, functions: '' });
      const [, what] = words.exec(errorsOf(run).join()) ?? [];
      expect(what).toMatch(/^its settings, models, gateway responses, .* are others now$/);
      expect(await scene.stage()).toEqual(stage);
    });
  });
});

describe('A preview during which somebody edits the draft', () => {
  it.each(BY)('is not made, %j', async (options) => {
    await play({ ...options }, async (scene) => {
      const mark = scene.mark();
      justBefore(scene, 'CreateDeployment', () => rewire(scene));
      const pull = { number: 12, state: 'open', title: 'Round prices up' };
      const head = { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } };
      const run = await scene.release(
        { command: 'preview' },
        {
          github: { eventName: 'pull_request' },
          event: { action: 'opened', pull_request: { ...pull, head } },
        },
      );
      expect(errorsOf(run).join()).toMatch(
        /a deployment was created from it: GET \/canary-demo now/,
      );
      expect(writesIn(scene.calls(mark))).not.toContain('CreateStage');
      expect(await uriIn(scene)).toContain(':theirs:1/');
    });
  });
});

describe('A draft of which not all can be read', () => {
  it('is released, with a warning, and its methods are compared nevertheless', async () => {
    await play({}, async (scene) => {
      justBefore(scene, 'TagResource', async () => {
        const effect = { kind: 'access-denied' } as const;
        scene.simulator.faults.add({ operation: 'GetModels', effect });
      });
      const run = await scene.release(AT_ONCE);
      expect(run.outputs.outcome).toBe('promoted');
      const words = /The API's draft could not be compared as a whole .*denies apigateway:GET/;
      expect(run.commands.filter(({ message }) => words.test(message))).toHaveLength(1);
      expect(JSON.stringify(readReport(run).timeline)).toMatch(words);
      justBefore(scene, 'CreateDeployment', () => requireKey(scene));
      const edited = await scene.release(AT_ONCE);
      expect(errorsOf(edited).join()).toContain('GET /canary-demo was edited');
    });
  });
});
