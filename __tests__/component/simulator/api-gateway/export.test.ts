import {
  GetExportCommand,
  GetGatewayResponsesCommand,
  GetModelsCommand,
  PutGatewayResponseCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, badRequest, refusal, setUp } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

interface Exported {
  readonly openapi: string;
  readonly servers: readonly unknown[];
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, object>>>>>
  >;
  readonly components: object;
}

async function exportOf(stageName: string, parameters?: Record<string, string>) {
  const { client, restApiId } = bench;
  const asked = { restApiId, stageName, exportType: 'oas30', ...(parameters && { parameters }) };
  const answer = await client.send(new GetExportCommand(asked));
  return { ...answer, document: JSON.parse(answer.body?.transformToString() ?? '') as Exported };
}

const INTEGRATIONS = { extensions: 'integrations' };

const timeOut = (milliseconds: string) => {
  const { client, restApiId, rootResourceId: resourceId } = bench;
  return client.send(
    new UpdateIntegrationCommand({
      restApiId,
      resourceId,
      httpMethod: 'GET',
      patchOperations: [{ op: 'replace', path: '/timeoutInMillis', value: milliseconds }],
    }),
  );
};

const integrationIn = ({ paths }: Exported) => paths['/']?.get?.['x-amazon-apigateway-integration'];

describe('an export', () => {
  it('shows what the stage serves, and not what the draft has become', async () => {
    await bench.deploy({ stageName: 'prod' });
    await timeOut('3000');
    const { document, contentDisposition } = await exportOf('prod', INTEGRATIONS);
    expect(document.openapi).toBe('3.0.1');
    expect(contentDisposition).toMatch(/^attachment; filename="oas30_.*\.json"$/);
    expect(integrationIn(document)).toMatchObject({
      type: 'mock',
      passthroughBehavior: 'when_no_match',
    });
    expect(integrationIn(document)).not.toHaveProperty('timeoutInMillis');
    await bench.deploy({ stageName: 'prod' });
    const later = await exportOf('prod', INTEGRATIONS);
    expect(integrationIn(later.document)).toMatchObject({ timeoutInMillis: 3000 });
  });

  it('is of the base deployment while a canary is open', async () => {
    await bench.deploy({ stageName: 'prod' });
    await timeOut('3000');
    await bench.deploy({ stageName: 'prod', canarySettings: { percentTraffic: 50 } });
    const { document } = await exportOf('prod', INTEGRATIONS);
    expect(integrationIn(document)).not.toHaveProperty('timeoutInMillis');
  });

  it('has no integrations unless they are asked for, and names keys as a security scheme', async () => {
    const { client, restApiId, rootResourceId: resourceId } = bench;
    const key = [{ op: 'replace', path: '/apiKeyRequired', value: 'true' } as const];
    await client.send(
      new UpdateMethodCommand({ restApiId, resourceId, httpMethod: 'GET', patchOperations: key }),
    );
    await bench.deploy({ stageName: 'prod' });
    const { document } = await exportOf('prod');
    expect(integrationIn(document)).toBeUndefined();
    expect(document.paths['/']?.get?.security).toEqual([{ api_key: [] }]);
    expect(document.components).toEqual({
      securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } },
    });
  });

  it('is refused for a stage that is not there, for another type, and said where it is lacking', async () => {
    await bench.deploy({ stageName: 'prod' });
    const { client, restApiId } = bench;
    const of = (stageName: string, exportType: string) =>
      refusal(client.send(new GetExportCommand({ restApiId, stageName, exportType })));
    expect(await of('beta', 'oas30')).toMatchObject({ code: 'NotFoundException' });
    expect(await of('prod', 'raml')).toEqual(badRequest('Invalid export type specified: raml'));
    expect(await of('prod', 'swagger')).toMatchObject({
      message: 'not implemented by this simulator: GetExport of the type swagger',
    });
  });
});

describe('the rest of a definition', () => {
  it("has AWS's own models and gateway responses, and custom ones", async () => {
    const { client, restApiId } = bench;
    const { items: models } = await client.send(new GetModelsCommand({ restApiId }));
    expect(models?.map(({ name }) => name).sort()).toEqual(['Empty', 'Error']);
    const responseType = 'THROTTLED';
    await client.send(
      new PutGatewayResponseCommand({ restApiId, responseType, statusCode: '503' }),
    );
    const { items } = await client.send(new GetGatewayResponsesCommand({ restApiId }));
    expect(items).toHaveLength(21);
    expect(items?.filter(({ defaultResponse }) => !defaultResponse)).toMatchObject([
      { responseType, statusCode: '503' },
    ]);
  });
});
