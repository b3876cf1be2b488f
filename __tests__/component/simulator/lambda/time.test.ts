// What takes its time: updates, snapshots, provisioned concurrency, propagation, cold starts; on clocks that
// run faster than the wall, or wait for their processes.

import {
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  GetFunctionConfigurationCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTurnClock, type TurnClock } from '../../../../simulator/turns/turn-clock.ts';
import { bindFunctions } from '../../../../src/aws/functions.ts';
import { must } from '../../../../src/base/assert.ts';
import { lambdaClients } from '../../../support/client-sets.ts';
import { archive, type LambdaServer, nodeFunction, startLambda } from './server.ts';

const SOURCE = 'exports.handler = async () => process.env.AWS_LAMBDA_FUNCTION_VERSION';

let server: LambdaServer;
afterEach(() => server.close());

const send: LambdaServer['client']['send'] = (...args: [never]) => server.client.send(...args);

async function invoke(FunctionName: string, Qualifier?: string): Promise<string> {
  const answer = await send(
    new InvokeCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) }),
  );
  return answer.Payload?.transformToString() ?? '';
}

/** A function whose alias `live` leads to version 1, and which has a version 2. */
async function createRelease(): Promise<void> {
  await send(new CreateFunctionCommand({ ...nodeFunction('fn', SOURCE), Publish: true }));
  await send(new UpdateFunctionConfigurationCommand({ FunctionName: 'fn', Description: 'two' }));
  await send(new PublishVersionCommand({ FunctionName: 'fn' }));
  await send(new CreateAliasCommand({ FunctionName: 'fn', Name: 'live', FunctionVersion: '1' }));
}

describe('updates', () => {
  it('keep a new function pending, and refuse what comes too early', async () => {
    server = await startLambda({ settings: { updateSeconds: 0.5 } });
    await send(new CreateFunctionCommand(nodeFunction('fn', SOURCE)));
    const early = 'The operation cannot be performed at this time.';
    await expect(send(new PublishVersionCommand({ FunctionName: 'fn' }))).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: `${early} The function is currently in the following state: Pending`,
    });
    await expect(invoke('fn')).rejects.toMatchObject({ name: 'ResourceConflictException' });
    await waitUntilFunctionActiveV2(
      { client: server.client, maxWaitTime: 20 },
      { FunctionName: 'fn' },
    );
    expect(await invoke('fn')).toBe('"$LATEST"');
  });

  it('leave the old code serving until they are done', async () => {
    server = await startLambda();
    await send(new CreateFunctionCommand(nodeFunction('fn', SOURCE)));
    // Longer than the first, cold invocation takes on any machine.
    server.lambda.settings.updateSeconds = 3;
    const ZipFile = archive({ 'index.js': 'exports.handler = async () => "new"' });
    const updated = await send(new UpdateFunctionCodeCommand({ FunctionName: 'fn', ZipFile }));
    expect(updated.LastUpdateStatus).toBe('InProgress');
    expect(await invoke('fn')).toBe('"$LATEST"');
    await expect(
      send(new UpdateFunctionCodeCommand({ FunctionName: 'fn', ZipFile })),
    ).rejects.toMatchObject({
      message:
        'The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:eu-west-1:123456789012:function:fn',
    });
    await waitUntilFunctionUpdatedV2(
      { client: server.client, maxWaitTime: 20 },
      { FunctionName: 'fn' },
    );
    expect(await invoke('fn')).toBe('"new"');
    const done = await send(new GetFunctionConfigurationCommand({ FunctionName: 'fn' }));
    expect(done.RevisionId).not.toBe(updated.RevisionId);
  });

  it('make a snapshot before a SnapStart version is active', async () => {
    server = await startLambda({ settings: { snapshotSeconds: 0.4 } });
    const code = { ...nodeFunction('fn', ''), Runtime: 'python3.13' as const };
    await send(new CreateFunctionCommand({ ...code, SnapStart: { ApplyOn: 'PublishedVersions' } }));
    const version = await send(new PublishVersionCommand({ FunctionName: 'fn' }));
    expect([version.State, version.SnapStart?.OptimizationStatus]).toEqual(['Pending', 'Off']);
    await server.world.clock.sleep(450);
    const seen = await send(
      new GetFunctionConfigurationCommand({ FunctionName: 'fn', Qualifier: '1' }),
    );
    expect([seen.State, seen.SnapStart?.OptimizationStatus]).toEqual(['Active', 'On']);
  });

  it('are waited for by the action, snapshot and all', async () => {
    server = await startLambda({ settings: { snapshotSeconds: 1.2 } });
    const code = { ...nodeFunction('fn', ''), Runtime: 'python3.13' as const };
    await send(new CreateFunctionCommand({ ...code, SnapStart: { ApplyOn: 'PublishedVersions' } }));
    const functions = bindFunctions(lambdaClients(server.world.place, server.client));
    const latest = must(await functions.read('fn'), 'it was created');
    expect(await functions.publish('fn', 'by the test', latest)).toMatchObject({ version: '1' });
    await functions.untilReady('fn', '1');
    expect(await functions.read('fn', '1')).toMatchObject({ state: 'Active', snapshot: 'made' });
    expect(await functions.read('fn')).toMatchObject({ snapshot: 'none' });
  });
});

