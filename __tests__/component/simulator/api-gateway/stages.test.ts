import {
  CreateDocumentationPartCommand,
  CreateDocumentationVersionCommand,
  DeleteStageCommand,
  GetStageCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, badRequest, refusal, setUp } from './fixture.ts';

let bench: Bench;
let deploymentId: string;
beforeEach(async () => {
  bench = await setUp();
  deploymentId = await bench.deploy();
});
afterEach(() => bench.close());

const replace = (path: string, value?: string) => ({ op: 'replace' as const, path, value });

describe('creating a stage', () => {
  it('takes every setting', async () => {
    const { client, restApiId } = bench;
    const documentationVersion = 'v1';
    await client.send(
      new CreateDocumentationPartCommand({
        restApiId,
        location: { type: 'API' },
        properties: '{}',
      }),
    );
    await client.send(new CreateDocumentationVersionCommand({ restApiId, documentationVersion }));
    const settings = {
      stageName: 'prod',
      deploymentId,
      description: 'production',
      documentationVersion,
      variables: { version: '1' },
      tracingEnabled: true,
      tags: { team: 'orders' },
      canarySettings: {
        deploymentId: await bench.deploy(),
        percentTraffic: 50.1,
        stageVariableOverrides: { version: '2' },
        useStageCache: true,
      },
      cacheClusterEnabled: true,
      cacheClusterSize: '1.6' as const,
    };
    const stage = await bench.stage(settings);
    expect(stage).toEqual({ ...settings, cacheClusterStatus: 'AVAILABLE', methodSettings: {} });
    expect(await bench.look('prod')).toEqual(stage);
  });

  it('is refused for a name that is taken', async () => {
    await bench.stage({ stageName: 'prod', deploymentId });
    expect(await refusal(bench.stage({ stageName: 'prod', deploymentId }))).toEqual({
      status: 409,
      code: 'ConflictException',
      message: 'Stage already exists',
    });
  });

  it('is refused for a deployment that is not there, of the base or of the canary', async () => {
    const nope = badRequest('Deployment id does not exist');
    expect(await refusal(bench.stage({ stageName: 'a', deploymentId: 'none' }))).toEqual(nope);
    const canarySettings = { deploymentId: 'none' };
    expect(await refusal(bench.stage({ stageName: 'a', deploymentId, canarySettings }))).toEqual(
      nope,
    );
  });

  it('stops at ten', async () => {
    for (let i = 0; i < 10; i += 1) await bench.stage({ stageName: `s${i}`, deploymentId });
    expect(await refusal(bench.stage({ stageName: 's10', deploymentId }))).toMatchObject({
      status: 429,
      code: 'LimitExceededException',
    });
  });
});

describe('a stage that is not there', () => {
  const unknown = {
    status: 404,
    code: 'NotFoundException',
    message: 'Invalid Stage identifier specified',
  };

  it.each([GetStageCommand, DeleteStageCommand])('%p', async (Command) => {
    const { client, restApiId } = bench;
    const send = (id: string) =>
      client.send(new Command({ restApiId: id, stageName: 'none' }) as GetStageCommand);
    expect(await refusal(send(restApiId))).toEqual(unknown);
    expect(await refusal(send('none'))).toEqual(unknown);
  });

  it('after it was deleted', async () => {
    const { client, restApiId } = bench;
    await bench.stage({ stageName: 'prod', deploymentId });
    const answer = await client.send(new DeleteStageCommand({ restApiId, stageName: 'prod' }));
    expect(answer.$metadata.httpStatusCode).toBe(202);
    expect(await refusal(bench.patch('prod', replace('/description', 'x')))).toEqual(unknown);
  });
});

describe('stage variables', () => {
  beforeEach(() => bench.stage({ stageName: 'prod', deploymentId }));

  const badValue = (value: string) =>
    badRequest(
      `Invalid stage variable value: ${value}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
    );

  it.each(['Az09-._~:/?#&=,', 'x'.repeat(512)])('may hold "%s"', async (value) => {
    const { variables } = await bench.patch('prod', replace('/variables/v', value));
    expect(variables).toEqual({ v: value });
  });

  it.each([
    ...['', 'a b', '$LATEST', '${x}', 'a@b', '50%', 'a+b', '"a"', "'a'", 'ä', 'x'.repeat(513)],
  ])('may not hold "%s"', async (value) => {
    const places = ['/variables/v', '/canarySettings/stageVariableOverrides/v'];
    for (const path of places) {
      expect(await refusal(bench.patch('prod', replace(path, value)))).toEqual(badValue(value));
    }
    const variables = { v: value };
    expect(await refusal(bench.deploy({ stageName: 'new', variables }))).toEqual(badValue(value));
    expect(await refusal(bench.stage({ stageName: 'new', deploymentId, variables }))).toEqual(
      badValue(value),
    );
  });

  it.each(['a-b', 'a.b', 'x'.repeat(65), 'a:b'])('may not be called "%s"', async (name) => {
    expect(await refusal(bench.patch('prod', replace(`/variables/${name}`, 'x')))).toEqual(
      badRequest(
        `Invalid stage variable name: ${name}.  Please use names with only word characters.`,
      ),
    );
  });

  it('are at most a hundred', async () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${i}`, 'x']));
    await bench.deploy({ stageName: 'full', variables: many(100) });
    expect(await refusal(bench.patch('full', replace('/variables/more', 'x')))).toMatchObject({
      status: 429,
      code: 'LimitExceededException',
    });
    expect((await bench.patch('full', replace('/variables/v0', 'y'))).variables?.v0).toBe('y');
  });
});

