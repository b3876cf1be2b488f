// What Lambda keeps for each qualifier, through the AWS SDK: function URLs, and the settings of asynchronous
// invocations.

import {
  CreateAliasCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  DeleteAliasCommand,
  DeleteFunctionEventInvokeConfigCommand,
  DeleteFunctionUrlConfigCommand,
  GetFunctionEventInvokeConfigCommand,
  GetFunctionUrlConfigCommand,
  ListFunctionEventInvokeConfigsCommand,
  ListFunctionUrlConfigsCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LambdaServer, nodeFunction, startLambda } from './server.ts';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

let server: LambdaServer;
const send: LambdaServer['client']['send'] = (...args: [never]) => server.client.send(...args);

const of = (Qualifier?: string) => ({ FunctionName: 'orders', ...(Qualifier && { Qualifier }) });
const alias = (Name: string) =>
  send(new CreateAliasCommand({ FunctionName: 'orders', Name, FunctionVersion: '1' }));

beforeAll(async () => {
  server = await startLambda();
  const code = 'exports.handler = async () => 1';
  await send(new CreateFunctionCommand({ ...nodeFunction('orders', code), Publish: true }));
  await alias('live');
});
afterAll(() => server.close());

describe('function URLs', () => {
  const create = (qualifier?: string) =>
    send(new CreateFunctionUrlConfigCommand({ ...of(qualifier), AuthType: 'AWS_IAM' }));

  it('belong to the function or to an alias, and are listed together', async () => {
    const made = [await create(), await create('live')];
    expect(made.map(({ FunctionArn }) => FunctionArn)).toEqual([ARN, `${ARN}:live`]);
    const { FunctionUrlConfigs = [] } = await send(new ListFunctionUrlConfigsCommand(of()));
    expect(FunctionUrlConfigs.map((one) => one.FunctionArn)).toEqual([ARN, `${ARN}:live`]);
    const read = await send(new GetFunctionUrlConfigCommand(of('live')));
    expect(read).toMatchObject({ AuthType: 'AWS_IAM', FunctionUrl: made[1]?.FunctionUrl });
    expect(read.FunctionUrl).not.toBe(made[0]?.FunctionUrl);
    await expect(create('live')).rejects.toThrow('FunctionUrlConfig exists');
    await send(new DeleteFunctionUrlConfigCommand(of()));
    await expect(send(new GetFunctionUrlConfigCommand(of()))).rejects.toThrow('does not exist');
  });

  it('are refused for a version and for an alias that is not there', async () => {
    await expect(create('1')).rejects.toThrow('regular expression pattern');
    await expect(create('old')).rejects.toThrow('Function does not exist');
  });

  it('go with their alias', async () => {
    await alias('short');
    await create('short');
    await send(new DeleteAliasCommand({ FunctionName: 'orders', Name: 'short' }));
    await alias('short');
    const gone = send(new GetFunctionUrlConfigCommand(of('short')));
    await expect(gone).rejects.toThrow('does not exist');
  });
});

describe('the settings of asynchronous invocations', () => {
  it('belong to one qualifier, and are listed together', async () => {
    const put = { ...of('1'), MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 };
    await send(new PutFunctionEventInvokeConfigCommand(put));
    const read = await send(new GetFunctionEventInvokeConfigCommand(of('1')));
    expect(read).toMatchObject({
      FunctionArn: `${ARN}:1`,
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnSuccess: {}, OnFailure: {} },
    });
    for (const [qualifier, shown] of [
      [undefined, '$LATEST'],
      ['live', 'live'],
    ] as const) {
      const absent = send(new GetFunctionEventInvokeConfigCommand(of(qualifier)));
      await expect(absent).rejects.toThrow(
        `The function ${ARN}:${shown} doesn't have an EventInvokeConfig`,
      );
    }
    const listed = await send(new ListFunctionEventInvokeConfigsCommand(of()));
    expect(listed.FunctionEventInvokeConfigs).toHaveLength(1);
    await send(new DeleteFunctionEventInvokeConfigCommand(of('1')));
    const gone = send(new GetFunctionEventInvokeConfigCommand(of('1')));
    await expect(gone).rejects.toThrow("doesn't have an EventInvokeConfig");
  });

  it('are refused for a version that is not there, and when they are empty', async () => {
    const absent = { ...of('9'), MaximumRetryAttempts: 0 };
    const put = send(new PutFunctionEventInvokeConfigCommand(absent));
    await expect(put).rejects.toThrow(`Function not found: ${ARN}:9`);
    const empty = send(new PutFunctionEventInvokeConfigCommand(of('1')));
    await expect(empty).rejects.toThrow('at least one');
  });
});
