// Responses that lack a field which AWS always returns: they are reported, and never taken for an empty value.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bindAliases } from '../../../src/aws/aliases.ts';
import { type Clients, connect } from '../../../src/aws/clients.ts';
import { bindDeployments } from '../../../src/aws/deployments.ts';
import { bindFunctions } from '../../../src/aws/functions.ts';
import { bindProvisioned } from '../../../src/aws/provisioned.ts';
import { bindQualifiers } from '../../../src/aws/qualifiers.ts';
import { bindRestApi } from '../../../src/aws/rest-api.ts';
import { bindVersions } from '../../../src/aws/versions.ts';
import { fixedCredentials } from '../../support/credentials.ts';

const LIVE = { functionName: 'orders', alias: 'live' };
const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const rest = (clients: Clients<'normal'>) => bindRestApi(clients, 'a1b2c3d4e5', 'prod');
const deployments = (clients: Clients<'normal'>) => bindDeployments(clients, 'a1b2c3d4e5');

type Call = (clients: Clients<'normal'>) => Promise<unknown>;

describe('A response from AWS', () => {
  let server: Server;
  let clients: Clients<'normal'>;
  let body: object;
  const before = process.env.AWS_ENDPOINT_URL;

  beforeEach(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => response.end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const never = new AbortController().signal;
    const limits = { cancelled: never, rollbackDeadline: never, ended: never };
    clients = connect('eu-west-1', limits, fixedCredentials()).normal;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    server.closeAllConnections();
    server.close();
  });

  it.each<[string, Call, object]>([
    ['FunctionVersion', (c) => bindAliases(c).read(LIVE), { RevisionId: 'r' }],
    ['RevisionId', (c) => bindAliases(c).read(LIVE), { FunctionVersion: '7' }],
    ['FunctionArn', (c) => bindFunctions(c).read('orders'), { CodeSha256: 'x' }],
    ['CodeSha256', (c) => bindFunctions(c).read('orders'), { FunctionArn: ARN }],
    ['Version', (c) => bindVersions(c).list('orders'), { Versions: [{}] }],
    ['FunctionVersion', (c) => bindVersions(c).aliased('orders'), { Aliases: [{ Name: 'live' }] }],
    ['Versions', (c) => bindVersions(c).list('orders'), {}],
    ['Aliases', (c) => bindVersions(c).aliased('orders'), {}],
    ['ProvisionedConcurrencyConfigs', (c) => bindVersions(c).provisioned('orders'), {}],
    ['EventSourceMappings', (c) => bindVersions(c).readEventSources(), {}],
    ['FunctionUrlConfigs', (c) => bindQualifiers(c).readUrlOwners('orders'), {}],
    ['Aliases', (c) => bindAliases(c).names('orders'), {}],
    ['Name', (c) => bindAliases(c).names('orders'), { Aliases: [{ FunctionVersion: '7' }] }],
    ['Tags', (c) => bindAliases(c).readTags(ARN), {}],
    ['deploymentId', (c) => rest(c).readStage(), { stageName: 'prod' }],
    ['deploymentId', (c) => deployments(c).readStages(), { item: [{ stageName: 'test' }] }],
    ['apiSummary', (c) => rest(c).readDeployment('d1'), { id: 'd1' }],
    ['items', (c) => rest(c).readDraft(), {}],
    [
      'RequestedProvisionedConcurrentExecutions',
      (c) => bindProvisioned(c).read('orders', '7'),
      { Status: 'READY' },
    ],
    [
      'canarySettings.percentTraffic',
      (c) => rest(c).readStage(),
      { deploymentId: 'd1', canarySettings: { deploymentId: 'd2' } },
    ],
    ['id', (c) => rest(c).snapshot('a deployment'), {}],
    ['createdDate', (c) => deployments(c).list(), { item: [{ id: 'd1' }] }],
    ['id', (c) => deployments(c).list(), { item: [{ createdDate: 1_764_000_000 }] }],
  ])('without %s is an error that names it: %#', async (field, call, response) => {
    body = response;
    await expect(call(clients)).rejects.toThrow(`the response from AWS has no ${field}`);
  });

  it('that has them all is read', async () => {
    body = { FunctionVersion: '7', RevisionId: 'r' };
    expect(await bindAliases(clients).read(LIVE)).toEqual({
      version: '7',
      revisionId: 'r',
      weights: {},
    });
  });
});
