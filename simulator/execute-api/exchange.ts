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

/** As received, nothing decoded. */
export interface GatewayRequest {
  readonly method: string;
  readonly apiId: string;
  readonly stageName: string;
  /** The path below the stage, with its leading slash: `/pets/7`. */
  readonly path: string;
  /** The query without the question mark. */
  readonly query: string;
  readonly headerLines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  /** It came by a custom domain name. */
  readonly isMapped?: boolean;
}

export interface GatewayReply {
  readonly status: number;
  /** Each element of a list is sent as a separate header line. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  /** The error of the gateway itself, if this is its answer. */
  readonly error?: { readonly responseType: string; readonly message: string | null };
}

/** What an access log says about the backend. Absent members print as a dash. */
export interface IntegrationRecord {
  /** What the function's code or the HTTP backend answered. */
  readonly status?: number | undefined;
  /** What the service answered that runs the code. */
  readonly serviceStatus?: number | undefined;
  /** The id of the invocation. */
  readonly requestId?: string | undefined;
  readonly error?: string | undefined;
}

/** The side of the stage that serves a request. */
export interface Side {
  readonly isCanary: boolean;
  readonly deploymentId: string;
  /** The base's variables; for the canary, with its overrides. */
  readonly variables: TextMap;
}

/** The resource and method of a request on its side. */
export interface Route {
  readonly resource: Resource;
  readonly method: Method;
  readonly integration: Integration | undefined;
  /** Absent if the method has none. */
  readonly authorizer: Authorizer | undefined;
  /** As sent, still percent-encoded (REST APIs pass them on like this). */
  readonly pathParameters: TextMap;
}

/** Everything known about a request before its integration is called. */
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

/** The first value of a header, whose name is case-insensitive. */
export function header(request: GatewayRequest, name: string): string | undefined {
  return request.headerLines.find(([key]) => key.toLowerCase() === name)?.[1];
}
