// The data plane: `/{api}/{stage}/…` as clients see it. Stage, side, route, integration, answer, and the
// metrics of each request.

import { randomUUID } from 'node:crypto';
import type { ApiDirectory, Integration, RestApi, Stage } from '../api-gateway/model.ts';
import type { PolicyHolder } from '../front/policy.ts';
import type { FunctionInvoker, LogSink, MetricSink, World } from '../world.ts';
import { type Answered, writeAccessLog } from './access-log.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import { authorize } from './authorizer.ts';
import type { Exchange, GatewayReply, GatewayRequest, IntegrationRecord } from './exchange.ts';
import { countRequest } from './gateway-metrics.ts';
import {
  configurationError,
  forbidden,
  missingToken,
  notImplemented,
  timedOut,
  Unsupported,
} from './gateway-replies.ts';
import { answerHttp, type Backends } from './http-proxy.ts';
import { authorizeByIam } from './iam-authorization.ts';
import { answerCustomLambda } from './lambda-custom.ts';
import { answerLambda } from './lambda-proxy.ts';
import { answerMock } from './mock.ts';
import { extendedRequestId } from './request-context.ts';
import { matchRoute } from './routes.ts';
import { drawSide } from './side.ts';

export interface DataPlaneDeps {
  readonly apis: ApiDirectory;
  readonly invoker: FunctionInvoker;
  readonly metrics: MetricSink;
  readonly logs: LogSink;
  readonly policy: PolicyHolder;
  readonly backends: Backends;
}

/**
 * Minimum real milliseconds of an integration's time limit, however fast the clock: a short stall of the
 * machine is not a slow backend.
 */
const PATIENCE_MS = 5000;

/** Answers every request; rejects only on an error of the simulator itself. */
export type DataPlane = (request: GatewayRequest) => Promise<GatewayReply>;

export function createDataPlane(world: World, deps: DataPlaneDeps): DataPlane {
  const cache = createAnswerCache();
  return async (request) => {
    const requestId = randomUUID();
    const api = deps.apis.api(request.apiId);
    const stage = api && stageAsKnown(world, deps.apis, request);
    // Requests to an unknown stage or address are not counted anywhere.
    const reply =
      stage && answersHere(api, request)
        ? await serve(world, deps, cache, { request, requestId, api, stage })
        : forbidden();
    const ids = {
      'x-amzn-requestid': requestId,
      'x-amz-apigw-id': extendedRequestId(requestId),
    };
    const { status, headers, body } = reply;
    return { status, headers: { ...headers, ...ids }, body };
  };
}

/**
 * Whether the default address answers: 403 where it is disabled (developer guide, "Disable the default endpoint for
 * REST APIs"; AWS applies a change at the next update of any stage, the simulator at once). A private API answers only
 * inside a VPC, where no client of the simulator is. A custom domain name leads to the API all the same.
 */
function answersHere(
  { disableExecuteApiEndpoint, endpointConfiguration }: RestApi,
  { isMapped = false }: GatewayRequest,
): boolean {
  return (
    (isMapped || !disableExecuteApiEndpoint) && !endpointConfiguration.types.includes('PRIVATE')
  );
}

/** A change of the stage reaches the gateway's nodes with a delay. */
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

async function serve(
  world: World,
  deps: DataPlaneDeps,
  cache: AnswerCache,
  arrival: Arrival,
): Promise<GatewayReply> {
  const { request, api, stage } = arrival;
  const startedAt = world.clock.now();
  const elapsed = world.clock.startStopwatch();
  const side = drawSide(stage, world.random);
  const snapshot = deps.apis.snapshot(api.id, side.deploymentId);
  const route = snapshot && matchRoute(snapshot, request.method, request.path);
  const { place } = world;
  const base = { ...arrival, place, startedAt, side };
  if (!route) {
    const reply = missingToken();
    finish(world, deps, { ...base, reply, latencyMs: elapsed() });
    return reply;
  }
  const kept = cache.placeOf({ request, stage, side, route });
  const hit = kept?.read(startedAt);
  if (hit) {
    finish(world, deps, { ...base, route, reply: hit, latencyMs: elapsed(), hit: true });
    return hit;
  }
  const { binaryMediaTypes } = snapshot;
  const integrating = world.clock.startStopwatch();
  const exchange: Exchange = { ...base, route, binaryMediaTypes };
  const { reply, backendMs, record } = await integrate(world, deps, exchange);
  const realMs = integrating();
  const integrationMs = backendMs ?? realMs * world.clock.settings.rate;
  const latencyMs = integrationMs + elapsed() - realMs;
  finish(world, deps, { ...base, route, reply, integrationMs, latencyMs, integration: record });
  kept?.keep(reply, startedAt);
  return reply;
}

