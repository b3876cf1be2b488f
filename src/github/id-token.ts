// The ID token of the job. @actions/core puts whatever the token service answered into its error, so only the status
// is taken from it.

import { foreign, KnownError, known } from '../base/errors.ts';

export type GetIdToken = (audience: string) => Promise<string>;

/** The same, but what it fails with is a `KnownError` that shows nothing of the response but its status. */
export function withoutResponse(getIdToken: GetIdToken): GetIdToken {
  return async (audience) => {
    try {
      return await foreign(() => getIdToken(audience));
    } catch (error) {
      throw new KnownError(troubleIn(known(error).message));
    }
  };
}

function troubleIn(message: string): string {
  const [, status] = /Error Code : (\d{3})\b/.exec(message) ?? [];
  return status === undefined ? message.replace(/\s+/g, ' ').trim() : `HTTP ${status}`;
}
