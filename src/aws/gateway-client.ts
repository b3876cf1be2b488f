// The client of API Gateway's control plane.

import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { AwsService } from './clients.ts';

export const API_GATEWAY: AwsService<APIGatewayClient> = {
  create: (settings) => new APIGatewayClient(settings),
};
