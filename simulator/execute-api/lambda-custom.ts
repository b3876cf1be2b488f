// Lambda custom integrations (type AWS): the function gets what the request template renders, and the integration
// responses decide what its answer means.

import type { Integration, IntegrationResponse, TextMap } from '../api-gateway/model.ts';
import type { FunctionInvoker, InvokeOutcome } from '../world.ts';
import type { Exchange, GatewayReply } from './exchange.ts';
import { configurationError, Unsupported, unsupportedMediaType } from './gateway-replies.ts';
import { fillStageVariables, lambdaTarget } from './integration-uri.ts';
import { invocationRecord, type LambdaReply, sourceArn } from './lambda-proxy.ts';
import { requestText } from './mock.ts';
import { mapParameters } from './parameter-mapping.ts';

/**
 * Answers by the integration response whose pattern matches the function's error, or else by the one without a pattern:
 * without a matching pattern, a function's error is answered with its status, such as 200 (API Gateway developer guide,
 * "Handle Lambda errors in API Gateway").
 */
export async function answerCustomLambda(
  exchange: Exchange,
  integration: Integration,
  invoker: FunctionInvoker,
): Promise<LambdaReply> {
  const { requestParameters = {}, uri = '', responseTransferMode } = integration;
  const { [INVOCATION_TYPE]: invocationType = 'RequestResponse', ...others } = mapParameters(
    exchange,
    lowerCased(requestParameters),
    'integration.request.header.',
  );
  if (Object.keys(others).length > 0 || responseTransferMode === 'STREAM') {
    throw new Unsupported('other parameters or streaming of a Lambda custom integration');
  }
  const target = lambdaTarget(fillStageVariables(uri, exchange.side.variables));
  if (!target) throw new Unsupported('an integration with an AWS service other than Lambda');
  const payload = requestText(exchange, integration);
  if (payload === undefined) return { reply: unsupportedMediaType(), backendMs: 0 };
  const request = {
    functionRef: target.functionRef,
    payload: Buffer.from(payload || '{}'),
    caller: { principal: 'apigateway.amazonaws.com', sourceArn: sourceArn(exchange) },
  };
  const outcome =
    invocationType === 'Event'
      ? (invoker.queue(request) ?? ACCEPTED)
      : await invoker.invoke(request);
  const backendMs = 'durationMs' in outcome ? outcome.durationMs : 0;
  const reply = replyOf(outcome, integration);
  return { reply, backendMs, record: invocationRecord(outcome, 200) };
}

/** Decides whether the gateway waits for the function (developer guide, "Set up asynchronous invocation"). */
const INVOCATION_TYPE = 'x-amz-invocation-type';

const ACCEPTED = {
  kind: 'ok',
  payload: new Uint8Array(),
  requestId: '',
  executedVersion: '',
  logTail: '',
  durationMs: 0,
} as const;

/** Names of headers are not case-sensitive. */
function lowerCased(parameters: TextMap): TextMap {
  return Object.fromEntries(
    Object.entries(parameters).map(([target, source]) => [target.toLowerCase(), source]),
  );
}

function replyOf(outcome: InvokeOutcome, integration: Integration): GatewayReply {
  if (outcome.kind !== 'ok' && outcome.kind !== 'function-error') return configurationError();
  const body = Buffer.from(outcome.payload).toString();
  const response = pick(integration, outcome.kind === 'ok' ? '' : errorMessageIn(body));
  if (!response) return configurationError();
  if (response.responseTemplates || response.responseParameters) {
    throw new Unsupported('templates or parameters in the response of a Lambda custom integration');
  }
  const headers = { 'content-type': 'application/json' };
  return { status: Number(response.statusCode), headers, body };
}

/** The pattern is matched against the whole message of the error. */
function pick(
  { integrationResponses = {} }: Integration,
  error: string,
): IntegrationResponse | undefined {
  const responses = Object.values(integrationResponses);
  const matches = ({ selectionPattern }: IntegrationResponse) =>
    selectionPattern !== undefined && new RegExp(`^(?:${selectionPattern})$`, 's').test(error);
  return (
    (error === '' ? undefined : responses.find(matches)) ??
    responses.find(({ selectionPattern }) => !selectionPattern)
  );
}

function errorMessageIn(body: string): string {
  const { errorMessage } = JSON.parse(body) as { readonly errorMessage?: unknown };
  return String(errorMessage ?? '');
}
