// The AWS clients, in two sets of different types (decision 19): one for everything that a cancelled job must
// not start, and one for restoring traffic and cleaning up. Endpoint, region and credentials come from the
// environment, as for any SDK client.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { type Place, placeOf } from './arns.ts';
import {
  type CallLimits,
  copyOf,
  hurryWhenCancelled,
  paceCalls,
  refuseWhenCancelled,
} from './client-middleware.ts';
import { type ClockWatch, watchClock } from './clock.ts';
import type { CredentialProvider } from './role-session.ts';

/**
 * `normal`: sends nothing once the job is cancelled. `rollback`: sends every call until the rollback deadline,
 * with short timeouts once the job is cancelled.
 */
export type Mode = 'normal' | 'rollback';

/** Every call is bound to one set, and keeps that set's mode. */
export interface Clients<M extends Mode = Mode> {
  readonly mode: M;
  readonly place: Place;
  readonly apiGateway: APIGatewayClient;
  readonly lambda: LambdaClient;
}

export interface NormalClients extends Clients<'normal'> {
  readonly cloudWatch: CloudWatchClient;
  /** `undefined`: the credentials of the environment. */
  readonly credentials: CredentialProvider | undefined;
  readonly clock: Pick<ClockWatch, 'ahead'>;
}

export type RollbackClients = Clients<'rollback'>;

/** The part of a set that calls to Lambda, or to API Gateway, need. */
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
 * API Gateway allows 10 management calls a second per account, so throttling is normal. The adaptive retry mode
 * slows this job down.
 *
 * @param credentials `undefined`: the credentials of the environment
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
    // Copied first, because the copy must send what the original is about to refuse.
    const rollback = hurryWhenCancelled(copyOf(followed), limits);
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
