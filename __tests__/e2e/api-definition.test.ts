// An OpenAPI file that replaces the draft of an API, is released like any draft, and is restored by a rollback.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetGatewayResponsesCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  PutGatewayResponseCommand,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { errorsOf, methodOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import { createWorkspace, type Workspace } from '../support/workspace.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off', 'route-guard': 'warn' };
const FILE = { 'api-definition': 'openapi.yaml' };

const URI =
  'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:hello:${stageVariables.version}/invocations';

const route = (path: string, uri = URI) => `
  ${path}:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: ${uri}`;

const openApi = (...routes: readonly string[]) => `openapi: 3.0.1
info:
  title: canary-demo
  version: 1.10
paths:${routes.join('')}
x-amazon-apigateway-gateway-responses:
  THROTTLED: { statusCode: "429" }
`;

const NEXT = openApi(route('/canary-demo'), route('/offers'));

function checkout(text: string, name = 'openapi.yaml'): Workspace {
  const workspace = createWorkspace();
  writeFileSync(join(workspace.checkout, name), text);
  return workspace;
}

/** The draft, without IDs, which an import draws anew. */
async function draftOf({ api }: Scene): Promise<unknown> {
  const { restApiId, clients } = api;
  const [{ items = [] }, { items: answers = [] }, { name }] = await Promise.all([
    clients.apiGateway.send(new GetResourcesCommand({ restApiId, embed: ['methods'] })),
    clients.apiGateway.send(new GetGatewayResponsesCommand({ restApiId })),
    clients.apiGateway.send(new GetRestApiCommand({ restApiId })),
  ]);
  const methods = items.flatMap(({ path, resourceMethods = {} }) =>
    Object.entries(resourceMethods).map(([method, { methodIntegration }]) => {
      const { cacheNamespace: _, ...integration } = methodIntegration ?? {};
      return [`${method} ${path}`, integration] as const;
    }),
  );
  const own = answers.filter(({ defaultResponse }) => !defaultResponse);
  return { name, methods: Object.fromEntries(methods), answers: own };
}

/** Somebody lets `GET /canary-demo` call version 1 of another function. */
async function rewire(scene: Scene): Promise<void> {
  const value = URI.replace(':hello:', ':theirs:').replace(/\$\{AWS::[^}]*\}/g, (name) =>
    name.includes('Partition') ? 'aws' : name.includes('Region') ? 'us-east-1' : '123456789012',
  );
  await scene.api.clients.apiGateway.send(
    new UpdateIntegrationCommand({
      ...(await methodOf(scene)),
      patchOperations: [{ op: 'replace', path: '/uri', value }],
    }),
  );
}

