// What the calls of a REST API share: what they are bound to, and the permission that each of them needs.

import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { Place } from './arns.ts';
import type { CallWords } from './call.ts';
import { gatewayArn } from './gateway-arns.ts';

export interface BoundApi {
  readonly client: APIGatewayClient;
  readonly place: Place;
  readonly restApiId: string;
  readonly stageName: string;
}

export function gatewayWords(place: Place, doing: string, verb: string, path: string): CallWords {
  return { doing, permission: { action: `apigateway:${verb}`, resource: gatewayArn(place, path) } };
}
