// HTTP and WebSocket APIs: what their routes call. The calls are those of API Gateway's second API, sent by the client
// of the first, which has the same address, protocol and permissions: another package would add a tenth to the bundle
// (as decision 33 for CloudWatch Logs).

import type { APIGatewayClientResolvedConfig } from '@aws-sdk/client-api-gateway';
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';
import type { $SchemaRef, StaticStructureSchema } from '@smithy/types';
import { type CallWords, call } from './call.ts';
import type { Clients } from './clients.ts';
import { gatewayArn } from './gateway-arns.ts';
import { API_GATEWAY } from './gateway-client.ts';
import { turnPages } from './pages.ts';

export interface HttpApi {
  readonly apiId: string;
  readonly name: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
}

/** A route or an authorizer, and what it calls. */
export interface HttpCall {
  /** `GET /orders`, `$default`, `authorizer "users"`. */
  readonly label: string;
  readonly uri: string;
}

export interface HttpApiReading {
  readonly calls: readonly HttpCall[];
  readonly stages: readonly {
    readonly name: string;
    readonly variables: Readonly<Record<string, string>>;
  }[];
}

export interface HttpApis {
  list(): Promise<readonly HttpApi[]>;
  read(apiId: string): Promise<HttpApiReading>;
}

/** The members of the second API's answers that are used. */
interface Item {
  readonly apiId?: string;
  readonly name?: string;
  readonly protocolType?: string;
  readonly integrationId?: string;
  readonly integrationUri?: string;
  readonly routeKey?: string;
  readonly target?: string;
  readonly authorizerUri?: string;
  readonly stageName?: string;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

interface Input {
  readonly apiId?: string;
  readonly nextToken?: string;
}

interface Output {
  readonly $metadata: object;
  readonly items?: readonly Item[];
  readonly nextToken?: string;
}

const NAMESPACE = 'com.amazonaws.apigatewayv2';

// Schemas as the SDK generates them (see `logs-client.ts`): 0 is text, 128 a map of it; a label of the path has the
// trait 1.
const ITEM: StaticStructureSchema = [
  ...([3, NAMESPACE, 'Item', 0] as const),
  ['apiId', 'name', 'protocolType', 'integrationId', 'integrationUri', 'routeKey'].concat(
    ...[['target', 'authorizerUri', 'stageName', 'stageVariables']],
  ),
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 128],
];
const OUTPUT: StaticStructureSchema = [
  ...([3, NAMESPACE, 'Output', 0] as const),
  ['items', 'nextToken'],
  [() => [1, NAMESPACE, 'Items', 0, () => ITEM], 0],
];
const NEXT: $SchemaRef = [0, { httpQuery: 'nextToken' }] as unknown as $SchemaRef;
const OF_ALL: StaticStructureSchema = [3, NAMESPACE, 'OfAll', 0, ['nextToken'], [NEXT]];
const OF_API: StaticStructureSchema = [
  ...([3, NAMESPACE, 'OfApi', 0] as const),
  ['apiId', 'nextToken'],
  [[0, 1] as unknown as $SchemaRef, NEXT],
];

const command = makeBuilder<APIGatewayClientResolvedConfig, Input, Output>(
  {
    UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
    Endpoint: { type: 'builtInParams', name: 'endpoint' },
    Region: { type: 'builtInParams', name: 'region' },
    UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
  },
  'ApiGatewayV2',
  'APIGatewayClient',
  getEndpointPlugin,
);

function operation(name: string, path: string, input: StaticStructureSchema) {
  const traits: { http: [string, string, number] } = { http: ['GET', path, 200] };
  return command<Input, Output>({}, () => [], name, [
    ...([9, NAMESPACE, name, traits] as const),
    ...([() => input, () => OUTPUT] as const),
  ]);
}

const GetApisCommand = operation('GetApis', '/v2/apis', OF_ALL);
const OF = {
  integrations: operation('GetIntegrations', '/v2/apis/{apiId}/integrations', OF_API),
  routes: operation('GetRoutes', '/v2/apis/{apiId}/routes', OF_API),
  authorizers: operation('GetAuthorizers', '/v2/apis/{apiId}/authorizers', OF_API),
  stages: operation('GetStages', '/v2/apis/{apiId}/stages', OF_API),
};

export function bindHttpApis({ place, open }: Clients<'normal'>): HttpApis {
  // Its type knows only the commands of the first API.
  const client = open(API_GATEWAY) as unknown as {
    send(sent: InstanceType<typeof GetApisCommand>): Promise<Output>;
  };
  const words = (doing: string, path: string): CallWords => ({
    doing,
    permission: { action: 'apigateway:GET', resource: gatewayArn(place, path) },
  });
  const all = async (asking: CallWords, send: (from: Input) => Promise<Output>) => {
    const found: Item[] = [];
    const turn = turnPages(asking.doing);
    let nextToken: string | undefined;
    do {
      const from = nextToken === undefined ? {} : { nextToken };
      const page = await call(asking, () => send(from));
      found.push(...(page.items ?? []));
      nextToken = turn(page.nextToken);
    } while (nextToken !== undefined);
    return found;
  };
  return {
    list: async () => {
      const asking = words('listing the HTTP and WebSocket APIs', '/apis');
      const found = await all(asking, (from) => client.send(new GetApisCommand(from)));
      return found.map(({ apiId = '', name = apiId, protocolType }) => ({
        ...{ apiId, name, protocol: protocolType === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP' },
      }));
    },
    read: async (apiId) => {
      const each = (kind: keyof typeof OF) =>
        all(words(`reading the ${kind} of the API "${apiId}"`, `/apis/${apiId}/${kind}`), (from) =>
          client.send(new OF[kind]({ apiId, ...from })),
        );
      const integrations = await each('integrations');
      const routes = await each('routes');
      const authorizers = await each('authorizers');
      const stages = await each('stages');
      return {
        calls: [
          ...routes.flatMap((route) => callOf(route, integrations)),
          ...authorizers.flatMap(authorizerOf),
        ],
        stages: stages.map(({ stageName = '', stageVariables = {} }) => ({
          ...{ name: stageName, variables: stageVariables },
        })),
      };
    },
  };
}

function callOf({ routeKey = '', target = '' }: Item, integrations: readonly Item[]): HttpCall[] {
  const id = target.replace(/^integrations\//, '');
  const uri = integrations.find(({ integrationId }) => integrationId === id)?.integrationUri;
  return uri ? [{ label: routeKey, uri }] : [];
}

function authorizerOf({ name = '', authorizerUri }: Item): HttpCall[] {
  return authorizerUri ? [{ label: `authorizer ${name}`, uri: authorizerUri }] : [];
}
