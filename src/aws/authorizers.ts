// The Lambda authorizers of an API's draft. API Gateway calls their functions like those of integrations, by a
// URI that may contain stage variables.

import {
  type APIGatewayClient,
  type Authorizer,
  GetAuthorizersCommand,
} from '@aws-sdk/client-api-gateway';
import { type CallWords, call } from './call.ts';
import { turnPages } from './pages.ts';
import type { Integration, VariableReader } from './rest-api-model.ts';
import { readerOf } from './variable-readers.ts';

export interface AuthorizerReading {
  readonly id: string;
  readonly integrations: readonly Integration[];
  readonly readers: readonly VariableReader[];
}

export async function readAuthorizers(
  client: APIGatewayClient,
  restApiId: string,
  words: CallWords,
): Promise<readonly AuthorizerReading[]> {
  const found: AuthorizerReading[] = [];
  const turn = turnPages(words.doing);
  let position: string | undefined;
  do {
    const page = await call(words, () =>
      client.send(
        new GetAuthorizersCommand({ restApiId, limit: 500, ...(position && { position }) }),
      ),
    );
    found.push(...(page.items ?? []).map(readingOf));
    position = turn(page.position);
  } while (position);
  return found;
}

function readingOf({
  authorizerUri: uri,
  authorizerCredentials: credentials,
  ...rest
}: Authorizer): AuthorizerReading {
  const { id = '', name = id } = rest;
  const [method, path] = ['authorizer', `"${name}"`];
  const call = { resourceId: '', path, method, credentials, authorizerId: id };
  return {
    id,
    integrations: uri ? [{ ...call, uri }] : [],
    readers: readerOf(`${method} ${path}`, rest),
  };
}
