// Who calls, as a request says: the credential scope of SigV4. Signatures are not verified, but a
// key can be declared expired or unknown.

import type { Clock } from '../clock.ts';
import type { AwsRequest } from '../service.ts';

export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  /** The service that the request was signed for: `lambda`, `apigateway`, … */
  readonly service: string;
}

export type KeyState = 'valid' | 'expired' | 'unknown';

const HEADER_CREDENTIAL = /\bCredential=([^,\s]+)/;

/** `undefined` for an unsigned request. Reads the header, and the query of a presigned URL. */
export function credentialOf(request: AwsRequest): Credential | undefined {
  const inHeader = HEADER_CREDENTIAL.exec(request.headers.authorization ?? '')?.[1];
  const scope = inHeader ?? request.query.get('X-Amz-Credential');
  if (!scope) return undefined;
  // An access key holds no slash; the scope is key/date/region/service/aws4_request.
  const [accessKeyId, , region, service] = scope.split('/');
  if (!accessKeyId || !region || !service) return undefined;
  return { accessKeyId, region, service };
}

/** The keys that are not as they should be. */
export interface KeyRing {
  set(accessKeyId: string, state: KeyState): void;
  /** A session's key: good until then, in simulated milliseconds since the epoch. */
  grant(accessKeyId: string, until: number): void;
  stateOf(accessKeyId: string): KeyState;
}

export function createKeyRing(clock: Clock): KeyRing {
  const states = new Map<string, KeyState>();
  const ends = new Map<string, number>();
  return {
    set: (accessKeyId, state) => void states.set(accessKeyId, state),
    grant: (accessKeyId, until) => void ends.set(accessKeyId, until),
    stateOf: (accessKeyId) => {
      const over = clock.now() >= (ends.get(accessKeyId) ?? Number.POSITIVE_INFINITY);
      return states.get(accessKeyId) ?? (over ? 'expired' : 'valid');
    },
  };
}
