// The contract between the HTTP front of the simulator and one simulated AWS service. A service
// first *names* the operation of a request, so that faults, quotas and the call log can act on the
// name, and performs it only when told to.

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

/** A request whose operation is known, and which has had no effect yet. */
export interface Call {
  /** The operation's name in the AWS API, e.g. `UpdateStage`. */
  readonly operation: string;
  /** The IAM action and resource that a caller needs, for access denials and policies. */
  readonly permission: { readonly action: string; readonly resource: string };
  /** Has the effect. Throws `AwsError` for an answer that AWS gives as an error. */
  perform(): Promise<Reply> | Reply;
  /** The same with an answer of which parts are missing, where the operation has such answers. */
  performInPart?(fault: IncompleteMetrics): Promise<Reply> | Reply;
}

/** An error that AWS answers with. */
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

/** Something that AWS can do and this simulator cannot: said, never guessed. */
export class NotImplemented extends AwsError {
  constructor(what: string) {
    super('NotImplementedBySimulator', 501, `not implemented by this simulator: ${what}`);
  }
}

export interface Service {
  /** As in a credential scope: `apigateway`, `lambda`, `monitoring`, `sts`. */
  readonly name: string;
  /** Whether this service owns the request, where the credential scope does not tell. */
  owns(request: AwsRequest): boolean;
  /** Names the operation. Throws `NotImplemented` for one the simulator lacks. No effect. */
  identify(request: AwsRequest): Call;
  /** The service's own way to put an error on the wire. */
  encodeError(error: AwsError, request: AwsRequest): Reply;
}
