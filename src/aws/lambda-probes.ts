// Checks permissions that only writes to Lambda need, with requests that Lambda refuses.

import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  type LambdaClient,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, type Place } from './arns.ts';
import type { Probe } from './probes.ts';

/** Of a function (Lambda developer guide, "Using tags on Lambda functions"). */
const MOST_TAGS = 50;

/** A version number that no function reaches. */
const NO_VERSION = '999999999';

/** Recorded from AWS: a checksum that does not match the code is refused with 400. */
export function publishProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:PublishVersion',
      resource: functionArnPattern(place, functionName),
    },
    harmless: 'refusal on record',
    send: () =>
      client.send(new PublishVersionCommand({ FunctionName: functionName, CodeSha256: 'probe' })),
  };
}

/** With `DryRun`, AWS validates the request and changes nothing; it also refuses what is no ZIP file. */
export function uploadProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  const asked = { FunctionName: functionName, ZipFile: new Uint8Array(1), DryRun: true };
  return {
    permission: {
      action: 'lambda:UpdateFunctionCode',
      resource: functionArnPattern(place, functionName),
    },
    harmless: 'changes nothing',
    send: () => client.send(new UpdateFunctionCodeCommand(asked)),
  };
}

/** More tags than a function can have. The keys are those that a policy with conditions on them allows. */
const TOO_MANY = Object.fromEntries(
  Array.from({ length: MOST_TAGS + 1 }, (_, i) => [`canary-action:probe-${i}`, '']),
);

/** Recorded from AWS: too many tags in one request are refused with 400. Removing an absent tag changes nothing. */
export function functionTagProbes(client: LambdaClient, functionArn: string): Probe[] {
  const Resource = functionArn;
  return [
    {
      permission: { action: 'lambda:TagResource', resource: functionArn },
      harmless: 'refusal on record',
      send: () => client.send(new TagResourceCommand({ Resource, Tags: TOO_MANY })),
    },
    {
      permission: { action: 'lambda:UntagResource', resource: functionArn },
      harmless: 'changes nothing',
      send: () =>
        client.send(new UntagResourceCommand({ Resource, TagKeys: ['canary-action:probe'] })),
    },
  ];
}

/** A version that cannot exist: AWS returns 404. */
export function grantProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:AddPermission',
      resource: functionArnPattern(place, `${functionName}:*`),
    },
    harmless: 'refusal on record',
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

/** An alias that does not exist: AWS returns 404. */
export function aliasProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:UpdateAlias',
      resource: functionArnPattern(place, functionName),
    },
    harmless: 'refusal on record',
    send: () =>
      client.send(
        new UpdateAliasCommand({ FunctionName: functionName, Name: 'canary-action-probe' }),
      ),
  };
}

/** A version that cannot exist: AWS returns 404. */
export function provisionProbes(client: LambdaClient, place: Place, functionName: string): Probe[] {
  const which = { FunctionName: functionName, Qualifier: NO_VERSION };
  const resource = functionArnPattern(place, `${functionName}:*`);
  const action = (verb: string) => `lambda:${verb}ProvisionedConcurrencyConfig`;
  return [
    {
      permission: { action: action('Put'), resource },
      harmless: 'refusal on record',
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
      harmless: 'refusal on record',
      send: () => client.send(new DeleteProvisionedConcurrencyConfigCommand(which)),
    },
  ];
}

/** A version that cannot exist: AWS returns 404. */
export function createAliasProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:CreateAlias',
      resource: functionArnPattern(place, functionName),
    },
    harmless: 'refusal on record',
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

/** A version that cannot exist: AWS returns 404. */
export function invokeProbe(client: LambdaClient, place: Place, functionName: string): Probe {
  return {
    permission: {
      action: 'lambda:InvokeFunction',
      resource: functionArnPattern(place, `${functionName}:*`),
    },
    harmless: 'refusal on record',
    send: () =>
      client.send(
        new InvokeCommand({
          FunctionName: functionName,
          Qualifier: NO_VERSION,
          InvocationType: 'DryRun',
        }),
      ),
  };
}