describe('aliases', () => {
  it('reach the data plane after their propagation', async () => {
    server = await startLambda();
    await createRelease();
    Object.assign(server.world.unsettled, { propagationSeconds: 0.5 });
    await send(new UpdateAliasCommand({ FunctionName: 'fn', Name: 'live', FunctionVersion: '2' }));
    expect(await invoke('fn', 'live')).toBe('"1"');
    await server.world.clock.sleep(550);
    expect(await invoke('fn', 'live')).toBe('"2"');
  });

  it('with provisioned concurrency stay on the old version until the new one has it', async () => {
    server = await startLambda({ settings: { provisioningSeconds: 0 } });
    await createRelease();
    const named = { FunctionName: 'fn', Qualifier: 'live' };
    await send(
      new PutProvisionedConcurrencyConfigCommand({ ...named, ProvisionedConcurrentExecutions: 2 }),
    );
    const status = async () =>
      (await send(new GetProvisionedConcurrencyConfigCommand(named))).Status;
    expect(await status()).toBe('READY');
    const alias = { FunctionName: 'fn', Name: 'live' };

    server.lambda.settings.provisioningSeconds = 0.6;
    const moved = await send(new UpdateAliasCommand({ ...alias, FunctionVersion: '2' }));
    expect(moved.RoutingConfig).toEqual({ AdditionalVersionWeights: { 1: 1 } });
    expect([await status(), await invoke('fn', 'live')]).toEqual(['IN_PROGRESS', '"1"']);
    await server.world.clock.sleep(650);
    const settled = await send(new GetAliasCommand(alias));
    expect([settled.FunctionVersion, settled.RoutingConfig]).toEqual(['2', undefined]);
    expect([await status(), await invoke('fn', 'live')]).toEqual(['READY', '"2"']);
  });

  it('with provisioned concurrency are held until they are released, if it fails', async () => {
    server = await startLambda({ settings: { provisioningSeconds: 0 } });
    await createRelease();
    const count = { ProvisionedConcurrentExecutions: 2 };
    const named = { FunctionName: 'fn', Qualifier: 'live' };
    const alias = { FunctionName: 'fn', Name: 'live' };
    await send(new PutProvisionedConcurrencyConfigCommand({ ...named, ...count }));
    server.lambda.settings.provisioningFailure = 'FUNCTION_ERROR_INIT_FAILURE';
    const held = { AdditionalVersionWeights: { 1: 1 } };
    await send(new UpdateAliasCommand({ ...alias, FunctionVersion: '2' }));
    expect(await send(new GetProvisionedConcurrencyConfigCommand(named))).toMatchObject({
      Status: 'FAILED',
      StatusReason: 'FUNCTION_ERROR_INIT_FAILURE',
    });
    expect((await send(new GetAliasCommand(alias))).RoutingConfig).toEqual(held);
    await expect(
      send(new PutProvisionedConcurrencyConfigCommand({ ...named, ...count })),
    ).rejects.toThrow('Alias with weights can not be used with Provisioned Concurrency');
    const described = await send(new UpdateAliasCommand({ ...alias, Description: 'held' }));
    expect(described.RoutingConfig).toEqual(held);
    expect(await invoke('fn', 'live')).toBe('"1"');
    const RoutingConfig = { AdditionalVersionWeights: {} };
    const free = await send(new UpdateAliasCommand({ ...alias, RoutingConfig }));
    expect([free.FunctionVersion, free.RoutingConfig]).toEqual(['2', undefined]);
    expect(await invoke('fn', 'live')).toBe('"2"');
  });

  it.each(['refused', 'accepted'] as const)(
    'and a version behind them that both have provisioned concurrency are %s',
    async (answer) => {
      server = await startLambda({ settings: { provisioningSeconds: 0 } });
      await createRelease();
      Object.assign(server.world.unsettled, { provisionedVersionBehindProvisionedAlias: answer });
      const provision = (Qualifier: string) =>
        send(
          new PutProvisionedConcurrencyConfigCommand({
            FunctionName: 'fn',
            Qualifier,
            ProvisionedConcurrentExecutions: 1,
          }),
        );
      await provision('live');
      await expect(provision('1')).rejects.toThrow('pointed by a Provisioned Concurrency alias');
      const RoutingConfig = { AdditionalVersionWeights: { 2: 0.5 } };
      const shared = { FunctionName: 'fn', Name: 'live', RoutingConfig };
      expect((await send(new UpdateAliasCommand(shared))).RoutingConfig).toEqual(RoutingConfig);
      const clear = { AdditionalVersionWeights: {} };
      await send(new UpdateAliasCommand({ ...shared, RoutingConfig: clear }));
      await provision('2');
      const twice = send(new UpdateAliasCommand(shared));
      if (answer === 'accepted') expect((await twice).RoutingConfig).toEqual(RoutingConfig);
      else await expect(twice).rejects.toThrow('Invalid alias configuration');
    },
  );
});

