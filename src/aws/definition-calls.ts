// The definition of a REST API: its draft, its deployments and what a stage serves, in the action's own types.

import {
  type APIGatewayClient,
  CreateDeploymentCommand,
  type Deployment,
  GetDeploymentCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  type GetRestApiCommandOutput,
  type Method,
  type MethodSnapshot,
  type PatchOperation,
  type Resource,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import { KnownError } from '../base/errors.ts';
import { readAuthorizers } from './authorizers.ts';
import { isAccessDenied, isNotFound } from './aws-errors.ts';
import { type CallWords, call, causedBy, required } from './call.ts';
import { markDraft } from './draft-mark.ts';
import { readResponseReaders } from './gateway-responses.ts';
import { type BoundApi, gatewayWords as words } from './gateway-words.ts';
import { turnPages } from './pages.ts';
import { requestOf } from './request-text.ts';
import {
  type ApiReading,
  DEFAULT_TIMEOUT_MS,
  type DefaultUrl,
  type Integration,
  type Route,
  type ServedDefinition,
  type VariableReader,
} from './rest-api-model.ts';
import { readServed } from './stage-export.ts';
import { readTwins } from './twins.ts';
import { readerOf } from './variable-readers.ts';

/** The API's draft: the content of the next deployment. */
export interface Draft {
  readonly routes: readonly Route[];
  /** Those of the methods, then the Lambda authorizers. */
  readonly integrations: readonly Integration[];
  /** Other parts that read stage variables. */
  readonly readers: readonly VariableReader[];
  /** The IDs of the authorizers that methods use. */
  readonly asked: readonly string[];
  /** The longest timeout of an integration, in seconds. */
  readonly longestAnswerSeconds: number;
  /** As AWS returns them, with methods and integrations. */
  readonly resources: readonly Resource[];
}

/** A frozen snapshot of the API. */
export interface DeploymentReading {
  readonly description: string;
  readonly routes: readonly Route[];
}

export type AuthorizersRead = 'asked' | 'all' | 'none';

export interface DefinitionCalls {
  readApi(): Promise<ApiReading>;
  /** Other REST APIs that CloudWatch does not tell apart from this one. @param name of this API */
  readTwins(name: string): Promise<readonly string[]>;
  /** @param authorizers which ones to read: those that a method uses (default), all, or none */
  readDraft(authorizers?: AuthorizersRead): Promise<Draft>;
  /** The definition of the deployment that the stage serves, without that of a canary. */
  readServed(): Promise<ServedDefinition>;
  /** The gateway responses of the draft that read stage variables. */
  readResponseReaders(): Promise<readonly VariableReader[]>;
  /** Equal for drafts that would make equal deployments; see `draft-mark.ts`. */
  markDraft(draft: Draft): Promise<string>;
  readDeployment(deploymentId: string): Promise<DeploymentReading>;
  /** The description of a deployment; `undefined` if it does not exist or this run may not read it. */
  readDescription(deploymentId: string): Promise<string | undefined>;
  /** Creates a deployment from the draft without changing any stage. Returns its ID. */
  snapshot(description: string): Promise<string>;
  /** Changes the URI of one integration in the draft. Returns the URI as AWS returns it. */
  rewriteIntegration(resourceId: string, method: string, uri: string): Promise<string>;
}

export function definitionCalls({
  client,
  place,
  restApiId,
  stageName,
}: BoundApi): DefinitionCalls {
  const api = `/restapis/${restApiId}`;
  return {
    readApi: async () => {
      const send = () => client.send(new GetRestApiCommand({ restApiId }));
      const doing = `reading the REST API "${restApiId}"`;
      const found = await call(words(place, doing, 'GET', api), send);
      return { name: found.name ?? restApiId, defaultUrl: defaultUrlOf(found) };
    },
    readTwins: (name) => readTwins(client, place, { restApiId, stageName, name }),
    readDraft: async (authorizers = 'asked') => {
      const reading = words(place, "reading the API's resources", 'GET', `${api}/resources`);
      const methods = await readMethods(client, restApiId, reading);
      const wanted = authorizers === 'all' || (authorizers === 'asked' && methods.asked.length > 0);
      const asking = words(place, "reading the API's authorizers", 'GET', `${api}/authorizers`);
      const all = wanted ? await readAuthorizers(client, restApiId, asking) : [];
      const unread = methods.asked.find((id) => wanted && !all.some((each) => each.id === id));
      if (unread !== undefined) {
        throw new KnownError(
          `${asking.doing}: the AWS response lacks the authorizer "${unread}", which a method uses`,
        );
      }
      const counted = all.filter(({ id }) => authorizers === 'all' || methods.asked.includes(id));
      return {
        ...methods,
        integrations: [...methods.integrations, ...counted.flatMap((each) => each.integrations)],
        readers: [...methods.readers, ...counted.flatMap((each) => each.readers)],
      };
    },
    readServed: () => readServed(client, place, restApiId, stageName),
    readResponseReaders: () => readResponseReaders(client, place, restApiId),
    markDraft: ({ resources }) => markDraft(client, place, restApiId, resources),
    readDeployment: async (deploymentId) => {
      const path = `${api}/deployments/${deploymentId}`;
      const send = () =>
        client.send(new GetDeploymentCommand({ restApiId, deploymentId, embed: ['apisummary'] }));
      const doing = `reading the deployment "${deploymentId}"`;
      const { description = '', apiSummary } = await call(words(place, doing, 'GET', path), send);
      return { description, routes: routesOf(required(apiSummary, doing, 'apiSummary')) };
    },
    readDescription: async (deploymentId) => {
      const path = `${api}/deployments/${deploymentId}`;
      const send = () => client.send(new GetDeploymentCommand({ restApiId, deploymentId }));
      const doing = `reading the deployment "${deploymentId}"`;
      try {
        return (await call(words(place, doing, 'GET', path), send)).description;
      } catch (error) {
        if (!causedBy(error, (cause) => isNotFound(cause) || isAccessDenied(cause))) throw error;
        return undefined;
      }
    },
    snapshot: async (description) => {
      const send = () => client.send(new CreateDeploymentCommand({ restApiId, description }));
      const path = `${api}/deployments`;
      const doing = 'creating a deployment';
      return required((await call(words(place, doing, 'POST', path), send)).id, doing, 'id');
    },
    rewriteIntegration: async (resourceId, httpMethod, uri) => {
      const patchOperations: PatchOperation[] = [{ op: 'replace', path: '/uri', value: uri }];
      const send = () =>
        client.send(
          new UpdateIntegrationCommand({ restApiId, resourceId, httpMethod, patchOperations }),
        );
      const path = `${api}/resources/${resourceId}/methods/${httpMethod}/integration`;
      const doing = 'rewriting an integration';
      return required((await call(words(place, doing, 'PATCH', path), send)).uri, doing, 'uri');
    },
  };
}

function defaultUrlOf({
  disableExecuteApiEndpoint,
  endpointConfiguration,
}: Pick<
  GetRestApiCommandOutput,
  'disableExecuteApiEndpoint' | 'endpointConfiguration'
>): DefaultUrl {
  if (disableExecuteApiEndpoint) return 'nobody';
  return endpointConfiguration?.types?.includes('PRIVATE') ? 'its VPCs' : 'everyone';
}

type Summary = NonNullable<Deployment['apiSummary']>;

function routesOf(summary: Summary): Route[] {
  return Object.entries(summary).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, details]) => routeOf(path, method, details)),
  );
}

