// What a release moves is all that it should, and nothing else: every route of a function in whatever shape,
// authorizers too, and no other function, backend or authorizer that hangs on the same stage variable.

import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutMethodCommand,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { archive } from '../../demo/handlers.ts';
import { openUsers } from '../support/crowd.ts';
import { BRIEF, errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const ACCOUNT = '123456789012';
const PATHS = {
  buffered: ['2015-03-31', 'invocations'],
  streamed: ['2021-11-15', 'response-streaming-invocations'],
} as const;

function uriOf(callee: string, shape: keyof typeof PATHS = 'buffered'): string {
  const [date, operation] = PATHS[shape];
  const arn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${callee}`;
  return `arn:aws:apigateway:us-east-1:lambda:path/${date}/functions/${arn}/${operation}`;
}

type Wish = Partial<PutIntegrationCommandInput> & { readonly authorizerId?: string };

/** Adds `GET /{part}` to the draft. */
async function addMethod({ api }: Scene, part: string, wish: Wish): Promise<string> {
  const { restApiId, clients } = api;
  const { apiGateway } = clients;
  const { authorizerId, ...integration } = wish;
  const { items } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const parentId = items?.find(({ path }) => path === '/')?.id;
  const { id: resourceId } = await apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: part }),
  );
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  const authorizationType = authorizerId === undefined ? 'NONE' : 'CUSTOM';
  await apiGateway.send(new PutMethodCommand({ ...method, authorizationType, authorizerId }));
  const proxy = { type: 'AWS_PROXY', integrationHttpMethod: 'POST' } as const;
  await apiGateway.send(new PutIntegrationCommand({ ...method, ...proxy, ...integration }));
  return resourceId ?? '';
}

/** Serves the draft, as its owner does. */
async function deploy(
  { api: { restApiId, stageName, clients } }: Scene,
  variables?: Readonly<Record<string, string>>,
): Promise<void> {
  const command = new CreateDeploymentCommand({
    restApiId,
    stageName,
    ...(variables && { variables }),
  });
  await clients.apiGateway.send(command);
}

/** A function with version 1 published and the second source uploaded. */
async function addFunction(
  { api: { clients } }: Scene,
  FunctionName: string,
  [first, second]: readonly [Uint8Array, Uint8Array],
): Promise<void> {
  const Role = `arn:aws:iam::${ACCOUNT}:role/hello`;
  const settings = { Runtime: 'nodejs22.x', Handler: 'index.handler', Timeout: 30 } as const;
  const { lambda } = clients;
  await lambda.send(
    new CreateFunctionCommand({ FunctionName, Role, Code: { ZipFile: first }, ...settings }),
  );
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: second }));
}

const hello = [archive({ label: 'v1' }), archive({ label: 'v2' })] as const;

async function allow(
  { api: { restApiId, clients } }: Scene,
  FunctionName: string,
  Qualifier: string,
  source = '*/*/*',
): Promise<void> {
  await clients.lambda.send(
    new AddPermissionCommand({
      FunctionName,
      Qualifier,
      StatementId: 'owner',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:${restApiId}/${source}`,
    }),
  );
}

async function addAuthorizer(
  { api: { restApiId, clients } }: Scene,
  name: string,
  callee: string,
): Promise<string> {
  const { id = '' } = await clients.apiGateway.send(
    new CreateAuthorizerCommand({
      restApiId,
      name,
      type: 'REQUEST',
      authorizerUri: uriOf(callee),
      authorizerResultTtlInSeconds: 0,
    }),
  );
  return id;
}

const zip = (source: string) =>
  zipSync({ 'index.js': [strToU8(source), { mtime: new Date('2020-01-01T00:00:00Z') }] });

const guard = (label: string) =>
  zip(`exports.handler = async () => ({
  principalId: '${label}',
  policyDocument: { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }] },
});`);

const streaming = (label: string) =>
  zip(`exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  awslambda.HttpResponseStream.from(stream, { statusCode: 200 }).end('streamed by ${label}');
});`);

/** Plan and rollout refuse alike, and change nothing. Returns what the rollout says. */
async function refused(scene: Scene, inputs: Readonly<Record<string, string>> = {}) {
  const before = await scene.standing();
  const plan = await scene.release({ command: 'plan', ...inputs });
  const mark = scene.mark();
  const run = await scene.release(inputs);
  expect([plan.exitCode, run.exitCode, run.outputs.outcome]).toEqual([1, 1, 'failed']);
  expect(readReport(plan).problems).toEqual(readReport(run).problems);
  expect(writesIn(scene.calls(mark)).filter((call) => call !== 'UntagResource')).toEqual([]);
  expect(await scene.standing()).toEqual(before);
  return errorsOf(run).join('\n');
}

