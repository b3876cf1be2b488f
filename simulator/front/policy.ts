// A small IAM: once a policy is set, what no statement allows is denied. Wildcards as in IAM.

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

export type Ruling = 'allowed' | 'not-allowed' | 'explicitly-denied';

/** What the statements say of an action on a resource. A Deny outweighs every Allow. */
export function rule(
  statements: readonly Statement[],
  permission: { readonly action: string; readonly resource: string },
): Ruling {
  const fitting = statements.filter(
    ({ Action, Resource }) =>
      // IAM compares actions without regard to case, resources with.
      Action.some((action) => matches(action.toLowerCase(), permission.action.toLowerCase())) &&
      Resource.some((resource) => matches(resource, permission.resource)),
  );
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return fitting.length > 0 ? 'allowed' : 'not-allowed';
}

/** `*` stands for any run of characters (slashes included), `?` for exactly one. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** The account's policy; `undefined` while none is set: everything is allowed. */
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
