// Versions, aliases and permissions through the AWS SDK, over HTTP.

import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteResourcePolicyCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  GetResourcePolicyCommand,
  InvokeCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  PutResourcePolicyCommand,
  paginateListVersionsByFunction,
  TagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arnLike } from '../../../../simulator/front/wildcards.ts';
import { archive, type LambdaServer, nodeFunction, ROLE, startLambda } from './server.ts';

const SOURCE = 'exports.handler = async () => process.env.AWS_LAMBDA_FUNCTION_VERSION';
const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function';
const GATEWAY = 'apigateway.amazonaws.com';

let server: LambdaServer;

beforeAll(async () => {
  server = await startLambda();
});
afterAll(() => server.close());

const send: LambdaServer['client']['send'] = (...args: [never]) => server.client.send(...args);

/** A function with versions 1 to n, which differ in their description. */
async function withVersions(name: string, n: number): Promise<void> {
  await send(new CreateFunctionCommand({ ...nodeFunction(name, SOURCE), Publish: true }));
  for (let i = 2; i <= n; i++) {
    await send(
      new UpdateFunctionConfigurationCommand({ FunctionName: name, Description: `no ${i}` }),
    );
    await send(new PublishVersionCommand({ FunctionName: name }));
  }
}

describe('versions', () => {
  it('publishes the same content once', async () => {
    await withVersions('same', 2);
    const again = await send(new PublishVersionCommand({ FunctionName: 'same' }));
    expect(again.Version).toBe('2');
    const code = archive({ 'index.js': `${SOURCE} // changed` });
    const updated = await send(
      new UpdateFunctionCodeCommand({ FunctionName: 'same', ZipFile: code, Publish: true }),
    );
    expect([updated.Version, updated.State]).toEqual(['3', 'Pending']);
  });

  it.each([
    ['new-number', '3'],
    ['same-number', '2'],
  ] as const)('after an update that changes nothing have a %s', async (answer, expected) => {
    Object.assign(server.world.unsettled, { publishAfterSameUpdate: answer });
    const name = `updated-${answer}`;
    await withVersions(name, 2);
    const ZipFile = archive({ 'index.js': SOURCE });
    await send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile }));
    const next = await send(new PublishVersionCommand({ FunctionName: name }));
    expect(next.Version).toBe(expected);
    const again = await send(new PublishVersionCommand({ FunctionName: name }));
    expect(again.Version).toBe(expected);
  });

  it('never gives a number twice', async () => {
    await withVersions('numbers', 2);
    await send(new DeleteFunctionCommand({ FunctionName: 'numbers', Qualifier: '2' }));
    await send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'numbers', Description: 'again' }),
    );
    const next = await send(new PublishVersionCommand({ FunctionName: 'numbers' }));
    expect(next.Version).toBe('3');
  });

  it('lists fifty a page, $LATEST first', async () => {
    await withVersions('many', 52);
    const page = await send(new ListVersionsByFunctionCommand({ FunctionName: 'many' }));
    expect(page.Versions).toHaveLength(50);
    expect(page.Versions?.[0]?.Version).toBe('$LATEST');
    const all: (string | undefined)[] = [];
    const pages = paginateListVersionsByFunction(
      { client: server.client },
      { FunctionName: 'many', MaxItems: 20 },
    );
    for await (const { Versions = [] } of pages) all.push(...Versions.map((v) => v.Version));
    expect(all).toEqual(['$LATEST', ...Array.from({ length: 52 }, (_, i) => String(i + 1))]);
  });

  it('keeps a version that an alias needs, and the function with its versions', async () => {
    await withVersions('needed', 2);
    await send(
      new CreateAliasCommand({
        FunctionName: 'needed',
        Name: 'live',
        FunctionVersion: '1',
        RoutingConfig: { AdditionalVersionWeights: { 2: 0.1 } },
      }),
    );
    for (const Qualifier of ['1', '2']) {
      await expect(
        send(new DeleteFunctionCommand({ FunctionName: 'needed', Qualifier })),
      ).rejects.toMatchObject({
        name: 'ResourceConflictException',
        message: 'Unable to delete version because the following aliases reference it: [live]',
      });
    }
    await expect(
      send(new DeleteFunctionCommand({ FunctionName: 'needed', Qualifier: '$LATEST' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    await send(new DeleteFunctionCommand({ FunctionName: 'needed' }));
    await expect(send(new GetFunctionCommand({ FunctionName: 'needed' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      send(new DeleteFunctionCommand({ FunctionName: 'needed', Qualifier: '1' })),
    ).rejects.toMatchObject({ message: `Function not found: ${ARN}:needed` });
  });

  it('refuses a RevisionId that has moved on', async () => {
    await withVersions('revised', 1);
    const seen = await send(new GetFunctionConfigurationCommand({ FunctionName: 'revised' }));
    const RevisionId = seen.RevisionId;
    const change = (Description: string) =>
      send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: 'revised',
          Description,
          RevisionId,
        }),
      );
    await change('first');
    await expect(change('second')).rejects.toMatchObject({
      name: 'PreconditionFailedException',
      $metadata: { httpStatusCode: 412 },
    });
  });
});

describe('aliases', () => {
  it('splits traffic by weight', async () => {
    await withVersions('split', 2);
    await send(
      new CreateAliasCommand({
        FunctionName: 'split',
        Name: 'live',
        FunctionVersion: '1',
        RoutingConfig: { AdditionalVersionWeights: { 2: 0.25 } },
      }),
    );
    const draws = 400;
    let canary = 0;
    for (let i = 0; i < draws; i++) {
      const answer = await send(new InvokeCommand({ FunctionName: 'split', Qualifier: 'live' }));
      expect(answer.Payload?.transformToString()).toBe(JSON.stringify(answer.ExecutedVersion));
      if (answer.ExecutedVersion === '2') canary += 1;
    }
    // Four standard deviations; the seed is fixed besides.
    expect(Math.abs(canary - draws * 0.25)).toBeLessThan(4 * Math.sqrt(draws * 0.25 * 0.75));
  });

  it('lets one of two racing updates win', async () => {
    await withVersions('race', 2);
    const alias = await send(
      new CreateAliasCommand({ FunctionName: 'race', Name: 'live', FunctionVersion: '1' }),
    );
    const { RevisionId } = alias;
    const shift = (weight: number) =>
      send(
        new UpdateAliasCommand({
          FunctionName: 'race',
          Name: 'live',
          RoutingConfig: { AdditionalVersionWeights: { 2: weight } },
          RevisionId,
        }),
      );
    const outcomes = await Promise.allSettled([shift(0.1), shift(0.2), shift(0.3)]);
    const won = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.name] : []));
    expect(lost).toEqual(['PreconditionFailedException', 'PreconditionFailedException']);
    const now = await send(new GetAliasCommand({ FunctionName: 'race', Name: 'live' }));
    expect(now.RoutingConfig).toEqual(won[0]?.RoutingConfig);
    expect(now.RevisionId).toBe(won[0]?.RevisionId);
  });

  it('keeps the weights where an update names none, and clears them where it names no version', async () => {
    await withVersions('weights', 2);
    const name = { FunctionName: 'weights', Name: 'live' };
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.5 } };
    await send(new CreateAliasCommand({ ...name, FunctionVersion: '1', RoutingConfig }));
    const described = await send(new UpdateAliasCommand({ ...name, Description: 'half' }));
    expect(described.RoutingConfig).toEqual(RoutingConfig);
    const promoted = await send(
      new UpdateAliasCommand({
        ...name,
        FunctionVersion: '2',
        RoutingConfig: { AdditionalVersionWeights: {} },
      }),
    );
    expect([promoted.FunctionVersion, promoted.RoutingConfig]).toEqual(['2', undefined]);
    await expect(send(new UpdateAliasCommand({ ...name, RoutingConfig }))).rejects.toMatchObject({
      message:
        'Invalid function version 2. Function version 2 is already included in routing configuration.',
    });
  });

  it('refuses two versions with different roles', async () => {
    await withVersions('roles', 1);
    await send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'roles', Role: `${ROLE}-other` }),
    );
    await send(new PublishVersionCommand({ FunctionName: 'roles' }));
    await expect(
      send(
        new CreateAliasCommand({
          FunctionName: 'roles',
          Name: 'live',
          FunctionVersion: '1',
          RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } },
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  });

  it('can be deleted twice', async () => {
    await withVersions('gone', 1);
    const name = { FunctionName: 'gone', Name: 'live' };
    await send(new CreateAliasCommand({ ...name, FunctionVersion: '1' }));
    await send(new DeleteAliasCommand(name));
    await send(new DeleteAliasCommand(name));
    await expect(send(new GetAliasCommand(name))).rejects.toMatchObject({
      message: `Cannot find alias arn: ${ARN}:gone:live`,
    });
  });
});

