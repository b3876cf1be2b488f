// The result of a function, read as what calls it reads it: API Gateway, a function URL or a load balancer. What they
// answer with 502 is a failure here, and says why.
//
// Sources as in `event-shapes.ts`.

import { binaryIn, parseJson } from '../base/foreign-text.ts';
import type { EventFormat } from './check.ts';
import { type Answer, type AnswerBody, BODY_LIMIT_BYTES, TOO_LARGE } from './check-answer.ts';
import { shownValue } from './json-value.ts';

type Members = Readonly<Record<string, unknown>>;

const NAMES: Readonly<Record<EventFormat, string>> = {
  rest: 'a REST API',
  http: 'an HTTP API',
  url: 'a function URL',
  alb: 'a load balancer',
};

/** @returns why a caller of this kind would answer with 502 */
export function answerOf(
  payload: string,
  format: EventFormat,
  milliseconds: number,
): Answer | string {
  const result = parseJson(payload);
  const wrong = (what: string) =>
    `${what}, which ${NAMES[format]} answers with 502; expected { statusCode, headers, body }`;
  if (result === undefined) return wrong('its result is not JSON');
  const isObject = typeof result === 'object' && result !== null && !Array.isArray(result);
  const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = (
    isObject ? result : {}
  ) as Members;
  if (statusCode === undefined && (format === 'http' || format === 'url')) {
    return inferred(payload, milliseconds);
  }
  if (!isObject) return wrong(`its result is ${shownValue(result)}`);
  const status = Number(statusCode);
  if (statusCode === undefined) return wrong('its result has no statusCode');
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    return wrong(`its statusCode is ${shownValue(statusCode)}`);
  }
  if (body !== undefined && body !== null && typeof body !== 'string') {
    return wrong(`its body is ${shownValue(body)}, and not a text`);
  }
  return {
    status,
    headers: { ...listsOf(headers), ...listsOf(multiValueHeaders), ...cookiesOf(cookies) },
    body: bodyOf(body ?? '', isBase64Encoded === true),
    milliseconds,
  };
}

/** The result of an event of the user's: any JSON. */
export function resultAnswer(payload: string, milliseconds: number): Answer {
  return { status: undefined, headers: {}, body: limited(payload), milliseconds };
}

/** With format 2.0, a result without a status is the body of a response with 200. */
function inferred(payload: string, milliseconds: number): Answer {
  const headers = { 'content-type': ['application/json'] };
  return { status: 200, headers, body: limited(payload), milliseconds };
}

function listsOf(headers: unknown): Record<string, readonly string[]> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
}

function cookiesOf(cookies: unknown): Record<string, readonly string[]> {
  return Array.isArray(cookies) ? { 'set-cookie': cookies.map(String) } : {};
}

function bodyOf(text: string, isEncoded: boolean): AnswerBody {
  if (!isEncoded) return limited(text);
  const binary = binaryIn(text);
  return binary === undefined
    ? { kind: 'unread', why: 'is not base64, although the result says so' }
    : limited(Buffer.from(binary, 'latin1').toString('utf8'));
}

function limited(text: string): AnswerBody {
  return Buffer.byteLength(text) > BODY_LIMIT_BYTES ? TOO_LARGE : { kind: 'text', text };
}