describe('a stage variable that decides more than the released function', () => {
  it('refuses the release, and names what else would move', async () => {
    await play({}, async (scene) => {
      await addFunction(scene, 'payments', hello);
      await addFunction(scene, 'auth', [guard('v1'), guard('v2')]);
      const authorizerId = await addAuthorizer(scene, 'guard', 'auth:${stageVariables.version}');
      await addMethod(scene, 'pay', { uri: uriOf('payments:${stageVariables.version}') });
      await addMethod(scene, 'old', {
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'http://v${stageVariables.version}.example.com/',
        authorizerId,
      });
      await addMethod(scene, 'live', {
        uri: uriOf('payments:${stageVariables.version}', 'streamed'),
        responseTransferMode: 'STREAM',
      });
      await deploy(scene);
      const said = await refused(scene);
      expect(said).toContain(
        'stage variable "version", which holds the version of "hello", also controls what',
      );
      for (const route of [
        'GET /pay (function "payments")',
        'GET /live (function "payments")',
        'GET /old (http://v${stageVariables.version}.example.com/)',
        'authorizer "guard" (function "auth")',
      ]) {
        expect(said).toContain(route);
      }
      expect(said).toContain('give "hello" its own stage variable');
    });
  });

  it('may be moved for all functions together, to one number that they have', async () => {
    await play({}, async (scene) => {
      await addFunction(scene, 'payments', hello);
      await allow(scene, 'payments', '1');
      await addMethod(scene, 'pay', { uri: uriOf('payments:${stageVariables.version}') });
      await deploy(scene);
      expect(await refused(scene)).toContain('or list "payments" in functions too');
      expect(await refused(scene, { functions: 'hello, payments' })).toContain(
        'one published version for all of them in version',
      );
      for (const FunctionName of ['hello', 'payments']) {
        await scene.api.clients.lambda.send(new PublishVersionCommand({ FunctionName }));
      }
      scene.users();
      const run = await scene.release({
        ...BRIEF,
        functions: 'hello, payments',
        version: 'hello=2\npayments=2',
      });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5, '/pay')).toEqual({ 'Hello from Lambda v2': 5 });
    });
  });
});

describe('routes with a streamed response', () => {
  it('move with the buffered ones, or none does', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await addMethod(scene, 'stream', {
        uri: uriOf('hello:1', 'streamed'),
        responseTransferMode: 'STREAM',
      });
      await deploy(scene);
      scene.users();
      const mark = scene.mark();
      const run = await scene.release(BRIEF);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      const written = scene
        .calls(mark)
        .filter(({ operation, status }) => operation === 'UpdateIntegration' && status === 200)
        .map(({ body = '' }) => /function:(hello:\d)[^"]*/.exec(body)?.[0]);
      expect([...new Set(written)].sort()).toEqual([
        'function:hello:1/invocations',
        'function:hello:1/response-streaming-invocations',
        'function:hello:2/invocations',
        'function:hello:2/response-streaming-invocations',
      ]);
    });
  });

  it('are granted to the new version where a function has no others', async () => {
    await play({}, async (scene) => {
      await addFunction(scene, 'streamer', [streaming('v1'), streaming('v2')]);
      await allow(scene, 'streamer', '1');
      await addMethod(scene, 'stream', {
        uri: uriOf('streamer:${stageVariables.streamer}', 'streamed'),
        responseTransferMode: 'STREAM',
      });
      await deploy(scene, { version: '1', streamer: '1' });
      expect(await scene.ask(3, '/stream')).toEqual({ 'streamed by v1': 3 });
      const asked = { functions: 'streamer', 'invoke-permission': 'check' };
      expect(await refused(scene, asked)).toContain(
        'API Gateway has no permission to invoke a new version of "streamer"',
      );
      const { restApiId, stageName } = scene.api;
      const users = openUsers(scene.simulator, { restApiId, stageName, path: '/stream' }, 20);
      const run = await scene.release({ ...BRIEF, functions: 'streamer', analysis: 'off' });
      await users.stop();
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5, '/stream')).toEqual({ 'streamed by v2': 5 });
    });
  });

  it('that call another version than the buffered ones refuse the release', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await scene.api.publish();
      await addMethod(scene, 'stream', { uri: uriOf('hello:2', 'streamed') });
      await deploy(scene);
      expect(await refused(scene)).toContain('GET /canary-demo calls 1; GET /stream calls 2');
    });
  });
});

