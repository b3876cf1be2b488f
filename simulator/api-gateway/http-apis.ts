// HTTP and WebSocket APIs (API Gateway's second API): stored with what their calls name, and served to nobody. Forms as
// in botocore's model of apigatewayv2, where lists are `items` and `nextToken`.

import { AwsError, NotImplemented } from '../service.ts';
import { type Gateway, newId } from './gateway.ts';
import type { Operation } from './operation.ts';
import { type Body, text, textMap } from './read.ts';
import { type Input, jsonReply } from './request.ts';

const APIS = '/v2/apis';
const API = `${APIS}/{apiId}`;

/** What belongs to an API, by the last part of its path. */
const KINDS = ['integrations', 'routes', 'stages', 'authorizers'] as const;
type Kind = (typeof KINDS)[number];

type Item = Readonly<Record<string, unknown>>;

interface HttpApi {
  readonly view: Item;
  readonly items: Readonly<Record<Kind, Map<string, Item>>>;
}

export function httpApiOperations(gateway: Gateway): readonly Operation[] {
  const apis = new Map<string, HttpApi>();
  const find = ({ labels: { apiId = '' } }: Input): HttpApi => {
    const api = apis.get(apiId);
    if (api) return api;
    throw new AwsError('NotFoundException', 404, `Invalid API identifier specified ${apiId}`);
  };
  return [
    {
      name: 'CreateApi',
      method: 'POST',
      path: APIS,
      perform: ({ body }) => {
        const api = createApi(newId(gateway, 10), body);
        apis.set(String(api.view.apiId), api);
        return jsonReply(201, api.view);
      },
    },
    {
      name: 'GetApis',
      method: 'GET',
      path: APIS,
      perform: (input) =>
        jsonReply(
          200,
          pageOf(
            [...apis.values()].map(({ view }) => view),
            input,
          ),
        ),
    },
    {
      // A member that is left out stays as it is (API reference, "UpdateIntegration").
      name: 'UpdateIntegration',
      method: 'PATCH',
      path: `${API}/integrations/{integrationId}`,
      perform: (input) => {
        const { integrations } = find(input).items;
        const { integrationId = '' } = input.labels;
        const before = integrations.get(integrationId);
        if (!before) {
          const message = `Invalid Integration identifier specified ${integrationId}`;
          throw new AwsError('NotFoundException', 404, message);
        }
        const integrationUri = text(input.body, 'integrationUri') ?? before.integrationUri;
        const item = { ...before, integrationUri };
        integrations.set(integrationId, item);
        return jsonReply(200, item);
      },
    },
    ...KINDS.flatMap((kind): readonly Operation[] => [
      {
        name: CREATE[kind].name,
        method: 'POST',
        path: `${API}/${kind}`,
        perform: (input) => {
          const { items } = find(input);
          const item = CREATE[kind].read(newId(gateway, 7), input.body);
          items[kind].set(String(item[CREATE[kind].key]), item);
          return jsonReply(201, item);
        },
      },
      {
        name: `Get${CREATE[kind].name.slice('Create'.length)}s`,
        method: 'GET',
        path: `${API}/${kind}`,
        perform: (input) => jsonReply(200, pageOf([...find(input).items[kind].values()], input)),
      },
    ]),
  ];
}

function createApi(apiId: string, body: Body): HttpApi {
  const protocolType = required(body, 'protocolType');
  if (protocolType !== 'HTTP' && protocolType !== 'WEBSOCKET') {
    throw badRequest(`Invalid protocol type ${protocolType}`);
  }
  if (body.target !== undefined) throw new NotImplemented('CreateApi with a target');
  const items = {
    ...{ integrations: new Map(), routes: new Map() },
    ...{ stages: new Map(), authorizers: new Map() },
  };
  return { view: { apiId, name: required(body, 'name'), protocolType }, items };
}

interface Create {
  readonly name: string;
  readonly key: string;
  readonly read: (id: string, body: Body) => Item;
}

const CREATE: Readonly<Record<Kind, Create>> = {
  integrations: {
    name: 'CreateIntegration',
    key: 'integrationId',
    read: (integrationId, body) => ({
      integrationId,
      integrationType: required(body, 'integrationType'),
      integrationUri: text(body, 'integrationUri'),
    }),
  },
  routes: {
    name: 'CreateRoute',
    key: 'routeId',
    read: (routeId, body) => ({
      routeId,
      routeKey: required(body, 'routeKey'),
      target: text(body, 'target'),
      authorizerId: text(body, 'authorizerId'),
    }),
  },
  stages: {
    name: 'CreateStage',
    key: 'stageName',
    read: (_, body) => ({
      stageName: required(body, 'stageName'),
      stageVariables: textMap(body, 'stageVariables') ?? {},
    }),
  },
  authorizers: {
    name: 'CreateAuthorizer',
    key: 'authorizerId',
    read: (authorizerId, body) => ({
      authorizerId,
      name: required(body, 'name'),
      authorizerType: required(body, 'authorizerType'),
      authorizerUri: text(body, 'authorizerUri'),
    }),
  },
};

function required(body: Body, name: string): string {
  const value = text(body, name);
  if (value) return value;
  throw badRequest(`${name} is required`);
}

function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', 400, message);
}

/** `maxResults` is a text. */
function pageOf(list: readonly Item[], { query }: Input) {
  const most = Number(query.get('maxResults') ?? 100) || 100;
  const start = Number(query.get('nextToken') ?? 0) || 0;
  const end = start + most;
  return {
    items: list.slice(start, end),
    ...(end < list.length && { nextToken: String(end) }),
  };
}
