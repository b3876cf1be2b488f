// What a stage serves, out of its export: the integrations of its own deployment. The API's resources
// show the draft, which all stages share and which may be ahead of any of them. While a canary is open
// the export is that of the stage's base deployment (API reference, GetExport: it takes a stage).

import { type APIGatewayClient, GetExportCommand } from '@aws-sdk/client-api-gateway';
import type { Integration } from '../rollout/integration.ts';
import { gatewayArn, type Place } from './arns.ts';
import { abortable, call } from './call.ts';
import { RolloutError } from './errors.ts';

/** Throws a `RolloutError` when the export cannot be read, or is not understood. */
export async function readServed(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  stageName: string,
  signal?: AbortSignal,
): Promise<readonly Integration[]> {
  const doing = `reading what the stage "${stageName}" serves`;
  const exportType = 'oas30';
  const path = `/restapis/${restApiId}/stages/${stageName}/exports/${exportType}`;
  const words = {
    doing,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, path) },
  };
  const parameters = { extensions: 'integrations' };
  const asked = { restApiId, stageName, exportType, parameters, accepts: 'application/json' };
  const { body } = await call(words, () =>
    client.send(new GetExportCommand(asked), abortable(signal)),
  );
  try {
    return integrationsIn(JSON.parse(Buffer.from(body ?? []).toString('utf8')));
  } catch (error) {
    throw new RolloutError(
      `${doing}: the export is not understood (${(error as Error).message}), so it is not known which versions its users get`,
    );
  }
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

/** Throws where anything is missing: half an export would pass for a stage that serves less. */
function integrationsIn(document: unknown): readonly Integration[] {
  const { paths } = object(document, 'it');
  return Object.entries(object(paths, 'paths')).flatMap(([path, item]) =>
    Object.entries(object(item, path)).flatMap(([verb, operation]) => {
      const method = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
      if (method === undefined) throw new Error(`"${verb}" of ${path} is no method`);
      return integrationOf(path, method, operation);
    }),
  );
}

function integrationOf(path: string, method: string, operation: unknown): readonly Integration[] {
  const route = `${method} ${path}`;
  const { 'x-amazon-apigateway-integration': extension } = object(operation, route);
  const { uri, credentials } = object(extension, `the integration of ${route}`);
  if (uri === undefined) return [];
  if (typeof uri !== 'string') throw new Error(`the URI of ${route} is no text`);
  const role = typeof credentials === 'string' ? credentials : undefined;
  // An export names no resources; a deployment is frozen, so nothing of it is ever rewritten.
  return [{ resourceId: '', path, method, uri, credentials: role }];
}

function object(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new Error(`${what} is no object`);
}
