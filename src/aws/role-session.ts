// An AWS session of the job's own, obtained with an OIDC token of the CI. It is renewed before it expires, so a
// rollout may last longer than any session, and a rollback never fails because of an expired session.

import { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
import { formatDuration } from '../base/duration.ts';
import { KnownError, known, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { partitionOf } from '../base/partitions.ts';
import { summaryOf } from './aws-errors.ts';
import { createPromptTransport } from './sdk-settings.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface CredentialProvider {
  (): Promise<Credentials>;
  /** The SDK asks at each call, and keeps nothing itself: AWS may end a session before its date. */
  readonly memoized: true;
  /**
   * Called when AWS refused a call with this session: a new one is opened for the next call.
   *
   * @param how `denied`: the session may still be good for other calls, so it is kept if there is no new one
   * @returns whether the call is worth another attempt
   */
  replace(refused: Credentials, how: 'ended' | 'denied'): boolean;
}

export interface RoleSessionParts {
  /** `seconds`: the session duration, which the role must allow. */
  readonly role: { readonly arn: string; readonly seconds: number };
  /** The name of the session in CloudTrail: letters, digits and `=,.@-`, at most 64 characters. */
  readonly name: string;
  readonly region: string;
  /** Returns a token of the CI for this audience. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Where the token is from, for messages. */
  readonly provider: TokenProvider;
  /** Called with every secret before it is used for anything else. */
  readonly mask: (secret: string) => void;
  readonly log: Pick<Log, 'line' | 'warning'>;
}

export interface TokenProvider {
  /** What the trust policy of the role must allow. */
  readonly trusted: string;
  /** For a failure to get a token: what failed, and what is expected. */
  readonly failed: string;
  readonly expected: string;
}

/** A session with less time left than this is renewed. */
const RENEW_SECONDS = 600;
/** With less time left than this, an old session is no longer used. */
const LEAST_SECONDS = 15;

/** A failed renewal is tried again after this time, as long as the old session is good. */
const RETRY_MS = 60_000;
/** While the old session is good, no call waits longer than this for a new one. */
const PATIENCE_MS = 10_000;
/** Refused twice in this time, it is not the session that AWS refuses. */
const REPLACED_MS = 60_000;

/** All clients share one session. Rejects with a `KnownError` if no session can be obtained. */
export function openRoleSession(parts: RoleSessionParts): CredentialProvider {
  let current: Credentials | undefined;
  let minting: Promise<Credentials> | undefined;
  let refused: 'ended' | 'denied' | undefined;
  let replacedAt = Number.NEGATIVE_INFINITY;
  let retryAt = 0;
  const announce = createAnnouncer(parts.log);
  const isUsable = () =>
    current !== undefined && refused !== 'ended' && secondsLeft(current) > LEAST_SECONDS;
  const isDue = () =>
    !current || refused || (secondsLeft(current) <= RENEW_SECONDS && Date.now() >= retryAt);
  const renew = async () => {
    current = await mint(parts);
    refused = undefined;
    announce.renewed();
    return current;
  };
  const provide = async () => {
    if (current && isUsable() && !isDue()) return current;
    minting ??= renew().finally(() => {
      minting = undefined;
    });
    if (!current || !isUsable()) return await minting;
    const old = current;
    try {
      return await within(PATIENCE_MS, minting);
    } catch (error) {
      retryAt = Date.now() + RETRY_MS;
      refused = undefined;
      announce.failed(old, known(error));
      return old;
    }
  };
  const replace: CredentialProvider['replace'] = ({ accessKeyId }, how) => {
    if (current?.accessKeyId !== accessKeyId) return true;
    if (Date.now() - replacedAt < REPLACED_MS) return false;
    replacedAt = Date.now();
    refused = how;
    if (how === 'ended') {
      parts.log.warning('AWS ended the session of this job before its time; a new one is opened.');
    }
    return true;
  };
  return Object.assign(provide, { memoized: true as const, replace });
}

/** The same promise, or a `KnownError` after that time. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new KnownError(`there was no answer within ${ms / 1000} s`);
    timer = setTimeout(() => reject(error), ms);
  });
  // It may fail after the time: the next call sees that.
  work.catch(() => undefined);
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Says that the session is not renewed while there is time to act: one annotation, then lines. */
function createAnnouncer(log: RoleSessionParts['log']) {
  let said = false;
  return {
    failed: (session: Credentials, { message }: KnownError) => {
      const left = formatDuration(Math.round(secondsLeft(session)));
      const until = session.expiration?.toISOString().slice(11, 16);
      const text = `The AWS session of this job ends in ${left} (${until} UTC), and it could not be renewed: ${message}. The next attempt follows in a minute; without a new session, this job can neither go on nor roll back after that.`;
      if (said) log.line(text);
      else log.warning(text);
      said = true;
    },
    renewed: () => {
      if (said) log.line('The AWS session of this job was renewed.');
      said = false;
    },
  };
}

function secondsLeft({ expiration }: Credentials): number {
  return expiration ? (expiration.getTime() - Date.now()) / 1000 : 0;
}

async function mint(parts: RoleSessionParts): Promise<Credentials> {
  const { role, name, region, mask, provider } = parts;
  const webIdentityToken = await ask(parts, audienceIn(region));
  const assume = fromWebToken({
    roleArn: role.arn,
    roleSessionName: name,
    durationSeconds: role.seconds,
    webIdentityToken,
    parentClientConfig: { region, requestHandler: createPromptTransport(process.env) },
  });
  let session: Credentials;
  try {
    session = await assume();
  } catch (error) {
    throw new KnownError(
      `role-to-assume: AWS does not let this job assume ${role.arn} (${summaryOf(error)}); its trust policy must allow ${provider.trusted}, and sessions of ${role.seconds} s`,
      { cause: error },
    );
  }
  for (const secret of [session.secretAccessKey, session.sessionToken]) {
    if (secret !== undefined) mask(secret);
  }
  return session;
}

/** The audience that GitHub's guide has people trust in their role: only China has one of its own. */
function audienceIn(region: string): string {
  return partitionOf(region).id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** @param why a clause */
export function noToken({ failed, expected }: TokenProvider, why: string): string {
  return `role-to-assume: ${failed} (${why}); expected ${expected}`;
}

async function ask({ idToken, provider }: RoleSessionParts, audience: string): Promise<string> {
  try {
    return await idToken(audience);
  } catch (error) {
    throw new KnownError(noToken(provider, messageOf(error)), { cause: error });
  }
}
