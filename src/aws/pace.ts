// Lambda allows an account 15 control-plane calls a second in all (Lambda developer guide, "Lambda
// quotas"), and a release of many functions makes hundreds: they are spread out, not thrown at it.

import type { LambdaClient } from '@aws-sdk/client-lambda';

/** One less than AWS allows: the account may have other work. */
const CALLS_PER_SECOND = 14;

/** Lets the client's calls go out one after the other, each a little later than the one before. */
export function paceCalls(client: LambdaClient): LambdaClient {
  const pace = createPace(1000 / CALLS_PER_SECOND);
  client.middlewareStack.add(
    (next) => async (args) => {
      await pace();
      return next(args);
    },
    { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' },
  );
  return client;
}

/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further */
function createPace(spacingMs: number): () => Promise<void> {
  let free = 0;
  return () => {
    const now = Date.now();
    const at = Math.max(now, free);
    free = at + spacingMs;
    if (at <= now) return Promise.resolve();
    return new Promise((resolve) => {
      setTimeout(resolve, at - now);
    });
  };
}
