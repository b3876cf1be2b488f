// AWS's word that a session is over counts more than the date on it: a role's sessions can be revoked at any time.

import { KnownError, messageOf } from '../base/errors.ts';
import { isBadCredentials, isRevoked, isSessionOver } from './credential-errors.ts';
import type { CredentialProvider, Credentials } from './role-session.ts';

type Middleware = <Args, Result>(
  next: (args: Args) => Promise<Result>,
) => (args: Args) => Promise<Result>;

/** The part of a client that is needed here. */
export interface RenewableClient {
  readonly middlewareStack: {
    add(
      middleware: Middleware,
      options: { readonly step: 'initialize'; readonly name: string },
    ): void;
  };
}

/**
 * Makes a client send a call once more, with a new session, if AWS refused the session. The refused call had no
 * effect, so this is safe for any call.
 *
 * @param credentials `undefined`: those of the environment, which nobody can renew
 */
export function renewWhenRefused<C extends RenewableClient>(
  client: C,
  credentials: CredentialProvider | undefined,
): C {
  if (!credentials) return client;
  const middleware: Middleware = (next) => async (args) => {
    const used = await credentials();
    try {
      return await next(args);
    } catch (error) {
      giveUpUnlessReplaced(credentials, used, error);
    }
    try {
      return await next(args);
    } catch (error) {
      throw asRefused(error);
    }
  };
  // Credentials are chosen in a later step of the stack, so the second attempt chooses again.
  client.middlewareStack.add(middleware, { step: 'initialize', name: 'canaryActionRenewSession' });
  return client;
}

function giveUpUnlessReplaced(
  credentials: CredentialProvider,
  used: Credentials,
  error: unknown,
): void {
  if (!isSessionOver(error)) throw error;
  const how = isRevoked(error) ? 'denied' : 'ended';
  if (!credentials.replace(used, how)) throw asRefused(error);
}

/** A denial of the new session is a denial of the role, and stays as it is. */
function asRefused(error: unknown): unknown {
  if (!isBadCredentials(error)) return error;
  return new KnownError(
    `AWS ended the session of this job before its time, and rejects a new one as well (${messageOf(error)})`,
    { cause: error },
  );
}
