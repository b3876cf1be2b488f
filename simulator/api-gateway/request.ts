// The REST-JSON protocol of API Gateway: reading requests and writing answers.

import type { AwsError, AwsRequest, Reply } from '../service.ts';
import { badRequest } from './errors.ts';

/** The input of an operation: the labels of its path (decoded), the query and the parsed body. */
export interface Input {
  readonly labels: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The requested content type. */
  readonly accept?: string | undefined;
}

/** @throws AwsError `BadRequestException` if the body is not a JSON object. */
export function parseBody(request: AwsRequest): Readonly<Record<string, unknown>> {
  if (request.body.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badRequest('Unable to parse request body');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('Unable to parse request body');
  }
  return parsed as Readonly<Record<string, unknown>>;
}

/** Dates of the model are milliseconds; on the wire they are whole seconds since the epoch. */
const DATES = new Set(['createdDate', 'lastUpdatedDate']);

/** Writes an answer; members that are `undefined` are omitted. */
export function jsonReply(status: number, body?: unknown): Reply {
  const text = JSON.stringify(body ?? {}, (key, value: unknown) =>
    DATES.has(key) && typeof value === 'number' ? Math.floor(value / 1000) : value,
  );
  return { status, headers: { 'content-type': 'application/json' }, body: text };
}

/** API Gateway names the error in a header and puts only the message in the body. */
export function errorReply(error: AwsError): Reply {
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': error.code,
      ...error.headers,
    },
    body: JSON.stringify({ message: error.message, ...error.members }),
  };
}
