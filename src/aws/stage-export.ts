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
import { DEFAULT_TIMEOUT_MS, type Route, type ServedDefinition } from './rest-api-model.ts';
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

/**
 * What a definition in OpenAPI 3.0 or Swagger 2.0 calls.
 *
 * @returns an error text if any part is not understood: a partial result would look like a smaller API
 */
export function definitionIn(document: unknown): ServedDefinition | string {
  const { paths, components, securityDefinitions, ...rest } = membersOf(document) ?? {};
  const items = membersOf(paths);
  if (!items) return 'it has no paths';
  const all: ServedDefinition[] = [];
  for (const [path, item] of Object.entries(items)) {
    const found = operationsOf(path, membersOf(item));
    if (typeof found === 'string') return found;
    all.push(...found);
  }
  const found = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions);
  const schemes = Object.entries(found ?? {});
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
    if (isNoMethod(verb)) continue;
    const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (method === undefined) return `${path} has an unknown method`;
    const found = operationOf(path, method, membersOf(operation) ?? {});
    if (typeof found === 'string') return found;
    all.push(found);
  }
  return all;
}

function operationOf(
  path: string,
  method: string,
  { [INTEGRATION]: extension, ...described }: Members,
): ServedDefinition | string {
  const { uri, credentials, connectionId, timeoutInMillis, ...rest } = membersOf(extension) ?? {
    uri: null,
  };
  if (typeof uri !== 'string' && !(uri === undefined && isMock(rest))) {
    return `${method} ${path} has no readable integration`;
  }
  const by = {
    credentials: textIn(credentials),
    connectionId: textIn(connectionId),
    request: requestOf(rest),
  };
  const timeoutMs = typeof timeoutInMillis === 'number' ? timeoutInMillis : DEFAULT_TIMEOUT_MS;
  return {
    // An export has no resource IDs. They are not needed, because a deployment is frozen and never rewritten.
    integrations: typeof uri === 'string' ? [{ resourceId: '', path, method, uri, ...by }] : [],
    readers: readerOf(`${method} ${path}`, { described, rest }),
    longestAnswerSeconds: timeoutMs / 1000,
  };
}

const INTEGRATION = 'x-amazon-apigateway-integration';

/** What a path may contain besides its methods. An export has none of it. */
function isNoMethod(member: string): boolean {
  const isExtension = member.startsWith('x-') && !Object.hasOwn(VERBS, member);
  return isExtension || ['parameters', 'summary', 'description', 'servers'].includes(member);
}

/** Only such an integration has no URI. */
function isMock({ type }: Members): boolean {
  return typeof type === 'string' && type.toLowerCase() === 'mock';
}

/** The methods of a definition, and who may call them. API Gateway gives the same words for a deployment. */
export function routesIn(document: unknown): readonly Route[] {
  const { paths, components, securityDefinitions } = membersOf(document) ?? {};
  const schemes = membersOf(membersOf(components)?.securitySchemes ?? securityDefinitions) ?? {};
  return Object.entries(membersOf(paths) ?? {}).flatMap(([path, item]) =>
    Object.entries(membersOf(item) ?? {}).flatMap(([verb, operation]) => {
      const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
      return method === undefined ? [] : [{ path, method, ...accessOf(operation, schemes) }];
    }),
  );
}

/** Developer guide, "x-amazon-apigateway-authtype": how a scheme is understood. */
function accessOf(
  operation: unknown,
  schemes: Members,
): Pick<Route, 'apiKeyRequired' | 'authorizationType'> {
  const { security } = membersOf(operation) ?? {};
  const names = (Array.isArray(security) ? security : []).flatMap((each) =>
    Object.keys(membersOf(each) ?? {}),
  );
  let [apiKeyRequired, authorizationType] = [false, 'NONE'];
  for (const name of names) {
    const scheme = membersOf(schemes[name]) ?? {};
    const authorizer = membersOf(scheme['x-amazon-apigateway-authorizer']);
    const type = scheme['x-amazon-apigateway-authtype'];
    if (authorizer) {
      const isCognito = authorizer.type === 'cognito_user_pools' || type === 'cognito_user_pools';
      authorizationType = isCognito ? 'COGNITO_USER_POOLS' : 'CUSTOM';
    } else if (type === 'awsSigv4') authorizationType = 'AWS_IAM';
    else if (scheme.type === 'apiKey') apiKeyRequired = true;
  }
  return { apiKeyRequired, authorizationType };
}

type Members = Readonly<Record<string, unknown>>;

/** `undefined` if the value is not an object. */
function membersOf(value: unknown): Members | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Members) : undefined;
}
