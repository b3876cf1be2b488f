// Both sets of clients over real HTTP: what becomes of their calls when the job is to stop, and what they share.

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetStageCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { GetAliasCommand, LambdaClient, UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AwsService, type ClientSets, connect, type Sends } from '../../../src/aws/clients.ts';
import { API_GATEWAY } from '../../../src/aws/gateway-client.ts';
import { LAMBDA } from '../../../src/aws/lambda-client.ts';
import { fixedCredentials } from '../../support/credentials.ts';

const STAGE = { restApiId: 'a1b2c3d4e5', stageName: 'prod' };
const ALIAS = { FunctionName: 'orders', Name: 'live' };

describe('The two sets of clients', () => {
  let server: Server;
  let sets: ClientSets;
  let cancelled: AbortController;
  let deadline: AbortController;
  let connections: number;
  let heard: string[];
  let answer: (response: ServerResponse) => void;
  const before = process.env.AWS_ENDPOINT_URL;

  const open = (sends: Sends = 'everything') => {
    const limits = {
      cancelled: cancelled.signal,
      rollbackDeadline: deadline.signal,
      ended: new AbortController().signal,
    };
    return connect('eu-west-1', limits, fixedCredentials(), sends);
  };

  beforeEach(async () => {
    [connections, heard] = [0, []];
    answer = (response) => response.end('{}');
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url?.split('?')[0]}`);
      request.resume().on('end', () => answer(response));
    });
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    cancelled = new AbortController();
    deadline = new AbortController();
    sets = open();
  });
  afterEach(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    server.closeAllConnections();
    server.close();
  });

  it('differ when the job is to stop: one is refused, the other one is sent', async () => {
    const { normal, rollback } = sets;
    await normal.open(API_GATEWAY).send(new GetStageCommand(STAGE));
    await normal.open(LAMBDA).send(new GetAliasCommand(ALIAS));
    cancelled.abort();
    heard = [];
    await expect(normal.open(API_GATEWAY).send(new GetStageCommand(STAGE))).rejects.toThrow(
      'not sent',
    );
    await expect(normal.open(LAMBDA).send(new GetAliasCommand(ALIAS))).rejects.toThrow('not sent');
    expect(heard).toEqual([]);
    await rollback.open(API_GATEWAY).send(new UpdateStageCommand(STAGE));
    await rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS));
    expect(heard).toEqual([
      'PATCH /restapis/a1b2c3d4e5/stages/prod',
      'PUT /2015-03-31/functions/orders/aliases/live',
    ]);
  });

  it('send only reads if the run changes nothing, whether it is cancelled or not', async () => {
    sets = open('reads');
    for (const { open: of } of [sets.normal, sets.rollback]) {
      await of(LAMBDA).send(new GetAliasCommand(ALIAS));
      heard = [];
      await expect(of(API_GATEWAY).send(new UpdateStageCommand(STAGE))).rejects.toThrow(
        'only reads',
      );
      await expect(of(LAMBDA).send(new UpdateAliasCommand(ALIAS))).rejects.toThrow('only reads');
      cancelled.abort();
    }
    await expect(sets.rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS))).rejects.toThrow(
      'only reads',
    );
    expect(heard).toEqual([]);
  });

  it('open a service when it is first called, once for both of them', async () => {
    const made: LambdaClient[] = [];
    const service: AwsService<LambdaClient> = {
      create: (settings) => {
        const client = new LambdaClient(settings);
        made.push(client);
        return client;
      },
    };
    const { normal, rollback } = sets;
    expect(rollback.open(service)).not.toBe(normal.open(service));
    expect(normal.open(service)).toBe(normal.open(service));
    expect(made).toHaveLength(1);
    cancelled.abort();
    await expect(normal.open(service).send(new GetAliasCommand(ALIAS))).rejects.toThrow('not sent');
    await rollback.open(service).send(new GetAliasCommand(ALIAS));
    expect(heard).toEqual(['GET /2015-03-31/functions/orders/aliases/live']);
  });

  it('share connections, so that a rollback need not wait for one', async () => {
    const { normal, rollback } = sets;
    await normal.open(API_GATEWAY).send(new GetStageCommand(STAGE));
    const before = connections;
    cancelled.abort();
    await rollback.open(API_GATEWAY).send(new UpdateStageCommand(STAGE));
    expect(connections).toBe(before);
  });

  it('make as many attempts as AWS_MAX_ATTEMPTS says', async () => {
    answer = (response) => response.writeHead(500).end('{}');
    process.env.AWS_MAX_ATTEMPTS = '2';
    try {
      const { normal, rollback } = open();
      await expect(normal.open(LAMBDA).send(new GetAliasCommand(ALIAS))).rejects.toThrow();
      expect(heard).toHaveLength(2);
      await expect(rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS))).rejects.toThrow();
      expect(heard).toHaveLength(4);
    } finally {
      delete process.env.AWS_MAX_ATTEMPTS;
    }
  });

  it('give up what they read: one at the cancellation, the other one at the deadline', async () => {
    const { normal, rollback } = sets;
    answer = () => undefined;
    const reading = expect(
      normal.open(API_GATEWAY).send(new GetStageCommand(STAGE)),
    ).rejects.toThrow();
    const last = expect(
      rollback.open(API_GATEWAY).send(new GetStageCommand(STAGE)),
    ).rejects.toThrow();
    cancelled.abort();
    await reading;
    deadline.abort();
    await last;
  });
});
