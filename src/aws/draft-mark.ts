// A short digest of everything that a deployment of the API's draft would contain: drafts with equal marks are
// equal. AWS cannot compare a draft with a deployment, and returns the two in different forms. So the mark is
// stored when a deployment is created, and drafts are compared by their marks.

import { createHash } from 'node:crypto';
import {
  type APIGatewayClient,
  GetAuthorizersCommand,
  GetGatewayResponsesCommand,
  GetModelsCommand,
  GetRequestValidatorsCommand,
  GetRestApiCommand,
  type Resource,
  type RestApi,
} from '@aws-sdk/client-api-gateway';
import type { Place } from './arns.ts';
import { call } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';
import { readAll } from './pages.ts';

/** AWS's maximum page size. */
const limit = 500;

/**
 * @param resources all resources of the draft, with their methods
 * @returns 16 hexadecimal digits. Throws a `KnownError` when a part cannot be read.
 */
export async function markDraft(
  client: APIGatewayClient,
  place: Place,
  restApiId: string,
  resources: readonly Resource[],
): Promise<string> {
  const words = (doing: string, path: string) => ({
    doing,
    permission: {
      action: 'apigateway:GET',
      resource: gatewayArn(place, `/restapis/${restApiId}${path}`),
    },
  });
  const all = (what: string, path: string, send: Parameters<typeof readAll>[1]) =>
    readAll(words(`reading the API's ${what}`, path), send);
  const of = { restApiId, limit };
  const [api, models, responses, authorizers, validators] = await Promise.all([
    call(words("reading the API's settings", ''), () =>
      client.send(new GetRestApiCommand({ restApiId })),
    ),
    all('models', '/models', (from) => client.send(new GetModelsCommand({ ...of, ...from }))),
    all('gateway responses', '/gatewayresponses', (from) =>
      client.send(new GetGatewayResponsesCommand({ ...of, ...from })),
    ),
    all('authorizers', '/authorizers', (from) =>
      client.send(new GetAuthorizersCommand({ ...of, ...from })),
    ),
    all('request validators', '/requestvalidators', (from) =>
      client.send(new GetRequestValidatorsCommand({ ...of, ...from })),
    ),
  ]);
  const whole = [
    deployed(api),
    ...[resources, models, responses, authorizers, validators].map(inAnyOrder),
  ];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16);
}

/** The API's settings without those that do not affect requests. Fields that AWS adds in future are included. */
function deployed(api: RestApi & { readonly $metadata?: unknown }): unknown {
  const {
    $metadata,
    id,
    name,
    description,
    version,
    createdDate,
    warnings,
    tags,
    apiStatus,
    apiStatusMessage,
    ...settings
  } = api;
  return sorted(settings);
}

function inAnyOrder(list: readonly unknown[]): readonly string[] {
  return list.map((each) => JSON.stringify(sorted(each))).sort();
}

/** The same value with the members of every object sorted by name. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