describe('an integration that is not understood', () => {
  it.each([
    'arn:aws:apigateway:us-east-1:lambda:path/2014-11-13/functions/hello:1/invoke-async/',
    'arn:aws:apigateway:us-east-1:lambda:action/Invoke&FunctionName=hello',
  ])('refuses the release where it names the function: %s', async (uri) => {
    await play({}, async (scene) => {
      await addMethod(scene, 'odd', { type: 'AWS', uri });
      await deploy(scene);
      expect(await refused(scene)).toContain(
        `GET /odd mentions "hello" in a URI that is not recognized (${uri})`,
      );
    });
  });

  it('keeps all old versions; an authorizer keeps the one that it calls', async () => {
    await play({ failing: null }, async (scene) => {
      const release = async (label: string) => {
        await scene.api.upload({ label });
        const run = await scene.release({ ...BRIEF, analysis: 'off', 'keep-versions': '1' });
        expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
        return readReport(run).notes.join('\n');
      };
      const versions = async () => {
        const asked = new ListVersionsByFunctionCommand({ FunctionName: 'hello' });
        const { Versions = [] } = await scene.api.clients.lambda.send(asked);
        return Versions.map(({ Version }) => Version);
      };
      // No method asks it, and a deployment may still.
      await addAuthorizer(scene, 'old', 'hello:2');
      scene.users();
      await release('v2');
      await release('v3');
      await release('v4');
      expect(await versions()).toEqual(['$LATEST', '2', '3', '4']);
      const uri = uriOf('any').replace(/functions\/.*\/inv/, 'functions/{name}/inv');
      await addMethod(scene, 'any', { type: 'AWS', uri });
      await deploy(scene);
      expect(await release('v5')).toContain(
        `the old versions of "hello" were not deleted: it is unclear what GET /any calls (${uri})`,
      );
      expect(await versions()).toEqual(['$LATEST', '2', '3', '4', '5']);
    });
  });
});

describe('an override of a stage variable', () => {
  const OVERRIDE = { functions: '', definition: 'deployed', analysis: 'off' };

  /** The stage calls the alias "blue" of version 1; "green" is version 2, and nobody may call it. */
  async function paint(scene: Scene): Promise<void> {
    const { lambda } = scene.api.clients;
    const FunctionName = 'hello';
    await lambda.send(new PublishVersionCommand({ FunctionName }));
    for (const [Name, FunctionVersion] of [
      ['blue', '1'],
      ['green', '2'],
    ]) {
      await lambda.send(new CreateAliasCommand({ FunctionName, Name, FunctionVersion }));
    }
    await allow(scene, 'hello', 'blue');
    await scene.patch({ op: 'replace', path: '/variables/version', value: 'blue' });
  }

  it('that leads to an alias which API Gateway may not call is refused, or granted', async () => {
    await play({}, async (scene) => {
      await paint(scene);
      const green = { ...OVERRIDE, 'stage-variable-overrides': 'version=green' };
      expect(await refused(scene, { ...green, 'invoke-permission': 'check' })).toContain(
        'API Gateway has no permission to invoke the alias "green" of "hello"',
      );
      const users = scene.users();
      const run = await scene.release({ ...BRIEF, ...green });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5)).toEqual({ 'Hello from Lambda v2': 5 });
      expect((await users.stop()).failed).toBe(0);
    });
  });

  it.each([
    [
      'an alias that is not there',
      'version=gren',
      'GET /canary-demo will call the alias "gren" of "hello", which does not exist',
    ],
    [
      'a version that is not there',
      'version=9',
      'GET /canary-demo will call version 9 of "hello", which does not exist',
    ],
    ['what no name can be', 'version=2:3', 'it is unclear what GET /canary-demo'],
    [
      'a variable that is misspelt',
      'verison=2',
      'has the variable "verison"; expected one that the stage has or the definition mentions. Did you mean "version"?',
    ],
  ])('is refused for %s', async (_, override, words) => {
    await play({}, async (scene) => {
      await paint(scene);
      const said = await refused(scene, { ...OVERRIDE, 'stage-variable-overrides': override });
      expect(said).toContain(words);
    });
  });

  it('is refused for a version that the release sets itself', async () => {
    await play({}, async (scene) => {
      const said = await refused(scene, { 'stage-variable-overrides': 'version=7' });
      expect(said).toContain(
        '"version" holds the version of "hello", which the release sets itself',
      );
    });
  });
});

