// Event source mappings through the AWS SDK: kept and listed, never polled.

import {
  CreateAliasCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bindVersions } from '../../../../src/aws/versions.ts';
import { lambdaClients } from '../../../support/client-sets.ts';
import { type LambdaServer, nodeFunction, startLambda } from './server.ts';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const QUEUE = 'arn:aws:sqs:eu-west-1:123456789012:orders';

let server: LambdaServer;
const send: LambdaServer['client']['send'] = (...args: [never]) => server.client.send(...args);

beforeAll(async () => {
  server = await startLambda();
  const code = 'exports.handler = async () => 1';
  await send(new CreateFunctionCommand({ ...nodeFunction('orders', code), Publish: true }));
  const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' };
  await send(new CreateAliasCommand(alias));
});
afterAll(() => server.close());

const map = (FunctionName: string, EventSourceArn = QUEUE, Enabled = false) =>
  send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn, Enabled }));

describe('event source mappings', () => {
  it('keep the qualifier that they were made for', async () => {
    const made = [await map('orders'), await map('orders:1'), await map(`${ARN}:live`)];
    expect(made.map(({ FunctionArn }) => FunctionArn)).toEqual([ARN, `${ARN}:1`, `${ARN}:live`]);
    const { UUID } = made[0] ?? {};
    const read = await send(new GetEventSourceMappingCommand({ UUID }));
    expect(read).toMatchObject({ FunctionArn: ARN, State: 'Disabled', EventSourceArn: QUEUE });
    await send(new DeleteEventSourceMappingCommand({ UUID }));
    const gone = send(new GetEventSourceMappingCommand({ UUID }));
    await expect(gone).rejects.toThrow('does not exist');
  });

  it('say whether the function reports single messages as failed', async () => {
    const asked = { FunctionName: 'orders:1', EventSourceArn: QUEUE, Enabled: false };
    const reports = { ...asked, FunctionResponseTypes: ['ReportBatchItemFailures' as const] };
    const { UUID } = await send(new CreateEventSourceMappingCommand(reports));
    const read = await send(new GetEventSourceMappingCommand({ UUID }));
    expect(read.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect((await map('orders:1')).FunctionResponseTypes).toEqual([]);
    const odd = { ...asked, FunctionResponseTypes: ['ReportNothing' as 'ReportBatchItemFailures'] };
    await expect(send(new CreateEventSourceMappingCommand(odd))).rejects.toThrow(
      'functionResponseTypes',
    );
  });

  it('come in pages, of one source or of all', async () => {
    const other = `${QUEUE}-other`;
    for (let i = 0; i < 101; i++) await map('orders:1', other);
    const first = await send(new ListEventSourceMappingsCommand({ EventSourceArn: other }));
    expect(first.EventSourceMappings).toHaveLength(100);
    expect(first.NextMarker).toBeDefined();
    const { place } = server.world;
    const sources = await bindVersions(lambdaClients(place, server.client)).readEventSources();
    const mapped = sources.filter(({ functionArn }) => functionArn === `${ARN}:1`);
    expect(mapped.length).toBeGreaterThan(100);
    expect(mapped.filter(({ reportsItems }) => reportsItems)).toHaveLength(1);
  });

  it('are refused if it is unknown what AWS would do, or if there is no such function', async () => {
    await expect(map('orders', QUEUE, true)).rejects.toThrow('not implemented by this simulator');
    await expect(
      send(new ListEventSourceMappingsCommand({ FunctionName: 'orders' })),
    ).rejects.toThrow('not implemented by this simulator');
    await expect(map('orders:9')).rejects.toThrow(`Function not found: ${ARN}:9`);
    await expect(map('orders:old')).rejects.toThrow('Cannot find alias arn');
    await expect(map('carts')).rejects.toThrow('Function not found');
  });
});
