// Both sets of the product's clients over plain ones, for tests in which no job is cancelled.

import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from '../../src/aws/arns.ts';
import type { AwsService, ClientSets, Clients } from '../../src/aws/clients.ts';
import { API_GATEWAY } from '../../src/aws/gateway-client.ts';
import { LAMBDA } from '../../src/aws/lambda-client.ts';

export interface PlainClients {
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
}

export function clientSets(region: string, plain: PlainClients): ClientSets {
  const both = { sends: 'everything', place: placeOf(region), open: opened(plain) } as const;
  const clock = { ahead: () => 0 };
  const { cloudWatch } = plain;
  return {
    normal: { ...both, mode: 'normal', cloudWatch, credentials: undefined, clock },
    rollback: { ...both, mode: 'rollback' },
  };
}

/** What calls to Lambda need. */
export function lambdaClients(place: Place, lambda: LambdaClient): Clients<'normal'> {
  return { mode: 'normal', sends: 'everything', place, open: opened({ lambda }) };
}

function opened({ apiGateway, lambda }: Partial<PlainClients>): Clients['open'] {
  const known = new Map<unknown, unknown>([
    [API_GATEWAY, apiGateway],
    [LAMBDA, lambda],
  ]);
  return <C>(service: AwsService<C>) => known.get(service) as C;
}