describe('a preview', () => {
  const make = (scene: Scene, inputs: Readonly<Record<string, string>> = {}) =>
    scene.release(
      { command: 'preview', ...inputs },
      {
        github: { eventName: 'pull_request', runId: 7_000_000_601 },
        event: {
          action: 'opened',
          pull_request: { number: 12, head: { sha: '1', repo: { full_name: 'octo-org/orders' } } },
        },
      },
    );

  it('moves no function that it was not made for, and may call what overrides lead to', async () => {
    await play({}, async (scene) => {
      await addFunction(scene, 'payments', hello);
      await scene.api.clients.lambda.send(new PublishVersionCommand({ FunctionName: 'payments' }));
      await addMethod(scene, 'pay', { uri: uriOf('payments:${stageVariables.version}') });
      await deploy(scene);
      expect(errorsOf(await make(scene)).join('\n')).toContain(
        'also controls what GET /pay (function "payments") calls',
      );
      await addMethod(scene, 'paid', { uri: uriOf('payments:${stageVariables.payments}') });
      await scene.patch({ op: 'replace', path: '/variables/payments', value: '1' });
      const alone = { functions: '', 'stage-variable-overrides': 'payments=2' };
      const made = await make(scene, alone);
      expect([errorsOf(made), made.outputs.outcome]).toEqual([[], 'previewed']);
      const { restApiId } = scene.api;
      const answer = await fetch(scene.simulator.stageUrl(restApiId, 'pr-12', '/paid'));
      expect([answer.status, await answer.text()]).toEqual([200, '"Hello from Lambda v2"']);
    });
  });
});

describe('a draft that calls what the stage does not', () => {
  it('is refused, or granted, for functions that are not released too', async () => {
    await play({}, async (scene) => {
      await addFunction(scene, 'payments', hello);
      await scene.api.clients.lambda.send(new PublishVersionCommand({ FunctionName: 'payments' }));
      await allow(scene, 'payments', '1');
      const resourceId = await addMethod(scene, 'pay', { uri: uriOf('payments:1') });
      await deploy(scene);
      expect(await scene.ask(3, '/pay')).toEqual({ 'Hello from Lambda v1': 3 });
      const point = (version: string) =>
        scene.api.clients.apiGateway.send(
          new UpdateIntegrationCommand({
            restApiId: scene.api.restApiId,
            resourceId,
            httpMethod: 'GET',
            patchOperations: [{ op: 'replace', path: '/uri', value: uriOf(`payments:${version}`) }],
          }),
        );
      await point('9');
      expect(await refused(scene)).toContain(
        'definition: GET /pay will call version 9 of "payments", which does not exist',
      );
      await point('2');
      expect(await refused(scene, { 'invoke-permission': 'check', functions: '' })).toContain(
        'API Gateway has no permission to invoke version 2 of "payments"',
      );
      scene.users();
      const run = await scene.release(BRIEF);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5, '/pay')).toEqual({ 'Hello from Lambda v2': 5 });
    });
  });
});

describe('a rollback to an earlier version', () => {
  it('names what else it moves of what is served, whatever the draft does', async () => {
    await play({}, async (scene) => {
      const { restApiId, clients } = scene.api;
      await addFunction(scene, 'payments', hello);
      await scene.api.publish();
      const uri = uriOf('payments:${stageVariables.version}');
      const resourceId = await addMethod(scene, 'pay', { uri });
      await deploy(scene);
      await scene.patch({ op: 'replace', path: '/variables/version', value: '2' });
      await clients.apiGateway.send(
        new UpdateIntegrationCommand({
          restApiId,
          resourceId,
          httpMethod: 'GET',
          patchOperations: [{ op: 'replace', path: '/uri', value: uriOf('payments:1') }],
        }),
      );
      await addMethod(scene, 'drafted', { uri });
      const run = await scene.release({ command: 'rollback', 'rollback-to': '1' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'rolled-back']);
      expect(run.outputs.reason).toContain(
        'stage variable "version" also controls what GET /pay (function "payments") calls',
      );
      expect(run.log + run.summary).not.toContain('/drafted');
    });
  });
});

