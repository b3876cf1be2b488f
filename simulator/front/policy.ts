// A small IAM: once a policy is set, everything that no statement allows is denied. Wildcards as in IAM.

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

export type Ruling = 'allowed' | 'not-allowed' | 'explicitly-denied';

/** The decision of the statements about an action on a resource. A Deny overrides every Allow. */
export function rule(
  statements: readonly Statement[],
  permission: { readonly action: string; readonly resource: string },
): Ruling {
  const fitting = statements.filter(
    ({ Action, Resource }) =>
      // In IAM, actions are case-insensitive, and resources are case-sensitive.
      Action.some((action) => matches(action.toLowerCase(), permission.action.toLowerCase())) &&
      Resource.some((resource) => matches(resource, permission.resource)),
  );
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return fitting.length > 0 ? 'allowed' : 'not-allowed';
}

/** `*` matches any sequence of characters (including slashes), `?` exactly one. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
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
