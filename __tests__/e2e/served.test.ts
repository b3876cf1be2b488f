// What users get is read from what serves them: the draft, which all stages share, may be ahead of a
// stage, behind it, or reach the function in another way.

import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutGatewayResponseCommand,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import { RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { openUsers } from '../support/crowd.ts';
import {
  addServices,
  BRIEF,
  errorsOf,
  play,
  readReport,
  type Scene,
  writesIn,
} from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';

const AT_ONCE = { steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' };

/** Rewrites the draft's URI of `GET /canary-demo`, and deploys nothing. */
async function rewrite({ api }: Scene, from: string, to: string): Promise<void> {
  const { restApiId, path, clients } = api;
  const { items = [] } = await clients.apiGateway.send(
    new GetResourcesCommand({ restApiId, embed: ['methods'] }),
  );
  const resource = items.find((item) => item.path === path);
  const uri = resource?.resourceMethods?.GET?.methodIntegration?.uri ?? '';
  await clients.apiGateway.send(
    new UpdateIntegrationCommand({
      restApiId,
      resourceId: resource?.id,
      httpMethod: 'GET',
      patchOperations: [{ op: 'replace', path: '/uri', value: uri.replace(from, to) }],
    }),
  );
}

async function draftUri({ api }: Scene): Promise<string> {
  const { items = [] } = await api.clients.apiGateway.send(
    new GetResourcesCommand({ restApiId: api.restApiId, embed: ['methods'] }),
  );
  const resource = items.find(({ path }) => path === api.path);
  return resource?.resourceMethods?.GET?.methodIntegration?.uri ?? '';
}

/** The stage serves version 1; version 2 is published, and a tool wrote it into the draft. */
async function draftAhead(scene: Scene): Promise<void> {
  expect(await scene.api.publish()).toBe('2');
  await rewrite(scene, ':1/', ':2/');
}

describe('With a draft that is ahead of the stage', () => {
  it('plans from the version that the stage serves', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await draftAhead(scene);
      const run = await scene.release({ command: 'plan' });
      expect(run.outputs.outcome).toBe('planned');
      expect(readReport(run).functions).toMatchObject([{ name: 'hello', from: '1' }]);
      expect(run.summary).not.toMatch(/hello 2\b/);
    });
  });

  it('releases the version that the draft names already, from the one that is served', async () => {
    await play({ wiring: 'pinned', unsettled: { canaryStageDimension: null } }, async (scene) => {
      await draftAhead(scene);
      scene.users();
      const run = await scene.release();
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"2"}' });
      const report = readReport(run);
      expect(report.functions).toMatchObject([{ name: 'hello', from: '1', to: '2' }]);
      // Counted by version here: stable is version 1, for nobody got version 2 before.
      expect(report.steps[0]?.stable?.requests).toBeGreaterThan(0);
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v2': 10 });
      expect(await draftUri(scene)).toContain(':2/');
    });
  });

  it('rolls a newer version back to the one that was served, and says so', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await draftAhead(scene);
      await scene.api.upload({ label: 'v3', failing: 1 });
      await scene.api.addAlarm('hello-5xx', 'prod/Canary', 3);
      scene.users();
      const run = await scene.release({ steps: '50%/4m', alarms: 'hello-5xx', analysis: 'off' });
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(readReport(run).functions).toMatchObject([{ name: 'hello', from: '1', to: '3' }]);
      expect(run.summary).toMatch(/hello 1\b/);
      expect(run.summary).not.toMatch(/hello 2\b/);
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v1': 10 });
      expect(await draftUri(scene)).toContain(':2/');
    });
  });
});

describe('A rollback after a promotion', () => {
  it('names what the stage serves, and leaves a draft alone that is ahead of it', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      expect((await scene.release(AT_ONCE)).outputs.outcome).toBe('promoted');
      await scene.api.upload({ label: 'v3' });
      expect(await scene.api.publish()).toBe('3');
      await rewrite(scene, ':2/', ':3/');
      const back = { command: 'rollback', 'rollback-to': 'previous' };
      const run = await scene.release(back, { github: { runId: 7_000_000_002 } });
      expect(run.outputs.outcome).toBe('rolled-back');
      expect(readReport(run).functions).toMatchObject([{ from: '1', to: '2' }]);
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v1': 5 });
      expect(await draftUri(scene)).toContain(':3/');
      expectLeftAlone(run, '3', '1');
    });
  });
});

/** The warning, once, and in the report. */
function expectLeftAlone(run: ActionResult, theirs: string, ours: string): void {
  const words = new RegExp(
    `In the API's draft, GET /canary-demo calls arn:\\S+:hello:${theirs}/invocations instead of arn:\\S+:hello:${ours}/invocations\\. Someone else set that, so it was left alone`,
  );
  const warnings = run.commands.filter(({ name }) => name === 'warning');
  expect(warnings.filter(({ message }) => words.test(message))).toHaveLength(1);
  const found = readReport(run).timeline.filter(({ what }) => words.test(what));
  expect(found).toHaveLength(1);
}

