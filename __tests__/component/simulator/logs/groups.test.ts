import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type LogsClient, logsClient } from './client.ts';

let simulator: Simulator;
let logs: LogsClient;

beforeEach(async () => {
  simulator = await startSimulator({ seed: 1, region: 'eu-west-1' });
  logs = logsClient(simulator);
});
afterEach(() => simulator.close());

const ARN = 'arn:aws:logs:eu-west-1:123456789012:log-group:';

describe('groups', () => {
  it('has a class, an ARN with and without an asterisk, and no retention', async () => {
    await logs.call('CreateLogGroup', { logGroupName: '/api/orders', tags: { team: 'orders' } });
    const { logGroups, nextToken } = await logs.call('DescribeLogGroups', {});
    expect(nextToken).toBeUndefined();
    expect(logGroups).toEqual([
      {
        logGroupName: '/api/orders',
        arn: `${ARN}/api/orders:*`,
        logGroupArn: `${ARN}/api/orders`,
        creationTime: expect.any(Number),
        logGroupClass: 'STANDARD',
        metricFilterCount: 0,
        storedBytes: 0,
        deletionProtectionEnabled: false,
      },
    ]);
    const resourceArn = `${ARN}/api/orders`;
    await logs.call('TagResource', { resourceArn, tags: { stage: 'prod' } });
    await logs.call('UntagResource', { resourceArn, tagKeys: ['team'] });
    const { tags } = await logs.call('ListTagsForResource', { resourceArn });
    expect(tags).toEqual({ stage: 'prod' });
  });

  it('finds groups by prefix, by a part of the name and by class, in pages', async () => {
    const classes = ['STANDARD', 'STANDARD', 'INFREQUENT_ACCESS'];
    for (const [i, logGroupClass] of classes.entries()) {
      await logs.call('CreateLogGroup', { logGroupName: `/api/${2 - i}`, logGroupClass });
    }
    const names = async (input: object) => {
      const { logGroups } = await logs.call('DescribeLogGroups', input);
      return logGroups.map(({ logGroupName }: { logGroupName: string }) => logGroupName);
    };
    expect(await names({ logGroupNamePrefix: '/api' })).toEqual(['/api/0', '/api/1', '/api/2']);
    expect(await names({ logGroupNamePattern: 'pi/1' })).toEqual(['/api/1']);
    expect(await names({ logGroupNamePattern: 'PI' })).toEqual([]);
    expect(await names({ logGroupClass: 'INFREQUENT_ACCESS' })).toEqual(['/api/0']);
    const first = await logs.call('DescribeLogGroups', { limit: 2 });
    expect(first.logGroups).toHaveLength(2);
    expect(await names({ limit: 2, nextToken: first.nextToken })).toEqual(['/api/2']);
    expect(await logs.refused('DescribeLogGroups', { nextToken: 'x' })).toEqual({
      status: 400,
      code: 'InvalidParameterException',
      message: 'The specified nextToken is invalid.',
    });
    expect(
      await logs.refused('DescribeLogGroups', {
        logGroupNamePrefix: 'a',
        logGroupNamePattern: 'a',
      }),
    ).toMatchObject({
      message: 'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    });
  });

  it.each([
    [{ logGroupName: 'there' }, 'The specified log group already exists'],
    [
      { logGroupName: 'a'.repeat(513) },
      'Invalid LogGroup or LogStream, both must have length less than or equal to 512.',
    ],
    [
      { logGroupName: 'a b' },
      expect.stringContaining("Value 'a b' at 'logGroupName' failed to satisfy constraint"),
    ],
    [
      { logGroupName: 'a', logGroupClass: 'CHEAP' },
      expect.stringContaining('[STANDARD, INFREQUENT_ACCESS, DELIVERY]'),
    ],
  ])('refuses %j', async (input, message) => {
    await logs.call('CreateLogGroup', { logGroupName: 'there' });
    expect(await logs.refused('CreateLogGroup', input)).toMatchObject({ status: 400, message });
  });

  it('keeps events until their retention is over', async () => {
    const at = { logGroupName: 'kept', logStreamName: 's' };
    await logs.call('CreateLogGroup', { logGroupName: 'kept' });
    await logs.call('CreateLogStream', at);
    const now = Math.floor(simulator.world.clock.now());
    await logs.call('PutLogEvents', { ...at, logEvents: [{ timestamp: now, message: 'old' }] });
    simulator.world.clock.forward(2 * 86_400_000);
    expect(await logs.messages({ logGroupName: 'kept' })).toEqual(['old']);
    await logs.call('PutRetentionPolicy', { logGroupName: 'kept', retentionInDays: 1 });
    expect(await logs.messages({ logGroupName: 'kept' })).toEqual([]);
    const { logGroups } = await logs.call('DescribeLogGroups', {});
    expect(logGroups[0]).toMatchObject({ retentionInDays: 1, storedBytes: 0 });
    await logs.call('DeleteRetentionPolicy', { logGroupName: 'kept' });
    expect((await logs.call('DescribeLogGroups', {})).logGroups[0].retentionInDays).toBeUndefined();
    expect(
      await logs.refused('PutRetentionPolicy', { logGroupName: 'kept', retentionInDays: 2 }),
    ).toMatchObject({ code: 'InvalidParameterException' });
  });

  it('is gone after it was deleted', async () => {
    await logs.call('CreateLogGroup', { logGroupName: 'gone' });
    await logs.call('DeleteLogGroup', { logGroupName: 'gone' });
    expect(await logs.refused('FilterLogEvents', { logGroupName: 'gone' })).toEqual({
      status: 400,
      code: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });
});

describe('streams', () => {
  it('are listed by name or by an old time of their last event', async () => {
    const { clock } = simulator.world;
    await logs.call('CreateLogGroup', { logGroupName: 'g' });
    for (const name of ['b', 'a', 'c']) {
      await logs.call('CreateLogStream', { logGroupName: 'g', logStreamName: name });
    }
    const put = (logStreamName: string, message: string) =>
      logs.call('PutLogEvents', {
        ...{ logGroupName: 'g', logStreamName },
        logEvents: [{ timestamp: Math.floor(clock.now()), message }],
      });
    const streams = async (input: object) =>
      (await logs.call('DescribeLogStreams', { logGroupName: 'g', ...input })).logStreams;
    await put('b', 'first');
    clock.forward(60_000);
    await put('a', 'first');
    clock.forward(60_000);
    await put('b', 'second');
    const named = async (input: object) =>
      (await streams(input)).map(({ logStreamName }: { logStreamName: string }) => logStreamName);
    expect(await named({})).toEqual(['a', 'b', 'c']);
    expect(await named({ descending: true, limit: 2 })).toEqual(['c', 'b']);
    expect(await named({ logStreamNamePrefix: 'b' })).toEqual(['b']);
    // The second line of b is newer, which this list shows up to an hour later.
    expect(await named({ orderBy: 'LastEventTime', descending: true })).toEqual(['a', 'b', 'c']);
    clock.forward(3_600_000);
    await put('b', 'third');
    expect(await named({ orderBy: 'LastEventTime', descending: true })).toEqual(['b', 'a', 'c']);
    expect((await streams({}))[2]).toEqual({
      logStreamName: 'c',
      creationTime: expect.any(Number),
      arn: `${ARN}g:log-stream:c`,
      storedBytes: 0,
    });
    expect(
      await logs.refused('CreateLogStream', { logGroupName: 'g', logStreamName: 'a' }),
    ).toMatchObject({ message: 'The specified log stream already exists' });
    expect(
      await logs.refused('DescribeLogStreams', { logGroupName: 'g', logGroupIdentifier: 'g' }),
    ).toMatchObject({
      code: 'ValidationException',
      message: 'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    });
  });
});
