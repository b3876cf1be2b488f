// The settings of the account in this Region: the throttle limits of a new account, and the role with which API
// Gateway writes logs.

import { badRequest } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { without } from './members.ts';
import type { Account } from './model.ts';
import type { Operation } from './operation.ts';
import { readPatch, replaceOnly } from './patch.ts';
import { jsonReply } from './request.ts';

export function accountOperations({ store }: Gateway): readonly Operation[] {
  const view = () =>
    jsonReply(200, {
      ...store.account,
      throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
      features: ['UsagePlans'],
      apiKeyVersion: '4',
    });
  return [
    { name: 'GetAccount', method: 'GET', path: '/account', perform: view },
    {
      name: 'UpdateAccount',
      method: 'PATCH',
      path: '/account',
      perform: ({ body }) => {
        store.account = replaceOnly(store.account, readPatch(body, 'updateAccountInput'), {
          '/cloudwatchRoleArn': replaceRole,
        });
        return view();
      },
    },
  ];
}

/** An empty text removes it. */
function replaceRole(account: Account, role: string): Account {
  if (role === '') return without(account, 'cloudwatchRoleArn');
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(role)) {
    throw badRequest('The role ARN does not have required permissions set to API Gateway');
  }
  return { ...account, cloudwatchRoleArn: role };
}
