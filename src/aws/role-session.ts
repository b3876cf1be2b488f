// An AWS session of the job's own, obtained with GitHub's OIDC token. It is renewed before it expires, so a
// rollout may last longer than any session, and a rollback never fails because of an expired session.

import { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
import { KnownError, known, messageOf } from '../base/errors.ts';
import { partitionOf } from '../base/partitions.ts';
import { createPromptTransport } from './sdk-settings.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialProvider = () => Promise<Credentials>;

export interface RoleSessionParts {
  /** `seconds`: the session duration, which the role must allow. */
  readonly role: { readonly arn: string; readonly seconds: number };
  /** The name of the session in CloudTrail: letters, digits and `=,.@-`, at most 64 characters. */
  readonly name: string;
  readonly region: string;
  /** Returns a new GitHub token for this audience. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Called with every secret before it is used for anything else. */
  readonly mask: (secret: string) => void;
}

/** A session with less time left than this is renewed. The SDK requests new credentials from five minutes on. */
const RENEW_SECONDS = 600;
/** With less time left than this, an old session is no longer used. */
const LEAST_SECONDS = 15;

/** All clients share one session. Rejects with a `KnownError` if no session can be obtained. */
export function openRoleSession(parts: RoleSessionParts): CredentialProvider {
  let current: Credentials | undefined;
  let minting: Promise<Credentials> | undefined;
  const renew = async () => {
    try {
      current = await mint(parts);
      return current;
    } catch (error) {
      known(error);
      if (!current || secondsLeft(current) <= LEAST_SECONDS) throw error;
      return current;
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
  const webIdentityToken = await ask(idToken, audienceIn(region));
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
      `role-to-assume: AWS does not let this job assume ${role.arn} (${messageOf(error)}); its trust policy must allow GitHub's provider token.actions.githubusercontent.com for this repository, and sessions of ${role.seconds} s`,
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

async function ask(idToken: RoleSessionParts['idToken'], audience: string): Promise<string> {
  try {
    return await idToken(audience);
  } catch (error) {
    throw new KnownError(
      `role-to-assume: GitHub did not issue an ID token to this job (${messageOf(error)}); expected "permissions: id-token: write" in the workflow`,
      { cause: error },
    );
  }
}
