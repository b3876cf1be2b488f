// Permissions that only writes to Lambda need, asked for by requests that Lambda refuses.

import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  type LambdaClient,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, type Place } from './arns.ts';
import type { Probe } from './probes.ts';

/** The number of a version that nobody has published. */
const NO_VERSION = '999999999';

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
      send: () => client.send(new TagResourceCommand({ Resource, Tags: { 'aws:probe': 'x' } })),
    },
    {
      permission: { action: 'lambda:UntagResource', resource: functionArn },
      send: () =>
        client.send(new UntagResourceCommand({ Resource, TagKeys: ['canary-action:probe'] })),
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
