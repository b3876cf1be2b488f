import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { type LogsClient, logsClient } from './client.ts';

let simulator: Simulator;
let logs: LogsClient;
const GROUP = { logGroupName: 'g' };

beforeEach(async () => {
  simulator = await startSimulator({ seed: 1, region: 'eu-central-1' });
  logs = logsClient(simulator);
  await logs.call('CreateLogGroup', GROUP);
});
afterEach(() => simulator.close());

const now = () => Math.floor(simulator.world.clock.now());

async function put(stream: string, events: readonly (readonly [at: number, message: string])[]) {
  const at = { ...GROUP, logStreamName: stream };
  const { logStreams } = await logs.call('DescribeLogStreams', GROUP);
  const names = logStreams.map(({ logStreamName }: { logStreamName: string }) => logStreamName);
  if (!names.includes(stream)) await logs.call('CreateLogStream', at);
  const logEvents = events.map(([timestamp, message]) => ({ timestamp, message }));
  return logs.call('PutLogEvents', { ...at, logEvents });
}

const readable = () => simulator.world.clock.forward(5000);

describe('PutLogEvents', () => {
  it('rejects what is too old and what is too new, and keeps the rest', async () => {
    const day = 86_400_000;
    const answer = await put('s', [
      [now() - 20 * day, 'old'],
      [now() - 15 * day, 'old too'],
      [now(), 'good'],
      [now() + 3 * 3_600_000, 'new'],
    ]);
    expect(answer.rejectedLogEventsInfo).toEqual({
      tooOldLogEventEndIndex: 2,
      tooNewLogEventStartIndex: 3,
    });
    readable();
    expect(await logs.messages(GROUP)).toEqual(['good']);
  });

  it('refuses batches', async () => {
    await logs.call('CreateLogStream', { ...GROUP, logStreamName: 's' });
    const refused = async (logEvents: readonly object[]) =>
      (await logs.refused('PutLogEvents', { ...GROUP, logStreamName: 's', logEvents })).message;
    const at = (timestamp: number, message = 'x') => ({ timestamp, message });
    expect(await refused([at(now()), at(now() - 1000)])).toBe(
      'Log events in a single PutLogEvents request must be in chronological order.',
    );
    expect(await refused([at(now() - 90_000_000), at(now())])).toMatch('24 hours');
    expect(await refused([at(now(), 'x'.repeat(1_048_576))])).toBe(
      'Upload too large: 1048602 bytes exceeds limit of 1048576',
    );
    expect(await refused([])).toMatch('greater than or equal to 1');
    expect(await refused(Array.from({ length: 10_001 }, () => at(now())))).toMatch('10000');
    expect(await refused([at(now(), '')])).toMatch("'logEvents.1.member.message'");
    expect(
      await logs.refused('PutLogEvents', {
        ...{ ...GROUP, logStreamName: 'absent' },
        logEvents: [at(now())],
      }),
    ).toEqual({
      status: 400,
      code: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
  });
});

describe('FilterLogEvents', () => {
  it('returns the events of all streams in their order, both ends of the range included', async () => {
    const t = now();
    await put('a', [
      [t, 'a0'],
      [t + 20, 'a1'],
    ]);
    await put('b', [
      [t, 'b0'],
      [t + 10, 'b1'],
    ]);
    expect(await logs.messages(GROUP)).toEqual([]);
    readable();
    expect(await logs.messages(GROUP)).toEqual(['a0', 'b0', 'b1', 'a1']);
    expect(await logs.messages({ ...GROUP, startFromHead: false })).toEqual([
      'a1',
      'b1',
      'b0',
      'a0',
    ]);
    expect(await logs.messages({ ...GROUP, startTime: t + 10, endTime: t + 20 })).toEqual([
      'b1',
      'a1',
    ]);
    expect(await logs.messages({ ...GROUP, startTime: t + 1, endTime: t + 19 })).toEqual(['b1']);
    expect(await logs.messages({ ...GROUP, logStreamNames: ['b'] })).toEqual(['b0', 'b1']);
    expect(await logs.messages({ ...GROUP, logStreamNamePrefix: 'a' })).toEqual(['a0', 'a1']);
    expect(await logs.messages({ ...GROUP, filterPattern: '?a1 ?b1' })).toEqual(['b1', 'a1']);
    const arn = `arn:aws:logs:eu-central-1:123456789012:log-group:g`;
    const page = await logs.call('FilterLogEvents', { logGroupIdentifier: arn, limit: 1 });
    expect(page).toMatchObject({ searchedLogStreams: [], nextToken: expect.any(String) });
    expect(page.events).toEqual([
      {
        logStreamName: 'a',
        timestamp: t,
        ingestionTime: expect.any(Number),
        message: 'a0',
        eventId: expect.stringMatching(/^\d{56}$/),
      },
    ]);
    const events = await logs.events({ ...GROUP, limit: 1 });
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(4);
  });

  it('makes a page of at most 1 MB, and may return an empty one with a token', async () => {
    const t = now();
    for (let i = 0; i < 3; i += 1) await put('s', [[t + i, `${i} ${'x'.repeat(600_000)}`]]);
    readable();
    const first = await logs.call('FilterLogEvents', GROUP);
    expect(first.events).toHaveLength(1);
    expect(await logs.events(GROUP)).toHaveLength(3);
    simulator.logs.examinedPerPage = 1;
    const input = { ...GROUP, filterPattern: '"2 x"' };
    const empty = await logs.call('FilterLogEvents', input);
    expect(empty).toEqual({ events: [], searchedLogStreams: [], nextToken: expect.any(String) });
    expect(await logs.events(input)).toHaveLength(1);
    simulator.logs.shortPageShare = 1;
    simulator.logs.examinedPerPage = 10_000;
    expect(await logs.events(GROUP)).toHaveLength(3);
  });

  it.each<[object, string, unknown]>([
    [
      { limit: 10_001 },
      'InvalidParameterException',
      "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
    ],
    [{ nextToken: 'x' }, 'InvalidParameterException', 'The specified nextToken is invalid.'],
    [{ filterPattern: '{ $.a' }, 'InvalidParameterException', expect.stringContaining("'}'")],
    [{ filterPattern: 'x'.repeat(1025) }, 'InvalidParameterException', expect.any(String)],
    [
      { logStreamNames: ['a'], logStreamNamePrefix: 'a' },
      'InvalidParameterException',
      expect.stringContaining('mutually exclusive'),
    ],
    [
      { logStreamNames: Array.from({ length: 101 }, (_, i) => `s${i}`) },
      'InvalidParameterException',
      expect.stringContaining('100'),
    ],
  ])('refuses %j', async (input, code, message) => {
    const refusal = await logs.refused('FilterLogEvents', { ...GROUP, ...input });
    expect(refusal).toEqual({ status: 400, code, message });
  });

  it('forgets a token after a day', async () => {
    await put('s', [
      [now(), 'a'],
      [now(), 'b'],
    ]);
    readable();
    const { nextToken } = await logs.call('FilterLogEvents', { ...GROUP, limit: 1 });
    simulator.world.clock.forward(86_500_000);
    const refusal = await logs.refused('FilterLogEvents', { ...GROUP, nextToken });
    expect(refusal.message).toBe('The specified nextToken is invalid.');
  });

  it('is not possible for Infrequent Access', async () => {
    const logGroupName = 'rare';
    await logs.call('CreateLogGroup', { logGroupName, logGroupClass: 'INFREQUENT_ACCESS' });
    expect(await logs.refused('FilterLogEvents', { logGroupName })).toEqual({
      status: 400,
      code: 'InvalidOperationException',
      message: 'FilterLogEvents is not supported for this log class',
    });
  });
});

describe('GetLogEvents', () => {
  it('reads one stream forwards and backwards; the end of the range is not included', async () => {
    const t = now();
    await put(
      's',
      [0, 1, 2, 3, 4].map((i) => [t + i, `s${i}`] as const),
    );
    await put('other', [[t, 'other']]);
    readable();
    const stream = { ...GROUP, logStreamName: 's' };
    const read = async (input: object) => {
      const { events, ...tokens } = await logs.call('GetLogEvents', { ...stream, ...input });
      return { ...tokens, messages: events.map(({ message }: { message: string }) => message) };
    };
    const head = await read({ startFromHead: true, limit: 2 });
    expect(head.messages).toEqual(['s0', 's1']);
    const next = await read({ startFromHead: true, nextToken: head.nextForwardToken });
    expect(next.messages).toEqual(['s2', 's3', 's4']);
    const end = await read({ startFromHead: true, nextToken: next.nextForwardToken });
    expect(end).toMatchObject({ messages: [], nextForwardToken: next.nextForwardToken });
    const tail = await read({ limit: 2 });
    expect(tail.messages).toEqual(['s3', 's4']);
    const before = await read({ limit: 2, nextToken: tail.nextBackwardToken });
    expect(before.messages).toEqual(['s1', 's2']);
    expect((await read({ startTime: t + 1, endTime: t + 3 })).messages).toEqual(['s1', 's2']);
    expect(await logs.refused('GetLogEvents', { ...stream, nextToken: 'x' })).toMatchObject({
      message: 'The specified nextToken is invalid.',
    });
  });
});

describe('callers', () => {
  it('are throttled by the quota of the Region, or by a chosen one', async () => {
    simulator.quotas.enabled = true;
    // A stopped clock would be better, but five calls take less than the time of one more.
    const calls = Array.from({ length: 12 }, () => logs.call('FilterLogEvents', GROUP));
    const outcomes = await Promise.allSettled(calls);
    const passed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(passed).toBeGreaterThanOrEqual(5);
    expect(passed).toBeLessThan(12);
    simulator.quotas.enabled = false;
    simulator.quotas.perSecond = { FilterLogEvents: 0 };
    expect(await logs.refused('FilterLogEvents', GROUP)).toEqual({
      status: 400,
      code: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    await logs.call('DescribeLogGroups', {});
  });

  it('need a permission for the group with `:*`, and for all groups to list them', async () => {
    const arn = 'arn:aws:logs:eu-central-1:123456789012:log-group:g';
    const allow = (...Resource: string[]) =>
      simulator.policy.set([{ Effect: 'Allow', Action: ['logs:*'], Resource }]);
    allow(arn);
    expect(await logs.refused('FilterLogEvents', GROUP)).toMatchObject({
      status: 400,
      code: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: logs:FilterLogEvents'),
    });
    allow(`${arn}:*`);
    await logs.call('FilterLogEvents', GROUP);
    expect(await logs.refused('DescribeLogGroups', {})).toMatchObject({
      code: 'AccessDeniedException',
    });
    allow('*');
    await logs.call('DescribeLogGroups', {});
  });

  it('reach only what is simulated', async () => {
    expect(await logs.refused('StartQuery', {})).toMatchObject({ status: 501 });
  });
});
