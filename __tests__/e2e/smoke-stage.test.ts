// Smoke checks of a stage: through API Gateway, of the new version alone, before any user is served it.

import {
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  GetResourcesCommand,
  GetStagesCommand,
  GetUsagePlanCommand,
  UpdateMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { openApiNetwork } from '../support/api-network.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import {
  BRIEF,
  errorsOf,
  patchesIn,
  play,
  readReport,
  type Scene,
  type SceneOptions,
  writesIn,
} from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

type Release = (smoke: string, inputs?: Variables, env?: Variables) => Promise<ActionResult>;

/** A scene whose runner reaches the API. */
async function withApi(
  options: SceneOptions,
  act: (scene: Scene, release: Release) => Promise<void>,
): Promise<void> {
  await play({ ...options }, async (scene) => {
    const network = await openApiNetwork(scene.simulator, scene.api.restApiId);
    const release: Release = (smoke, inputs = {}, env = {}) =>
      scene.release({ ...BRIEF, smoke, ...inputs }, { env: { ...network.env, ...env } });
    await act(scene, release).finally(() => network.close());
  });
}

async function stagesOf({ api: { clients, restApiId } }: Scene): Promise<readonly string[]> {
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item.map(({ stageName = '' }) => stageName);
}

/** Until what the release has caused is in the metrics. */
const METRICS_MS = 4 * 60_000;

const HELLO = `
- path: /canary-demo
  timeout: 60s
  expect:
    status: 2xx
    headers: { content-type: application/json }
    json: { $: Hello from Lambda v2 }
`;

