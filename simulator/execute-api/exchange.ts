// One request to a deployed stage, and its answer.

import type {
  Authorizer,
  Integration,
  Method,
  Resource,
  RestApi,
  Stage,
  TextMap,
} from '../api-gateway/model.ts';
import type { Place } from '../world.ts';

/** As it came over the wire, nothing decoded. */
export interface GatewayRequest {
  readonly method: string;
  readonly apiId: string;
  readonly stageName: string;
  /** Below the stage, with its leading slash: `/pets/7`. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headerLines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface GatewayReply {
  readonly status: number;
  /** A list is sent as that many header lines. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** Which of the stage's two sides serves a request. */
export interface Side {
  readonly isCanary: boolean;
  readonly deploymentId: string;
  /** The base's variables; for the canary overlaid by its overrides. */
  readonly variables: TextMap;
}

/** The resource and method that a request meets on its side. */
export interface Route {
  readonly resource: Resource;
  readonly method: Method;
  readonly integration: Integration | undefined;
  /** Of a method that has one. */
  readonly authorizer: Authorizer | undefined;
  /** As sent, still percent-encoded (REST APIs hand them on so). */
  readonly pathParameters: TextMap;
}

/** All that is known of a request when its integration begins. */
export interface Exchange {
  readonly request: GatewayRequest;
  readonly requestId: string;
  /** Milliseconds since the epoch, simulated. */
  readonly startedAt: number;
  readonly place: Place;
  readonly api: RestApi;
  readonly stage: Stage;
  readonly side: Side;
  readonly route: Route;
  readonly binaryMediaTypes: readonly string[];
}

/** The first value of a header, whatever its case. */
export function header(request: GatewayRequest, name: string): string | undefined {
  return request.headerLines.find(([key]) => key.toLowerCase() === name)?.[1];
}
