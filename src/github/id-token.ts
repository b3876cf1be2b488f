// The ID token of the job, by @actions/core. That puts whatever the token service answered into its error, so only the
// status is taken from it; and its client follows redirects to any host, so it must not.

import { HttpClient } from '@actions/http-client';
import { foreign, KnownError, known } from '../base/errors.ts';

export type GetIdToken = (audience: string) => Promise<string>;

/**
 * The same, but its requests follow no redirect, and what it fails with is a `KnownError` that shows nothing of the
 * response but its status.
 */
export function guardIdToken(getIdToken: GetIdToken): GetIdToken {
  refuseRedirects();
  return async (audience) => {
    try {
      return await foreign(() => getIdToken(audience));
    } catch (error) {
      throw new KnownError(troubleIn(known(error).message));
    }
  };
}

/** @actions/core creates its client itself, without an option for this. All clients of that class are its own. */
function refuseRedirects(): void {
  Object.defineProperty(HttpClient.prototype, '_allowRedirects', {
    configurable: true,
    get: () => false,
    set: () => undefined,
  });
}

function troubleIn(message: string): string {
  const [, status] = /Error Code : (\d{3})\b/.exec(message) ?? [];
  return status === undefined ? message.replace(/\s+/g, ' ').trim() : `HTTP ${status}`;
}
