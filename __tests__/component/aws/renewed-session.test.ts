// Calls that AWS refuses because it has ended the session: sent again with a new one, once.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClientSets, connect } from '../../../src/aws/clients.ts';
import { API_GATEWAY } from '../../../src/aws/gateway-client.ts';
import { LAMBDA } from '../../../src/aws/lambda-client.ts';
import type { CredentialProvider } from '../../../src/aws/role-session.ts';

const STAGE = { restApiId: 'a1b2c3d4e5', stageName: 'prod' };
const ALIAS = { FunctionName: 'orders', Name: 'live' };

/** The first part of what AWS says, and what follows from it. */
const ENDED = [
  ['ExpiredTokenException', 'The security token included in the request is expired'],
  ['ExpiredToken', 'The security token included in the request is expired'],
  ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
  ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
  ['RequestExpired', 'Request has expired.'],
  [
    'AccessDeniedException',
    'User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: lambda:UpdateAlias with an explicit deny in an identity-based policy',
  ],
] as const;

describe('A session that AWS has ended', () => {
  let server: Server;
  let sets: ClientSets;
  let heard: string[];
  let good: (key: string) => boolean;
  let says: readonly [name: string, message: string];
  let opened: number;
  let replaced: string[];
  const before = process.env.AWS_ENDPOINT_URL;

  beforeEach(async () => {
    [heard, opened, replaced, says] = [[], 1, [], ENDED[0]];
    server = createServer((request, response) => {
      const key = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      heard.push(key);
      request.resume().on('end', () => {
        if (good(key)) return void response.end('{}');
        const [name, message] = says;
        const headers = { 'x-amzn-errortype': name, 'content-type': 'application/json' };
        response.writeHead(403, headers).end(JSON.stringify({ __type: name, message }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provide = async () => ({ accessKeyId: `KEY${opened}`, secretAccessKey: 'example' });
    const replace: CredentialProvider['replace'] = ({ accessKeyId }, how) => {
      replaced.push(`${accessKeyId} ${how}`);
      if (replaced.length === 1) opened += 1;
      return replaced.length === 1;
    };
    const credentials = Object.assign(provide, { memoized: true as const, replace });
    const never = new AbortController().signal;
    const limits = { cancelled: never, rollbackDeadline: never, ended: never };
    sets = connect('eu-west-1', limits, credentials);
  });
  afterEach(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    server.closeAllConnections();
    server.close();
  });

  it.each(ENDED)('with %s is replaced, and the call is sent again', async (...said) => {
    says = said;
    good = (key) => key === 'KEY2';
    await sets.rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS));
    expect(heard).toEqual(['KEY1', 'KEY2']);
    await sets.rollback.open(API_GATEWAY).send(new UpdateStageCommand(STAGE));
    expect(heard).toEqual(['KEY1', 'KEY2', 'KEY2']);
    expect(replaced).toEqual([said[0] === 'AccessDeniedException' ? 'KEY1 denied' : 'KEY1 ended']);
  });

  it('is replaced for every service', async () => {
    good = (key) => key === 'KEY2';
    await sets.normal.open(API_GATEWAY).send(new UpdateStageCommand(STAGE));
    good = (key) => key === 'KEY3';
    [replaced, heard] = [[], []];
    await sets.normal.cloudWatch.send(new DescribeAlarmsCommand({})).catch(() => undefined);
    expect(heard).toEqual(['KEY2', 'KEY3']);
  });

  it('is told as such where AWS refuses the new one as well', async () => {
    good = () => false;
    const call = () => sets.rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS));
    const words =
      'AWS ended the session of this job before its time, and rejects a new one as well (The security token included in the request is expired)';
    await expect(call()).rejects.toThrow(words);
    await expect(call()).rejects.toThrow(words);
    expect(heard).toEqual(['KEY1', 'KEY2', 'KEY2']);
  });

  it('is not the reason for a denial that its replacement gets too', async () => {
    says = ENDED[5];
    good = () => false;
    const call = sets.rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS));
    await expect(call).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(heard).toEqual(['KEY1', 'KEY2']);
  });

  it('is not presumed from any other answer', async () => {
    says = ['AccessDeniedException', 'because no identity-based policy allows the action'];
    good = () => false;
    await expect(sets.rollback.open(LAMBDA).send(new UpdateAliasCommand(ALIAS))).rejects.toThrow();
    expect(replaced).toEqual([]);
  });
});
