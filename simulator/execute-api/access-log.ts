// The access log of a stage: one line for each request, in the stage's format, with the time of its arrival.

import { createHash } from 'node:crypto';
import type { LogSink, World } from '../world.ts';
import {
  type Exchange,
  type GatewayReply,
  header,
  type IntegrationRecord,
  type Route,
} from './exchange.ts';
import { commonLogTime, extendedRequestId } from './request-context.ts';

/** An answered request. */
export interface Answered extends Omit<Exchange, 'route' | 'binaryMediaTypes'> {
  /** Absent if no resource or method matched. */
  readonly route?: Route;
  readonly reply: GatewayReply;
  /** Simulated milliseconds. */
  readonly latencyMs: number;
  /** The same for the backend; absent if none was called. */
  readonly integrationMs?: number;
  readonly integration?: IntegrationRecord | undefined;
  /** The answer came from the stage's cache. */
  readonly hit?: true;
}

type Values = Readonly<Record<string, string | number | undefined>>;

/**
 * Canary requests have a group of their own behind the stage's, which API Gateway makes, "as well as" the one of the
 * stage (developer guide, "Create a canary release deployment": execution logs, and "the same applies to access
 * logging"). A Firehose stream is no log group.
 */
export function writeAccessLog(answered: Answered, world: World, logs: LogSink): void {
  const { stage, side, startedAt, requestId } = answered;
  const { destinationArn, format } = stage.accessLogSettings ?? {};
  const group = groupIn(destinationArn ?? '', world);
  if (format === undefined || group === undefined) return;
  const message = fill(format.trimEnd(), valuesOf(answered, world), world);
  const stream = streamOf(stage.stageName, requestId);
  const lines = [{ at: startedAt, message }];
  if (!side.isCanary || world.unsettled.canaryLinesInStageGroup) {
    logs.write({ group, stream, lines });
  }
  if (side.isCanary) logs.write({ group: `${group}/Canary`, stream, lines });
}

/** `undefined` for a Firehose stream, and for a group of another account or Region. */
function groupIn(arn: string, { place }: World): string | undefined {
  const prefix = `arn:${place.partition}:logs:${place.region}:${place.account}:log-group:`;
  return arn.startsWith(prefix) ? arn.slice(prefix.length) : undefined;
}

/** Some streams with names of 32 hexadecimal digits, without a meaning. */
function streamOf(stageName: string, requestId: string): string {
  const shard = Number.parseInt(requestId.slice(0, 1), 16) % STREAMS;
  return createHash('md5').update(`${stageName} ${shard}`).digest('hex');
}

const STREAMS = 4;

const VARIABLE = /\$context\.(\w+(?:\.\w+)*)|\$\{context\.([\w.]+)\}/g;

/** An absent value prints as a dash, an unknown variable too (ministryofjustice/modernisation-platform-environments#3807). */
function fill(format: string, values: Values, { unsettled }: World): string {
  return format.replace(VARIABLE, (_, bare?: string, braced?: string) => {
    const name = bare ?? braced ?? '';
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '') return '-';
    const isText = name !== 'error.messageString' && unsettled.accessLogEscapesQuotes;
    return isText ? JSON.stringify(String(value)).slice(1, -1) : String(value);
  });
}

/** The variables of the developer guide's list for access logs that have a value here. */
function valuesOf(answered: Answered, world: World): Values {
  return {
    ...requestValues(answered),
    ...placeValues(answered, world),
    ...answerValues(answered),
    ...integrationValues(answered),
  };
}

function requestValues({ request, requestId, startedAt, route }: Answered): Values {
  return {
    requestId,
    extendedRequestId: extendedRequestId(requestId),
    requestTime: commonLogTime(startedAt),
    requestTimeEpoch: Math.floor(startedAt),
    httpMethod: request.method,
    path: `/${request.stageName}${request.path}`,
    protocol: 'HTTP/1.1',
    resourceId: route?.resource.id,
    resourcePath: route?.resource.path,
    'identity.sourceIp': request.sourceIp,
    'identity.userAgent': header(request, 'user-agent'),
  };
}

function placeValues({ api, stage, side }: Answered, { place, unsettled }: World): Values {
  const showsCanary = stage.canarySettings !== undefined && unsettled.canaryFlagInAccessLog;
  return {
    accountId: place.account,
    apiId: api.id,
    domainName: `${api.id}.execute-api.${place.region}.amazonaws.com`,
    domainPrefix: api.id,
    stage: stage.stageName,
    deploymentId: unsettled.deploymentIdInAccessLog ? side.deploymentId : undefined,
    isCanaryRequest: showsCanary ? String(side.isCanary) : undefined,
  };
}

function answerValues({ reply, latencyMs, route }: Answered): Values {
  const { error } = reply;
  const message = error?.message ?? undefined;
  // A refusal comes from the authorizer if there is one.
  const isRefusal = /^(UNAUTHORIZED|ACCESS_DENIED|AUTHORIZER_.*)$/.test(error?.responseType ?? '');
  const authorized = route?.authorizer && (isRefusal ? reply.status : 200);
  return {
    status: reply.status,
    responseLatency: Math.round(latencyMs),
    responseLength: Buffer.byteLength(reply.body),
    'error.responseType': error?.responseType,
    'error.message': message,
    'error.messageString': message === undefined ? undefined : JSON.stringify(message),
    'authorizer.status': authorized,
    'authorize.status': authorized,
  };
}

/** `integrationStatus` has two contradicting meanings in the guide; here it is the service's status. */
function integrationValues({ integration, integrationMs }: Answered): Values {
  const latency =
    integration && integrationMs !== undefined ? Math.round(integrationMs) : undefined;
  return {
    integrationLatency: latency,
    'integration.latency': latency,
    'integration.status': integration?.status,
    'integration.integrationStatus': integration?.serviceStatus,
    integrationStatus: integration?.serviceStatus ?? integration?.status,
    'integration.requestId': integration?.requestId,
    awsEndpointRequestId: integration?.requestId,
    'integration.error': integration?.error,
    integrationErrorMessage: integration?.error,
  };
}
