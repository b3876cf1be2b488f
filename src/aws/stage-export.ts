// Reads what a stage serves from its export: the integrations and authorizers of its own deployment. The API's
// resources show the draft, which all stages share and which may be newer than any of them. While a canary is
// open, the export is that of the stage's base deployment (API reference, GetExport: it takes a stage).

import { type APIGatewayClient, GetExportCommand } from '@aws-sdk/client-api-gateway';
import { KnownError } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import type { Place } from './arns.ts';
import { call } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';
import type { Integration } from './rest-api-model.ts';

/** Throws a `KnownError` when the export cannot be read or is not understood. */
export async function readServed(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  stageName: string,
): Promise<readonly Integration[]> {
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
  const found = integrationsIn(parseJson(Buffer.from(body ?? []).toString('utf8')));
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

type Found = readonly Integration[];

/** Returns an error text if any part is not understood: a partial result would look like a smaller API. */
function integrationsIn(document: unknown): Found | string {
  const paths = membersOf(membersOf(document)?.paths);
  if (!paths) return 'it has no paths';
  const all: Integration[] = [];
  for (const [path, item] of Object.entries(paths)) {
    const found = integrationsOf(path, membersOf(item));
    if (typeof found === 'string') return found;
    all.push(...found);
  }
  return [...all, ...authorizersIn(membersOf(membersOf(document)?.components)?.securitySchemes)];
}

/** An export names an authorizer but does not contain its ID. */
export const ANY_AUTHORIZER = '*';

/**
 * Lambda authorizers. An authorizer without a URI in the export gets an empty one, which counts
 * as not understood.
 */
function authorizersIn(schemes: unknown): Found {
  return Object.entries(membersOf(schemes) ?? {}).flatMap(([name, scheme]) => {
    const members = membersOf(scheme) ?? {};
    const shown = membersOf(members['x-amazon-apigateway-authorizer']);
    const isCustom = members['x-amazon-apigateway-authtype'] === 'custom';
    if (shown?.type === 'cognito_user_pools' || (!shown && !isCustom)) return [];
    const call = { resourceId: '', method: 'authorizer', path: `"${name}"` };
    const uri = textIn(shown?.authorizerUri) ?? '';
    const credentials = textIn(shown?.authorizerCredentials);
    return [{ ...call, uri, credentials, authorizerId: ANY_AUTHORIZER }];
  });
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function integrationsOf(path: string, item: Members | undefined): Found | string {
  if (!item) return `${path} is not an object`;
  const all: Integration[] = [];
  for (const [verb, operation] of Object.entries(item)) {
    const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (method === undefined) return `${path} has an unknown method`;
    const extension = membersOf(operation)?.['x-amazon-apigateway-integration'];
    const { uri, credentials, connectionId } = membersOf(extension) ?? { uri: null };
    if (typeof uri === 'string') {
      const by = { credentials: textIn(credentials), connectionId: textIn(connectionId) };
      // An export has no resource IDs. They are not needed, because a deployment is frozen and never rewritten.
      all.push({ resourceId: '', path, method, uri, ...by });
    } else if (uri !== undefined) return `${method} ${path} has no readable integration`;
  }
  return all;
}

type Members = Readonly<Record<string, unknown>>;

/** `undefined` if the value is not an object. */
function membersOf(value: unknown): Members | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Members) : undefined;
}