/** Counts the request and logs it. */
function finish(world: World, { apis, metrics, logs }: DataPlaneDeps, answered: Answered): void {
  const { api, stage, side, startedAt: at, route, reply, latencyMs, integrationMs } = answered;
  countRequest(
    {
      ...{ api, stage, side, at, latencyMs, status: reply.status },
      ...(route && {
        method: { verb: route.method.httpMethod, resourcePath: route.resource.path },
      }),
      ...(integrationMs !== undefined && { integrationMs }),
      ...(answered.hit && { hit: true }),
    },
    metrics,
    world.unsettled,
  );
  if (apis.writesLogs()) writeAccessLog(answered, world, logs);
}

interface Integrated {
  readonly reply: GatewayReply;
  /** Simulated milliseconds, if the backend reports its duration. */
  readonly backendMs?: number | undefined;
  /** Absent if no backend was called. */
  readonly record?: IntegrationRecord | undefined;
}

/** Whatever an integration does, the client gets an answer within its time limit. */
async function integrate(
  { clock }: World,
  deps: DataPlaneDeps,
  exchange: Exchange,
): Promise<Integrated> {
  const { method, integration } = exchange.route;
  if (!['NONE', 'CUSTOM', 'AWS_IAM'].includes(method.authorizationType)) {
    return { reply: notImplemented('a method with Cognito authorization') };
  }
  if (!integration) return { reply: configurationError() };
  const limitMs = integration.timeoutInMillis;
  const limit = new AbortController();
  let cancel = () => {};
  const late = {
    reply: timedOut(),
    backendMs: limitMs,
    record: { error: 'Execution failed due to a timeout error' },
  };
  const timeout = new Promise<Integrated>((resolve) => {
    cancel = clock.after(Math.max(limitMs, PATIENCE_MS * clock.settings.rate), () => {
      resolve(late);
      limit.abort();
    });
  });
  try {
    const answered = answer(deps, exchange, integration, limit.signal);
    const integrated = await Promise.race([answered, timeout]);
    return (integrated.backendMs ?? 0) > limitMs ? late : integrated;
  } catch (error) {
    if (error instanceof Unsupported) return { reply: notImplemented(error.message) };
    throw error;
  } finally {
    cancel();
  }
}

function hasKey(apis: ApiDirectory, { request }: Exchange): boolean {
  const { apiId, stageName, headerLines } = request;
  const key = headerLines.find(([name]) => name.toLowerCase() === 'x-api-key')?.[1];
  return key !== undefined && apis.acceptsKey(apiId, stageName, key);
}

async function answer(
  { apis, invoker, policy, backends }: DataPlaneDeps,
  exchange: Exchange,
  integration: Integration,
  signal: AbortSignal,
): Promise<Integrated> {
  const { authorizer, method } = exchange.route;
  const refusal =
    method.authorizationType === 'AWS_IAM'
      ? authorizeByIam(exchange, policy)
      : authorizer && (await authorize(exchange, authorizer, invoker));
  if (refusal) return { reply: refusal };
  // INVALID_API_KEY, 403 (developer guide, "Gateway response types"; "API keys": a stage that is in no usage plan
  // refuses every request of a method that requires a key).
  if (method.apiKeyRequired && !hasKey(apis, exchange)) return { reply: forbidden() };
  switch (integration.type) {
    case 'AWS_PROXY':
      return answerLambda(exchange, integration, invoker);
    case 'AWS':
      return answerCustomLambda(exchange, integration, invoker);
    case 'HTTP_PROXY':
      return answerHttp(exchange, integration, { backends, signal });
    case 'MOCK':
      return { reply: await answerMock(exchange, integration), record: {} };
    default:
      throw new Unsupported(`an integration of type ${integration.type}`);
  }
}
