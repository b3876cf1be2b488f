// The interface between the HTTP front of the simulator and one simulated AWS service. A service first
// *identifies* the operation of a request, so that faults, quotas and the call log can use its name, and
// performs it in a second step.

import type { IncompleteMetrics } from './front/faults.ts';

export interface AwsRequest {
  readonly method: string;
  /** As sent, before any decoding: `/restapis/abc/stages/prod`. */
  readonly rawPath: string;
  readonly query: URLSearchParams;
  /** Lower-case names; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The condition keys of a request, in lower case. `undefined`: it has the key, but the value is not simulated. */
export type RequestKeys = Readonly<Record<string, string | undefined>>;

export interface Permission {
  readonly action: string;
  readonly resource: string;
  /** What a condition of a policy can be about. */
  readonly keys?: RequestKeys;
}

/** A request whose operation is known, and which has not been performed yet. */
export interface Call {
  /** The operation's name in the AWS API, e.g. `UpdateStage`. */
  readonly operation: string;
  /** The IAM action and resource that a caller needs, for access denials and policies. */
  readonly permission: Permission;
  /** Further permissions that AWS asks for. */
  readonly furtherPermissions?: readonly Permission[];
  /** How many metrics it asks for, if AWS bills it by them (CloudWatch pricing: GetMetricData). */
  readonly metrics?: number | undefined;
  /** Performs the operation. Throws `AwsError` for an error answer. */
  perform(): Promise<Reply> | Reply;
  /** The same with an incomplete answer, if the operation has such answers. */
  performInPart?(fault: IncompleteMetrics): Promise<Reply> | Reply;
}

/** An error answer of AWS. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error body (e.g. Lambda's `Type: 'User'`). */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    status: number,
    message: string,
    extra: {
      readonly members?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
    this.members = extra.members ?? {};
    this.headers = extra.headers ?? {};
  }
}

/** Something that AWS supports and this simulator does not: always reported, never guessed. */
export class NotImplemented extends AwsError {
  constructor(what: string) {
    super('NotImplementedBySimulator', 501, `not implemented by this simulator: ${what}`);
  }
}

export interface Service {
  /** As in a credential scope: `apigateway`, `lambda`, `monitoring`, `logs`, `sts`. */
  readonly name: string;
  /** Whether the request belongs to this service, if the credential scope does not show it. */
  owns(request: AwsRequest): boolean;
  /** Identifies the operation without performing it. Throws `NotImplemented` for an unsupported one. */
  identify(request: AwsRequest): Call;
  /** Writes an error in the service's own format. */
  encodeError(error: AwsError, request: AwsRequest): Reply;
}
