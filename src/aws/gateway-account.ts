// The settings of API Gateway for an account and Region.

import { GetAccountCommand } from '@aws-sdk/client-api-gateway';
import { call } from './call.ts';
import type { Clients } from './clients.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { gatewayWords } from './gateway-words.ts';

/** The role with which API Gateway writes logs, of all APIs; empty if there is none. Throws a `KnownError`. */
export async function readLogRole({ place, open }: Clients<'normal'>): Promise<string> {
  const doing = "reading API Gateway's settings of the account";
  const send = () => open(API_GATEWAY).send(new GetAccountCommand({}));
  const { cloudwatchRoleArn = '' } = await call(
    gatewayWords(place, doing, 'GET', '/account'),
    send,
  );
  return cloudwatchRoleArn;
}
