// MOCK integrations: the request template selects the status, and the matching integration response renders
// the answer.

import type { Integration, IntegrationResponse, TextMap } from '../api-gateway/model.ts';
import { type Exchange, type GatewayReply, header } from './exchange.ts';
import { configurationError, unsupportedMediaType } from './gateway-replies.ts';
import { mapParameters } from './parameter-mapping.ts';
import { render } from './template.ts';

export function answerMock(exchange: Exchange, integration: Integration): GatewayReply {
  const request = requestText(exchange, integration);
  if (request === undefined) return unsupportedMediaType();
  const statusCode = STATUS.exec(request)?.[1];
  const response = statusCode && pickResponse(integration, statusCode);
  if (!response) return configurationError();
  const [contentType, template] = pickTemplate(exchange, response.responseTemplates ?? {});
  const mapped = mapParameters(exchange, response.responseParameters, 'method.response.header.');
  return {
    status: Number(response.statusCode),
    headers: { 'content-type': contentType, ...mapped },
    body: render(template, exchange),
  };
}

/** The number is found by pattern, not parsed as JSON: AWS also accepts {statusCode: 200} without quotes. */
const STATUS = /["']?statusCode["']?\s*:\s*["']?(\d{3})\b/;

/** The request to the backend as its template renders it; `undefined` if the body may not pass without a template. */
export function requestText(
  exchange: Exchange,
  { requestTemplates = {}, passthroughBehavior }: Integration,
): string | undefined {
  const { request } = exchange;
  const contentType = header(request, 'content-type') ?? 'application/json';
  const template = requestTemplates[contentType.split(';')[0]!.trim()];
  if (template !== undefined) return render(template, exchange);
  const hasTemplates = Object.keys(requestTemplates).length > 0;
  const isRefused =
    passthroughBehavior === 'NEVER' ||
    (passthroughBehavior === 'WHEN_NO_TEMPLATES' && hasTemplates);
  return isRefused ? undefined : request.body.toString();
}

function pickResponse(
  integration: Integration,
  statusCode: string,
): IntegrationResponse | undefined {
  const responses = Object.values(integration.integrationResponses ?? {});
  return (
    responses.find(
      ({ selectionPattern }) =>
        selectionPattern && new RegExp(`^(?:${selectionPattern})$`).test(statusCode),
    ) ?? responses.find(({ selectionPattern }) => !selectionPattern)
  );
}

/** The template for the client's Accept header, else JSON, else the first. Without a template, the body is empty. */
function pickTemplate(exchange: Exchange, templates: TextMap): readonly [string, string] {
  const accepted = (header(exchange.request, 'accept') ?? '').split(',');
  const wanted = [...accepted.map((type) => type.split(';')[0]!.trim()), 'application/json'];
  const found = wanted.find((type) => Object.hasOwn(templates, type));
  if (found) return [found, templates[found]!];
  return Object.entries(templates)[0] ?? ['application/json', ''];
}
