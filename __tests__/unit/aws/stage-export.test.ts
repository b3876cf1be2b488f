import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { readServed } from '../../../src/aws/stage-export.ts';

const PLACE = { region: 'eu-west-1', partition: 'aws', dnsSuffix: 'amazonaws.com' };

function served(document: object) {
  const client = { send: async () => ({ body: Buffer.from(JSON.stringify(document)) }) };
  return readServed(client as unknown as APIGatewayClient, PLACE, 'api', 'prod');
}

const http = (more: object = {}) => ({
  'x-amazon-apigateway-integration': { type: 'http', uri: 'https://a.example', ...more },
});

describe('the export of a stage', () => {
  it('shows which parts read stage variables, apart from the URIs', async () => {
    const { readers } = await served({
      paths: {
        '/plain': { get: http({ uri: 'https://${stageVariables.host}' }) },
        '/mapped': {
          post: http({ requestTemplates: { 'application/json': '$stageVariables.body' } }),
        },
      },
      components: {
        securitySchemes: {
          guard: {
            'x-amazon-apigateway-authtype': 'custom',
            'x-amazon-apigateway-authorizer': {
              type: 'request',
              authorizerUri: 'arn',
              identitySource: 'stageVariables.who',
            },
          },
        },
      },
      'x-amazon-apigateway-gateway-responses': {
        DEFAULT_5XX: { responseTemplates: { 'text/plain': "$stageVariables.get('sorry')" } },
      },
    });
    expect(readers).toEqual([
      { where: 'POST /mapped', names: ['body'] },
      { where: 'authorizer "guard"', names: ['who'] },
      { where: 'gateway response DEFAULT_5XX', names: ['sorry'] },
    ]);
  });

  it('shows the longest timeout, which is 29 seconds where none is set', async () => {
    const longest = async (...timeouts: readonly (number | undefined)[]) =>
      (
        await served({
          paths: Object.fromEntries(
            timeouts.map((timeoutInMillis, i) => [`/${i}`, { get: http({ timeoutInMillis }) }]),
          ),
        })
      ).longestAnswerSeconds;
    expect(await longest(5_000)).toBe(5);
    expect(await longest(5_000, undefined)).toBe(29);
    expect(await longest(5_000, 120_000, 29_000)).toBe(120);
  });
});
