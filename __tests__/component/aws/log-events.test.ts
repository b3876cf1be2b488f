// The client of CloudWatch Logs over real HTTP, with a server that answers as AWS documents it.

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '../../../src/aws/clients.ts';
import { bindLogEvents, groupIn, type LogQuery, whyUnread } from '../../../src/aws/log-events.ts';
import { KnownError } from '../../../src/base/errors.ts';
import type { LogEvent } from '../../../src/base/log-event.ts';
import { fixedCredentials } from '../../support/credentials.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = readonly [status: number, body: object];

const ARN = 'arn:aws:logs:eu-central-1:123456789012:log-group:orders/Canary:*';
const QUERY: LogQuery = { group: 'orders/Canary', from: 1_000, to: 6_000 };
const EVENT = {
  logStreamName: 'a',
  timestamp: 1_500,
  message: 'GET /',
  ingestionTime: 3_000,
  eventId: '3800',
};

describe('Log events', () => {
  let server: Server;
  let received: Received[];
  let answers: Answer[];
  let cancelled: AbortController;
  const names = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_CLOUDWATCH_LOGS', 'AWS_MAX_ATTEMPTS'];
  const before = names.map((name) => process.env[name]);

  const events = (region = 'eu-west-1') =>
    bindLogEvents(
      connect(
        region,
        {
          cancelled: cancelled.signal,
          rollbackDeadline: new AbortController().signal,
          ended: new AbortController().signal,
        },
        fixedCredentials(),
      ).normal,
    );
  const readAll = async (query = QUERY): Promise<readonly (readonly LogEvent[])[]> => {
    const pages: (readonly LogEvent[])[] = [];
    for await (const page of events().pages(query)) pages.push(page.events);
    return pages;
  };
  const failure = async (): Promise<KnownError> => {
    const error: unknown = await readAll().catch((thrown: unknown) => thrown);
    if (!(error instanceof KnownError)) throw error;
    return error;
  };

  beforeEach(async () => {
    [received, answers] = [[], []];
    cancelled = new AbortController();
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const target = String(request.headers['x-amz-target']);
        received.push({
          headers: request.headers,
          target,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        });
        const [status, body] = answers.shift() ?? [200, {}];
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    names.forEach((name, i) => {
      const value = before[i];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    server.closeAllConnections();
    server.close();
  });

  it('are requested as the protocol of CloudWatch Logs has it, and signed for it', async () => {
    answers = [[200, { events: [EVENT] }]];
    // AWS refuses fractions of a millisecond.
    const query = {
      ...QUERY,
      ...{ from: 1_000.4, to: 5_999.6 },
      streamPrefix: '2030/01/31/[7]',
      pattern: '{ $.status = "5*" }',
    };
    expect(await readAll(query)).toEqual([
      [
        {
          id: '3800',
          group: 'orders/Canary',
          stream: 'a',
          at: 1_500,
          ingestedAt: 3_000,
          message: 'GET /',
        },
      ],
    ]);
    const [{ headers, target, body }] = received as [Received];
    expect(target).toBe('Logs_20140328.FilterLogEvents');
    expect(headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(headers.authorization).toMatch(/\/eu-west-1\/logs\/aws4_request/);
    expect(headers['user-agent']).toMatch(/canary-action\/1/);
    expect(headers['user-agent']).toMatch(/api\/cloudwatch-logs#/i);
    expect(body).toEqual({
      logGroupName: 'orders/Canary',
      logStreamNamePrefix: '2030/01/31/[7]',
      startTime: 1_000,
      endTime: 5_999,
      filterPattern: '{ $.status = "5*" }',
    });
  });

  it('are read to the last page, of which any may be empty', async () => {
    answers = [
      [200, { events: [], nextToken: 'a' }],
      [200, { events: [EVENT], nextToken: 'b' }],
      [200, {}],
    ];
    const pages = await readAll();
    expect(pages.map(({ length }) => length)).toEqual([0, 1, 0]);
    expect(received.map(({ body }) => body.nextToken)).toEqual([undefined, 'a', 'b']);
  });

  it('are not read for ever', async () => {
    answers = [
      [200, { events: [], nextToken: 'a' }],
      [200, { events: [], nextToken: 'a' }],
    ];
    expect((await failure()).message).toMatch('the pages of the AWS response never end');
  });

  it('are read from the address that is set for the service, or for all services', async () => {
    process.env.AWS_ENDPOINT_URL_CLOUDWATCH_LOGS = process.env.AWS_ENDPOINT_URL;
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
    await readAll();
    expect(received).toHaveLength(1);
  });

  it('are not requested again at once when AWS throttles', async () => {
    answers = [[400, { __type: 'ThrottlingException', message: 'Rate exceeded' }]];
    expect(whyUnread(await failure())).toBe('throttled');
    expect(received).toHaveLength(1);
  });

  it('are requested again if the service fails', async () => {
    answers = [
      [500, {}],
      [200, { events: [EVENT] }],
    ];
    expect(await readAll()).toHaveLength(1);
  });

  it.each([
    [
      'ResourceNotFoundException',
      'The specified log group does not exist.',
      'missing',
      'reading the log group "orders/Canary": ResourceNotFoundException: The specified log group does not exist.',
    ],
    [
      'InvalidOperationException',
      'FilterLogEvents is not supported for this log class',
      'class',
      'reading the log group "orders/Canary": InvalidOperationException: FilterLogEvents is not supported',
    ],
    [
      'AccessDeniedException',
      'User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: logs:FilterLogEvents on resource: arn:aws:logs:eu-west-1:111122223333:log-group:orders/Canary:log-stream: because no identity-based policy allows it',
      'denied',
      'AWS denies logs:FilterLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:orders/Canary',
    ],
    [
      'AccessDeniedException',
      'no',
      'denied',
      'AWS denies logs:FilterLogEvents on arn:aws:logs:eu-west-1:*:log-group:orders/Canary:*; the role of this job needs that permission',
    ],
    ['InvalidParameterException', 'no', 'other', 'InvalidParameterException: no'],
  ])('say in words why they cannot be read: %s, %s', async (name, message, why, words) => {
    answers = [[400, { __type: name, message }]];
    const error = await failure();
    expect(error.message).toContain(words);
    expect(whyUnread(error)).toBe(why);
    expect(received).toHaveLength(1);
  });

  it('are not requested once the job is cancelled', async () => {
    cancelled.abort();
    expect((await failure()).message).toContain('not sent');
    expect(received).toEqual([]);
  });

  it('are given up while AWS has not answered when the job is cancelled', async () => {
    server.removeAllListeners('request');
    server.on('request', () => cancelled.abort());
    await expect(readAll()).rejects.toThrow();
  });

  it('come from groups whose settings can be read', async () => {
    answers = [
      [200, { logGroups: [{ logGroupName: 'orders/Canary2' }], nextToken: 'a' }],
      [200, { logGroups: [{ logGroupName: 'orders/Canary', arn: ARN, retentionInDays: 7 }] }],
      [200, { logGroups: [] }],
      [200, { logGroups: [{ logGroupName: 'x', logGroupClass: 'INFREQUENT_ACCESS' }] }],
    ];
    expect(await events().readGroup('orders/Canary')).toEqual({
      name: 'orders/Canary',
      account: '123456789012',
      retentionDays: 7,
      logClass: 'STANDARD',
    });
    expect(received[0]?.body).toEqual({ logGroupNamePrefix: 'orders/Canary' });
    expect(await events().readGroup('orders/Canary')).toBeUndefined();
    expect(await events().readGroup('x')).toMatchObject({ logClass: 'INFREQUENT_ACCESS' });
    answers = [[400, { __type: 'AccessDeniedException', message: 'no' }]];
    await expect(events().readGroup('x')).rejects.toThrow(
      'AWS denies logs:DescribeLogGroups on arn:aws:logs:eu-west-1:*:log-group:*;',
    );
  });

  it('belong to the group that a stage names', () => {
    const owner = { region: 'eu-west-1', account: '111122223333' };
    const arn = 'arn:aws:logs:eu-west-1:111122223333:log-group';
    expect(groupIn(`${arn}:orders`)).toEqual({ ...owner, name: 'orders' });
    expect(groupIn(`${arn}:a/b:*`)).toEqual({ ...owner, name: 'a/b' });
    const firehose = 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/amazon-apigateway-a';
    expect(groupIn(firehose)).toBeUndefined();
  });
});