describe('An API definition', () => {
  it('is imported, released with the function, and then counts as unchanged', async () => {
    await play({}, async (scene) => {
      scene.users();
      const inputs = { ...QUICK, ...FILE };
      const run = await scene.release(inputs, { workspace: checkout(NEXT) });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(3, '/offers')).toEqual({ 'Hello from Lambda v2': 3 });
      expect(await draftOf(scene)).toMatchObject({
        name: 'canary-demo',
        methods: {
          'GET /offers': {
            uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:hello:${stageVariables.version}/invocations',
          },
        },
        answers: [{ responseType: 'THROTTLED', statusCode: '429' }],
      });
      const mark = scene.mark();
      const again = await scene.release(inputs, { workspace: checkout(NEXT) });
      expect([errorsOf(again), again.outputs.outcome]).toEqual([[], 'unchanged']);
      expect(writesIn(scene.calls(mark))).not.toContain('PutRestApi');
      const other = await scene.release(inputs, { workspace: checkout(`${NEXT}# 2\n`) });
      expect([errorsOf(other), other.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });

  it('is replaced by what the stage serves if the release is rolled back', async () => {
    await play({ failing: 1 }, async (scene) => {
      await scene.setAlarm('broken', 'OK');
      const before = await draftOf(scene);
      scene.users();
      const run = scene.start(
        { ...QUICK, ...FILE, alarms: 'broken', steps: '50%/5m' },
        { workspace: checkout(NEXT) },
      );
      await scene.reaches(50);
      expect(await draftOf(scene)).not.toEqual(before);
      await scene.setAlarm('broken', 'ALARM');
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe('rolled-back');
      expect(await draftOf(scene)).toEqual(before);
      expect(await scene.stage()).not.toHaveProperty('canarySettings');
    });
  });

  it('is shown by a plan, whose policy is enough for the release', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const inputs = { ...QUICK, ...FILE };
      const mark = scene.mark();
      const plan = await scene.release(
        { ...inputs, command: 'plan' },
        { workspace: checkout(NEXT) },
      );
      expect([errorsOf(plan), plan.outputs.outcome]).toEqual([[], 'planned']);
      expect(plan.log).toContain(
        'api-definition: the import changes the draft: GET /offers is added',
      );
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).not.toContain('PutRestApi');
      const { Statement: all } = JSON.parse(readReport(plan).policy ?? '{}') as {
        readonly Statement: readonly Statement[];
      };
      scene.users();
      scene.simulator.policy.set(all);
      const run = await scene.release(inputs, { workspace: checkout(NEXT) });
      scene.simulator.policy.set(undefined);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });

  it('needs its permission, and preflight asks for it', async () => {
    await play({}, async (scene) => {
      scene.simulator.faults.add({
        ...{ service: 'apigateway', operation: 'PutRestApi' },
        effect: { kind: 'access-denied' },
      });
      const run = await scene.release({ ...QUICK, ...FILE }, { workspace: checkout(NEXT) });
      expect(errorsOf(run).join()).toMatch(/AWS denies apigateway:PUT on \S+\/restapis\/\w+;/);
      expect(run.outputs.cause).toBe('preflight');
    });
  });

  it('with a warning changes nothing', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const odd = NEXT.replace('    get:\n', '    get:\n      security: [{ unknown: [] }]\n');
      const run = await scene.release({ ...QUICK, ...FILE }, { workspace: checkout(odd) });
      expect(errorsOf(run).join()).toMatch(
        /importing the API's draft: .*Security scheme unknown is not defined/s,
      );
      expect(await scene.standing()).toEqual(before);
      expect(await scene.deployments()).toHaveLength(1);
    });
  });

  it('does not replace a draft that somebody has edited since preflight', async () => {
    await play({}, async (scene) => {
      let done: Promise<unknown> | undefined;
      scene.simulator.onCall({
        before: async ({ operation, body = '' }) => {
          if (operation !== 'TagResource' || !body.includes('canary-action')) return;
          done ??= rewire(scene);
          await done;
        },
      });
      const run = await scene.release({ ...QUICK, ...FILE }, { workspace: checkout(NEXT) });
      expect(run.outputs).toMatchObject({ outcome: 'failed', cause: 'external-change' });
      expect(errorsOf(run).join()).toContain('GET /canary-demo now calls arn:aws:');
      expect(JSON.stringify(await draftOf(scene))).toContain(':theirs:');
    });
  });

  it('that somebody has edited is not restored', async () => {
    await play({}, async (scene) => {
      scene.users();
      const start = await scene.release(
        { ...QUICK, ...FILE, command: 'start' },
        { workspace: checkout(NEXT) },
      );
      expect([errorsOf(start), start.outputs.outcome]).toEqual([[], 'held']);
      await rewire(scene);
      const back = await scene.release(
        { ...QUICK, ...FILE, command: 'rollback' },
        { workspace: createWorkspace() },
      );
      expect([errorsOf(back), back.outputs.outcome]).toEqual([[], 'rolled-back']);
      expect(back.log).toMatch(
        /draft is neither what was imported nor what the stage serves: .*:theirs:/,
      );
      expect(JSON.stringify(await draftOf(scene))).toContain(':theirs:');
    });
  });

  it('is not restored either if only its other parts were edited', async () => {
    await play({}, async (scene) => {
      scene.users();
      const { restApiId, clients } = scene.api;
      await scene.release({ ...QUICK, ...FILE, command: 'start' }, { workspace: checkout(NEXT) });
      await clients.apiGateway.send(
        new PutGatewayResponseCommand({
          restApiId,
          responseType: 'WAF_FILTERED',
          statusCode: '403',
        }),
      );
      const edited = await draftOf(scene);
      const back = await scene.release({ ...QUICK, ...FILE, command: 'rollback' });
      expect(back.outputs.outcome).toBe('rolled-back');
      expect(back.log).toContain('so it was left alone');
      expect(await draftOf(scene)).toEqual(edited);
    });
  });

  it('of an open release is compared with the file', async () => {
    await play({}, async (scene) => {
      scene.users();
      const inputs = { ...QUICK, ...FILE };
      await scene.release({ ...inputs, command: 'start' }, { workspace: checkout(NEXT) });
      const other = await scene.release(inputs, { workspace: checkout(`${NEXT}# 2\n`) });
      expect(errorsOf(other).join()).toContain(
        'releases another API definition than that in api-definition "openapi.yaml"',
      );
      const same = await scene.release(inputs, { workspace: checkout(NEXT) });
      expect([errorsOf(same), same.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });

  it('needs to be named by a run that rolls it back', async () => {
    await play({}, async (scene) => {
      scene.users();
      await scene.release({ ...QUICK, ...FILE, command: 'start' }, { workspace: checkout(NEXT) });
      const back = await scene.release({ ...QUICK, command: 'rollback' });
      expect(errorsOf(back).join()).toContain('expected api-definition');
    });
  });
});

describe.each([
  ['before its import', 'PutRestApi', 'before'],
  ['after its import', 'PutRestApi', 'after'],
  ['after its deployment', 'CreateDeployment', 'after'],
] as const)('A run that is killed %s', (_, operation, when) => {
  it.each(['post step', 'next run'] as const)('is finished by the %s', async (by) => {
    await play({}, async (scene) => {
      const before = await draftOf(scene);
      const run = scene.start({ ...QUICK, ...FILE }, { workspace: checkout(NEXT) });
      const dead = await new Promise<ActionResult>((resolve) => {
        const kill = async ({ operation: called, body = '' }: CallRecord) => {
          // Preflight asks with requests that are refused.
          if (called === operation && /"openapi"|canary-action/.test(body))
            resolve(await run.kill());
        };
        scene.simulator.onCall(when === 'before' ? { before: kill } : { after: kill });
      });
      if (by === 'post step') await dead.startPost()?.done;
      else await scene.release({ ...QUICK, ...FILE, command: 'rollback' });
      expect(await draftOf(scene)).toEqual(before);
      expect(await scene.stage()).not.toHaveProperty('canarySettings');
      const tags = Object.keys((await scene.api.stage()).tags ?? {});
      expect(tags.filter((key) => key !== 'canary-action:last')).toEqual([]);
    });
  });
});

describe('A file that cannot be imported', () => {
  const sub =
    '!Sub "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Hello.Arn}/invocations"';
  it('is refused with the place of each mistake, before anything is changed', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const attempt = async (text: string, more = {}) =>
        errorsOf(
          await scene.release({ ...QUICK, ...FILE, ...more }, { workspace: checkout(text) }),
        ).join('\n');
      expect(await attempt(openApi(route('/canary-demo', sub)))).toMatch(
        /api-definition openapi\.yaml:11:19: !Sub is understood by CloudFormation only/,
      );
      expect(
        await attempt(openApi(route('/canary-demo', URI.replace('AWS::Region', 'AWS::StackName')))),
      ).toMatch(
        /openapi\.yaml:11:14: \$\{AWS::StackName\} is not replaced; expected one of AWS::Region, AWS::AccountId/,
      );
      expect(
        await attempt(
          openApi(route('/canary-demo', URI.replace('${stageVariables.version}', '7'))),
        ),
      ).toContain(
        'GET /canary-demo calls version 7 of "hello", so each import would go back to it; expected a stage variable',
      );
      expect(await attempt(NEXT.replace('title: canary-demo', 'title: Shop'))).toContain(
        'api-definition openapi.yaml:3:10: info.title is "Shop", and an import makes it the name of the API',
      );
      expect(await attempt('openapi: 3.0.1\ninfo: {')).toMatch(
        /openapi\.yaml: it is not YAML or JSON: .* at line 2/,
      );
      expect(await attempt(NEXT, { definition: 'deployed' })).toContain(
        'api-definition: it has no effect with definition: deployed',
      );
      expect(await attempt(NEXT, { promote: 'variables, close' })).toContain(
        'promote: the definition would be tested and never promoted',
      );
      expect(await attempt(NEXT, { command: 'preview' })).toContain(
        'api-definition: a preview must not',
      );
      const missing = await scene.release({ ...QUICK, 'api-definition': 'nothing.yaml' });
      expect(errorsOf(missing).join()).toContain(
        'api-definition "nothing.yaml": there is no such file',
      );
      expect(await scene.standing()).toEqual(before);
    });
  });
});
