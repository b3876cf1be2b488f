// The gateway responses of an API's draft: what API Gateway itself answers. Their templates and headers may read
// stage variables.

import { type APIGatewayClient, GetGatewayResponsesCommand } from '@aws-sdk/client-api-gateway';
import type { Place } from './arns.ts';
import { gatewayArn } from './gateway-arns.ts';
import { readAll } from './pages.ts';
import type { VariableReader } from './rest-api-model.ts';
import { readerOf } from './variable-readers.ts';

export async function readResponseReaders(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
): Promise<readonly VariableReader[]> {
  const resource = gatewayArn(place, `/restapis/${restApiId}/gatewayresponses`);
  const permission = { action: 'apigateway:GET', resource };
  const words = { doing: "reading the API's gateway responses", permission };
  const responses = await readAll(words, (from) =>
    client.send(new GetGatewayResponsesCommand({ restApiId, limit: 500, ...from })),
  );
  return responses.flatMap(({ responseType = '', ...rest }) =>
    readerOf(`gateway response ${responseType}`, rest),
  );
}
