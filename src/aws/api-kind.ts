// Whether an API is a REST API: a permission to call a function does not show which kind of API has it.

import { GetRestApiCommand } from '@aws-sdk/client-api-gateway';
import { call, ifThere } from './call.ts';
import type { Clients } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';

/** Of an API that exists: an HTTP API has an ID of the same form, and is not found among REST APIs. */
export async function readApiKind(
  { place, open }: Clients<'normal'>,
  apiId: string,
): Promise<'rest' | 'http'> {
  const words = {
    doing: `reading whether the API ${apiId} is a REST API`,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, `/restapis/${apiId}`) },
  };
  const found = await ifThere(() =>
    call(words, () => open(API_GATEWAY).send(new GetRestApiCommand({ restApiId: apiId }))),
  );
  return found === undefined ? 'http' : 'rest';
}
