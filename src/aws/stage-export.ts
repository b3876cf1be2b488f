// Reads what a stage serves from its export: the integrations and authorizers of its own deployment. The API's
// resources show the draft, which all stages share and which may be newer than any of them. While a canary is
// open, the export is that of the stage's base deployment (API reference, GetExport: it takes a stage).

import { type APIGatewayClient, GetExportCommand } from '@aws-sdk/client-api-gateway';
import { KnownError } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import type { Place } from './arns.ts';
import { call } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';
import { requestOf } from './request-text.ts';
import { DEFAULT_TIMEOUT_MS, type ServedDefinition } from './rest-api-model.ts';
import { readerOf } from './variable-readers.ts';

/** Throws a `KnownError` when the export cannot be read or is not understood. */
export async function readServed(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  stageName: string,
): Promise<ServedDefinition> {
  const doing = `reading the export of the stage "${stageName}"`;
  const exportType = 'oas30';
  const path = `/restapis/${restApiId}/stages/${stageName}/exports/${exportType}`;
  const words = {
    doing,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, path) },
  };
  const parameters = { extensions: 'integrations,authorizers' };
  const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
  const { body } = await call(words, () => client.send(new GetExportCommand(asked)));
  const found = definitionIn(parseJson(Buffer.from(body ?? []).toString('utf8')));
  if (typeof found !== 'string') return found;
  throw new KnownError(
    `${doing}: the export could not be parsed (${found}), so it is unknown which versions its users receive`,
  );
}

/** Every method that a path of a REST API can have, as exports name it. */
const VERBS: Readonly<Record<string, string>> = {
  'x-amazon-apigateway-any-method': 'ANY',
  delete: 'DELETE',
  get: 'GET',
  head: 'HEAD',
  options: 'OPTIONS',
  patch: 'PATCH',
  post: 'POST',
  put: 'PUT',
};

const NOTHING: ServedDefinition = { integrations: [], readers: [], longestAnswerSeconds: 0 };

function together(parts: readonly ServedDefinition[]): ServedDefinition {
  return {
    integrations: parts.flatMap(({ integrations }) => integrations),
    readers: parts.flatMap(({ readers }) => readers),
    longestAnswerSeconds: Math.max(0, ...parts.map((part) => part.longestAnswerSeconds)),
  };
}

/** Returns an error text if any part is not understood: a partial result would look like a smaller API. */
function definitionIn(document: unknown): ServedDefinition | string {
  const { paths, components, ...rest } = membersOf(document) ?? {};
  const items = membersOf(paths);
  if (!items) return 'it has no paths';
  const all: ServedDefinition[] = [];
  for (const [path, item] of Object.entries(items)) {
    const found = operationsOf(path, membersOf(item));
    if (typeof found === 'string') return found;
    all.push(...found);
  }
  const schemes = Object.entries(membersOf(membersOf(components)?.securitySchemes) ?? {});
  const authorizers = schemes.map(([name, scheme]) => authorizerIn(name, membersOf(scheme) ?? {}));
  const responses = membersOf(rest['x-amazon-apigateway-gateway-responses']) ?? {};
  const readers = Object.entries(responses).flatMap(([type, response]) =>
    readerOf(`gateway response ${type}`, response),
  );
  return together([...all, ...authorizers, { ...NOTHING, readers }]);
}

/** An export names an authorizer but does not contain its ID. */
export const ANY_AUTHORIZER = '*';

/**
 * Lambda authorizers only. An authorizer without a URI in the export gets an empty one, which counts
 * as not understood.
 */
function authorizerIn(name: string, scheme: Members): ServedDefinition {
  const { 'x-amazon-apigateway-authorizer': extension, ...described } = scheme;
  const shown = membersOf(extension);
  const isCustom = scheme['x-amazon-apigateway-authtype'] === 'custom';
  if (shown?.type === 'cognito_user_pools' || (!shown && !isCustom)) return NOTHING;
  const { authorizerUri, authorizerCredentials, ...rest } = shown ?? {};
  const call = { resourceId: '', method: 'authorizer', path: `"${name}"` };
  const uri = textIn(authorizerUri) ?? '';
  const credentials = textIn(authorizerCredentials);
  return {
    ...NOTHING,
    integrations: [{ ...call, uri, credentials, authorizerId: ANY_AUTHORIZER }],
    readers: readerOf(`authorizer "${name}"`, { described, rest }),
  };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function operationsOf(path: string, item: Members | undefined): ServedDefinition[] | string {
  if (!item) return `${path} is not an object`;
  const all: ServedDefinition[] = [];
  for (const [verb, operation] of Object.entries(item)) {
    const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (method === undefined) return `${path} has an unknown method`;
    const { [INTEGRATION]: extension, ...described } = membersOf(operation) ?? {};
    const { uri, credentials, connectionId, timeoutInMillis, ...rest } = membersOf(extension) ?? {
      uri: null,
    };
    if (typeof uri !== 'string' && uri !== undefined) {
      return `${method} ${path} has no readable integration`;
    }
    const by = {
      credentials: textIn(credentials),
      connectionId: textIn(connectionId),
      request: requestOf(rest),
    };
    all.push({
      // An export has no resource IDs. They are not needed, because a deployment is frozen and never rewritten.
      integrations: uri === undefined ? [] : [{ resourceId: '', path, method, uri, ...by }],
      readers: readerOf(`${method} ${path}`, { described, rest }),
      longestAnswerSeconds:
        (typeof timeoutInMillis === 'number' ? timeoutInMillis : DEFAULT_TIMEOUT_MS) / 1000,
    });
  }
  return all;
}

const INTEGRATION = 'x-amazon-apigateway-integration';

type Members = Readonly<Record<string, unknown>>;

/** `undefined` if the value is not an object. */
function membersOf(value: unknown): Members | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Members) : undefined;
}
