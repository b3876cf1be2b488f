// A small IAM: once a policy is set, everything that no statement allows is denied. Wildcards as in IAM.

import type { RequestKeys } from '../service.ts';
import { type Condition, holds } from './conditions.ts';
import { wildcard } from './wildcards.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

export type Ruling = 'allowed' | 'not-allowed' | 'explicitly-denied';

/** The decision of the statements about an action on a resource. A Deny overrides every Allow. */
export function rule(
  statements: readonly Statement[],
  permission: { readonly action: string; readonly resource: string; readonly keys?: RequestKeys },
): Ruling {
  const fitting = statements.filter(
    ({ Action, Resource, Condition = {} }) =>
      // In IAM, actions are case-insensitive, and resources are case-sensitive.
      Action.some((action) => wildcard(action.toLowerCase(), permission.action.toLowerCase())) &&
      Resource.some((resource) => wildcard(resource, permission.resource)) &&
      holds(Condition, permission.keys ?? {}),
  );
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return fitting.length > 0 ? 'allowed' : 'not-allowed';
}

/** The account's policy; while it is `undefined`, everything is allowed. */
export interface PolicyHolder {
  get(): readonly Statement[] | undefined;
  set(statements: readonly Statement[] | undefined): void;
}

export function createPolicyHolder(): PolicyHolder {
  let current: readonly Statement[] | undefined;
  return {
    get: () => current,
    set: (statements) => {
      current = statements;
    },
  };
}