describe('Smoke checks of a stage', () => {
  it('reach the new version alone, and the release goes on', async () => {
    await withApi({}, async (scene, release) => {
      scene.users();
      const run = await release(HELLO);
      expect(run.log).toContain('Check "GET /canary-demo" passed (200 in ');
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run).checks).toMatchObject([
        {
          point: 'pre-traffic',
          name: 'GET /canary-demo',
          result: 'passed',
          status: 200,
          weight: 0,
        },
      ]);
      expect(exactProblemsOf(readReport(run))).toEqual([]);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('that fail end the release before any user is served', async () => {
    await withApi({ failing: 1 }, async (scene, release) => {
      const before = await scene.standing();
      const mark = scene.mark();
      const run = await release(HELLO);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toContain('the status is 502; expected 2xx');
      expect(readReport(run).cause).toMatchObject({ kind: 'smoke' });
      expect(await stagesOf(scene)).toEqual(['prod']);
      expect(await scene.standing()).toEqual(before);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('run in each step and after the promotion, where the stage serves it', async () => {
    await withApi({}, async (scene, release) => {
      scene.users();
      const smoke = HELLO.replace('timeout', 'when: [before, each-step, after]\n  timeout');
      const mark = scene.mark();
      const run = await release(smoke);
      expect(run.outputs.outcome).toBe('promoted');
      const { checks } = readReport(run);
      expect(checks?.map(({ point, weight, result }) => [point, weight, result])).toEqual([
        ['pre-traffic', 0, 'passed'],
        ['step', 50, 'passed'],
        ['post-traffic', 100, 'passed'],
      ]);
      const wrote = writesIn(scene.calls(mark)).filter((name) => name.endsWith('Stage'));
      // It stays until the promotion.
      expect(wrote.slice(0, 3)).toEqual(['CreateStage', 'UpdateStage', 'DeleteStage']);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('are in no series of the stage and its canary', async () => {
    await withApi({}, async (scene, release) => {
      const smoke = `${HELLO.replace('timeout', 'when: [before, each-step]\n  timeout')}
- { name: both, path: /canary-demo, when: each-step, timeout: 60s, compare: { on-difference: warn } }
`;
      const run = await release(smoke);
      await scene.simulator.world.clock.sleep(METRICS_MS);
      const { checks } = readReport(run);
      expect(checks?.map(({ result }) => result)).toEqual(['passed', 'passed', 'warned']);
      const counted = await Promise.all(
        ['prod', 'prod/Canary', 'prod-canary-shadow', 'prod-canary-shadow-stable'].map((stage) =>
          requestsOf(scene, stage),
        ),
      );
      expect(counted).toEqual([0, 0, 3, 1]);
    });
  });

  it('that fail in a step roll the release back', async () => {
    await withApi({}, async (scene, release) => {
      scene.users();
      const smoke = `
- name: always
  path: /canary-demo
  timeout: 60s
  when: each-step
  expect: { json: { $: Hello from Lambda v1 } }
- name: unread
  path: /canary-demo?next=\${word}
  when: each-step
  expect: { status: 200 }
`.replace('expect: { json', 'save: { word: $ }\n  expect: { json');
      const run = await release(smoke);
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'smoke', weight: '0' });
      expect(readReport(run).checks).toMatchObject([
        {
          name: 'always',
          result: 'failed',
          differs: ['$ is "Hello from Lambda v2"; expected "Hello from Lambda v1"'],
        },
        { name: 'unread', result: 'skipped' },
      ]);
      expect(await stagesOf(scene)).toEqual(['prod']);
      expect(run.summary).toContain('### Smoke checks of the new version');
    });
  });

  it('compare both versions, and say where they differ', async () => {
    await withApi({}, async (scene, release) => {
      scene.users();
      const smoke = `
- path: /canary-demo
  timeout: 60s
  compare: { on-difference: warn }
`;
      const failed = await release(smoke.replace('warn', 'fail'));
      expect(failed.outputs).toMatchObject({ outcome: 'failed', cause: 'smoke' });
      expect(await stagesOf(scene)).toEqual(['prod']);
      const run = await release(smoke);
      expect(run.outputs.outcome).toBe('promoted');
      expect(readReport(run).checks).toMatchObject([
        {
          result: 'warned',
          differs: ['$ is "Hello from Lambda v2"; stable has "Hello from Lambda v1"'],
        },
      ]);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('are signed where a route wants that, and a plan names the permission', async () => {
    await withApi({}, async (scene, release) => {
      await requireIam(scene);
      scene.users();
      const unsigned = await release(HELLO, { 'route-guard': 'warn' });
      expect(unsigned.outputs).toMatchObject({ outcome: 'failed', cause: 'smoke' });
      expect(unsigned.outputs.reason).toContain('the status is 403; expected 2xx');
      const smoke = HELLO.replace('timeout', 'sign: true\n  timeout');
      const plan = await release(smoke, { command: 'plan', 'route-guard': 'warn' });
      expect(plan.log).toContain(
        'smoke: before any user is served, one check is sent to the new version alone: GET /canary-demo',
      );
      expect(plan.log).toContain(
        'the stage "prod-canary-shadow" is created for hooks and checks, and removed before the first user is served',
      );
      expect(readReport(plan).policy).toMatch(
        /execute-api:Invoke"[^\]]*\][^\]]*\/prod-canary-shadow\/\*"/,
      );
      const signed = await release(smoke, { 'route-guard': 'warn' });
      expect(readReport(signed).checks).toMatchObject([{ result: 'passed', status: 200 }]);
    });
  });

  it('are sent to a custom domain where the default endpoint is disabled', async () => {
    await play({}, async (scene) => {
      const { restApiId, clients } = scene.api;
      const patchOperations = [
        { op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' } as const,
      ];
      await clients.apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
      const smoke = `checks:\n${HELLO.replace(/^/gm, '  ')}`;
      const refused = await scene.release({ smoke });
      expect(refused.log).toMatch(/or for smoke checks an "address"/);
      const network = await openApiNetwork(scene.simulator, restApiId, 'test.example.com');
      scene.simulator.domains.set('test.example.com', { apiId: restApiId });
      const { env } = network;
      scene.users();
      const address = 'https://test.example.com/';
      const run = await scene.release(
        { ...BRIEF, smoke: `address: ${address}\n${smoke}` },
        { env },
      );
      expect(readReport(run).checks).toMatchObject([{ status: 200, result: 'passed' }]);
      await network.close();
    });
  });

  it('use the API keys of a usage plan, in which their stages are for that time', async () => {
    await withApi({}, async (scene, release) => {
      const { restApiId, clients, stageName } = scene.api;
      const { apiGateway } = clients;
      const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
      const resourceId = items.find(({ path }) => path === '/canary-demo')?.id;
      const needsKey = { op: 'replace', path: '/apiKeyRequired', value: 'true' } as const;
      await apiGateway.send(
        new UpdateMethodCommand({
          restApiId,
          resourceId,
          httpMethod: 'GET',
          patchOperations: [needsKey],
        }),
      );
      const value = 'a-key-for-checks-alone';
      const key = await apiGateway.send(new CreateApiKeyCommand({ name: 'checks', value }));
      const plan = await apiGateway.send(
        new CreateUsagePlanCommand({
          name: 'checks',
          apiStages: [{ apiId: restApiId, stage: stageName }],
        }),
      );
      const usagePlanId = plan.id ?? '';
      await apiGateway.send(
        new CreateUsagePlanKeyCommand({ usagePlanId, keyId: key.id, keyType: 'API_KEY' }),
      );
      const checks = `
secrets: { key: CHECK_KEY }
checks:
  - path: /canary-demo?all=1
    headers: { X-Api-Key: '\${key}' }
    compare: { on-difference: warn }
    timeout: 60s
    expect: { status: 200 }
`;
      const open = { 'route-guard': 'warn', analysis: 'off', 'on-inconclusive': 'promote' };
      const env = { CHECK_KEY: value };
      const mark = scene.mark();
      const refused = await release(checks, open, env);
      expect(errorsOf(refused).join()).toMatch(
        /GET \/canary-demo\?all=1 requires an API key.*expected "usage-plan".*or a stage of your own/,
      );
      expect(writesIn(scene.calls(mark))).not.toContain('CreateStage');

      const run = await release(`usage-plan: ${usagePlanId}${checks}`, open, env);
      expect(readReport(run).checks).toMatchObject([{ status: 200, attempts: 1 }]);
      expect(run.outputs.outcome).toBe('promoted');
      const after = await apiGateway.send(new GetUsagePlanCommand({ usagePlanId }));
      expect(after.apiStages).toEqual([{ apiId: restApiId, stage: stageName }]);
      expect(await stagesOf(scene)).toEqual(['prod']);
      const patches = scene.calls(mark).filter(({ operation }) => operation === 'UpdateUsagePlan');
      expect(patches).toHaveLength(2);
      expect(run.log + run.summary).not.toContain(value);
      const policy = readReport(
        await release(`usage-plan: ${usagePlanId}${checks}`, { ...open, command: 'plan' }, env),
      ).policy;
      expect(policy).toContain(`/usageplans/${usagePlanId}`);
    });
  });

  it('have secrets of the environment, which nothing shows', async () => {
    await withApi({}, async (scene, release) => {
      const smoke = `
secrets: { token: SMOKE_TOKEN }
checks:
  - path: /canary-demo
    timeout: 60s
    headers: { authorization: 'Bearer \${token}' }
    expect: { json: { $: 'not \${token}' } }
`;
      const secret = 'correct-horse-battery';
      const run = await release(smoke, {}, { SMOKE_TOKEN: secret });
      expect(run.outputs.outcome).toBe('failed');
      expect(readReport(run).checks).toMatchObject([
        { differs: ['$ is "Hello from Lambda v2"; expected "not ***"'] },
      ]);
      expect(JSON.stringify([run.outputs, run.summary, readReport(run)])).not.toContain(secret);
      const masks = run.commands.filter(({ name }) => name === 'add-mask');
      expect(masks.map(({ message }) => message)).toContain(secret);
      const unset = await release(smoke);
      expect(unset.log).toContain('the variable SMOKE_TOKEN is not set or empty');
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });
});

/** What CloudWatch has counted of a stage. */
async function requestsOf({ api, simulator }: Scene, stage: string): Promise<number> {
  const now = simulator.world.clock.now();
  const { Datapoints = [] } = await api.clients.cloudWatch.send(
    new GetMetricStatisticsCommand({
      ...{ Namespace: 'AWS/ApiGateway', MetricName: 'Count', Statistics: ['Sum'], Period: 60 },
      Dimensions: [
        { Name: 'ApiName', Value: api.apiName },
        { Name: 'Stage', Value: stage },
      ],
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 60_000),
    }),
  );
  return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
}

/** Of the route in the draft, which the release deploys. */
async function requireIam({ api: { clients, restApiId } }: Scene): Promise<void> {
  const { items = [] } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find(({ path }) => path === '/canary-demo')?.id;
  const httpMethod = 'GET';
  const patchOperations = [
    { op: 'replace', path: '/authorizationType', value: 'AWS_IAM' },
  ] as const;
  await clients.apiGateway.send(
    new UpdateMethodCommand({
      restApiId,
      resourceId,
      httpMethod,
      patchOperations: [...patchOperations],
    }),
  );
}
