// A session of the job's own with AWS, from GitHub's word for who it is. It is renewed before it ends, so
// that a rollout may last longer than any session, and the way back is never barred by the clock.

import { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
import { KnownError, messageOf } from '../base/errors.ts';
import { placeOf } from './arns.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialProvider = () => Promise<Credentials>;

export interface RoleSessionParts {
  /** `seconds`: how long a session lasts; the role must allow it. */
  readonly role: { readonly arn: string; readonly seconds: number };
  /** Names the session in CloudTrail; letters, digits and `=,.@-`, at most 64. */
  readonly name: string;
  readonly region: string;
  /** A fresh token of GitHub's for this audience. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Called with every secret before anything else is done with it. */
  readonly mask: (secret: string) => void;
}

/** A session with less time left than this is renewed; the SDK asks from five minutes on. */
const RENEW_SECONDS = 600;
/** With less than this, an old session is of no use any more. */
const LEAST_SECONDS = 15;

/** All clients share one session. Rejects with a `KnownError` when there is none to be had. */
export function openRoleSession(parts: RoleSessionParts): CredentialProvider {
  let current: Credentials | undefined;
  let minting: Promise<Credentials> | undefined;
  const renew = async () => {
    try {
      current = await mint(parts);
      return current;
    } catch (error) {
      if (current && secondsLeft(current) > LEAST_SECONDS) return current;
      throw error;
    }
  };
  return () => {
    if (current && secondsLeft(current) > RENEW_SECONDS) return Promise.resolve(current);
    minting ??= renew().finally(() => {
      minting = undefined;
    });
    return minting;
  };
}

function secondsLeft({ expiration }: Credentials): number {
  return expiration ? (expiration.getTime() - Date.now()) / 1000 : 0;
}

async function mint({ role, name, region, idToken, mask }: RoleSessionParts): Promise<Credentials> {
  const webIdentityToken = await ask(idToken, placeOf(region).partition);
  try {
    const session = await fromWebToken({
      roleArn: role.arn,
      roleSessionName: name,
      durationSeconds: role.seconds,
      webIdentityToken,
      parentClientConfig: { region },
    })();
    for (const secret of [session.secretAccessKey, session.sessionToken]) {
      if (secret !== undefined) mask(secret);
    }
    return session;
  } catch (error) {
    throw new KnownError(
      `role-to-assume: AWS does not let this job take on ${role.arn} (${messageOf(error)}); its trust policy must allow GitHub's provider token.actions.githubusercontent.com for this repository, and sessions of ${role.seconds} s`,
      { cause: error },
    );
  }
}

async function ask(idToken: RoleSessionParts['idToken'], partition: string): Promise<string> {
  try {
    return await idToken(partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com');
  } catch (error) {
    throw new KnownError(
      `role-to-assume: GitHub gives this job no ID token (${messageOf(error)}); expected "permissions: id-token: write" in the workflow`,
      { cause: error },
    );
  }
}