describe('a draft with calls that no check stops', () => {
  const STATES = 'arn:aws:apigateway:us-east-1:states:action/StartExecution';
  const starting = (machine: string) => ({
    requestTemplates: { 'application/json': `{"stateMachineArn": "${machine}"}` },
  });

  it('is named by the plan with what it moves, and with what is not understood', async () => {
    await play({}, async (scene) => {
      const credentials = `arn:aws:iam::${ACCOUNT}:role/gateway`;
      const service = { type: 'AWS', credentials } as const;
      const queue = (name: string) => `arn:aws:apigateway:us-east-1:sqs:path/${ACCOUNT}/${name}`;
      const queued = await addMethod(scene, 'queued', { ...service, uri: queue('old') });
      const run = await addMethod(scene, 'run', { ...service, uri: STATES, ...starting('old') });
      await addMethod(scene, 'same', { ...service, uri: STATES, ...starting('same') });
      await addMethod(scene, 'web', {
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'GET',
        uri: 'https://${stageVariables.host}.example.com/',
      });
      await addMethod(scene, 'odd', {
        type: 'AWS',
        uri: 'arn:aws:apigateway:us-east-1:lambda:action/Invoke',
      });
      await deploy(scene);
      const planned = async () => {
        const plan = await scene.release({ command: 'plan' });
        expect(errorsOf(plan)).toEqual([]);
        return readReport(plan).notes.filter((note) => note.startsWith('definition: '));
      };
      const unclear = [
        'definition: what these integrations call is not understood, so it was not checked: GET /odd (arn:aws:apigateway:us-east-1:lambda:action/Invoke)',
        'definition: stage variable "host", which has no value, is used by: GET /web (https://${stageVariables.host}.example.com/)',
      ];
      expect(await planned()).toEqual(unclear);
      const { restApiId, clients } = scene.api;
      const asked = { restApiId, httpMethod: 'GET', integrationHttpMethod: 'POST', ...service };
      await clients.apiGateway.send(
        new PutIntegrationCommand({ ...asked, resourceId: queued, uri: queue('new') }),
      );
      await clients.apiGateway.send(
        new PutIntegrationCommand({ ...asked, resourceId: run, uri: STATES, ...starting('new') }),
      );
      expect(await planned()).toEqual([
        ...unclear,
        `definition: on the canary, these routes call something else than on the stage: GET /queued (${queue('new')} instead of ${queue('old')}), GET /run (the same with another request)`,
      ]);
    });
  });
});

describe('a function that is an authorizer', () => {
  async function guardRoute(scene: Scene, callee: string): Promise<string> {
    await addFunction(scene, 'auth', [guard('v1'), guard('v2')]);
    const authorizerId = await addAuthorizer(scene, 'guard', callee);
    await allow(scene, 'auth', '1', `authorizers/${authorizerId}`);
    await addMethod(scene, 'guarded', {
      uri: uriOf('hello:${stageVariables.version}'),
      authorizerId,
    });
    await deploy(scene, { version: '1', auth: '1' });
    expect(await scene.ask(3, '/guarded')).toEqual({ 'Hello from Lambda v1': 3 });
    return authorizerId;
  }

  it('is released by its stage variable, with the permission that is for it', async () => {
    await play({}, async (scene) => {
      const id = await guardRoute(scene, 'auth:${stageVariables.auth}');
      const both = { functions: 'hello, auth' };
      expect(await refused(scene, { ...both, 'invoke-permission': 'check' })).toContain(
        `API Gateway has no permission to invoke a new version of "auth" (arn:aws:execute-api:us-east-1:${ACCOUNT}:${scene.api.restApiId}/authorizers/${id})`,
      );
      const deployed = { functions: 'auth', definition: 'deployed', 'invoke-permission': 'check' };
      expect(await refused(scene, deployed)).toContain(`/authorizers/${id})`);
      scene.users();
      const run = await scene.release({ ...BRIEF, ...both });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.ask(5, '/guarded')).toEqual({ 'Hello from Lambda v2': 5 });
      expect((await scene.api.stage()).variables).toEqual({ version: '2', auth: '2' });
    });
  });

  it('is refused where its URI is pinned, and the way out is named', async () => {
    await play({}, async (scene) => {
      await guardRoute(scene, 'auth:1');
      expect(await refused(scene, { functions: 'hello, auth' })).toContain(
        'authorizer "guard" calls "auth" by a version in its URI, and only the URIs of methods are rewritten',
      );
    });
  });
});
