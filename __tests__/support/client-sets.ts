// Both sets of the product's clients over plain ones, for tests in which no job is cancelled.

import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { placeOf } from '../../src/aws/arns.ts';
import type { ClientSets } from '../../src/aws/clients.ts';

interface PlainClients {
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
}

export function clientSets(
  region: string,
  { apiGateway, lambda, cloudWatch }: PlainClients,
): ClientSets {
  const both = { place: placeOf(region), apiGateway, lambda };
  const clock = { ahead: () => 0 };
  return {
    normal: { ...both, mode: 'normal', cloudWatch, credentials: undefined, clock },
    rollback: { ...both, mode: 'rollback' },
  };
}