describe('A pinned integration that somebody edits in the draft during the canary', () => {
  it.each([
    ['promoted', '2', {}],
    ['rolled-back', '1', { alarms: 'hello-5xx' }],
  ] as const)('is left alone, and that is said: %s', async (outcome, ours, inputs) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await scene.setAlarm('hello-5xx', 'OK');
      scene.users();
      const run = scene.start({ analysis: 'off', ...inputs });
      await scene.reaches(50);
      await rewrite(scene, ':1/', ':9/');
      if (outcome === 'rolled-back') await scene.setAlarm('hello-5xx', 'ALARM');
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe(outcome);
      expect(await draftUri(scene)).toContain(':9/');
      expectLeftAlone(ended, '9', ours);
    });
  });
});

describe('Two stages of an API with pinned versions', () => {
  it('get the same version one after the other, each from what it serves', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const { restApiId, clients, path } = scene.api;
      const { deploymentId } = await scene.api.stage();
      const staging = { restApiId, stageName: 'staging' };
      await clients.apiGateway.send(new CreateStageCommand({ ...staging, deploymentId }));
      scene.users();
      const first = await scene.release({ ...AT_ONCE, 'stage-name': 'staging' });
      expect(first.outputs.outcome).toBe('promoted');
      expect(await draftUri(scene)).toContain(':2/');
      expect(await scene.ask(5, path)).toEqual({ 'Hello from Lambda v1': 5 });

      const second = await scene.release(AT_ONCE);
      expect(second.outputs.outcome).toBe('promoted');
      expect(readReport(second).functions).toMatchObject([{ from: '1', to: '2' }]);
      expect(await scene.ask(5, path)).toEqual({ 'Hello from Lambda v2': 5 });
      // And each of them has it then.
      for (const stageName of ['staging', 'prod']) {
        const again = await scene.release({ ...AT_ONCE, 'stage-name': stageName });
        expect(again.outputs.outcome).toBe('unchanged');
      }
    });
  });
});

describe('definition: deployed', () => {
  it('overrides the variable that the deployed definition uses, whatever the draft does', async () => {
    await play({}, async (scene) => {
      await rewrite(scene, 'stageVariables.version', 'stageVariables.helloVersion');
      await scene.patch({ op: 'replace', path: '/variables/helloVersion', value: '1' });
      scene.users();
      const run = await scene.release({ ...BRIEF, definition: 'deployed' });
      expect(run.outputs.outcome).toBe('promoted');
      expect((await scene.api.stage()).variables).toEqual({ version: '2', helloVersion: '1' });
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v2': 10 });
    });
  });

  it('is rolled back after a lost run in its bake, whatever the draft does', async () => {
    await play({}, async (scene) => {
      await rewrite(scene, 'stageVariables.version', 'stageVariables.helloVersion');
      await scene.patch({ op: 'replace', path: '/variables/helloVersion', value: '1' });
      const settings = { ...AT_ONCE, definition: 'deployed', 'bake-time': '2h' };
      const lost = scene.start(settings);
      await lost.sees(/Promoted and verified/);
      await lost.kill();
      const run = await scene.release(
        { ...settings, command: 'rollback' },
        { github: { runId: 7_000_000_002 } },
      );
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'rolled-back']);
      expect((await scene.api.stage()).variables).toEqual({ version: '1', helloVersion: '1' });
    });
  });

  it('refuses an override of a variable that only the draft uses', async () => {
    await play({ failing: null }, async (scene) => {
      await rewrite(scene, 'stageVariables.version', 'stageVariables.helloVersion');
      const inputs = { functions: '', 'stage-variable-overrides': 'helloVersion=1' };
      const run = await scene.release({ ...inputs, command: 'plan', definition: 'deployed' });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join('\n')).toContain(
        'only the API\'s draft has the variable "helloVersion", and definition: deployed does not release the draft',
      );
      // The one that it does use is read in the mappings of the deployment as well.
      const known = { functions: '', 'stage-variable-overrides': 'version=2' };
      const planned = await scene.release({ ...known, command: 'plan', definition: 'deployed' });
      expect(errorsOf(planned).join('\n')).not.toContain('has the variable');
    });
  });

  it.each(['draft', 'deployed'])(
    'knows a variable that a gateway response reads (%s)',
    async (definition) => {
      await play({ failing: null }, async (scene) => {
        const { restApiId, clients } = scene.api;
        const header = { 'gatewayresponse.header.x-banner': 'stageVariables.banner' };
        await clients.apiGateway.send(
          new PutGatewayResponseCommand({
            restApiId,
            responseType: 'DEFAULT_4XX',
            responseParameters: header,
          }),
        );
        const inputs = { functions: '', command: 'plan', definition };
        const run = await scene.release({ ...inputs, 'stage-variable-overrides': 'banner=new' });
        expect(run.outputs.outcome).toBe('planned');
        expect(run.log).toMatch(/\(gateway response DEFAULT_4XX( of the draft)?\): on the canary/);
        const typo = await scene.release({ ...inputs, 'stage-variable-overrides': 'baner=new' });
        expect(errorsOf(typo).join('\n')).toContain('Did you mean "banner"?');
      });
    },
  );

  it('is asked for where a variable alone is promoted and the draft has another', async () => {
    await play({}, async (scene) => {
      await rewrite(scene, 'stageVariables.version', 'stageVariables.helloVersion');
      await scene.patch({ op: 'replace', path: '/variables/helloVersion', value: '1' });
      const run = await scene.release({ promote: 'variables' });
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join('\n')).toContain(
        'promote: the deployment that stays on the stage does not take the version of "hello" from stage variable "helloVersion"',
      );
    });
  });
});

