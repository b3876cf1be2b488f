// Checks permissions that only writes to a stage need, with requests that API Gateway refuses.

import {
  type APIGatewayClient,
  CreateDeploymentCommand,
  PutRestApiCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIntegrationCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import type { Place } from './arns.ts';
import { gatewayArn, stageArn } from './gateway-arns.ts';
import type { Probe } from './probes.ts';

/** Recorded from AWS: these copies and canary settings are refused with 400, whatever the state of the stage. */
export function stageProbes(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  stageName: string,
): Probe[] {
  const resourceArn = stageArn(place, restApiId, stageName);
  const tags = gatewayArn(place, `/tags/${encodeURIComponent(resourceArn)}`);
  return [
    {
      permission: { action: 'apigateway:PATCH', resource: resourceArn },
      harmless: 'refusal on record',
      send: () => {
        const copy = { op: 'copy', from: '/canarySettings/none', path: '/none' } as const;
        return client.send(
          new UpdateStageCommand({ restApiId, stageName, patchOperations: [copy] }),
        );
      },
    },
    {
      permission: {
        action: 'apigateway:PUT',
        resource: tags,
      },
      harmless: 'refusal on record',
      // AWS reserves keys that begin with "aws:".
      send: () => client.send(new TagResourceCommand({ resourceArn, tags: { 'aws:probe': 'x' } })),
    },
    {
      permission: { action: 'apigateway:DELETE', resource: tags },
      harmless: 'changes nothing',
      // Removing a tag that does not exist changes nothing.
      send: () =>
        client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['canary-action:probe'] })),
    },
  ];
}

/**
 * Recorded from AWS: canary settings without a stage name are refused with 400. It counts towards AWS's limit of one
 * CreateDeployment in five seconds, so the SDK may have to repeat the release's own.
 */
export function deploymentProbe(client: APIGatewayClient, place: Place, restApiId: string): Probe {
  return {
    permission: {
      action: 'apigateway:POST',
      resource: gatewayArn(place, `/restapis/${restApiId}/deployments`),
    },
    harmless: 'refusal on record',
    send: () =>
      client.send(
        new CreateDeploymentCommand({ restApiId, canarySettings: { percentTraffic: 0 } }),
      ),
  };
}

/**
 * API Gateway refuses what is no definition. It is sent as a merge, which by itself deletes nothing, and warnings
 * discard it.
 */
export function importProbe(client: APIGatewayClient, place: Place, restApiId: string): Probe {
  return {
    permission: {
      action: 'apigateway:PUT',
      resource: gatewayArn(place, `/restapis/${restApiId}`),
    },
    harmless: 'refusal expected',
    send: () =>
      client.send(
        new PutRestApiCommand({
          ...{ restApiId, mode: 'merge', failOnWarnings: true },
          body: Buffer.from('"no definition"'),
        }),
      ),
  };
}

/** API Gateway refuses to patch a path that the resource does not have. */
export function integrationProbe(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  { resourceId, method: httpMethod }: { readonly resourceId: string; readonly method: string },
): Probe {
  const path = `/restapis/${restApiId}/resources/${resourceId}/methods/${httpMethod}/integration`;
  const replace = { op: 'replace', path: '/none', value: 'probe' } as const;
  return {
    permission: { action: 'apigateway:PATCH', resource: gatewayArn(place, path) },
    harmless: 'refusal expected',
    send: () =>
      client.send(
        new UpdateIntegrationCommand({
          restApiId,
          resourceId,
          httpMethod,
          patchOperations: [replace],
        }),
      ),
  };
}
