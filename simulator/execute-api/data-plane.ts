// The data plane: `/{api}/{stage}/…` as the public meets it. Stage, side, route, integration,
// answer, and the metrics of it all.

import { randomUUID } from 'node:crypto';
import type { ApiDirectory, Integration, RestApi, Stage } from '../api-gateway/model.ts';
import type { FunctionInvoker, MetricSink, World } from '../world.ts';
import type { Exchange, GatewayReply, GatewayRequest } from './exchange.ts';
import { countRequest, type Served } from './gateway-metrics.ts';
import {
  BeyondSimulator,
  configurationError,
  forbidden,
  missingToken,
  notImplemented,
  timedOut,
} from './gateway-replies.ts';
import { answerHttp } from './http-proxy.ts';
import { answerLambda } from './lambda-proxy.ts';
import { answerMock } from './mock.ts';
import { matchRoute } from './routes.ts';
import { drawSide } from './side.ts';
import { startStopwatch } from './stopwatch.ts';

export interface DataPlaneDeps {
  readonly apis: ApiDirectory;
  readonly invoker: FunctionInvoker;
  readonly metrics: MetricSink;
}

/** Answers every request; rejects only where the simulator itself is broken. */
export type DataPlane = (request: GatewayRequest) => Promise<GatewayReply>;

export function createDataPlane(world: World, deps: DataPlaneDeps): DataPlane {
  return async (request) => {
    const requestId = randomUUID();
    const api = deps.apis.api(request.apiId);
    const stage = api && stageAsKnown(world, deps.apis, request);
    // An unknown stage belongs to nobody: it is counted nowhere.
    const reply = stage
      ? await serve(world, deps, { request, requestId, api, stage })
      : forbidden();
    const ids = {
      'x-amzn-requestid': requestId,
      'x-amz-apigw-id': requestId.replaceAll('-', '').slice(0, 15).concat('='),
    };
    return { ...reply, headers: { ...reply.headers, ...ids } };
  };
}

/** A change of the stage reaches the gateway's nodes only after a while. */
function stageAsKnown(
  { clock, unsettled }: World,
  apis: ApiDirectory,
  { apiId, stageName }: GatewayRequest,
): Stage | undefined {
  if (unsettled.propagationSeconds === 0) return apis.stage(apiId, stageName);
  return apis.stageAsOf(apiId, stageName, clock.now() - unsettled.propagationSeconds * 1000);
}

interface Arrival {
  readonly request: GatewayRequest;
  readonly requestId: string;
  readonly api: RestApi;
  readonly stage: Stage;
}

async function serve(world: World, deps: DataPlaneDeps, arrival: Arrival): Promise<GatewayReply> {
  const { request, api, stage } = arrival;
  const startedAt = world.clock.now();
  const elapsed = startStopwatch(world.clock);
  const side = drawSide(stage, world.random);
  const snapshot = deps.apis.snapshot(api.id, side.deploymentId);
  const route = snapshot && matchRoute(snapshot, request.method, request.path);
  const count = (outcome: Pick<Served, 'status' | 'method' | 'integrationMs'>) =>
    countRequest(
      { api, stage, side, at: startedAt, latencyMs: elapsed(), ...outcome },
      deps.metrics,
      world.unsettled,
    );
  if (!route) {
    const reply = missingToken();
    count({ status: reply.status });
    return reply;
  }
  const { place } = world;
  const { binaryMediaTypes } = snapshot;
  const exchange = { ...arrival, place, startedAt, side, route, binaryMediaTypes };
  const integrating = startStopwatch(world.clock);
  const reply = await integrate(world, deps, exchange);
  count({
    status: reply.status,
    method: { verb: route.method.httpMethod, resourcePath: route.resource.path },
    integrationMs: integrating(),
  });
  return reply;
}

/** Whatever an integration does, there is an answer, within its time limit. */
async function integrate(
  { clock }: World,
  deps: DataPlaneDeps,
  exchange: Exchange,
): Promise<GatewayReply> {
  const { method, integration } = exchange.route;
  if (method.authorizationType !== 'NONE' || method.apiKeyRequired) {
    return notImplemented('a method with authorization or an API key');
  }
  if (!integration) return configurationError();
  const limit = new AbortController();
  let cancel = () => {};
  const timeout = new Promise<GatewayReply>((resolve) => {
    cancel = clock.after(integration.timeoutInMillis, () => {
      resolve(timedOut());
      limit.abort();
    });
  });
  try {
    return await Promise.race([answer(deps, exchange, integration, limit.signal), timeout]);
  } catch (error) {
    if (error instanceof BeyondSimulator) return notImplemented(error.message);
    throw error;
  } finally {
    cancel();
  }
}

async function answer(
  { invoker }: DataPlaneDeps,
  exchange: Exchange,
  integration: Integration,
  signal: AbortSignal,
): Promise<GatewayReply> {
  switch (integration.type) {
    case 'AWS_PROXY':
      return answerLambda(exchange, integration, invoker);
    case 'HTTP_PROXY':
      return answerHttp(exchange, integration, signal);
    case 'MOCK':
      return answerMock(exchange, integration);
    default:
      throw new BeyondSimulator(`an integration of type ${integration.type}`);
  }
}