describe('on a clock that waits for its processes', () => {
  let clock: TurnClock;
  beforeEach(async () => {
    clock = await openTurnClock();
  });
  afterEach(() => clock.close());

  it('a minute of waiting is over at once, and is a minute to the handler and to the metrics', async () => {
    server = await startLambda({ clock });
    const source = `exports.handler = async (event, context) => {
      const from = Date.now();
      await new Promise((done) => setTimeout(done, 60_000));
      return { took: Date.now() - from, left: context.getRemainingTimeInMillis() };
    }`;
    await send(new CreateFunctionCommand({ ...nodeFunction('fn', source), Timeout: 900 }));
    const { took, left } = JSON.parse(await invoke('fn'));
    expect([took, left]).toEqual([60_000, 840_000]);
    const duration = server.metrics.find(({ name }) => name === 'Duration');
    expect(duration?.value).toBe(60_000);
  });

  it('a handler that waits too long meets its limit', async () => {
    server = await startLambda({ clock });
    const source = 'exports.handler = () => new Promise((done) => setTimeout(done, 600_000))';
    await send(new CreateFunctionCommand({ ...nodeFunction('fn', source), Timeout: 30 }));
    expect(JSON.parse(await invoke('fn')).errorType).toBe('Sandbox.Timedout');
    const duration = server.metrics.find(({ name }) => name === 'Duration');
    expect(duration?.value).toBe(30_000);
  });

  it('adds the cold start that was asked for, to the first invocation only', async () => {
    server = await startLambda({ clock, settings: { coldStartMs: 2000 } });
    await send(new CreateFunctionCommand(nodeFunction('fn', SOURCE)));
    const run = () =>
      server.lambda.invoker.invoke({ functionRef: 'fn', payload: Buffer.from('{}') });
    const [cold, warm] = [await run(), await run()];
    if (cold.kind !== 'ok' || warm.kind !== 'ok') throw new Error(`${cold.kind}, ${warm.kind}`);
    expect([cold.durationMs, warm.durationMs]).toEqual([2000, 0]);
    expect(cold.logTail).toContain('Init Duration: 2000.00 ms');
    expect(warm.logTail).not.toContain('Init Duration');
  });
});

describe('on a clock sixty times as fast', () => {
  it('a handler that waits too long meets its limit', async () => {
    server = await startLambda({ rate: 60 });
    const source = 'exports.handler = () => new Promise((done) => setTimeout(done, 600_000))';
    await send(new CreateFunctionCommand({ ...nodeFunction('fn', source), Timeout: 30 }));
    expect(JSON.parse(await invoke('fn')).errorType).toBe('Sandbox.Timedout');
    const duration = server.metrics.find(({ name }) => name === 'Duration');
    expect(duration?.value).toBe(30_000);
  });

  it('a handler that works for 100 ms is not killed at 50, its limit on that clock', async () => {
    server = await startLambda({ rate: 60 });
    const source = `exports.handler = async () => {
      const end = process.cpuUsage().user + 100_000;
      while (process.cpuUsage().user < end);
      return 'done';
    }`;
    await send(new CreateFunctionCommand({ ...nodeFunction('fn', source), Timeout: 3 }));
    expect(await invoke('fn')).toBe('"done"');
  });
});
