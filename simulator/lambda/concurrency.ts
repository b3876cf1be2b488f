// Reserved concurrency: a function's share of the account's concurrency, and its limit. 0 stops it.

import { invalidParameter } from './errors.ts';
import type { LambdaFunction } from './model.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import { jsonReply, noContent, optionalInteger, readMembers } from './wire.ts';

/** The part of the account's concurrency that cannot be reserved. */
const MIN_UNRESERVED = 100;

/** The concurrency that remains for functions without reserved concurrency. */
export function unreserved({ store, settings }: Scope, except?: LambdaFunction): number {
  const others = [...store.functions.values()].filter((fn) => fn !== except);
  const reserved = others.reduce((sum, fn) => sum + (fn.reservedConcurrency ?? 0), 0);
  return settings.accountConcurrency - reserved;
}

export function concurrencyOperations(scope: Scope): readonly Operation[] {
  const { store } = scope;
  const put: Operation['perform'] = (input) => {
    const fn = store.find(store.named(input));
    const members = readMembers(input.body);
    const range = [0, Number.MAX_SAFE_INTEGER] as const;
    const reserved = optionalInteger(members, 'ReservedConcurrentExecutions', range) ?? 0;
    if (reserved > 0 && unreserved(scope, fn) - reserved < MIN_UNRESERVED) {
      throw invalidParameter(
        `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${MIN_UNRESERVED}].`,
      );
    }
    fn.reservedConcurrency = reserved;
    return jsonReply(200, { ReservedConcurrentExecutions: reserved });
  };
  const get: Operation['perform'] = (input) => {
    const { reservedConcurrency } = store.find(store.named(input));
    return jsonReply(200, { ReservedConcurrentExecutions: reservedConcurrency });
  };
  const remove: Operation['perform'] = (input) => {
    store.find(store.named(input)).reservedConcurrency = undefined;
    return noContent;
  };
  const path = (date: string) => `/${date}/functions/{FunctionName}/concurrency`;
  return [
    { name: 'PutFunctionConcurrency', method: 'PUT', path: path('2017-10-31'), perform: put },
    { name: 'GetFunctionConcurrency', method: 'GET', path: path('2019-09-30'), perform: get },
    {
      name: 'DeleteFunctionConcurrency',
      method: 'DELETE',
      path: path('2017-10-31'),
      perform: remove,
    },
  ];
}