describe('What a stage serves', () => {
  it('moves from a pinned version to a variable in one release', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await rewrite(scene, ':1/', ':${stageVariables.version}/');
      // The variable is ahead as well, and nothing that is served looks at it.
      await scene.patch({ op: 'replace', path: '/variables/version', value: '7' });
      scene.users();
      const run = await scene.release(BRIEF);
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run).functions).toMatchObject([{ from: '1', to: '2' }]);
      expect(await scene.ask(10)).toEqual({ 'Hello from Lambda v2': 10 });
    });
  });

  it.each([
    [
      'cannot be read',
      { kind: 'access-denied' },
      /AWS denies apigateway:GET on .*\/exports\/oas30/,
    ],
    [
      'is not understood',
      { kind: 'wrong-answer', patch: { paths: { '/canary-demo': { get: null, trace: {} } } } },
      /reading the export of the stage "prod": the export could not be parsed/,
    ],
    [
      'is half an answer',
      {
        kind: 'wrong-answer',
        patch: { paths: { '/canary-demo': { get: { 'x-amazon-apigateway-integration': null } } } },
      },
      /the export could not be parsed \(GET \/canary-demo has no readable integration\)/,
    ],
  ] as const)('refuses a release where it %s', async (_, effect, words) => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await draftAhead(scene);
      scene.simulator.faults.add({ operation: 'GetExport', effect });
      const mark = scene.mark();
      const run = await scene.release();
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join('\n')).toMatch(words);
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
    });
  });

  it('refuses a release where users get no version that could be named', async () => {
    await play({ wiring: 'unqualified' }, async (scene) => {
      await rewrite(scene, ':hello/', ':hello:${stageVariables.version}/');
      await scene.patch({ op: 'replace', path: '/variables/version', value: '1' });
      const run = await scene.release();
      expect(run.outputs.outcome).toBe('failed');
      expect(errorsOf(run).join('\n')).toMatch(
        /of the deployment that the stage serves calls "hello" without a version, so it is unknown/,
      );
    });
  });

  it('keeps the version that another stage serves by its number, with a draft that has a variable', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const { restApiId, clients, functionName: FunctionName } = scene.api;
      const { deploymentId } = await scene.api.stage();
      await clients.apiGateway.send(
        new CreateStageCommand({ restApiId, stageName: 'beta', deploymentId }),
      );
      // As where the gateway assumes a role: nothing but the integration leads to the version.
      const permission = { FunctionName, Qualifier: '1', StatementId: 'api-gateway' };
      await clients.lambda.send(new RemovePermissionCommand(permission));
      await rewrite(scene, ':1/', ':${stageVariables.version}/');
      await scene.api.publish();
      await scene.patch({ op: 'replace', path: '/variables/version', value: '2' });
      const deployed = await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }));
      await scene.patch({ op: 'replace', path: '/deploymentId', value: deployed.id ?? '' });
      await scene.api.upload({ label: 'v3' });
      scene.users();
      const run = await scene.release({ ...AT_ONCE, 'keep-versions': '1' });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"3"}' });
      expect(writesIn(scene.calls())).not.toContain('DeleteFunction');
      expect(run.log).toContain('the old versions of "hello" were not deleted');
    });
  });
});

describe('A step whose canary requests reach no new version', () => {
  it('is inconclusive, and says so', async () => {
    await play({}, async (scene) => {
      await addServices(scene, ['payments']);
      const { restApiId, stageName } = scene.api;
      const users = openUsers(scene.simulator, { restApiId, stageName, path: '/payments' }, 20);
      const run = await scene.release({ steps: '50%/1m', 'max-step-time': '4m' });
      await users.stop();
      expect(run.outputs).toMatchObject({ outcome: 'held', weight: '50' });
      expect(run.summary).toContain('none reached a new version');
    });
  });
});