/** AWS requires neither a key nor authorization unless the method says so. */
function routeOf(path: string, method: string, details: MethodSnapshot): Route {
  const { apiKeyRequired = false, authorizationType = 'NONE' } = details;
  return { path, method, apiKeyRequired, authorizationType };
}

/** GetResources returns pages by `position`. With `embed=methods` it includes each method's integration. */
async function readMethods(
  client: APIGatewayClient,
  restApiId: string,
  words: CallWords,
): Promise<Draft> {
  const routes: Route[] = [];
  const integrations: Integration[] = [];
  const resources: Resource[] = [];
  const readers: VariableReader[] = [];
  const asked: string[] = [];
  let longest = 0;
  const turn = turnPages(words.doing);
  let position: string | undefined;
  do {
    const page = await call(words, () =>
      client.send(
        new GetResourcesCommand({
          restApiId,
          limit: 500,
          embed: ['methods'],
          ...(position && { position }),
        }),
      ),
    );
    for (const resource of page.items ?? []) {
      resources.push(resource);
      for (const [method, details] of Object.entries(resource.resourceMethods ?? {})) {
        const read = methodOf(resource, method, details);
        routes.push(routeOf(read.path, method, details));
        readers.push(...read.readers);
        asked.push(...read.asked);
        integrations.push(...read.integrations);
        longest = Math.max(longest, read.answerSeconds);
      }
    }
    position = turn(page.position);
  } while (position);
  // A page may have no items, but every API has its root resource.
  if (resources.length === 0) required(undefined, words.doing, 'items');
  return { routes, integrations, readers, asked, longestAnswerSeconds: longest, resources };
}

/** One method of a resource, with the integration it calls. */
function methodOf(
  { id: resourceId = '', path = '' }: Resource,
  method: string,
  { methodIntegration = {}, authorizerId, ...details }: Method,
) {
  const { uri, credentials, connectionId, timeoutInMillis, ...rest } = methodIntegration;
  return {
    method,
    path,
    readers: readerOf(nameOf({ method, path }), { ...details, ...rest }),
    asked: authorizerId ? [authorizerId] : [],
    integrations: uri
      ? [{ resourceId, path, method, uri, credentials, connectionId, request: requestOf(rest) }]
      : [],
    answerSeconds: (timeoutInMillis ?? DEFAULT_TIMEOUT_MS) / 1000,
  };
}

/** `GET /orders`, for a sentence. */
export function nameOf({ method, path }: Pick<Integration, 'method' | 'path'>): string {
  return `${method} ${path}`;
}
