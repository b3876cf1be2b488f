// The AWS clients. Endpoint, region and credentials come from the environment, as for any SDK.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from './arns.ts';
import { paceCalls, refuseAfter } from './client-middleware.ts';
import { type ClockWatch, watchClock } from './clock.ts';
import type { CredentialProvider } from './role-session.ts';

export interface Clients {
  readonly place: Place;
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
  readonly cloudWatch: CloudWatchClient;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
  readonly clock: Pick<ClockWatch, 'ahead'>;
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
  const clock = watchClock();
  const ready = <C extends Parameters<typeof clock.follow>[0]>(client: C) =>
    refuseAfter(cancelled, clock.follow(client));
  return {
    place: placeOf(region),
    credentials,
    clock,
    apiGateway: ready(new APIGatewayClient(settings)),
    lambda: ready(paceCalls(new LambdaClient(settings))),
    cloudWatch: ready(new CloudWatchClient(settings)),
  };
}
