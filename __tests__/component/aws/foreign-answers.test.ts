// Answers that are not AWS's, as a proxy or a broken service gives them: nothing of their text is shown.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APIGatewayClient, GetStageCommand } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { GetFunctionCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeAwsError } from '../../../src/aws/aws-errors.ts';
import { openRoleSession } from '../../../src/aws/role-session.ts';
import { GITHUB_TOKENS } from '../../../src/github/oidc-credentials.ts';

const SECRET = 'MarkerOfASecret';

let server: Server;
let reply: { status: number; type: string; body: string };

beforeAll(async () => {
  server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL = settings().endpoint;
  process.env.AWS_MAX_ATTEMPTS = '1';
});

afterAll(() => {
  delete process.env.AWS_ENDPOINT_URL;
  delete process.env.AWS_MAX_ATTEMPTS;
  server.close();
  server.closeAllConnections();
});

const settings = () => ({
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
});

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  GetStage: () =>
    new APIGatewayClient(settings()).send(new GetStageCommand({ restApiId: 'a', stageName: 'b' })),
  GetFunction: () =>
    new LambdaClient(settings()).send(new GetFunctionCommand({ FunctionName: 'a' })),
  Invoke: () => new LambdaClient(settings()).send(new InvokeCommand({ FunctionName: 'a' })),
  DescribeAlarms: () => new CloudWatchClient(settings()).send(new DescribeAlarmsCommand({})),
  AssumeRoleWithWebIdentity: () =>
    openRoleSession({
      role: { arn: 'arn:aws:iam::123456789012:role/deploy', seconds: 3600 },
      name: 'a',
      region: 'us-east-1',
      idToken: async () => 'a.b.c',
      provider: GITHUB_TOKENS,
      mask: () => undefined,
      log: { line: () => undefined, warning: () => undefined },
    })(),
};

const BODIES: Readonly<Record<string, readonly [string, string]>> = {
  'a page': ['text/html', `<!DOCTYPE html><html><body>${SECRET}</body></html>`],
  'a page without a head': ['text/html', `<pre>${SECRET}</pre>`],
  text: ['text/plain', SECRET],
  'JSON without a message': ['application/json', JSON.stringify({ env: SECRET, error: SECRET })],
  'a JSON text': ['application/json', JSON.stringify(SECRET)],
  'half of an object': ['application/json', `{"env": "${SECRET}`],
  'no JSON': ['application/json', `{${SECRET}}`],
  'other XML': [
    'text/xml',
    `<Answer><Env>${SECRET}</Env><Error><Key>${SECRET}</Key></Error></Answer>`,
  ],
  'broken XML': ['text/xml', `<Answer><Env>${SECRET}</Envelope`],
};

const ROWS = Object.keys(CALLS).flatMap((call) =>
  Object.keys(BODIES).flatMap((body) =>
    [200, 403, 500].map((status) => [call, status, body] as const),
  ),
);

describe('The description of a failed call shows nothing of an answer that is not AWS’s', () => {
  it.each(ROWS)('%s answered with %s and %s', async (name, status, kind) => {
    const [type, body] = BODIES[kind]!;
    reply = { status, type, body };
    const error = await CALLS[name]!().then(
      () => undefined,
      (failed: unknown) => failed,
    );
    if (error === undefined) return;
    const words = describeAwsError(error, 'reading it', { action: 'a:B', resource: '*' });
    expect(words).not.toContain(SECRET);
    expect(words).not.toMatch(/[\n\r]/);
    expect(words.length).toBeLessThan(600);
  });
});
