// The client of API Gateway's control plane.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { isLimitReached, LimitError } from './aws-errors.ts';
import type { AwsService } from './clients.ts';

export const API_GATEWAY: AwsService<APIGatewayClient> = {
  create: (settings) => stopAtLimits(new APIGatewayClient(settings)),
};

/**
 * API Gateway returns 429 for a limit on the number of resources as well, which the SDK takes for throttling and
 * retries. It is made an error that is not retried.
 */
function stopAtLimits(client: APIGatewayClient): APIGatewayClient {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!isLimitReached(error)) throw error;
        throw new LimitError(error);
      }
    },
    { step: 'finalizeRequest', name: 'canaryActionLimits', priority: 'low' },
  );
  return client;
}
