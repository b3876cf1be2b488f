// The client of Lambda. Lambda allows 15 control-plane calls a second per account (Lambda developer guide, "Lambda
// quotas"). A release of many functions makes hundreds of calls, so they are spaced out.

import { LambdaClient } from '@aws-sdk/client-lambda';
import type { AwsService } from './clients.ts';

export const LAMBDA: AwsService<LambdaClient> = {
  create: (settings) => paceCalls(new LambdaClient(settings)),
};

/** One less than AWS allows, because the account may run other work. */
export const CALLS_PER_SECOND = 14;

/** Reads with a rate of their own (Lambda developer guide, "Lambda quotas"), of which less is used, too. */
export const OWN_RATES: Readonly<Record<string, number>> = { GetFunction: 90, GetPolicy: 14 };

/** Spaces out the client's calls so that they stay within the rate limits. */
export function paceCalls(client: LambdaClient): LambdaClient {
  const pace = createPace(1000 / CALLS_PER_SECOND);
  const own = new Map(
    Object.entries(OWN_RATES).map(([name, rate]) => [`${name}Command`, createPace(1000 / rate)]),
  );
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        await (own.get(commandName) ?? pace)();
        return next(args);
      },
    { step: 'finalizeRequest', name: 'canaryActionPace', priority: 'low' },
  );
  return client;
}

/** @returns a wait that ends at once for the first caller, and `spacingMs` later for each further one */
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
