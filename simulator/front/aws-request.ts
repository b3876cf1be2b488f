// Converts an HTTP request to the form that the simulated services read.

import type { AwsRequest } from '../service.ts';
import type { WireRequest } from './http-server.ts';

export function awsRequest({ method, target, headerLines, body }: WireRequest): AwsRequest {
  const [rawPath = '/', ...query] = target.split('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of headerLines) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  return { method, rawPath, query: new URLSearchParams(query.join('?')), headers, body };
}
