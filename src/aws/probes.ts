// Does the role have a permission that only writes need? Asked without writing anything: IAM is
// consulted before a request is looked into, so a request that AWS is known to refuse for its
// content is refused as AccessDenied when, and only when, the permission is missing.

import {
  type APIGatewayClient,
  CreateDeploymentCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIntegrationCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  type LambdaClient,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  TagResourceCommand as TagFunctionCommand,
  UntagResourceCommand as UntagFunctionCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, gatewayArn, type Place, stageArn } from './arns.ts';
import { describeAwsError, isAccessDenied, type Permission } from './errors.ts';

/** The number of a version that nobody has published. */
const NO_VERSION = '999999999';

/** A request that AWS refuses for its content, and the permission it tells about. */
export interface Probe {
  readonly permission: Permission;
  send(): Promise<unknown>;
}

/** The permissions among the probed ones that the role lacks, in words. */
export async function missingPermissions(probes: readonly Probe[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { permission, send } of probes) {
    try {
      await send();
    } catch (error) {
      if (isAccessDenied(error)) missing.push(describeAwsError(error, 'permissions', permission));
    }
  }
  return missing;
}

/** Recorded on AWS: these copies and canary settings are refused with 400 whatever stands there. */
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
      // AWS keeps keys that begin with "aws:" to itself.
      send: () => client.send(new TagResourceCommand({ resourceArn, tags: { 'aws:probe': 'x' } })),
    },
    {
      permission: { action: 'apigateway:DELETE', resource: tags },
      // Removing a tag that is not there changes nothing.
      send: () =>
        client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['canary-action:probe'] })),
    },
  ];
}

/** Recorded on AWS: canary settings without a stage name are refused with 400. */
export function deploymentProbe(client: APIGatewayClient, place: Place, restApiId: string): Probe {
  return {
    permission: {
      action: 'apigateway:POST',
      resource: gatewayArn(place, `/restapis/${restApiId}/deployments`),
    },
    send: () =>
      client.send(
        new CreateDeploymentCommand({ restApiId, canarySettings: { percentTraffic: 0 } }),
      ),
  };
}

/** API Gateway refuses a patch of a path that the resource does not have. */
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

/** Recorded on AWS: a checksum that is not that of the code is refused with 400. */
export function publishProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:PublishVersion',
      resource: functionArnPattern(place, functionName),
    },
    send: () =>
      client.send(new PublishVersionCommand({ FunctionName: functionName, CodeSha256: 'probe' })),
  };
}

/** As on a stage: a key that AWS keeps to itself, and one that is not there. */
export function functionTagProbes(client: LambdaClient, functionArn: string): Probe[] {
  const Resource = functionArn;
  return [
    {
      permission: { action: 'lambda:TagResource', resource: functionArn },
      send: () => client.send(new TagFunctionCommand({ Resource, Tags: { 'aws:probe': 'x' } })),
    },
    {
      permission: { action: 'lambda:UntagResource', resource: functionArn },
      send: () =>
        client.send(new UntagFunctionCommand({ Resource, TagKeys: ['canary-action:probe'] })),
    },
  ];
}

/** A version that cannot exist: AWS answers 404. */
export function grantProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:AddPermission',
      resource: functionArnPattern(place, `${functionName}:*`),
    },
    send: () =>
      client.send(
        new AddPermissionCommand({
          FunctionName: functionName,
          Qualifier: NO_VERSION,
          StatementId: 'canary-action-probe',
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
        }),
      ),
  };
}

/** An alias that is not there: AWS answers 404. */
export function aliasProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:UpdateAlias',
      resource: functionArnPattern(place, functionName),
    },
    send: () =>
      client.send(
        new UpdateAliasCommand({ FunctionName: functionName, Name: 'canary-action-probe' }),
      ),
  };
}

/** A version that cannot exist: AWS answers 404. */
export function provisionProbes(client: LambdaClient, place: Place, functionName: string): Probe[] {
  const which = { FunctionName: functionName, Qualifier: NO_VERSION };
  const resource = functionArnPattern(place, `${functionName}:*`);
  const action = (verb: string) => `lambda:${verb}ProvisionedConcurrencyConfig`;
  return [
    {
      permission: { action: action('Put'), resource },
      send: () =>
        client.send(
          new PutProvisionedConcurrencyConfigCommand({
            ...which,
            ProvisionedConcurrentExecutions: 1,
          }),
        ),
    },
    {
      permission: { action: action('Delete'), resource },
      send: () => client.send(new DeleteProvisionedConcurrencyConfigCommand(which)),
    },
  ];
}

/** A version that cannot exist: AWS answers 404. */
export function createAliasProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:CreateAlias',
      resource: functionArnPattern(place, functionName),
    },
    send: () =>
      client.send(
        new CreateAliasCommand({
          FunctionName: functionName,
          Name: 'canary-action-probe',
          FunctionVersion: NO_VERSION,
        }),
      ),
  };
}
