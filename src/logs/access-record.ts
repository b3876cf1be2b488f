// What the evidence needs of one request in an access log, whatever the format of the log.

import type { Values } from './template-reader.ts';

export interface AccessRecord {
  /** API Gateway's ID of the request: the same in each group that repeats the request. */
  readonly requestId: string;
  /** What the client received. */
  readonly status: number;
  /** When the request arrived, in milliseconds since the epoch. */
  readonly at?: number;
  readonly method?: string;
  /** The path of the resource, with placeholders instead of values. */
  readonly route?: string;
  /** Milliseconds. */
  readonly latency?: number;
  /** Milliseconds. */
  readonly integrationLatency?: number;
  /** What the function's code returned, if the integration is a proxy. */
  readonly integrationStatus?: number;
  /** API Gateway's own reason, such as `INTEGRATION_TIMEOUT`. */
  readonly errorType?: string;
  /** The request ID of the function. */
  readonly functionRequestId?: string;
  readonly isCanary?: boolean;
  readonly deploymentId?: string;
  readonly apiId?: string;
  readonly stage?: string;
}

/**
 * `undefined`: the line has no status or no ID. Such a request is not counted as a success.
 */
export function recordOf(values: Values): AccessRecord | undefined {
  const text = (name: string) => {
    const value = values.get(name);
    return value === undefined || value === '' || value === '-' ? undefined : value;
  };
  const number = (name: string) => numberOf(text(name));
  const requestId = text('requestId') ?? text('extendedRequestId');
  const status = number('status');
  if (requestId === undefined || status === undefined || status < 100 || status > 599) {
    return undefined;
  }
  return {
    requestId,
    status,
    ...defined('at', number('requestTimeEpoch')),
    ...defined('method', text('httpMethod')),
    ...defined('route', text('resourcePath')),
    ...defined('latency', number('responseLatency')),
    ...defined('integrationLatency', number('integration.latency')),
    ...defined('integrationStatus', number('integration.status')),
    ...defined('errorType', text('error.responseType')),
    ...defined('functionRequestId', text('integration.requestId')),
    ...defined('isCanary', truthOf(text('isCanaryRequest'))),
    ...defined('deploymentId', text('deploymentId')),
    ...defined('apiId', text('apiId')),
    ...defined('stage', text('stage')),
  };
}

/** Every value is text, numbers included. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
}

function truthOf(text: string | undefined): boolean | undefined {
  if (text?.toLowerCase() === 'true') return true;
  return text?.toLowerCase() === 'false' ? false : undefined;
}

function defined<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