describe('settings of a stage', () => {
  beforeEach(() => bench.stage({ stageName: 'prod', deploymentId }));

  it('per method, starting from those for all methods', async () => {
    const { methodSettings } = await bench.patch(
      'prod',
      replace('/*/*/throttling/rateLimit', '12.5'),
      replace('/~1pets~1{id}/GET/logging/loglevel', 'INFO'),
      replace('/*/*/throttling/rateLimit', '99'),
    );
    expect(methodSettings?.['*/*']).toMatchObject({ throttlingRateLimit: 99 });
    expect(methodSettings?.['~1pets~1{id}/GET']).toMatchObject({
      throttlingRateLimit: 12.5,
      loggingLevel: 'INFO',
    });
    const after = await bench.patch('prod', { op: 'remove', path: '/~1pets~1{id}/GET' });
    expect(Object.keys(after.methodSettings ?? {})).toEqual(['*/*']);
  });

  it.each([
    ['/*/*/throttling/burstLimit', 'many'],
    ['/*/*/throttling/burstLimit', '-1'],
    ['/*/*/throttling/rateLimit', ''],
    ['/*/*/caching/ttlInSeconds', '3601'],
    ['/*/*/logging/loglevel', 'LOUD'],
    ['/*/*/caching/unauthorizedCacheControlHeaderStrategy', 'SHRUG'],
  ])('refuses %s "%s"', async (path, value) => {
    expect(await refusal(bench.patch('prod', replace(path, value)))).toMatchObject({ status: 400 });
    expect((await bench.look('prod')).methodSettings).toEqual({});
  });

  it('cache, documentation, certificate, tracing', async () => {
    const on = await bench.patch(
      'prod',
      replace('/cacheClusterEnabled', 'true'),
      replace('/clientCertificateId', 'cert'),
      replace('/tracingEnabled', 'true'),
    );
    expect(on).toMatchObject({
      cacheClusterEnabled: true,
      cacheClusterSize: '0.5',
      cacheClusterStatus: 'AVAILABLE',
      clientCertificateId: 'cert',
      tracingEnabled: true,
    });
    const off = await bench.patch('prod', replace('/cacheClusterEnabled', 'false'));
    expect(off).toMatchObject({ cacheClusterEnabled: false, cacheClusterStatus: 'NOT_AVAILABLE' });
    expect(
      await refusal(bench.patch('prod', replace('/documentationVersion', 'v9'))),
    ).toMatchObject({
      status: 404,
    });
  });
});

describe('tags', () => {
  const arnOf = (path: string) => `arn:aws:apigateway:us-east-1::/restapis/${path}`;
  const tagsOf = async (resourceArn: string) =>
    (await bench.client.send(new GetTagsCommand({ resourceArn }))).tags;
  const tag = (resourceArn: string, tags: Record<string, string>) =>
    bench.client.send(new TagResourceCommand({ resourceArn, tags }));

  it.each(['api', 'stage'])('of an %s are added, replaced and removed', async (kind) => {
    await bench.stage({ stageName: 'prod', deploymentId, tags: {} });
    const arn = arnOf(kind === 'api' ? bench.restApiId : `${bench.restApiId}/stages/prod`);
    expect(await tagsOf(arn)).toEqual({});
    await tag(arn, { team: 'orders', 'canary-action:plan': '5/25/50' });
    await tag(arn, { team: 'pets' });
    expect(await tagsOf(arn)).toEqual({ team: 'pets', 'canary-action:plan': '5/25/50' });
    await bench.client.send(
      new UntagResourceCommand({ resourceArn: arn, tagKeys: ['team', 'none'] }),
    );
    expect(await tagsOf(arn)).toEqual({ 'canary-action:plan': '5/25/50' });
  });

  it('are seen in the stage', async () => {
    await bench.stage({ stageName: 'prod', deploymentId });
    await tag(arnOf(`${bench.restApiId}/stages/prod`), { team: 'orders' });
    expect((await bench.look('prod')).tags).toEqual({ team: 'orders' });
  });

  it.each([
    { 'aws:x': 'y' },
    { 'a b': 'y' },
    { ['x'.repeat(129)]: 'y' },
    { x: 'y'.repeat(257) },
    { x: '{"a":1}' },
    Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, ''])),
  ])('are refused: %j', async (tags) => {
    await bench.stage({ stageName: 'prod', deploymentId });
    expect(await refusal(tag(arnOf(`${bench.restApiId}/stages/prod`), tags))).toMatchObject({
      status: 400,
    });
    expect(await refusal(bench.stage({ stageName: 'two', deploymentId, tags }))).toMatchObject({
      status: 400,
    });
  });

  it.each([
    ['arn:aws:lambda:us-east-1:123456789012:function:f', 400],
    ['arn:aws:apigateway:eu-west-1::/restapis/x', 400],
    ['arn:aws:apigateway:us-east-1::/restapis/x', 404],
    ['arn:aws:apigateway:us-east-1::/restapis/x/stages/prod', 404],
    ['arn:aws:apigateway:us-east-1::/restapis/x/deployments/y', 400],
  ])('of %s are refused with %d', async (arn, status) => {
    expect(await refusal(tag(arn, { a: 'b' }))).toMatchObject({ status });
  });
});