describe('the tags of a function', () => {
  const tags = (count: number, from = 0) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${from + i}`, 'x']));
  const tag = (Tags: Record<string, string>) =>
    send(new TagResourceCommand({ Resource: `${ARN}:tagged`, Tags }));

  it('are fifty at the most, however they come', async () => {
    const refusal = 'Number of tags exceeds resource tag limit.';
    const fn = nodeFunction('tagged', SOURCE);
    await expect(send(new CreateFunctionCommand({ ...fn, Tags: tags(51) }))).rejects.toThrow(
      refusal,
    );
    await send(new CreateFunctionCommand({ ...fn, Tags: tags(49) }));
    await tag(tags(1, 49));
    await tag(tags(50));
    await expect(tag(tags(1, 50))).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: refusal,
    });
  });
});

describe('permissions', () => {
  const source = (stage: string) => `arn:aws:execute-api:eu-west-1:123456789012:api1/${stage}`;
  const invokeAs = async (functionRef: string, sourceArn: string, principal = GATEWAY) => {
    const caller = { principal, sourceArn };
    const payload = Buffer.from('{}');
    return (await server.lambda.invoker.invoke({ functionRef, payload, caller })).kind;
  };
  const grant = (FunctionName: string, Qualifier: string | undefined, SourceArn: string) =>
    send(
      new AddPermissionCommand({
        FunctionName,
        Qualifier,
        StatementId: 'gateway',
        Action: 'lambda:InvokeFunction',
        Principal: GATEWAY,
        SourceArn,
      }),
    );

  it('hold for exactly the qualifier that they name', async () => {
    await withVersions('guarded', 1);
    await send(
      new CreateAliasCommand({ FunctionName: 'guarded', Name: 'live', FunctionVersion: '1' }),
    );
    await grant('guarded', 'live', source('*/GET/pets'));
    const call = source('prod/GET/pets');
    expect(await invokeAs('guarded:live', call)).toBe('ok');
    expect(await invokeAs('guarded:1', call)).toBe('no-permission');
    expect(await invokeAs('guarded', call)).toBe('no-permission');
    expect(await invokeAs('guarded:live', source('prod/POST/pets'))).toBe('no-permission');
    expect(await invokeAs('guarded:live', call, 'events.amazonaws.com')).toBe('no-permission');
    await grant('guarded', undefined, source('*'));
    expect(await invokeAs('guarded', call)).toBe('ok');
    expect(await invokeAs('guarded:1', call)).toBe('no-permission');
    await expect(
      send(new GetPolicyCommand({ FunctionName: 'guarded', Qualifier: '1' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('are counted neither as an invocation nor as an error when missing', async () => {
    await withVersions('closed', 1);
    const seen = server.metrics.length;
    expect(await invokeAs('closed', source('prod/GET/pets'))).toBe('no-permission');
    expect(server.metrics.length).toBe(seen);
  });

  describe('as a document', () => {
    const put = (ResourceArn: string, ...statements: readonly object[]) => {
      const all = { Principal: { Service: GATEWAY }, Action: 'lambda:InvokeFunction' };
      const Statement = statements.map((one) => ({ Effect: 'Allow', ...all, ...one }));
      return send(
        new PutResourcePolicyCommand({ ResourceArn, Policy: JSON.stringify({ Statement }) }),
      );
    };

    it('replace those added before, and name versions in Resource', async () => {
      await withVersions('whole', 2);
      await grant('whole', undefined, source('*'));
      await put(`${ARN}:whole`, { Resource: `${ARN}:whole:2` });
      const call = source('prod/GET/pets');
      expect(await invokeAs('whole:2', call)).toBe('ok');
      expect(await invokeAs('whole:1', call)).toBe('no-permission');
      expect(await invokeAs('whole', call)).toBe('no-permission');
      const { Policy } = await send(new GetResourcePolicyCommand({ ResourceArn: `${ARN}:whole` }));
      expect(await send(new GetPolicyCommand({ FunctionName: 'whole' }))).toMatchObject({ Policy });
      await send(new DeleteResourcePolicyCommand({ ResourceArn: `${ARN}:whole` }));
      expect(await invokeAs('whole:2', call)).toBe('no-permission');
      await expect(
        send(new GetResourcePolicyCommand({ ResourceArn: `${ARN}:whole` })),
      ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    });

    it('deny, whatever else allows', async () => {
      await withVersions('frozen', 1);
      await grant('frozen', '1', source('*'));
      const other = source('prod/GET/pets').replace('api1', 'api2');
      const but = { Condition: { ArnNotLike: { 'aws:SourceArn': source('*') } } };
      await put(`${ARN}:frozen`, { Resource: '*' }, { Effect: 'Deny', Resource: '*', ...but });
      expect(await invokeAs('frozen:1', source('prod/GET/pets'))).toBe('ok');
      expect(await invokeAs('frozen:1', other)).toBe('no-permission');
      await put(`${ARN}:frozen:1`, { Effect: 'Deny', Resource: '*' });
      expect(await invokeAs('frozen:1', source('prod/GET/pets'))).toBe('no-permission');
      expect(await invokeAs('frozen', source('prod/GET/pets'))).toBe('ok');
    });

    it('are refused where this simulator could not decide by them', async () => {
      await withVersions('odd', 1);
      const odd = { Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };
      await expect(put(`${ARN}:odd`, odd)).rejects.toThrow('IpAddress in a resource policy');
    });
  });

  it.each([
    ['arn:aws:execute-api:eu-west-1:123456789012:api1/*/GET/*', true],
    ['arn:aws:execute-api:eu-west-1:123456789012:api1/*', true],
    ['arn:aws:execute-api:*:*:api?/prod/GET/pets', true],
    ['arn:aws:execute-api:eu-west-1:123456789012:api1/prod/GET/pet', false],
    ['arn:aws:execute-api:eu-west-1:999999999999:api1/*', false],
    ['arn:aws:*', false],
  ])('match a source like %s: %s', (pattern, matches) => {
    expect(arnLike(pattern, source('prod/GET/pets'))).toBe(matches);
  });
});
