// The AWS clients. Endpoint, region and credentials come from the environment, as for any SDK.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from './arns.ts';
import type { CredentialProvider } from './own-session.ts';
import { paceCalls } from './pace.ts';
import { refuseAfter } from './refuse-after.ts';

export interface Clients {
  readonly place: Place;
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
}

/**
 * API Gateway allows an account 10 management calls a second in all, so throttling is part of
 * normal life: the adaptive mode slows this job down instead of hammering on.
 *
 * @param cancelled from then on only calls of the way back are sent
 * @param credentials `undefined`: those of the environment
 */
export function connect(
  region: string,
  cancelled: AbortSignal,
  credentials: CredentialProvider | undefined,
): Clients {
  const settings = {
    region,
    maxAttempts: 6,
    ...(credentials && { credentials }),
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
    credentials,
    apiGateway: refuseAfter(cancelled, new APIGatewayClient(settings)),
    lambda: refuseAfter(cancelled, paceCalls(new LambdaClient(settings))),
    cloudWatch: refuseAfter(cancelled, new CloudWatchClient(settings)),
  };
}
