// The AWS clients, in two sets that the compiler tells apart (decision 19): one for all that a job that is to
// stop must not begin, one for what restores traffic and cleans up. Endpoint, region and credentials come
// from the environment, as for any SDK.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from './arns.ts';
import {
  type CallLimits,
  hurryWhenCancelled,
  paceCalls,
  refuseWhenCancelled,
  twinOf,
} from './client-middleware.ts';
import { type ClockWatch, watchClock } from './clock.ts';
import type { CredentialProvider } from './role-session.ts';

/**
 * `normal`: nothing is sent once the job is to stop. `rollback`: everything is sent, then in a hurry, until the
 * rollback deadline.
 */
export type Mode = 'normal' | 'rollback';

/** All calls are bound to one of the sets, and what is bound keeps its mode. */
export interface Clients<M extends Mode = Mode> {
  readonly mode: M;
  readonly place: Place;
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
}

export interface NormalClients extends Clients<'normal'> {
  readonly cloudWatch: CloudWatchClient;
  /** `undefined`: those of the environment. */
  readonly credentials: CredentialProvider | undefined;
  readonly clock: Pick<ClockWatch, 'ahead'>;
}

export type RollbackClients = Clients<'rollback'>;

/** As much of a set as calls to Lambda, or to API Gateway, are bound to. */
export type LambdaAccess<M extends Mode = Mode> = Pick<Clients<M>, 'mode' | 'place' | 'lambda'>;
export type GatewayAccess<M extends Mode = Mode> = Pick<
  Clients<M>,
  'mode' | 'place' | 'apiGateway'
>;

export interface ClientSets {
  readonly normal: NormalClients;
  readonly rollback: RollbackClients;
}

/**
 * API Gateway allows an account 10 management calls a second in all, so throttling is part of
 * normal life: the adaptive mode slows this job down instead of hammering on.
 *
 * @param credentials `undefined`: those of the environment
 */
export function connect(
  region: string,
  limits: CallLimits,
  credentials: CredentialProvider | undefined,
): ClientSets {
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
  const place = placeOf(region);
  const clock = watchClock();
  const pair = <C extends APIGatewayClient | LambdaClient>(client: C) => {
    const followed = clock.follow(client);
    // The twin comes first: it sends what the other one is about to refuse.
    const rollback = hurryWhenCancelled(twinOf(followed), limits);
    return { rollback, normal: refuseWhenCancelled(followed, limits) };
  };
  const apiGateway = pair(new APIGatewayClient(settings));
  const lambda = pair(paceCalls(new LambdaClient(settings)));
  const cloudWatch = clock.follow(new CloudWatchClient(settings));
  return {
    normal: {
      mode: 'normal',
      place,
      credentials,
      clock,
      apiGateway: apiGateway.normal,
      lambda: lambda.normal,
      cloudWatch: refuseWhenCancelled(cloudWatch, limits),
    },
    rollback: {
      mode: 'rollback',
      place,
      apiGateway: apiGateway.rollback,
      lambda: lambda.rollback,
    },
  };
}
