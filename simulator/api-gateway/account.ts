// GetAccount: the throttle limits of a new account.

import type { Operation } from './operation.ts';
import { jsonReply } from './request.ts';

export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    name: 'GetAccount',
    method: 'GET',
    path: '/account',
    perform: () =>
      jsonReply(200, {
        throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
        features: ['UsagePlans'],
        apiKeyVersion: '4',
      }),
  },
];
