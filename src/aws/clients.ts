// The AWS clients. Endpoint, region and credentials come from the environment, as for any SDK.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from './arns.ts';
import { paceCalls } from './pace.ts';

export interface Clients {
  readonly place: Place;
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
}

/**
 * API Gateway allows an account 10 management calls a second in all, so throttling is part of
 * normal life: the adaptive mode slows this job down instead of hammering on.
 */
export function connect(region: string): Clients {
  const settings = {
    region,
    maxAttempts: 6,
    retryMode: 'adaptive',
    customUserAgent: 'canary-action/1',
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
    },
  };
  return {
    place: placeOf(region),
    apiGateway: new APIGatewayClient(settings),
    lambda: paceCalls(new LambdaClient(settings)),
    cloudWatch: new CloudWatchClient(settings),
  };
}
