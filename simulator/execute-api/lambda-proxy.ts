// Lambda proxy integrations: event out, `{statusCode, headers, multiValueHeaders, body,
// isBase64Encoded}` back.

import type { Integration } from '../api-gateway/model.ts';
import { AwsError } from '../service.ts';
import type { FunctionInvoker, InvokeOutcome } from '../world.ts';
import { type Exchange, type GatewayReply, header, type IntegrationRecord } from './exchange.ts';
import { badGateway, configurationError, Unsupported } from './gateway-replies.ts';
import { fillStageVariables, lambdaTarget } from './integration-uri.ts';
import { isBinary } from './media-types.ts';
import { proxyEvent } from './proxy-event.ts';
import { splitStreamed } from './streamed-answer.ts';

export interface LambdaReply {
  readonly reply: GatewayReply;
  /** The function's duration in simulated milliseconds, including a cold start. */
  readonly backendMs: number;
  /** Absent if the function was not called. */
  readonly record?: IntegrationRecord;
}

export async function answerLambda(
  exchange: Exchange,
  integration: Integration,
  invoker: FunctionInvoker,
): Promise<LambdaReply> {
  const target = lambdaTarget(fillStageVariables(integration.uri ?? '', exchange.side.variables));
  if (!target) return { reply: configurationError(), backendMs: 0 };
  const { functionRef, streams } = target;
  if (streams !== (integration.responseTransferMode === 'STREAM')) {
    throw new Unsupported('an integration whose URI and response transfer mode contradict');
  }
  try {
    const outcome = await invoker.invoke({
      functionRef,
      payload: Buffer.from(JSON.stringify(proxyEvent(exchange))),
      caller: { principal: 'apigateway.amazonaws.com', sourceArn: sourceArn(exchange) },
    });
    const backendMs = 'durationMs' in outcome ? outcome.durationMs : 0;
    const read = streams ? streamedReply : bufferedReply;
    const answer = outcome.kind === 'ok' ? read(exchange, outcome.payload) : undefined;
    const record = invocationRecord(outcome, answer?.status);
    return { reply: answer ?? refusalOf(outcome), backendMs, record };
  } catch (error) {
    // With an empty stage variable, Lambda may refuse the function name as invalid.
    if (error instanceof AwsError) return { reply: configurationError(), backendMs: 0 };
    throw error;
  }
}

/** The canary calls with the same stage name as the base. */
export function sourceArn({ place, api, request, route }: Exchange): string {
  const { partition, region, account } = place;
  const scope = `arn:${partition}:execute-api:${region}:${account}:${api.id}`;
  return `${scope}/${request.stageName}/${request.method}${route.resource.path}`;
}

/**
 * If Lambda refuses the invocation, the gateway answers 500; if the function fails or its answer is
 * malformed, 502 (Lambda guide, "API Gateway error handling").
 */
function refusalOf(outcome: InvokeOutcome): GatewayReply {
  const hasRun = outcome.kind === 'ok' || outcome.kind === 'function-error';
  return hasRun ? badGateway() : configurationError();
}

/**
 * Errors as users quote them from execution logs.
 * @param status what the function's code answered; `undefined`: nothing that can be read
 */
export function invocationRecord(
  outcome: InvokeOutcome,
  status: number | undefined,
): IntegrationRecord {
  switch (outcome.kind) {
    case 'ok':
      return {
        ...{ status, serviceStatus: 200, requestId: outcome.requestId },
        ...(status === undefined && { error: 'Malformed Lambda proxy response' }),
      };
    case 'function-error': {
      const { requestId } = outcome;
      const { errorMessage = '' } = parseObject(Buffer.from(outcome.payload).toString()) ?? {};
      const error = `Lambda execution failed with status 200 due to customer function error: ${errorMessage}. Lambda request id: ${requestId}`;
      return { serviceStatus: 200, requestId, error };
    }
    case 'throttled':
      return { serviceStatus: 429, error: 'Rate Exceeded.' };
    case 'not-found':
    case 'no-permission':
      return { serviceStatus: 403, error: 'Invalid permissions on Lambda function' };
    case 'not-ready':
      return { serviceStatus: 409, error: outcome.message };
  }
}

function bufferedReply(exchange: Exchange, payload: Uint8Array): GatewayReply | undefined {
  const answer = parseAnswer(payload);
  if (!answer) return undefined;
  const asBytes =
    answer.isBase64Encoded &&
    isBinary(header(exchange.request, 'accept'), exchange.binaryMediaTypes);
  return {
    status: answer.statusCode,
    headers: { 'content-type': 'application/json', ...answer.headers },
    body: asBytes ? Buffer.from(answer.body, 'base64') : answer.body,
  };
}

/**
 * A stream is passed on unchanged, whatever the binary media types. AWS does not document the answer for
 * another format; a malformed answer of a buffered function gives 502.
 */
function streamedReply(_: Exchange, payload: Uint8Array): GatewayReply | undefined {
  const streamed = splitStreamed(payload);
  const answer = streamed && parseAnswer(Buffer.from(streamed.metadata));
  if (!answer) return undefined;
  const headers = { 'content-type': 'application/json', ...answer.headers };
  return { status: answer.statusCode, headers, body: streamed.body };
}

interface ProxyAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const MEMBERS = [
  'statusCode',
  'headers',
  'multiValueHeaders',
  'body',
  'isBase64Encoded',
  'cookies',
];

/** `undefined` for a malformed answer. */
function parseAnswer(payload: Uint8Array): ProxyAnswer | undefined {
  const answer = parseObject(Buffer.from(payload).toString());
  if (!answer || !Object.keys(answer).every((key) => MEMBERS.includes(key))) return undefined;
  const statusCode = Number(answer.statusCode);
  const body = answer.body ?? '';
  const headers = mergeHeaders(answer.headers, answer.multiValueHeaders);
  const isStatus = Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599;
  if (!isStatus || typeof body !== 'string' || !headers) return undefined;
  return { statusCode, headers, body, isBase64Encoded: answer.isBase64Encoded === true };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The gateway sets these headers itself; a function's own value is passed on with another name. */
const REMAPPED = new Set(['connection', 'content-length', 'date', 'server', 'www-authenticate']);

/** If both contain a header, the list takes precedence. `undefined`: not valid headers. */
function mergeHeaders(single: unknown, multiple: unknown) {
  const merged: Record<string, string | readonly string[]> = {};
  for (const source of [single ?? {}, multiple ?? {}]) {
    if (typeof source !== 'object' || Array.isArray(source)) return undefined;
    for (const [name, value] of Object.entries(source as Record<string, unknown>)) {
      const key = name.toLowerCase();
      if (key === 'transfer-encoding') continue;
      merged[REMAPPED.has(key) ? `x-amzn-remapped-${key}` : key] = headerValue(value);
    }
  }
  return merged;
}

const headerValue = (value: unknown): string | readonly string[] =>
  Array.isArray(value) ? value.map(String) : String(value);
