// The caller of a request, from the credential scope of SigV4. Signatures are not verified, but a key can
// be declared expired or unknown.

import type { Clock } from '../clock.ts';
import type { AwsRequest } from '../service.ts';

export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  /** The service that the request was signed for: `lambda`, `apigateway`, … */
  readonly service: string;
  /** Milliseconds since the epoch; `undefined` if the request has no date. */
  readonly signedAt: number | undefined;
}

export type KeyState = 'valid' | 'expired' | 'unknown';

const HEADER_CREDENTIAL = /\bCredential=([^,\s]+)/;

/** `undefined` for an unsigned request. Reads the header, and the query of a presigned URL. */
export function credentialOf(request: AwsRequest): Credential | undefined {
  const inHeader = HEADER_CREDENTIAL.exec(request.headers.authorization ?? '')?.[1];
  const scope = inHeader ?? request.query.get('X-Amz-Credential');
  if (!scope) return undefined;
  // An access key contains no slash; the scope is key/date/region/service/aws4_request.
  const [accessKeyId, , region, service] = scope.split('/');
  if (!accessKeyId || !region || !service) return undefined;
  const date = request.headers['x-amz-date'] ?? request.query.get('X-Amz-Date') ?? '';
  return { accessKeyId, region, service, signedAt: parseDate(date) };
}

/** `20251121T103000Z`. */
function parseDate(text: string): number | undefined {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : at;
}

/** The maximum difference of a signature's date from AWS's own time (IAM user guide, "Signature Version 4"). */
const SIGNATURE_LIFE_MS = 300_000;

/** The error for the date of a signature; `undefined`: it is valid. */
export function whyOutOfDate(signedAt: number, now: number): string | undefined {
  const [oldest, newest] = [now - SIGNATURE_LIFE_MS, now + SIGNATURE_LIFE_MS];
  if (signedAt < oldest) {
    return `Signature expired: ${formatDate(signedAt)} is now earlier than ${formatDate(oldest)} (${formatDate(now)} - 5 min.)`;
  }
  if (signedAt > newest) {
    return `Signature not yet current: ${formatDate(signedAt)} is still later than ${formatDate(newest)} (${formatDate(now)} + 5 min.)`;
  }
  return undefined;
}

/** `20251121T103000Z`. */
function formatDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The states of access keys. */
export interface KeyRing {
  set(accessKeyId: string, state: KeyState): void;
  /** Adds a session's key, valid until that time, in simulated milliseconds since the epoch. */
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
